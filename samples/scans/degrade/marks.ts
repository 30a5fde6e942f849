import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'
import { type Ink, inColour, inked } from './colour.js'

const INCH = 25.4
/** A punch hole shows the dark lid of the copier; two of them 80 mm apart, 12 mm from the edge. Millimetres. */
const HOLE = { radius: 3, edge: 12, apart: 80 }
const LID: Ink = [45, 45, 48]
/** A staple in the upper left corner, slanting, and the shadow that it throws. Millimetres. */
const STAPLE = { length: 12, thickness: 0.6, x: 14, y: 12 }
const WIRE: Ink = [120, 120, 125]
const SHADOW: Ink = [205, 205, 205]

/** What a sheet keeps of its file: punch holes at the left edge, and a staple. */
export function marks(picture: Picture, dpi: number, random: Random): Picture {
  const sheet = inColour(picture)
  const mm = dpi / INCH
  for (const side of [-1, 1]) {
    const [x, y] = [HOLE.edge * mm, sheet.height / 2 + (side * HOLE.apart * mm) / 2]
    const r = HOLE.radius * mm
    inked(
      sheet,
      { x0: x - r, y0: y - r, x1: x + r + 1, y1: y + r + 1 },
      LID,
      (px, py) => Math.hypot(px - x, py - y) <= r,
    )
  }
  const angle = ((20 + 40 * random.next()) * Math.PI) / 180
  for (const [ink, aside] of [
    [SHADOW, 0.8],
    [WIRE, 0],
  ] as const)
    bar(sheet, (STAPLE.x + aside) * mm, (STAPLE.y + aside) * mm, angle, mm, ink)
  return sheet
}

/** A staple about its middle. */
function bar(
  sheet: Picture & { channels: 3 },
  x: number,
  y: number,
  angle: number,
  mm: number,
  ink: Ink,
): void {
  const reach = (STAPLE.length / 2) * mm
  inked(sheet, { x0: x - reach, y0: y - reach, x1: x + reach, y1: y + reach }, ink, (px, py) => {
    const along = (px - x) * Math.cos(angle) - (py - y) * Math.sin(angle)
    const across = (px - x) * Math.sin(angle) + (py - y) * Math.cos(angle)
    return Math.abs(along) <= reach && Math.abs(across) <= (STAPLE.thickness / 2) * mm
  })
}
