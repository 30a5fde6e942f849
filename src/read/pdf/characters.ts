// What both engines do with the characters they find: which are drawn, how high their boxes are, which come twice.
import type { Box } from '../../model/geometry.js'
import type { Glyph } from '../../model/page.js'

export interface ReadGlyphs {
  visible: Glyph[]
  hidden: Glyph[]
  /** Visible characters whose font does not say which character they are. */
  unmapped: number
}

/** Spaces, controls and placeholders leave no ink. */
export const drawsNothing = (code: number): boolean =>
  code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfffe || code === 0xffff

/** A character is seen when its middle is. */
export function seen(box: Box, area: Box): boolean {
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1
}

/** 黑体 and 小标宋 are the display faces of official papers. */
export const isDisplayFace = (fontName: string): boolean =>
  /bold|black|simhei|heiti|^.*hei\b|xiaobiaosong|xbs|黑/i.test(fontName)

/** Fonts whose ascent or descent is absurd give boxes that reach over the lines above and below. */
const TALLEST = 1.4
const FLATTEST = 0.7
/** Share of the type size that stands above the baseline; the rest hangs below. */
export const ASCENT = 0.88

/** Brings a box of absurd height back to the type size around its baseline. */
export function settleHeight(box: Box, em: number, baseline: () => number): void {
  const height = box.y1 - box.y0
  if (em <= 0 || (height <= TALLEST * em && height >= FLATTEST * em)) return
  const at = baseline()
  box.y0 = at - ASCENT * em
  box.y1 = at + (1 - ASCENT) * em
}

/** Bold is faked by drawing a character again a fraction of a point away: share of its width and height. */
const REDRAWN = 0.35

/** Keeps the first of characters drawn again at nearly the same place. */
export function withoutRedrawn(glyphs: Glyph[]): Glyph[] {
  const byPlace = new Map<number, Glyph[]>()
  return glyphs.filter((g) => {
    const near = REDRAWN * Math.max(1, Math.min(g.size, g.x1 - g.x0))
    const [column, row] = [squareOf(g.x0), squareOf(g.y0)]
    const [left, right] = [
      Math.max(column - 1, squareOf(g.x0 - near)),
      Math.min(column + 1, squareOf(g.x0 + near)),
    ]
    const [upper, lower] = [
      Math.max(row - 1, squareOf(g.y0 - near)),
      Math.min(row + 1, squareOf(g.y0 + near)),
    ]
    for (let x = left; x <= right; x++)
      for (let y = upper; y <= lower; y++)
        for (const other of byPlace.get(keyOf(x, y)) ?? NO_GLYPHS)
          if (
            other.text === g.text &&
            Math.abs(other.x0 - g.x0) <= near &&
            Math.abs(other.y0 - g.y0) <= near
          ) {
            other.bold = true
            return false
          }
    const list = byPlace.get(keyOf(column, row))
    if (list) list.push(g)
    else byPlace.set(keyOf(column, row), [g])
    return true
  })
}

/** Which square of a grid of 8 points: no character is looked for further away than in the next. */
const squareOf = (place: number): number => Math.round(place / 8)
/** Pages are less than 65,536 squares high; two squares of one number would only be looked at twice. */
const keyOf = (column: number, row: number): number => column * 65536 + row
const NO_GLYPHS: readonly Glyph[] = []
