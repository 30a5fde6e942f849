// Uneven light is divided away: shadows of gutter and folds, grey paper, faint ink that shows through from behind.
import type { Gray } from '../picture.js'

const POINTS_PER_INCH = 72

/** Paper is looked for in squares of this size, points: wider than a stroke of running text. */
const CELL = 3
/** Squares around: bridges strokes of headings (3 squares = 9 pt) and still follows a narrow gutter. */
const NEAR = 1
/** Squares around: bridges strokes of a letterhead and black fills (7 squares = 21 pt). */
const FAR = 3
/** Paper in the shadow is at least this bright beside paper nearby; what is darker is broad ink. */
const DARKEST_SHADOW = 0.5
/** Below this nothing is known about the paper, and noise would be blown up. */
const DARKEST_PAPER = 24
/** White point beside the paper's brightness: below lies what shows through, above only noise. */
const LOWEST_WHITE = 0.85
const HIGHEST_WHITE = 0.92
/** The paper's grain ends where its histogram has fallen to this share of its peak. */
const GRAIN_ENDS = 0.05
/** Ink is at least this dark on some pages; thin blurred print is stretched no further. */
const PALEST_BLACK = 0.4
/** Ink of this brightness, from black to paper, stays as dark as it is: thin strokes are not bleached with the grain. */
const FAINT = 0.7
/** Share of pixels that are taken for fully black. */
const BLACK_SHARE = 0.005

/** Every third pixel of every third row is counted. */
const SAMPLE = 3
/** Light changes little from row to row: so many share their gain. */
const SAME_GAIN = 4
/** Brightness is counted in steps of 1/256 of the paper's, up to twice of it. */
const PAPER = 256
const LEVELS = 2 * PAPER

interface Cells {
  columns: number
  rows: number
  size: number
  values: Float32Array
}

/** A new picture in which paper is 255 and ink dark, whatever the light was. */
export function flattenLight(gray: Gray, dpi: number): Gray {
  const paper = paperBrightness(gray, Math.max(2, Math.round((CELL * dpi) / POINTS_PER_INCH)))
  const tone = toneCurve(countLevels(gray, paper))
  const { width, height } = gray
  const data = new Uint8Array(width * height)
  const gain = new Float32Array(width)
  for (let y = 0; y < height; y++) {
    if (y % SAME_GAIN === 0) setGain(gain, paper, y + SAME_GAIN / 2)
    applyGain(gray.data, data, y * width, gain, tone)
  }
  return { width, height, channels: 1, data }
}

function applyGain(
  from: Uint8Array,
  to: Uint8Array,
  start: number,
  gain: Float32Array,
  tone: Uint8Array,
): void {
  for (let x = 0; x < gain.length; x++) {
    const level = (from[start + x]! * gain[x]!) | 0
    to[start + x] = tone[level < LEVELS ? level : LEVELS - 1]!
  }
}

/** How often each level of brightness beside the paper's occurs. */
function countLevels({ width, height, data }: Gray, paper: Cells): Uint32Array {
  const counts = new Uint32Array(LEVELS)
  const gain = new Float32Array(width)
  for (let y = 0; y < height; y += SAMPLE) {
    setGain(gain, paper, y)
    for (let x = 0; x < width; x += SAMPLE)
      counts[Math.min(LEVELS - 1, (data[y * width + x]! * gain[x]!) | 0)]!++
  }
  return counts
}

/** How bright the paper is around each square. */
function paperBrightness(gray: Gray, size: number): Cells {
  const brightest = brightestOfCells(gray, size)
  const near = closed(brightest, NEAR)
  const far = closed(brightest, FAR)
  const values = near.values.map((v, i) =>
    Math.max(DARKEST_PAPER, v < DARKEST_SHADOW * far.values[i]! ? far.values[i]! : v),
  )
  return smoothed({ ...brightest, values })
}

/** Means of 2×2 pixels are compared, so that grain does not pass for paper. */
function brightestOfCells({ width, height, data }: Gray, size: number): Cells {
  const columns = Math.ceil(width / size)
  const rows = Math.ceil(height / size)
  const values = new Float32Array(columns * rows)
  for (let y = 0; y < height; y += 2) {
    const below = y + 1 < height ? width : 0
    const row = Math.floor(y / size) * columns
    for (let column = 0; column < columns; column++) {
      const end = Math.min(width - 1, (column + 1) * size)
      let most = values[row + column]! * 4
      for (let i = y * width + column * size; i < y * width + end; i += 2) {
        const sum = data[i]! + data[i + 1]! + data[i + below]! + data[i + below + 1]!
        if (sum > most) most = sum
      }
      values[row + column] = most / 4
    }
  }
  return { columns, rows, size, values }
}

