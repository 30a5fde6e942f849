import { FAINT } from './ink-threshold.js'
import { minusBefore } from './minus.js'
import type { Gray, PixelBox } from './picture.js'

/** A pixel darker than this is ink: the sheet's paper is white, so half way is far from both. */
export const INK = 150

/** How many ink pixels stand in each column of a box. */
export function inkColumns(ink: Gray, box: PixelBox): Uint16Array {
  const columns = new Uint16Array(box.x1 - box.x0)
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++)
      if ((ink.data[y * ink.width + x] as number) < INK) columns[x - box.x0]!++
  return columns
}

/** So far beside ink a faint stroke still belongs to it, as a share of the text's height. */
const STROKE = 0.5

/** The smallest box around a box's ink with the faint strokes that touch it; undefined where there is none. */
export function tight(ink: Gray, box: PixelBox): PixelBox | undefined {
  let [x0, y0, x1, y1] = [box.x1, box.y1, box.x0, box.y0]
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++)
      if ((ink.data[y * ink.width + x] as number) < INK) {
        if (x < x0) x0 = x
        if (x >= x1) x1 = x + 1
        if (y < y0) y0 = y
        if (y >= y1) y1 = y + 1
      }
  if (x1 <= x0) return undefined
  const isFaint = (x: number): boolean => {
    for (let y = y0; y < y1; y++) if ((ink.data[y * ink.width + x] as number) < FAINT) return true
    return false
  }
  const reach = Math.round(STROKE * (y1 - y0))
  const [left, right] = [Math.max(0, x0 - reach), Math.min(ink.width, x1 + reach)]
  while (x0 > left && isFaint(x0 - 1)) x0--
  while (x1 < right && isFaint(x1)) x1++
  return { x0: minusBefore(ink, { x0, y0, x1, y1 }) ?? x0, y0, x1, y1 }
}
