import type { Picture } from '../../../src/read/ocr/picture.js'
import { blur } from './blur.js'

/** How dark black on the back is on the front. */
const STRENGTH = 0.18

/** Thin paper: the back of the sheet, mirrored and soft, shines through. Both have the same number of channels. */
export function bleed(picture: Picture, back: Picture): Picture {
  const soft = blur(back, 1.5)
  const { width, height, channels } = picture
  const data = Uint8Array.from(picture.data)
  for (let y = 0; y < Math.min(height, soft.height); y++)
    for (let x = 0; x < width; x++) {
      const from = width - 1 - x
      if (from >= soft.width) continue
      for (let c = 0; c < channels; c++) {
        const i = (y * width + x) * channels + c
        const ink = 1 - soft.data[(y * soft.width + from) * channels + c]! / 255
        data[i] = Math.round(data[i]! * (1 - STRENGTH * ink))
      }
    }
  return { ...picture, data }
}
