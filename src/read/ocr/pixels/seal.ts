// Red ink: seals are taken off the text they cover, red headings stay and become dark.
import type { Gray, Picture, PixelBox } from '../picture.js'

const POINTS_PER_INCH = 72

/** How much brighter red must be than green and blue, beside white: pale stamps count, yellowed paper does not. */
const REDDER = 0.11
/** Red pixels are counted in squares of this size, points. */
const CELL = 2
/** A square is red from this share of its pixels on: half a thin stroke. */
const RED_SHARE = 0.12
/** Squares around: the parts of a seal stand no farther apart than three squares = 6 pt. */
const BRIDGE = 1
/** Seals measure 14 mm (names) to 58 mm, points. */
const SMALLEST_SEAL = 38
const LARGEST_SEAL = 180
/** From this size on a compact red thing is a seal even beside others like it: letterheads have smaller type. */
const SURELY_SEAL = 84
/** Round and square stamps and half of one cut by the edge; lines of text are longer. */
const LONGEST_SEAL = 2.1
/** Registries stamp in a frame, longer than that … */
const LONGEST_FRAME = 3
/** … that is closed: in so many of its columns it is red near the top and near the foot, shares of width and height. */
const CLOSED = 0.97
const NEAR_EDGE = 0.3
/** Characters of a letterhead stand apart by up to this share of their height. */
const LETTERHEAD_GAP = 2
/** Brightness in red light of what a seal left beside paper: darker pixels are text under it. */
const SEAL_QUANTILE = 0.2
/** Fewer red pixels (share of a page) are no ink. */
const HARDLY_ANY = 0.0001

export interface Grayed {
  gray: Gray
  seals: PixelBox[]
}

/** Grey picture of a colour one, without its seals. */
export function withoutSeals(picture: Picture, dpi: number): Grayed {
  const paper = paperColour(picture)
  const cell = Math.max(2, Math.round((CELL * dpi) / POINTS_PER_INCH))
  const columns = Math.ceil(picture.width / cell)
  const rows = Math.ceil(picture.height / cell)
  const counts = new Uint16Array(columns * rows)
  const gray = darkened(picture, paper, (x, y) => {
    counts[Math.floor(y / cell) * columns + Math.floor(x / cell)]!++
  })
  const red = counts.reduce((a, b) => a + b, 0)
  if (red < HARDLY_ANY * gray.data.length) return { gray, seals: [] }
  const least = RED_SHARE * cell * cell
  const regions = redRegions(counts, columns, rows, least)
  const pt = CELL
  const framed = regions.filter((r) => isFramed(counts, columns, least, r)).map((r) => scaledBox(r, pt))
  const compact = sealsAmong(regions.map((r) => scaledBox(r, pt)))
  const seals = [...framed, ...compact].map((box) => ({
    x0: Math.max(0, Math.floor(box.x0 / pt) * cell),
    y0: Math.max(0, Math.floor(box.y0 / pt) * cell),
    x1: Math.min(picture.width, Math.ceil(box.x1 / pt) * cell),
    y1: Math.min(picture.height, Math.ceil(box.y1 / pt) * cell),
  }))
  for (const seal of seals) seeThrough(picture, paper, gray, seal)
  return { gray, seals }
}

const scaledBox = (b: PixelBox, by: number): PixelBox => ({
  x0: b.x0 * by,
  y0: b.y0 * by,
  x1: b.x1 * by,
  y1: b.y1 * by,
})

/** The commonest brightness of each channel in its brighter half. */
function paperColour({ data }: Picture): [number, number, number] {
  const counts = [new Uint32Array(256), new Uint32Array(256), new Uint32Array(256)]
  for (let i = 0; i + 2 < data.length; i += 3 * 31) for (let c = 0; c < 3; c++) counts[c]![data[i + c]!]!++
  const commonest = (n: Uint32Array) => {
    let best = 255
    for (let v = 255; v >= 128; v--) if (n[v]! > n[best]!) best = v
    return best
  }
  return [commonest(counts[0]!), commonest(counts[1]!), commonest(counts[2]!)]
}

/** Luminance; what is red becomes as dark as it is in green light. */
function darkened(
  { width, height, data }: Picture,
  paper: [number, number, number],
  onRed: (x: number, y: number) => void,
): Gray {
  const result = new Uint8Array(width * height)
  const [gainR, gainG, gainB] = paper.map((v) => 255 / v) as [number, number, number]
  const redder = REDDER * 255
  let p = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++, p += 3) {
      const r = data[p]!
      const g = data[p + 1]!
      const b = data[p + 2]!
      if (r > g && r * gainR - Math.max(g * gainG, b * gainB) > redder) {
        result[y * width + x] = g
        onRed(x, y)
      } else result[y * width + x] = (r * 77 + g * 150 + b * 29) >> 8
    }
  return { width, height, channels: 1, data: result }
}

