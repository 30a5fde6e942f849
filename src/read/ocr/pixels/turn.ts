// Quarter and half turns, and whether a page lies on its side. Which side is up, pixels do not tell.
import type { Gray, PixelBox, PixelRuling } from '../picture.js'
import type { Blobs } from './blobs.js'

/** Blobs of this share of the text height are whole characters or large parts of them. */
const SMALLEST_CHARACTER = 0.45
const LARGEST_CHARACTER = 1.6
/** Neighbours overlap by this share of the smaller one. */
const OVERLAP = 0.5
/** Farther than this many text heights nobody is a neighbour. */
const REACH = 3
/** Fewer neighbours than this prove nothing, and the page stays as it is. */
const ENOUGH = 12
/** Pages stand upright unless clearly more characters say otherwise: sideways neighbours for each upright one. */
const CLEARLY = 1.3

/** Characters stand closer within a line than lines do: do most have their nearest neighbour above or below? */
export function liesOnItsSide(blobs: Blobs, textHeight: number): boolean {
  const characters: number[] = []
  for (let b = 0; b < blobs.count; b++) {
    const larger = Math.max(blobs.x1[b]! - blobs.x0[b]!, blobs.y1[b]! - blobs.y0[b]!)
    if (larger >= SMALLEST_CHARACTER * textHeight && larger <= LARGEST_CHARACTER * textHeight)
      characters.push(b)
  }
  const reach = REACH * textHeight
  const right = nearestGaps(characters, blobs.x0, blobs.x1, blobs.y0, blobs.y1, reach)
  const below = nearestGaps(characters, blobs.y0, blobs.y1, blobs.x0, blobs.x1, reach)
  let upright = 0
  let sideways = 0
  for (let i = 0; i < characters.length; i++) {
    if (right[i]! < below[i]!) upright++
    else if (below[i]! < right[i]!) sideways++
  }
  return upright + sideways >= ENOUGH && sideways > CLEARLY * upright
}

/** For each box the gap to the next one along the first axis that overlaps on the second; Infinity = none. */
function nearestGaps(
  boxes: readonly number[],
  from: Int32Array,
  to: Int32Array,
  low: Int32Array,
  high: Int32Array,
  reach: number,
): Float32Array {
  const order = boxes.map((_, i) => i).sort((a, b) => from[boxes[a]!]! - from[boxes[b]!]!)
  const gaps = new Float32Array(boxes.length).fill(Infinity)
  // Boxes in bands across, each in order along the axis, so that only those nearby are looked at.
  const bands = new Map<number, number[]>()
  for (const i of order) {
    const b = boxes[i]!
    for (let band = Math.floor(low[b]! / reach); band <= Math.floor(high[b]! / reach); band++) {
      const list = bands.get(band)
      if (list) list.push(i)
      else bands.set(band, [i])
    }
  }
  for (const list of bands.values())
    for (let p = 0; p < list.length; p++) {
      const a = boxes[list[p]!]!
      for (let q = p + 1; q < list.length; q++) {
        const b = boxes[list[q]!]!
        const gap = from[b]! - to[a]!
        if (gap > reach || gap >= gaps[list[p]!]!) break
        const shared = Math.min(high[a]!, high[b]!) - Math.max(low[a]!, low[b]!)
        if (gap < 0 || shared < OVERLAP * Math.min(high[a]! - low[a]!, high[b]! - low[b]!)) continue
        gaps[list[p]!] = gap
        break
      }
    }
  return gaps
}

/** Turned by a quarter clockwise, in squares that fit the cache. */
export function quarterTurn({ width, height, data }: Gray): Gray {
  const SQUARE = 64
  const result = new Uint8Array(data.length)
  for (let top = 0; top < height; top += SQUARE)
    for (let left = 0; left < width; left += SQUARE)
      for (let x = left; x < Math.min(width, left + SQUARE); x++)
        for (let y = top; y < Math.min(height, top + SQUARE); y++)
          result[x * height + height - 1 - y] = data[y * width + x]!
  return { width: height, height: width, channels: 1, data: result }
}

/** Where a box lies after a quarter turn clockwise of a picture of that height. */
export const quarterTurnBox = (box: PixelBox, height: number): PixelBox => ({
  x0: height - box.y1,
  y0: box.x0,
  x1: height - box.y0,
  y1: box.x1,
})

export const halfTurn = (gray: Gray): Gray => ({ ...gray, data: gray.data.slice().reverse() })

export const halfTurnBox = (box: PixelBox, { width, height }: Gray): PixelBox => ({
  x0: width - box.x1,
  y0: height - box.y1,
  x1: width - box.x0,
  y1: height - box.y0,
})

export function halfTurnRuling(ruling: PixelRuling, { width, height }: Gray): PixelRuling {
  const [across, along] = ruling.direction === 'horizontal' ? [height, width] : [width, height]
  return { ...ruling, at: across - ruling.at, from: along - ruling.to, to: along - ruling.from }
}
