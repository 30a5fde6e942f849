import { isDisplayFace } from '../characters.js'
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
  toUnicode?: { _map?: (string | number | undefined)[]; firstChar?: number }
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

/** Share of the type size above the baseline where a font does not say. */
const ASCENT = 0.88

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
  const map = raw.toUnicode?._map
  return {
    bold: isDisplayFace(raw.name ?? '') || raw.bold === true || raw.black === true,
    ascent,
    descent,
    unit: raw.fontMatrix?.[0] ?? 0.001,
    vertical: raw.vertical ? (raw.defaultVMetrics ?? [-1000, 500, 880]) : undefined,
    names: (code) => map?.[code] !== undefined,
  }
}

/** Ascent and descent in ems; a font may say neither, or the descent without its sign. */
function metricsOf({ ascent = 0, descent = 0 }: RawFont): { ascent: number; descent: number } {
  const below = descent > 0.01 ? -descent : descent
  return ascent - below > 0 ? { ascent, descent: below } : { ascent: ASCENT, descent: ASCENT - 1 }
}
