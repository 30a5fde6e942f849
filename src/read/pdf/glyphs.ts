import type { Box } from '../../model/geometry.js'
import type { Glyph } from '../../model/page.js'
import type { Engine } from './engine.js'
import type { TextTraits } from './objects.js'
import { type Matrix, transformBox } from './page-space.js'

export interface ReadGlyphs {
  visible: Glyph[]
  hidden: Glyph[]
  /** Visible characters whose font does not say which character they are. */
  unmapped: number
}

/** All characters of a page in view space; what is clipped, off the page or invisible is kept apart. */
export function readGlyphs(
  engine: Engine,
  textPage: number,
  view: Matrix,
  bounds: Box,
  texts: Map<number, TextTraits>,
  page: number,
): ReadGlyphs {
  const { call } = engine
  const scratch = engine.malloc(64)
  const read: ReadGlyphs = { visible: [], hidden: [], unmapped: 0 }
  const count = call.FPDFText_CountChars!(textPage)
  let highSurrogate = 0
  let lastObject = -1
  let type = { em: 0, across: true }
  for (let i = 0; i < count; i++) {
    const code = call.FPDFText_GetUnicode!(textPage, i)
    if (code <= 32 || code === 0xa0 || code === 0x3000 || code === 0xfffe || code === 0xffff) continue
    if (call.FPDFText_IsGenerated!(textPage, i) === 1) continue
    if (code >= 0xd800 && code < 0xdc00) {
      highSurrogate = code
      continue
    }
    const text = highSurrogate ? String.fromCharCode(highSurrogate, code) : String.fromCodePoint(code)
    highSurrogate = 0
    if (!call.FPDFText_GetLooseCharBox!(textPage, i, scratch)) continue
    // FS_RECTF: left, top, right, bottom
    const f = engine.HEAPF32
    const at = scratch >> 2
    const box = transformBox(view, f[at]!, f[at + 3]!, f[at + 2]!, f[at + 1]!)
    const object = call.FPDFText_GetTextObject!(textPage, i)
    const traits = texts.get(object)
    if (object !== lastObject) {
      lastObject = object
      type = typeOf(engine, textPage, i, view, scratch)
    }
    if (type.across) settleHeight(box, type.em, () => baselineOf(engine, textPage, i, view, scratch))
    const glyph: Glyph = {
      text,
      page,
      x0: box.x0,
      y0: box.y0,
      x1: box.x1,
      y1: box.y1,
      size: type.em,
      bold: traits?.bold ?? false,
      confidence: 1,
    }
    if (traits?.invisible || !seen(box, bounds) || (traits?.clip && !seen(box, traits.clip)))
      read.hidden.push(glyph)
    else {
      read.visible.push(glyph)
      if (call.FPDFText_HasUnicodeMapError!(textPage, i) === 1) read.unmapped++
    }
  }
  engine.free(scratch)
  read.visible = withoutRedrawn(read.visible)
  return read
}

/** Bold is faked by drawing a character again a fraction of a point away: share of its width and height. */
const REDRAWN = 0.35

/** Keeps the first of characters drawn again at nearly the same place. */
function withoutRedrawn(glyphs: Glyph[]): Glyph[] {
  const byPlace = new Map<string, Glyph[]>()
  return glyphs.filter((g) => {
    const near = REDRAWN * Math.max(1, Math.min(g.size, g.x1 - g.x0))
    const column = Math.round(g.x0 / 8)
    const row = Math.round(g.y0 / 8)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const other of byPlace.get(`${g.text}${column + dx},${row + dy}`) ?? [])
          if (Math.abs(other.x0 - g.x0) <= near && Math.abs(other.y0 - g.y0) <= near) {
            other.bold = true
            return false
          }
    const key = `${g.text}${column},${row}`
    const list = byPlace.get(key)
    if (list) list.push(g)
    else byPlace.set(key, [g])
    return true
  })
}

/** Fonts whose ascent or descent is absurd give boxes that reach over the lines above and below. */
const TALLEST = 1.4
const FLATTEST = 0.7
/** Share of the type size that stands above the baseline; the rest hangs below. */
const ASCENT = 0.88

/** Brings a box of absurd height back to the type size around its baseline. */
function settleHeight(box: Box, em: number, baseline: () => number): void {
  const height = box.y1 - box.y0
  if (em <= 0 || (height <= TALLEST * em && height >= FLATTEST * em)) return
  const at = baseline()
  box.y0 = at - ASCENT * em
  box.y1 = at + (1 - ASCENT) * em
}

/** Type size in points (font size times the scale of the text matrix), and whether the text runs across the view. */
function typeOf(
  engine: Engine,
  textPage: number,
  index: number,
  view: Matrix,
  scratch: number,
): { em: number; across: boolean } {
  const size = engine.call.FPDFText_GetFontSize!(textPage, index)
  if (!engine.call.FPDFText_GetMatrix!(textPage, index, scratch)) return { em: 0, across: true }
  const f = engine.HEAPF32
  const at = scratch >> 2
  const [a, b, c, d] = [f[at]!, f[at + 1]!, f[at + 2]!, f[at + 3]!]
  const dx = view.a * a + view.c * b
  const dy = view.b * a + view.d * b
  return { em: size * Math.sqrt(Math.abs(a * d - b * c)), across: Math.abs(dx) >= Math.abs(dy) }
}

/** y of the character's baseline in view space. */
function baselineOf(engine: Engine, textPage: number, index: number, view: Matrix, scratch: number): number {
  engine.call.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8)
  const d = engine.HEAPF64
  const at = scratch >> 3
  return view.b * d[at]! + view.d * d[at + 1]! + view.f
}

/** A character is seen when its middle is. */
function seen(box: Box, area: Box): boolean {
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1
}
