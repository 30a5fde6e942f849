import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'

/** The prescribed seal of an office: 42 mm across. */
const RADIUS = 21 / 25.4
/** What each of red, green and blue keeps under the ink. */
const INK = [0.86, 0.16, 0.2] as const
/** Characters round the edge. */
const CHARACTERS = 11
/** Share of the stamp that the paper did not take. */
const GAPS = 0.12

/** An office's round red seal over the lower right of the page; the picture comes back in colour. */
export function seal(picture: Picture, dpi: number, random: Random): Picture {
  const { width, height } = picture
  const data = inColour(picture)
  const radius = RADIUS * dpi
  const middleX = width * (0.55 + 0.2 * random.next())
  const middleY = height * (0.5 + 0.25 * random.next())
  const strokes = Array.from({ length: CHARACTERS }, () => character(random))
  const reach = Math.ceil(radius) + 1
  for (let y = Math.max(0, Math.floor(middleY) - reach); y < Math.min(height, middleY + reach); y++)
    for (let x = Math.max(0, Math.floor(middleX) - reach); x < Math.min(width, middleX + reach); x++) {
      const gap = random.next() < GAPS
      if (gap || !isInked((x - middleX) / radius, (y - middleY) / radius, strokes)) continue
      for (let c = 0; c < 3; c++) {
        const i = (y * width + x) * 3 + c
        data[i] = Math.round(data[i]! * INK[c]!)
      }
    }
  return { width, height, channels: 3, data }
}

function inColour({ channels, data }: Picture): Uint8Array {
  if (channels === 3) return Uint8Array.from(data)
  const colour = new Uint8Array(data.length * 3)
  for (let i = 0; i < data.length; i++) colour.fill(data[i]!, 3 * i, 3 * i + 3)
  return colour
}

/** An invented character: which rows and columns of a 4 × 4 grid carry a stroke. */
interface Character {
  rows: boolean[]
  columns: boolean[]
}

const character = (random: Random): Character => {
  const line = () => Array.from({ length: 4 }, () => random.next() < 0.6)
  return { rows: line(), columns: line() }
}

/** Ring, star in the middle, characters along the upper two thirds; x and y in radii from the middle. */
function isInked(x: number, y: number, characters: readonly Character[]): boolean {
  const r = Math.hypot(x, y)
  if (r > 1) return false
  if (r > 0.94) return true
  if (r < 0.34) return isStar(x, y)
  if (r < 0.62 || r > 0.88) return false
  // Along the ring from the lower left over the top to the lower right: 0..1.
  const along = (Math.atan2(x, -y) / Math.PI + 5 / 6) / (5 / 3)
  if (along < 0 || along >= 1) return false
  const place = along * characters.length
  const { rows, columns } = characters[Math.floor(place)]!
  const inside = { u: ((place % 1) - 0.1) / 0.8, v: (0.88 - r) / 0.26 }
  if (inside.u < 0 || inside.u >= 1) return false
  return isStroke(inside.v, rows) || isStroke(inside.u, columns)
}

const isStroke = (at: number, lines: readonly boolean[]): boolean =>
  lines[Math.floor(at * 4)] === true && (at * 4) % 1 < 0.4

/** A star with five points up to 0.34 radii. */
function isStar(x: number, y: number): boolean {
  const fifth = (2 * Math.PI) / 5
  const angle = Math.abs(((Math.atan2(x, -y) + 2 * Math.PI + fifth / 2) % fifth) - fifth / 2)
  const r = Math.hypot(x, y)
  // The straight edge from a point (0.34, on the axis) to the notch beside it (0.13, a tenth of a turn away).
  const notch = { x: 0.13 * Math.cos(fifth / 2), y: 0.13 * Math.sin(fifth / 2) }
  const px = r * Math.cos(angle)
  const py = r * Math.sin(angle)
  return (notch.x - 0.34) * py - notch.y * (px - 0.34) > 0
}