/** Dark spots narrower than the window vanish, edges of broad ones stay where they are. */
function closed(cells: Cells, reach: number): Cells {
  const { columns, rows } = cells
  let values = cells.values
  for (const isBrightest of [true, false]) {
    values = windowed(values, rows, columns, columns, 1, reach, isBrightest)
    values = windowed(values, columns, rows, 1, columns, reach, isBrightest)
  }
  return { ...cells, values }
}

/** Brightest or darkest of the squares within reach, along one direction. */
function windowed(
  values: Float32Array,
  lines: number,
  length: number,
  stepLine: number,
  step: number,
  reach: number,
  isBrightest: boolean,
): Float32Array {
  const result = new Float32Array(values.length)
  for (let l = 0; l < lines; l++)
    for (let i = 0; i < length; i++) {
      let picked = values[l * stepLine + i * step]!
      const end = Math.min(length - 1, i + reach)
      for (let k = Math.max(0, i - reach); k <= end; k++) {
        const v = values[l * stepLine + k * step]!
        if (isBrightest ? v > picked : v < picked) picked = v
      }
      result[l * stepLine + i * step] = picked
    }
  return result
}

function smoothed(cells: Cells): Cells {
  const { columns, rows, values } = cells
  const result = new Float32Array(values.length)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      let sum = 0
      let n = 0
      for (let y = Math.max(0, r - 1); y <= Math.min(rows - 1, r + 1); y++)
        for (let x = Math.max(0, c - 1); x <= Math.min(columns - 1, c + 1); x++) {
          sum += values[y * columns + x]!
          n++
        }
      result[r * columns + c] = sum / n
    }
  return { ...cells, values: result }
}

/** Sets what each pixel of a row is multiplied with so that paper becomes PAPER. */
function setGain(gain: Float32Array, { columns, rows, size, values }: Cells, y: number): void {
  const [row, nextRow, shareY] = between(y, size, rows)
  // From the middle of one square to the next, and level beyond the first and the last.
  let before = 0
  let x = 0
  for (let c = 0; c <= columns; c++) {
    const column = Math.min(columns - 1, c)
    const paper =
      values[row * columns + column]! * (1 - shareY) + values[nextRow * columns + column]! * shareY
    const here = PAPER / paper
    if (c === 0) before = here
    const slope = (here - before) / size
    const middle = (c - 0.5) * size
    const end = Math.min(gain.length, c === columns ? gain.length : Math.ceil(middle + size))
    for (; x < end; x++) gain[x] = before + slope * (x - middle)
    before = here
  }
}

/** The two squares whose middles lie around a pixel, and how far it is on its way to the second. */
function between(at: number, size: number, count: number): [number, number, number] {
  const place = Math.max(0, Math.min(count - 1, (at + 0.5) / size - 0.5))
  const first = Math.floor(place)
  return [first, Math.min(count - 1, first + 1), place - first]
}

/** From the counts of brightness levels: which grey each level becomes. */
function toneCurve(counts: Uint32Array): Uint8Array {
  let mode = PAPER / 2
  for (let i = mode; i < LEVELS; i++) if (counts[i]! > counts[mode]!) mode = i
  let grain = mode
  while (grain > 0 && counts[grain]! > GRAIN_ENDS * counts[mode]!) grain--
  const white = Math.max(LOWEST_WHITE * mode, Math.min(HIGHEST_WHITE * mode, grain))
  const darkest = BLACK_SHARE * counts.reduce((a, b) => a + b, 0)
  let black = 0
  for (let seen = counts[0]!; seen < darkest && black < PALEST_BLACK * mode; ) seen += counts[++black]!
  const share = (level: number, top: number) => Math.max(0, Math.min(1, (level - black) / (top - black)))
  const faint = black + FAINT * (mode - black)
  const gamma = Math.log(share(faint, mode)) / Math.log(share(faint, white))
  return Uint8Array.from({ length: LEVELS }, (_, level) => Math.round(255 * share(level, white) ** gamma))
}
