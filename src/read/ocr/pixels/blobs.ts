// Connected pieces of ink, found from runs of dark pixels row by row.
import type { Gray } from '../picture.js'
import { fours, WHITE_FOUR } from './white.js'

/** Darker than this is ink once the light is flat. */
export const INK = 128

/** Runs of ink and the blobs they belong to: arrays of equal length, one entry a run or a blob. Pixels. */
export interface Blobs {
  count: number
  x0: Int32Array
  y0: Int32Array
  x1: Int32Array
  y1: Int32Array
  area: Int32Array
  runs: { row: Int32Array; from: Int32Array; to: Int32Array; blob: Int32Array }
}

/** Ink touching at sides or corners belongs together. */
export function findBlobs(gray: Gray, darkness = INK): Blobs {
  const { width, height, data } = gray
  const four = fours(gray)
  let capacity = 1 << 16
  let row = new Int32Array(capacity)
  let from = new Int32Array(capacity)
  let to = new Int32Array(capacity)
  let parent = new Int32Array(capacity)
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!
      i = parent[i]!
    }
    return i
  }
  let n = 0
  let above = 0
  for (let y = 0; y < height; y++) {
    const first = n
    const end = (y + 1) * width
    for (let i = y * width; i < end; i++) {
      if ((i & 3) === 0 && four[i >> 2] === WHITE_FOUR) i += 3
      if (data[i]! >= darkness) continue
      const start = i
      while (i < end && data[i]! < darkness) i++
      if (n === capacity) {
        capacity *= 2
        row = grown(row, capacity)
        from = grown(from, capacity)
        to = grown(to, capacity)
        parent = grown(parent, capacity)
      }
      row[n] = y
      from[n] = start - y * width
      to[n] = i - y * width
      parent[n] = n
      n++
    }
    for (let a = above, b = first; a < first && b < n; ) {
      if (from[a]! <= to[b]! && from[b]! <= to[a]!) {
        const ra = root(a)
        const rb = root(b)
        if (ra < rb) parent[rb] = ra
        else parent[ra] = rb
      }
      if (to[a]! < to[b]!) a++
      else b++
    }
    above = first
  }
  return measured(n, row, from, to, parent, root)
}

function measured(
  n: number,
  row: Int32Array,
  from: Int32Array,
  to: Int32Array,
  parent: Int32Array,
  root: (i: number) => number,
): Blobs {
  const blob = new Int32Array(n)
  let count = 0
  for (let i = 0; i < n; i++) blob[i] = parent[i] === i ? count++ : blob[root(i)]!
  const x0 = new Int32Array(count).fill(0x7fffffff)
  const y0 = new Int32Array(count).fill(0x7fffffff)
  const x1 = new Int32Array(count)
  const y1 = new Int32Array(count)
  const area = new Int32Array(count)
  for (let i = 0; i < n; i++) {
    const b = blob[i]!
    if (from[i]! < x0[b]!) x0[b] = from[i]!
    if (to[i]! > x1[b]!) x1[b] = to[i]!
    if (row[i]! < y0[b]!) y0[b] = row[i]!
    y1[b] = row[i]! + 1
    area[b]! += to[i]! - from[i]!
  }
  const part = (values: Int32Array) => values.subarray(0, n)
  return { count, x0, y0, x1, y1, area, runs: { row: part(row), from: part(from), to: part(to), blob } }
}

function grown(values: Int32Array, capacity: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(capacity)
  larger.set(values)
  return larger
}
