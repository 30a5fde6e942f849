import type { Picture } from '../../../src/read/ocr/picture.js'

/** The picture with three bytes a pixel, its own to be drawn on. */
export function inColour({ width, height, channels, data }: Picture): Picture & { channels: 3 } {
  const colour = new Uint8Array(width * height * 3)
  if (channels === 3) colour.set(data)
  else for (let i = 0; i < data.length; i++) colour.fill(data[i]!, 3 * i, 3 * i + 3)
  return { width, height, channels: 3, data: colour }
}

/** Red, green and blue, 0..255. */
export type Ink = readonly [number, number, number]

/** Whether a place of a picture takes ink. */
export type Inked = (x: number, y: number) => boolean

/** Ink on a part of a picture: it darkens what is there, as ink does, and never brightens. */
export function inked(
  { width, height, data }: Picture & { channels: 3 },
  part: { x0: number; y0: number; x1: number; y1: number },
  ink: Ink,
  takes: Inked,
): void {
  for (let y = Math.max(0, Math.floor(part.y0)); y < Math.min(height, part.y1); y++)
    for (let x = Math.max(0, Math.floor(part.x0)); x < Math.min(width, part.x1); x++) {
      if (!takes(x, y)) continue
      for (let c = 0; c < 3; c++) {
        const i = (y * width + x) * 3 + c
        data[i] = Math.round((data[i]! * ink[c]!) / 255)
      }
    }
}

/** Brightness of the darkest pixel of a part, 0..255. */
export function darkest(
  { width, height, data }: Picture & { channels: 3 },
  part: { x0: number; y0: number; x1: number; y1: number },
): number {
  let least = 255
  for (let y = Math.max(0, Math.floor(part.y0)); y < Math.min(height, part.y1); y++)
    for (let x = Math.max(0, Math.floor(part.x0)); x < Math.min(width, part.x1); x++)
      least = Math.min(least, data[(y * width + x) * 3 + 1]!)
  return least
}
