import type { Box } from '../../model/geometry.js'
import type { Glyph, PageDoubt } from '../../model/page.js'

/** A scan covers nearly the whole page; cover art and charts stay below. */
const FULL_PAGE = 0.7
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
  const covered = Math.max(
    0,
    ...page.pictures.map((p) => ((p.x1 - p.x0) * (p.y1 - p.y0)) / (page.width * page.height)),
  )
  const { visible } = page
  if (visible.length < FEW && covered >= FULL_PAGE)
    return page.hidden.length >= FEW ? 'picture-with-text' : 'no-text'
  if (visible.length === 0) return covered >= 0.2 ? 'no-text' : undefined
  const share = (test: (code: number) => boolean) =>
    visible.filter((g) => test(g.text.codePointAt(0) as number)).length / visible.length
  if (share(isPrivate) > MUCH) return 'private-use'
  if (share(isNoCharacter) > MUCH) return 'garbage'
  if (page.unmapped / visible.length > MUCH && share(isPlausible) < 1 - MUCH) return 'garbage'
  return undefined
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
