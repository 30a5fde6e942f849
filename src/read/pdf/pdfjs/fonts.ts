import { ASCENT, isDisplayFace } from '../characters.js'
import type { PDFPageProxy } from './library.js'

/** A font as pdf.js hands it over; what is not there was not in the file. */
export interface RawFont {
  name?: string
  bold?: boolean
  black?: boolean
  ascent?: number
  descent?: number
  bbox?: number[]
  fontMatrix?: number[]
  vertical?: boolean
  defaultVMetrics?: number[]
  isType3Font?: boolean
  /** Made of CID fonts; others name their characters by glyph names too. */
  composite?: boolean
  toUnicode?: { _map?: ArrayLike<unknown> }
  differences?: ArrayLike<unknown>
  defaultEncoding?: ArrayLike<unknown>
}

/** One code of a string in a font: a character, part of one, or several. */
export interface RawGlyph {
  originalCharCode: number
  unicode: string
  /** In units of the font's matrix. */
  width: number
  /** Advance, x and y of the vertical origin. */
  vmetric?: number[]
  isSpace: boolean
}

export interface Font {
  bold: boolean
  /** Top and bottom of a line of this font around the baseline, in ems. */
  ascent: number
  descent: number
  /** Font units to ems. */
  unit: number
  /** Advance, x and y of the origin for fonts that run downward. */
  vertical: number[] | undefined
  /** Whether the font itself says which character a code stands for. */
  names(code: number): boolean
}

/** The fonts that a page's operators set, by their names there. */
export async function fontsOf(page: PDFPageProxy, names: Iterable<string>): Promise<Map<string, Font>> {
  const fonts = new Map<string, Font>()
  for (const name of new Set(names)) {
    const raw = await new Promise<unknown>((found) => page.commonObjs.get(name, found))
    // A font that could not be read comes as words about the error.
    if (raw && typeof raw === 'object') fonts.set(name, fontOf(raw as RawFont))
  }
  return fonts
}

function fontOf(raw: RawFont): Font {
  const { ascent, descent } = metricsOf(raw)
  const names = [raw.toUnicode?._map, ...(raw.composite ? [] : [raw.differences, raw.defaultEncoding])]
  return {
    bold: isDisplayFace(raw.name ?? '') || raw.bold === true || raw.black === true,
    ascent,
    descent,
    unit: raw.fontMatrix?.[0] ?? 0.001,
    vertical: raw.vertical ? (raw.defaultVMetrics ?? [-1000, 500, 1000 * ASCENT]) : undefined,
    names: (code) => names.some((of) => of?.[code]),
  }
}

/** Ascent and descent in ems; a font may say neither, or the descent without its sign. */
function metricsOf(raw: RawFont): { ascent: number; descent: number } {
  const { ascent = 0, descent = 0, bbox, fontMatrix } = raw
  // Fonts of drawn glyphs have no line of type: the box around all of them stands for it.
  if (raw.isType3Font && bbox && fontMatrix && bbox[3]! > bbox[1]!)
    return { ascent: bbox[3]! * fontMatrix[3]!, descent: bbox[1]! * fontMatrix[3]! }
  const below = descent > 0.01 ? -descent : descent
  return ascent - below > 0 ? { ascent, descent: below } : { ascent: ASCENT, descent: ASCENT - 1 }
}
