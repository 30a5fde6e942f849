import type { Picture } from '../../src/read/ocr/picture.js'

/** A part of a picture and where it begins in it, pixels. */
export interface Piece {
  x: number
  y: number
  picture: Picture
}

/** A picture in so many columns and rows of nearly the same size, as scanners store what they read piece by piece. */
export function pieces(picture: Picture, columns: number, rows: number): Piece[] {
  const at = (length: number, parts: number) =>
    Array.from({ length: parts + 1 }, (_, i) => Math.round((i * length) / parts))
  const [xs, ys] = [at(picture.width, columns), at(picture.height, rows)]
  return ys
    .slice(1)
    .flatMap((y1, r) => xs.slice(1).map((x1, c) => piece(picture, xs[c] as number, ys[r] as number, x1, y1)))
}

function piece({ width, channels, data }: Picture, x: number, y: number, x1: number, y1: number): Piece {
  const row = (x1 - x) * channels
  const part = new Uint8Array(row * (y1 - y))
  for (let line = y; line < y1; line++) {
    const from = (line * width + x) * channels
    part.set(data.subarray(from, from + row), (line - y) * row)
  }
  return { x, y, picture: { width: x1 - x, height: y1 - y, channels, data: part } }
}
