import { describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import { darkest, inColour } from '../../samples/scans/degrade/colour.js'
import { fax } from '../../samples/scans/degrade/fax.js'
import { handwriting } from '../../samples/scans/degrade/handwriting.js'
import { marks } from '../../samples/scans/degrade/marks.js'
import { photo } from '../../samples/scans/degrade/photo.js'
import { spread } from '../../samples/scans/degrade/spread.js'
import { stamp } from '../../samples/scans/degrade/stamp.js'
import type { Gray, Picture } from '../../src/read/ocr/picture.js'

const DPI = 50

/** A white A4 sheet with black squares in a grid. */
function sheet(): Gray {
  const [width, height] = [413, 585]
  const data = new Uint8Array(width * height).fill(255)
  for (let y = 60; y < height - 60; y += 60)
    for (let x = 60; x < width - 60; x += 90)
      for (let v = 0; v < 8; v++) data.fill(0, (y + v) * width + x, (y + v) * width + x + 30)
  return { width, height, channels: 1, data }
}

const at = ({ width, channels, data }: Picture, x: number, y: number): number[] =>
  Array.from(data.subarray((y * width + x) * channels, (y * width + x + 1) * channels))

/** How many pixels differ between two pictures, both seen in colour. */
function differing(a: Picture, b: Picture): number {
  const [one, other] = [inColour(a).data, inColour(b).data]
  let count = 0
  for (let i = 0; i < one.length; i += 3) if (Math.abs(one[i]! - other[i]!) > 30) count++
  return count
}

describe('what offices do to a sheet', () => {
  it('a photograph shows the desk in the corners, and the sheet warm and unevenly lit', () => {
    const seen = photo(sheet(), new Random(2))
    expect(seen.channels).toBe(3)
    for (const [x, y] of [
      [0, 0],
      [412, 0],
      [0, 584],
      [412, 584],
    ] as const)
      expect(at(seen, x, y)[0]!).toBeLessThan(100)
    const [red, , blue] = at(seen, 206, 30) as [number, number, number]
    expect(red).toBeGreaterThan(blue + 15)
    const light = [
      [40, 40],
      [370, 40],
      [40, 545],
      [370, 545],
    ].map(([x, y]) => at(seen, x!, y!)[0]!)
    expect(Math.max(...light) - Math.min(...light)).toBeGreaterThan(40)
    // The first square is near to where it was, and still black.
    expect(darkest(inColour(seen), { x0: 55, y0: 55, x1: 100, y1: 78 })).toBeLessThan(30)
  })

  it('holes and a staple leave the print', () => {
    const kept = marks(sheet(), DPI, new Random(2))
    expect(at(kept, Math.round((12 / 25.4) * DPI), Math.round(292.5 - (40 / 25.4) * DPI))[0]!).toBeLessThan(
      60,
    )
    expect(at(kept, 61, 61)).toEqual([0, 0, 0])
    expect(differing(kept, sheet())).toBeGreaterThan(100)
  })

  it.each(['red', 'black'] as const)('a %s stamp darkens and hides nothing', (ink) => {
    const stamped = inColour(stamp(sheet(), ink, DPI, new Random(2)))
    const before = inColour(sheet())
    expect(differing(stamped, before)).toBeGreaterThan(400)
    expect(stamped.data.every((v, i) => v <= before.data[i]!)).toBe(true)
  })

  it('nobody writes over what is printed', () => {
    const written = handwriting(sheet(), DPI, new Random(2))
    expect(differing(written, sheet())).toBeGreaterThan(50)
    const before = sheet()
    for (let i = 0; i < before.data.length; i++) if (before.data[i] === 0) expect(written.data[3 * i]).toBe(0)
  })

  it('a fax is twice as fine across as down, in black and white', () => {
    const sent = fax(sheet(), DPI)
    expect(sent.width / sent.height).toBeCloseTo((413 / 585) * (204 / 98), 1)
    expect(new Set(sent.data)).toEqual(new Set([0, 255]))
  })

  it('two pages stand side by side', () => {
    const both = spread(sheet(), { ...sheet(), width: 413 })
    expect([both.width, both.height]).toEqual([826, 585])
    expect(at(both, 60, 60)).toEqual([0])
    expect(at(both, 413 + 60, 60)).toEqual([0])
    expect(at(both, 413 + 50, 60)).toEqual([255])
  })
})
