import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'
import { type Ink, inColour, inked } from './colour.js'

/** A registry's stamp, millimetres: a frame, and characters in two lines within. */
const STAMP = { width: 52, height: 22, frame: 0.8 }
export const STAMP_INKS = { red: [214, 52, 60], black: [60, 60, 64] } as const satisfies Record<string, Ink>
const LINES = 2
const CHARACTERS = 7
/** Share of the ink that the paper did not take. */
const GAPS = 0.15
/** It is put where figures are: on the most print of so many places. Print is darker than this. */
const PLACES = 30
const PRINT = 128

/** A framed stamp with invented characters across the print, slightly askew; the picture comes back in colour. */
export function stamp(picture: Picture, ink: keyof typeof STAMP_INKS, dpi: number, random: Random): Picture {
  const sheet = inColour(picture)
  const mm = dpi / 25.4
  const [wide, high, frame] = [STAMP.width * mm, STAMP.height * mm, STAMP.frame * mm]
  const middle = mostPrinted(sheet, wide, high, random)
  const angle = (random.next() - 0.5) * 0.12
  const strokes = Array.from({ length: LINES * CHARACTERS }, () =>
    Array.from({ length: 8 }, () => random.next() < 0.6),
  )
  const reach = Math.hypot(wide, high) / 2
  const part = { x0: middle.x - reach, y0: middle.y - reach, x1: middle.x + reach, y1: middle.y + reach }
  inked(sheet, part, STAMP_INKS[ink], (x, y) => {
    const u = (x - middle.x) * Math.cos(angle) + (y - middle.y) * Math.sin(angle) + wide / 2
    const v = (y - middle.y) * Math.cos(angle) - (x - middle.x) * Math.sin(angle) + high / 2
    if (u < 0 || v < 0 || u >= wide || v >= high || random.next() < GAPS) return false
    if (Math.min(u, v, wide - u, high - v) < frame) return true
    return isStroke(u / wide, v / high, strokes)
  })
  return sheet
}

/** Where so large a stamp covers the most print, of some places. */
function mostPrinted(sheet: Picture, wide: number, high: number, random: Random): { x: number; y: number } {
  const places = Array.from({ length: PLACES }, () => ({
    x: random.between(Math.ceil(wide / 2), Math.floor(sheet.width - wide / 2)),
    y: random.between(Math.ceil(high / 2), Math.floor(sheet.height - high / 2)),
  }))
  const print = ({ x, y }: { x: number; y: number }): number => {
    let count = 0
    for (let v = Math.ceil(y - high / 2); v < y + high / 2; v += 2)
      for (let u = Math.ceil(x - wide / 2); u < x + wide / 2; u += 2)
        if (sheet.data[(v * sheet.width + u) * 3]! < PRINT) count++
    return count
  }
  const counts = places.map(print)
  return places[counts.indexOf(Math.max(...counts))] as { x: number; y: number }
}

/** Strokes of a character: four rows and four columns of which some are inked. */
function isStroke(u: number, v: number, strokes: readonly boolean[][]): boolean {
  const [across, down] = [((u - 0.05) / 0.9) * CHARACTERS, ((v - 0.1) / 0.8) * LINES]
  if (across < 0 || down < 0 || across >= CHARACTERS || down >= LINES) return false
  const [x, y] = [((across % 1) - 0.1) / 0.8, ((down % 1) - 0.1) / 0.8]
  if (x < 0 || y < 0 || x >= 1 || y >= 1) return false
  const own = strokes[Math.floor(down) * CHARACTERS + Math.floor(across)]!
  const isLine = (at: number, first: number) =>
    own[first + Math.floor(at * 4)] === true && (at * 4) % 1 < 0.35
  return isLine(y, 0) || isLine(x, 4)
}
