import type { Box } from '../../../model/geometry.js'
import type { Glyph } from '../../../model/page.js'
import { drawsNothing, type ReadGlyphs, seen, settleHeight, withoutRedrawn } from '../characters.js'
import { type Matrix, scaleOf, transformBox } from '../page-space.js'
import type { Engine } from './engine.js'
import type { TextTraits } from './objects.js'

/** What PDFium makes of a hyphen that ends a line: it may only break a word, but the page shows it. */
const HYPHEN_AT_LINE_END = 2

const LAST_CHARACTER = 0x10ffff
/** Stands for what no character is. */
const NO_CHARACTER = 0xfffd

const characterOf = (read: number): number =>
  read === HYPHEN_AT_LINE_END ? 0x2d : read > LAST_CHARACTER || read < 0 ? NO_CHARACTER : read

/** All characters of a page in view space; what is clipped, off the page or invisible is kept apart. */
export function readGlyphs(
  engine: Engine,
  textPage: number,
  view: Matrix,
  bounds: Box,
  texts: Map<number, TextTraits>,
  page: number,
): ReadGlyphs {
  const {
    FPDFText_GetUnicode: unicodeAt,
    FPDFText_IsGenerated: isGenerated,
    FPDFText_GetLooseCharBox: looseBoxAt,
    FPDFText_GetTextObject: objectAt,
    FPDFText_HasUnicodeMapError: hasMapError,
  } = engine.call
  const scratch = engine.malloc(64)
  const found: ReadGlyphs = { visible: [], hidden: [], unmapped: 0 }
  const count = engine.call.FPDFText_CountChars!(textPage)
  let highSurrogate = 0
  let lastObject = -1
  let type = { em: 0, across: true }
  let traits: TextTraits | undefined
  for (let i = 0; i < count; i++) {
    const code = characterOf(unicodeAt!(textPage, i))
    if (drawsNothing(code)) continue
    if (isGenerated!(textPage, i) === 1) continue
    if (code >= 0xd800 && code < 0xdc00) {
      highSurrogate = code
      continue
    }
    const text = highSurrogate ? String.fromCharCode(highSurrogate, code) : String.fromCodePoint(code)
    highSurrogate = 0
    if (!looseBoxAt!(textPage, i, scratch)) continue
    // FS_RECTF: left, top, right, bottom
    const f = engine.HEAPF32
    const at = scratch >> 2
    const box = transformBox(view, f[at]!, f[at + 3]!, f[at + 2]!, f[at + 1]!)
    const object = objectAt!(textPage, i)
    if (object !== lastObject) {
      lastObject = object
      traits = texts.get(object)
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
      found.hidden.push(glyph)
    else {
      found.visible.push(glyph)
      if (hasMapError!(textPage, i) === 1) found.unmapped++
    }
  }
  engine.free(scratch)
  found.visible = withoutRedrawn(found.visible)
  return found
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
  return { em: Math.abs(size) * scaleOf({ a, b, c, d, e: 0, f: 0 }), across: Math.abs(dx) >= Math.abs(dy) }
}

/** y of the character's baseline in view space. */
function baselineOf(engine: Engine, textPage: number, index: number, view: Matrix, scratch: number): number {
  engine.call.FPDFText_GetCharOrigin!(textPage, index, scratch, scratch + 8)
  const d = engine.HEAPF64
  const at = scratch >> 3
  return view.b * d[at]! + view.d * d[at + 1]! + view.f
}
