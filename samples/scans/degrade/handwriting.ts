import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'
import { darkest, type Ink, inColour, inked } from './colour.js'

/** Millimetres: what a clerk writes beside a figure, and how thick the pen is. */
const MARK = { width: 9, height: 5, pen: 0.5 }
const INKS: readonly Ink[] = [
  [40, 60, 160],
  [50, 50, 50],
]
const MARKS = 6
const TRIES = 4000
/** Print is darker than this, paper brighter. */
const PRINT = 128

/** Ticks and scribbles beside what is printed, never on it: nothing that is printed is lost. */
export function handwriting(picture: Picture, dpi: number, random: Random): Picture {
  const sheet = inColour(picture)
  const mm = dpi / 25.4
  const [wide, high] = [Math.round(MARK.width * mm), Math.round(MARK.height * mm)]
  const ink = random.pick(INKS)
  for (let made = 0, tried = 0; made < MARKS && tried < TRIES; tried++) {
    const x0 = random.between(wide, sheet.width - 2 * wide)
    const y0 = random.between(high, sheet.height - 2 * high)
    const spot = { x0, y0, x1: x0 + wide, y1: y0 + high }
    const before = { ...spot, x0: x0 - wide, x1: x0 }
    if (darkest(sheet, spot) < PRINT || darkest(sheet, before) >= PRINT) continue
    const points = random.next() < 0.5 ? TICK : scribble(random)
    const pen = (MARK.pen / 2) * mm
    inked(sheet, spot, ink, (x, y) =>
      isNear((x - x0) / wide, (y - y0) / high, points, pen / wide, pen / high),
    )
    made++
  }
  return sheet
}

interface Point {
  x: number
  y: number
}

const TICK: readonly Point[] = [
  { x: 0.1, y: 0.5 },
  { x: 0.35, y: 0.9 },
  { x: 0.9, y: 0.1 },
]

/** A quick word: strokes up and down from the left to the right. */
const scribble = (random: Random): Point[] =>
  Array.from({ length: 9 }, (_, i) => ({
    x: 0.05 + i * 0.11,
    y: i % 2 ? 0.15 + 0.3 * random.next() : 0.55 + 0.4 * random.next(),
  }))

/** Whether a place lies on the line through points; the pen is an ellipse here, for the spot is a unit square. */
const isNear = (x: number, y: number, points: readonly Point[], penX: number, penY: number): boolean =>
  points.slice(1).some((to, i) => {
    const from = points[i] as Point
    const [dx, dy] = [(to.x - from.x) / penX, (to.y - from.y) / penY]
    const [px, py] = [(x - from.x) / penX, (y - from.y) / penY]
    const along = Math.max(0, Math.min(1, (px * dx + py * dy) / (dx * dx + dy * dy)))
    return Math.hypot(px - along * dx, py - along * dy) <= 1
  })
