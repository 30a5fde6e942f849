// A minus of small type is paler than ink, so small that it passes for dust, and often overlooked by the recognizer. A sum
// of figures all of which lost theirs still holds: it is looked for in the ink.
import type { ReadCharacter } from './engine.js'
import { FAINT } from './ink-threshold.js'
import type { Gray, PixelBox } from './picture.js'
import { UNSURE } from './settled.js'

/** Shares of the text's height; where its figure touches it, the tip of a 4 must not be taken for a minus. */
const GAP = 0.6
const SHORTEST = 0.3
const SHORTEST_TOUCHING = 0.45
const LONGEST = 1.2
const [UPPER, LOWER] = [0.25, 0.75]
const DIGIT = /^\d$/

/** Where a flat faint stroke begins that stands half way up right before a box, with nothing above or below it. */
export function minusBefore(ink: Gray, box: PixelBox): number | undefined {
  const height = box.y1 - box.y0
  let end = box.x0
  while (end > box.x0 - GAP * height && end > 0 && !isFaint(ink, box, end - 1)) end--
  let start = end
  while (start > 0 && isStroke(ink, box, start - 1)) start--
  const length = end - start
  const stands = start > 0 && !isFaint(ink, box, start - 1)
  return stands && length >= SHORTEST * height && length <= LONGEST * height ? start : undefined
}

/** A line with the minus before its figure that stands in its box and was not read. */
export function withMinus(line: readonly ReadCharacter[], ink: Gray, box: PixelBox): ReadCharacter[] {
  const first = line[0]
  if (!first || !DIGIT.test(first.text)) return [...line]
  const height = box.y1 - box.y0
  let end = box.x0
  while (end < box.x1 && isStroke(ink, box, end)) end++
  const length = end - box.x0
  const shortest = isFaint(ink, box, end) ? SHORTEST_TOUCHING : SHORTEST
  if (length < shortest * height || length > LONGEST * height) return [...line]
  // The ink says that a stroke stands there, not that it is no smudge.
  const minus: ReadCharacter = {
    ...first,
    text: '-',
    confidence: UNSURE,
    alternatives: [{ text: '', confidence: UNSURE }],
    x0: box.x0,
    x1: end,
  }
  return [minus, { ...first, x0: Math.max(first.x0, end) }, ...line.slice(1)]
}

/** Whether a column has ink in the middle of the text's height alone. */
function isStroke(ink: Gray, box: PixelBox, x: number): boolean {
  const height = box.y1 - box.y0
  const upper = Math.round(box.y0 + UPPER * height)
  const lower = Math.round(box.y0 + LOWER * height)
  return (
    hasFaint(ink, x, upper, lower) && !hasFaint(ink, x, box.y0, upper) && !hasFaint(ink, x, lower, box.y1)
  )
}

const isFaint = (ink: Gray, { y0, y1 }: PixelBox, x: number): boolean => hasFaint(ink, x, y0, y1)

function hasFaint({ data, width }: Gray, x: number, from: number, to: number): boolean {
  for (let y = from; y < to; y++) if ((data[y * width + x] as number) < FAINT) return true
  return false
}
