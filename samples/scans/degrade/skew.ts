import type { Picture } from '../../../src/read/ocr/picture.js'

/** The sheet lies turned clockwise by so many degrees about its middle; what comes into view is white. */
export function skew(picture: Picture, degrees: number): Picture {
  const { width, height, channels, data } = picture
  const turned = new Uint8Array(data.length).fill(255)
  const angle = (degrees * Math.PI) / 180
  const cos = Math.cos(angle)
  const sin = Math.sin(angle)
  const middleX = (width - 1) / 2
  const middleY = (height - 1) / 2
  const row = width * channels
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      // Where the pixel stood before: turned back.
      const fromX = middleX + cos * (x - middleX) + sin * (y - middleY)
      const fromY = middleY - sin * (x - middleX) + cos * (y - middleY)
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const dx = fromX - left
      const dy = fromY - top
      for (let c = 0; c < channels; c++) {
        const at = top * row + left * channels + c
        const above = data[at]! * (1 - dx) + data[at + channels]! * dx
        const below = data[at + row]! * (1 - dx) + data[at + row + channels]! * dx
        turned[y * row + x * channels + c] = Math.round(above * (1 - dy) + below * dy)
      }
    }
  }
  return { ...picture, data: turned }
}
