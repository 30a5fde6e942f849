import { describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import { bilevel } from '../../samples/scans/degrade/bilevel.js'
import { bleed } from '../../samples/scans/degrade/bleed.js'
import { blur } from '../../samples/scans/degrade/blur.js'
import { fold } from '../../samples/scans/degrade/fold.js'
import { grey } from '../../samples/scans/degrade/grey.js'
import { noise } from '../../samples/scans/degrade/noise.js'
import { seal } from '../../samples/scans/degrade/seal.js'
import { shadow } from '../../samples/scans/degrade/shadow.js'
import { skew } from '../../samples/scans/degrade/skew.js'
import { turn } from '../../samples/scans/degrade/turn.js'
import { degraded } from '../../samples/scans/scan.js'
import { PLAIN, type Treatment } from '../../samples/scans/treatment.js'
import type { Gray, Picture } from '../../src/read/ocr/picture.js'

const DPI = 50

/** A white sheet with black rectangles: x0, y0, x1, y1. */
function sheet(width: number, height: number, ...ink: [number, number, number, number][]): Gray {
  const data = new Uint8Array(width * height).fill(255)
  for (const [x0, y0, x1, y1] of ink)
    for (let y = y0; y < y1; y++) data.fill(0, y * width + x0, y * width + x1)
  return { width, height, channels: 1, data }
}

const at = ({ width, channels, data }: Picture, x: number, y: number): number[] =>
  Array.from(data.subarray((y * width + x) * channels, (y * width + x + 1) * channels))

/** The row in the middle of a column's ink. */
function inkRow(picture: Gray, x: number): number {
  const rows = Array.from({ length: picture.height }, (_, y) => y).filter((y) => at(picture, x, y)[0]! < 128)
  return rows.reduce((a, b) => a + b, 0) / rows.length
}

describe('a sheet on the glass', () => {
  it('lies clockwise for a positive skew: lines fall to the right', () => {
    const line = sheet(201, 101, [0, 49, 201, 52])
    const turned = grey(skew(line, 2))
    const fall = inkRow(turned, 180) - inkRow(turned, 20)
    expect(fall).toBeCloseTo(160 * Math.tan((2 * Math.PI) / 180), 0)
    expect(inkRow(grey(skew(line, -2)), 180)).toBeLessThan(50)
  })

  it('is turned clockwise by quarters', () => {
    const mark = sheet(30, 20, [0, 0, 3, 2])
    const quarter = turn(mark, 90)
    expect([quarter.width, quarter.height]).toEqual([20, 30])
    expect(at(quarter, 19, 0)).toEqual([0])
    expect(at(turn(mark, 180), 29, 19)).toEqual([0])
    expect(at(turn(mark, 270), 0, 29)).toEqual([0])
    expect(turn(mark, 0)).toBe(mark)
  })

  it('gets less light at the binding and beyond the crease', () => {
    const white = sheet(200, 200)
    const bound = shadow(white)
    expect(at(bound, 0, 0)[0]!).toBeLessThan(140)
    expect(at(bound, 100, 0)[0]!).toBeGreaterThan(230)
    const folded = fold(white, DPI, new Random(3))
    const column = Array.from({ length: 200 }, (_, y) => at(folded, 10, y)[0]!)
    expect(column[0]).toBe(255)
    expect(column[199]).toBe(Math.round(255 * 0.95))
    expect(Math.min(...column)).toBeLessThan(210)
  })
})

describe('ink', () => {
  it('of a seal is red, and what stands below stays darker than it', () => {
    const sealed = seal(sheet(413, 585, [0, 0, 413, 2]), DPI, new Random(1))
    expect(sealed.channels).toBe(3)
    let red = 0
    for (let i = 0; i < sealed.data.length; i += 3)
      if (sealed.data[i]! > 200 && sealed.data[i + 1]! < 60 && sealed.data[i + 2]! < 70) red++
    // A ring, a star and eleven characters on a disc of 42 mm.
    expect(red / (Math.PI * ((21 / 25.4) * DPI) ** 2)).toBeGreaterThan(0.15)
    expect(at(sealed, 200, 0)).toEqual([0, 0, 0])
  })

  it('of the back shines through, mirrored and pale', () => {
    const through = bleed(sheet(100, 40), sheet(100, 40, [10, 10, 30, 30]))
    expect(at(through, 99 - 20, 20)[0]!).toBeLessThan(215)
    expect(at(through, 99 - 20, 20)[0]!).toBeGreaterThan(190)
    expect(at(through, 20, 20)).toEqual([255])
  })

  it('spreads when it is out of focus, and none of it is lost', () => {
    const point = sheet(41, 41, [18, 18, 23, 23])
    const soft = blur(point, 1.5)
    const ink = (p: Picture) => p.data.reduce((sum, v) => sum + 255 - v, 0)
    expect(at(soft, 16, 20)[0]!).toBeLessThan(250)
    expect(at(soft, 20, 20)[0]!).toBeGreaterThan(0)
    expect(ink(soft) / ink(point)).toBeCloseTo(1, 1)
  })
})

describe('a scanner', () => {
  it('adds grain as strong as it is told, around the same brightness', () => {
    const middle: Gray = { width: 200, height: 200, channels: 1, data: new Uint8Array(40_000).fill(128) }
    const { data } = noise(middle, 8, 1000, new Random(5))
    const mean = data.reduce((a, b) => a + b, 0) / data.length
    const deviation = Math.sqrt(data.reduce((sum, v) => sum + (v - mean) ** 2, 0) / data.length)
    expect(mean).toBeCloseTo(128, 0)
    expect(deviation).toBeCloseTo(8, 0)
  })

  it('of the cheap kind knows black and white alone', () => {
    const black = bilevel(noise(sheet(60, 60, [10, 10, 50, 50]), 20, DPI, new Random(2)))
    expect(new Set(black.data)).toEqual(new Set([0, 255]))
    expect(black.channels).toBe(1)
  })

  it('does the same for the same seed, and something else for another', () => {
    const all: Treatment = {
      ...PLAIN,
      dpi: DPI,
      skew: 1,
      noise: 5,
      blur: 0.8,
      shadow: true,
      fold: true,
      seal: true,
    }
    const page = sheet(413, 585, [50, 50, 300, 60])
    // Compared as bytes: a matcher would look at each pixel for seconds.
    const bytes = (seed: number) => Buffer.from(degraded(page, all, new Random(seed), page).data)
    const once = bytes(1)
    expect(bytes(1).equals(once)).toBe(true)
    expect(bytes(2).equals(once)).toBe(false)
  })
})
