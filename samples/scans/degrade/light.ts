import type { Picture } from '../../../src/read/ocr/picture.js'

/** Multiplies each pixel by how much light falls on its column and row. */
export function lit(picture: Picture, light: (x: number, y: number) => number): Picture {
  const { width, height, channels } = picture
  const data = new Uint8Array(picture.data.length)
  for (let y = 0, i = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const share = light(x, y)
      for (let c = 0; c < channels; c++, i++) data[i] = Math.min(255, Math.round(picture.data[i]! * share))
    }
  return { ...picture, data }
}
