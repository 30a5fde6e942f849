import type { Box } from '../../model/geometry.js'
import type { Glyph, PageDoubt } from '../../model/page.js'
import { coverage } from './pictures.js'

/** Pictures that cover so much of a page beside hardly any text are a scan; cover art and charts stay below … */
const MOST_OF_PAGE = 0.5
/** … and beside no text at all this much is one whose margins were cropped: a chart that stands alone is smaller. */
const PART_OF_PAGE = 0.2
/** Real filings have single odd characters (bullets of symbol fonts); garbage has them everywhere. */
const MUCH = 0.2
/** A page number or a stamp on top of a scan is not a text layer. */
const FEW = 12

interface Evidence {
  width: number
  height: number
  visible: Glyph[]
  hidden: Glyph[]
  pictures: Box[]
  unmapped: number
}

/** Whether a page's text layer can be believed; undefined = yes (an empty page is believed). */
export function doubtOf(page: Evidence): PageDoubt | undefined {
  const { visible } = page
  if (isScan(page)) return page.hidden.length >= FEW ? 'picture-with-text' : 'no-text'
  if (visible.length === 0) return undefined
  const share = (test: (code: number) => boolean) =>
    visible.filter((g) => test(g.text.codePointAt(0) as number)).length / visible.length
  if (share(isPrivate) > MUCH) return 'private-use'
  if (share(isNoCharacter) > MUCH) return 'garbage'
  if (page.unmapped / visible.length > MUCH && share(isPlausible) < 1 - MUCH) return 'garbage'
  return undefined
}

/** Whether a page is a picture of one; what is printed on top of it is no text layer. */
function isScan({ visible, pictures, width, height }: Evidence): boolean {
  if (visible.length >= FEW) return false
  const covered = coverage(pictures, { x0: 0, y0: 0, x1: width, y1: height })
  return covered >= (visible.length > 0 ? MOST_OF_PAGE : PART_OF_PAGE)
}

/** Single ones come from logos and stamps. */
const FEW_LOST = 3

/** Whether characters of a believed page are lost: their fonts give them no meaning, or one of their makers' own. */
export const isDamaged = (visible: readonly Glyph[]): boolean =>
  visible.filter(({ text }) => {
    const code = text.codePointAt(0) as number
    return isNoCharacter(code) || (isPrivate(code) && !isSymbol(code))
  }).length >= FEW_LOST

const isNoCharacter = (c: number): boolean => c === 0xfffd || c < 32 || (c >= 0x80 && c < 0xa0)

const isPrivate = (c: number): boolean => (c >= 0xe000 && c <= 0xf8ff) || c >= 0xf0000

/** Bullets and boxes of symbol fonts. */
const isSymbol = (c: number): boolean => c >= 0xf000 && c <= 0xf0ff

/** Characters that Chinese official papers consist of. */
const isPlausible = (c: number): boolean =>
  (c >= 0x20 && c < 0x7f) ||
  (c >= 0x4e00 && c <= 0x9fff) ||
  (c >= 0x3000 && c <= 0x303f) ||
  (c >= 0xff00 && c <= 0xffef) ||
  (c >= 0x2010 && c <= 0x2200)
