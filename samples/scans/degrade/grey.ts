import type { Gray, Picture } from '../../../src/read/ocr/picture.js'

/** Brightness alone, by the weights that JPEG uses. */
export function grey({ width, height, channels, data }: Picture): Gray {
  if (channels === 1) return { width, height, channels, data }
  const bright = new Uint8Array(width * height)
  for (let i = 0, j = 0; i < bright.length; i++, j += 3)
    bright[i] = Math.round(0.299 * data[j]! + 0.587 * data[j + 1]! + 0.114 * data[j + 2]!)
  return { width, height, channels: 1, data: bright }
}
