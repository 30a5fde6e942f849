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
    const traits = texts.get(call.FPDFText_GetTextObject!(textPage, i))
    const glyph: Glyph = {
      text,
      page,
      x0: box.x0,
      y0: box.y0,
      x1: box.x1,
      y1: box.y1,
      size: box.y1 - box.y0,
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
  return read
}

/** A character is seen when its middle is. */
function seen(box: Box, area: Box): boolean {
  const x = (box.x0 + box.x1) / 2
  const y = (box.y0 + box.y1) / 2
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1
}
