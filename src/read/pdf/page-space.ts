import type { Box } from '../../model/geometry.js'

/** Affine matrix as PDF writes it: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Matrix {
  a: number
  b: number
  c: number
  d: number
  e: number
  f: number
}

export const IDENTITY: Matrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/** First `inner`, then `outer`. */
export const multiply = (inner: Matrix, outer: Matrix): Matrix => ({
  a: inner.a * outer.a + inner.b * outer.c,
  b: inner.a * outer.b + inner.b * outer.d,
  c: inner.c * outer.a + inner.d * outer.c,
  d: inner.c * outer.b + inner.d * outer.d,
  e: inner.e * outer.a + inner.f * outer.c + outer.e,
  f: inner.e * outer.b + inner.f * outer.d + outer.f,
})

/** The axis-parallel box around a transformed rectangle. */
export function transformBox(m: Matrix, left: number, bottom: number, right: number, top: number): Box {
  const [xl, xr, xb, xt] = [m.a * left, m.a * right, m.c * bottom, m.c * top]
  const [yl, yr, yb, yt] = [m.b * left, m.b * right, m.d * bottom, m.d * top]
  return {
    x0: Math.min(xl, xr) + Math.min(xb, xt) + m.e,
    y0: Math.min(yl, yr) + Math.min(yb, yt) + m.f,
    x1: Math.max(xl, xr) + Math.max(xb, xt) + m.e,
    y1: Math.max(yl, yr) + Math.max(yb, yt) + m.f,
  }
}

export const transformPoint = (m: Matrix, x: number, y: number): { x: number; y: number } => ({
  x: m.a * x + m.c * y + m.e,
  y: m.b * x + m.d * y + m.f,
})

/** How much longer lengths become, both directions taken together. */
export const scaleOf = (m: Matrix): number => Math.sqrt(Math.abs(m.a * m.d - m.b * m.c))

/** The page as a reader sees it. */
export interface View {
  width: number
  height: number
  /** From PDF user space to view space. */
  view: Matrix
}

/** Undoes /Rotate; `rotation` counts quarter turns clockwise. */
export function viewOf(crop: Box, rotation: number): View {
  const turned = (rotation & 1) === 1
  return {
    width: turned ? crop.y1 - crop.y0 : crop.x1 - crop.x0,
    height: turned ? crop.x1 - crop.x0 : crop.y1 - crop.y0,
    view: viewMatrix(crop, rotation),
  }
}

/**
 * Matrix from PDF user space (origin bottom left, before /Rotate) to the page as a reader sees it
 * (origin top left, y downward). `rotation` counts quarter turns clockwise.
 */
function viewMatrix(crop: Box, rotation: number): Matrix {
  switch (rotation & 3) {
    case 1:
      return { a: 0, b: 1, c: 1, d: 0, e: -crop.y0, f: -crop.x0 }
    case 2:
      return { a: -1, b: 0, c: 0, d: 1, e: crop.x1, f: -crop.y0 }
    case 3:
      return { a: 0, b: -1, c: -1, d: 0, e: crop.y1, f: crop.x1 }
    default:
      return { a: 1, b: 0, c: 0, d: -1, e: -crop.x0, f: crop.y1 }
  }
}
