import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'
import { inColour } from './colour.js'

/** How far a corner of the sheet lies inside the picture, shares of its width and height. */
const INSIDE = [0.015, 0.045] as const
/** The desk beneath, and what a lamp makes of white paper. */
const DESK = [92, 70, 54] as const
const WARM = [1, 0.96, 0.86] as const
/** What is left of the light in the corner farthest from the lamp. */
const FAR = 0.62

interface Point {
  x: number
  y: number
}

/** A sheet on a desk, photographed by hand: seen a little from the side, lit from one corner, in warm colours. */
export function photo(picture: Picture, random: Random): Picture {
  const sheet = inColour(picture)
  const { width, height, data } = sheet
  const inwards = (length: number) => length * (INSIDE[0] + (INSIDE[1] - INSIDE[0]) * random.next())
  const corners: [Point, Point, Point, Point] = [
    { x: inwards(width), y: inwards(height) },
    { x: width - inwards(width), y: inwards(height) },
    { x: width - inwards(width), y: height - inwards(height) },
    { x: inwards(width), y: height - inwards(height) },
  ]
  const back = toUnitSquare(corners)
  const lamp = random.between(0, 3)
  const out = new Uint8Array(data.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const { x: u, y: v } = back(x, y)
      const fromLamp = ((lamp & 1 ? 1 - x / width : x / width) + (lamp & 2 ? 1 - y / height : y / height)) / 2
      const light = 1 - (1 - FAR) * fromLamp ** 1.5
      const on = u >= 0 && v >= 0 && u < 1 && v < 1
      for (let c = 0; c < 3; c++) {
        const value = on ? between(sheet, u * (width - 1), v * (height - 1), c) * WARM[c]! : DESK[c]!
        out[(y * width + x) * 3 + c] = Math.round(value * light)
      }
    }
  return { width, height, channels: 3, data: out }
}

/** A value between four pixels. */
function between({ width, height, data }: Picture, x: number, y: number, c: number): number {
  const [left, top] = [Math.min(width - 2, Math.floor(x)), Math.min(height - 2, Math.floor(y))]
  const [dx, dy] = [x - left, y - top]
  const at = (top * width + left) * 3 + c
  const above = data[at]! * (1 - dx) + data[at + 3]! * dx
  const below = data[at + width * 3]! * (1 - dx) + data[at + width * 3 + 3]! * dx
  return above * (1 - dy) + below * dy
}

/** Places within four corners, clockwise from the upper left, as places in the unit square: a plane seen from aside. */
function toUnitSquare([a, b, c, d]: [Point, Point, Point, Point]): (x: number, y: number) => Point {
  // From the square to the corners after Heckbert, then turned round.
  const [sx, sy] = [a.x - b.x + c.x - d.x, a.y - b.y + c.y - d.y]
  const [x1, y1, x2, y2] = [b.x - c.x, b.y - c.y, d.x - c.x, d.y - c.y]
  const whole = x1 * y2 - x2 * y1
  const g = (sx * y2 - x2 * sy) / whole
  const h = (x1 * sy - sx * y1) / whole
  const m = [
    b.x - a.x + g * b.x,
    d.x - a.x + h * d.x,
    a.x,
    b.y - a.y + g * b.y,
    d.y - a.y + h * d.y,
    a.y,
    g,
    h,
    1,
  ]
  const [m0, m1, m2, m3, m4, m5, m6, m7, m8] = m as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  return (x, y) => {
    const u = (m4 * m8 - m5 * m7) * x + (m2 * m7 - m1 * m8) * y + (m1 * m5 - m2 * m4)
    const v = (m5 * m6 - m3 * m8) * x + (m0 * m8 - m2 * m6) * y + (m2 * m3 - m0 * m5)
    const w = (m3 * m7 - m4 * m6) * x + (m1 * m6 - m0 * m7) * y + (m0 * m4 - m1 * m3)
    return { x: u / w, y: v / w }
  }
}
