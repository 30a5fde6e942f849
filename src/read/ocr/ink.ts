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

/** The hair strokes of a 4 or a 7 are paler than ink where print is small; the grain of paper was whitened. */
const FAINT = 225
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

/** A minus of small type is paler than ink, and so small that it passes for dust; shares of the text's height. */
const MINUS = { gap: 0.6, shortest: 0.3, longest: 1.2, from: 0.25, to: 0.75 }

/** Where a flat faint stroke begins that stands half way up right before a box, with nothing above or below it. */
function minusBefore(ink: Gray, { x0, y0, y1 }: PixelBox): number | undefined {
  const height = y1 - y0
  const isFaint = (x: number, from: number, to: number): boolean => {
    for (let y = from; y < to; y++) if ((ink.data[y * ink.width + x] as number) < FAINT) return true
    return false
  }
  const [upper, lower] = [Math.round(y0 + MINUS.from * height), Math.round(y0 + MINUS.to * height)]
  const isStroke = (x: number): boolean =>
    x >= 0 && isFaint(x, upper, lower) && !isFaint(x, y0, upper) && !isFaint(x, lower, y1)
  let end = x0
  while (end > x0 - MINUS.gap * height && end > 0 && !isFaint(end - 1, y0, y1)) end--
  let start = end
  while (isStroke(start - 1)) start--
  const length = end - start
  const stands = start > 0 && !isFaint(start - 1, y0, y1)
  return stands && length >= MINUS.shortest * height && length <= MINUS.longest * height ? start : undefined
}
