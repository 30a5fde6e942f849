import type { Picture } from '../../../src/read/ocr/picture.js'

/** Two pages of an open booklet, side by side on the glass; both have as many channels. */
export function spread(left: Picture, right: Picture): Picture {
  const { channels } = left
  const width = left.width + right.width
  const height = Math.max(left.height, right.height)
  const data = new Uint8Array(width * height * channels).fill(255)
  for (const [page, at] of [
    [left, 0],
    [right, left.width],
  ] as const)
    for (let y = 0; y < page.height; y++)
      data.set(
        page.data.subarray(y * page.width * channels, (y + 1) * page.width * channels),
        (y * width + at) * channels,
      )
  return { width, height, channels, data }
}
