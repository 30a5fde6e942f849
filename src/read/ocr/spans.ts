import { inkColumns } from './ink.js'
import type { Gray, PixelBox } from './picture.js'

/** Where a character begins and ends across the sheet, pixels. */
export type Span = [number, number]

/** Ink further apart than this share of the line's height is set apart in print; closer it is one word or figure. */
const SET_APART = 0.6

/** Spans of the characters of a line, by their middles and by the ink of the line. */
export function spansAround(middles: readonly number[], ink: Gray, box: PixelBox): Span[] {
  const columns = inkColumns(ink, box)
  return touching(
    middles.map((middle, i) => {
      const left = i === 0 ? box.x0 : ((middles[i - 1] as number) + middle) / 2
      const right = i === middles.length - 1 ? box.x1 : (middle + (middles[i + 1] as number)) / 2
      return trimmed(columns, box.x0, left, right)
    }),
    box,
  )
}

/** The pieces of ink of a line that empty columns part. */
export function inkSpans(ink: Gray, box: PixelBox): Span[] {
  const columns = inkColumns(ink, box)
  const spans: Span[] = []
  for (let x = 0; x < columns.length; x++) {
    if (!columns[x]) continue
    const from = x
    while (x < columns.length && columns[x]) x++
    spans.push([from + box.x0, x + box.x0])
  }
  return spans
}

/** Characters of one word meet half way, as their squares of type do: a 1 is as wide as a 0. */
export function touching(spans: readonly Span[], box: PixelBox): Span[] {
  const out = spans.map(([x0, x1]): Span => [x0, x1])
  for (let i = 1; i < out.length; i++) {
    const [before, after] = [out[i - 1] as Span, out[i] as Span]
    const gap = after[0] - before[1]
    if (gap > SET_APART * (box.y1 - box.y0)) continue
    before[1] += gap / 2
    after[0] = before[1]
  }
  return out
}

/** The part of an interval that holds ink; the interval itself where it holds none. */
function trimmed(columns: Uint16Array, offset: number, left: number, right: number): Span {
  let x0 = Math.max(0, Math.round(left - offset))
  let x1 = Math.min(columns.length, Math.round(right - offset))
  while (x0 < x1 && !columns[x0]) x0++
  while (x1 > x0 && !columns[x1 - 1]) x1--
  return x1 > x0 ? [x0 + offset, x1 + offset] : [left, right]
}
