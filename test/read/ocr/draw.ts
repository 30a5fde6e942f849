// Pictures drawn for tests: paper, bars of ink, characters made of a few strokes.
import type { Gray, Picture, PixelBox } from '../../../src/read/ocr/picture.js'

export const blankPage = (width: number, height: number, paper = 255): Gray => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height).fill(paper),
})

export function fill(page: Gray, x0: number, y0: number, x1: number, y1: number, grey = 0): void {
  for (let y = Math.max(0, y0); y < Math.min(page.height, y1); y++)
    page.data.fill(grey, y * page.width + Math.max(0, x0), y * page.width + Math.min(page.width, x1))
}

/** Something like 申: a frame, a bar through its middle that sticks out, strokes a tenth of the size thick. */
export function drawCharacter(page: Gray, x: number, y: number, size: number, grey = 0): void {
  const t = Math.max(2, Math.round(size / 10))
  const top = y + Math.round(size * 0.15)
  const bottom = y + Math.round(size * 0.8)
  fill(page, x, top, x + size, top + t, grey)
  fill(page, x, bottom - t, x + size, bottom, grey)
  fill(page, x, top, x + t, bottom, grey)
  fill(page, x + size - t, top, x + size, bottom, grey)
  const middle = x + Math.round((size - t) / 2)
  fill(page, middle, y, middle + t, y + size, grey)
}

/** A line of characters with the gaps of running text. */
export function drawText(page: Gray, x: number, y: number, size: number, count: number, grey = 0): void {
  for (let k = 0; k < count; k++) drawCharacter(page, x + Math.round(k * size * 1.12), y, size, grey)
}

/** Paragraph of lines 1.8 characters apart. */
export function drawParagraph(page: Gray, box: PixelBox, size: number): void {
  for (let y = box.y0; y + size <= box.y1; y += Math.round(size * 1.8))
    drawText(page, box.x0, y, size, Math.floor((box.x1 - box.x0) / (size * 1.12)))
}

export function inColour(page: Gray): Picture {
  const data = new Uint8Array(page.data.length * 3)
  for (let i = 0; i < page.data.length; i++) data.fill(page.data[i]!, 3 * i, 3 * i + 3)
  return { width: page.width, height: page.height, channels: 3, data }
}

/** Red ink multiplies: black stays black. */
export function stampRed(page: Picture, x: number, y: number): void {
  const p = 3 * (y * page.width + x)
  page.data[p] = Math.min(page.data[p]!, 225)
  page.data[p + 1] = Math.min(page.data[p + 1]!, 60)
  page.data[p + 2] = Math.min(page.data[p + 2]!, 50)
}

/** Darkest pixel of a box. */
export function darkest(page: Gray, x0: number, y0: number, x1: number, y1: number): number {
  let least = 255
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) least = Math.min(least, page.data[y * page.width + x]!)
  return least
}

/** Share of pixels of a box that are ink. */
export function inkShare(page: Gray, x0: number, y0: number, x1: number, y1: number): number {
  let ink = 0
  for (let y = y0; y < y1; y++) for (let x = x0; x < x1; x++) if (page.data[y * page.width + x]! < 128) ink++
  return ink / ((x1 - x0) * (y1 - y0))
}