/** Boxes, in squares, of red squares that lie close together. */
function redRegions(counts: Uint16Array, columns: number, rows: number, least: number): PixelBox[] {
  const seen = new Uint8Array(counts.length)
  const regions: PixelBox[] = []
  for (let start = 0; start < counts.length; start++) {
    if (seen[start] || counts[start]! < least) continue
    const box = { x0: columns, y0: rows, x1: 0, y1: 0 }
    const stack = [start]
    seen[start] = 1
    while (stack.length) {
      const at = stack.pop()!
      const x = at % columns
      const y = (at - x) / columns
      box.x0 = Math.min(box.x0, x)
      box.y0 = Math.min(box.y0, y)
      box.x1 = Math.max(box.x1, x + 1)
      box.y1 = Math.max(box.y1, y + 1)
      const reach = BRIDGE + 1
      for (let ny = Math.max(0, y - reach); ny <= Math.min(rows - 1, y + reach); ny++)
        for (let nx = Math.max(0, x - reach); nx <= Math.min(columns - 1, x + reach); nx++) {
          const next = ny * columns + nx
          if (!seen[next] && counts[next]! >= least) {
            seen[next] = 1
            stack.push(next)
          }
        }
    }
    regions.push(box)
  }
  return regions
}

/** A closed frame, longer than seals are. */
function isFramed(
  counts: Uint16Array,
  columns: number,
  least: number,
  { x0, y0, x1, y1 }: PixelBox,
): boolean {
  const [width, height] = [x1 - x0, y1 - y0]
  const isLong = width > LONGEST_SEAL * height && width <= LONGEST_FRAME * height
  if (!isLong || height * CELL < SMALLEST_SEAL || width * CELL > LARGEST_SEAL) return false
  const reach = Math.ceil(NEAR_EDGE * height)
  const closed = (from: number, to: number): boolean => {
    let red = 0
    for (let x = x0; x < x1; x++)
      for (let y = from; y < to; y++)
        if (counts[y * columns + x]! >= least) {
          red++
          break
        }
    return red >= CLOSED * width
  }
  return closed(y0, y0 + reach) && closed(y1 - reach, y1)
}

/** Boxes in points: compact ones that do not stand in a line of their like. */
function sealsAmong(regions: readonly PixelBox[]): PixelBox[] {
  const seals = regions.filter((r) => {
    const width = r.x1 - r.x0
    const height = r.y1 - r.y0
    const smaller = Math.min(width, height)
    const larger = Math.max(width, height)
    if (smaller < SMALLEST_SEAL || larger > LARGEST_SEAL || larger > LONGEST_SEAL * smaller) return false
    return larger >= SURELY_SEAL || !regions.some((other) => other !== r && isBeside(r, other))
  })
  return seals.filter((s) => !seals.some((other) => other !== s && contains(other, s)))
}

const contains = (a: PixelBox, b: PixelBox): boolean =>
  a.x0 <= b.x0 && a.y0 <= b.y0 && a.x1 >= b.x1 && a.y1 >= b.y1

/** Is the other of like size and next in a line or column? */
function isBeside(a: PixelBox, b: PixelBox): boolean {
  const size = Math.max(a.x1 - a.x0, a.y1 - a.y0)
  const other = Math.max(b.x1 - b.x0, b.y1 - b.y0)
  if (other < size / 2 || other > size * 2) return false
  const gapX = Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1)
  const gapY = Math.max(a.y0, b.y0) - Math.min(a.y1, b.y1)
  return Math.min(gapX, gapY) < -size / 2 && Math.max(gapX, gapY) < LETTERHEAD_GAP * size
}

/** Within a seal the picture is seen in red light, in which its ink is nearly paper. */
function seeThrough(
  { width, data }: Picture,
  [paperR, paperG, paperB]: [number, number, number],
  gray: Gray,
  box: PixelBox,
): void {
  const counts = new Uint32Array(256)
  let red = 0
  const isRed = (p: number) =>
    (data[p]! * 255) / paperR - Math.max((data[p + 1]! * 255) / paperG, (data[p + 2]! * 255) / paperB) >
    REDDER * 255
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const p = 3 * (y * width + x)
      if (!isRed(p)) continue
      counts[data[p]!]!++
      red++
    }
  let ink = 0
  for (let seen = counts[0]!; seen < SEAL_QUANTILE * red && ink < 255; ) seen += counts[++ink]!
  const asPaper = paperR / Math.max(1, ink)
  for (let y = box.y0; y < box.y1; y++)
    for (let x = box.x0; x < box.x1; x++) {
      const i = y * width + x
      const p = 3 * i
      // Pixels that are hardly reddish are the seal's rim or text: red light shows what they are, unchanged.
      gray.data[i] = isRed(p) ? Math.min(paperR, Math.round(data[p]! * asPaper)) : data[p]!
    }
}
