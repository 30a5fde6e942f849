import type { Picture } from '../../../src/read/ocr/picture.js'

/** Turned clockwise by quarter turns. */
export function turn(picture: Picture, degrees: 0 | 90 | 180 | 270): Picture {
  let turned = picture
  for (let d = 0; d < degrees; d += 90) turned = quarter(turned)
  return turned
}

function quarter({ width, height, channels, data }: Picture): Picture {
  const turned = new Uint8Array(data.length)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const to = (x * height + (height - 1 - y)) * channels
      for (let c = 0; c < channels; c++) turned[to + c] = data[i++]!
    }
  return { width: height, height: width, channels, data: turned }
}
