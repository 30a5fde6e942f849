import { bandsOf } from '../../../src/layout/lines.js'
import type { Glyph } from '../../../src/model/page.js'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'
import { settleForms } from '../../../src/read/ocr/figures.js'
import { settleWords } from '../../../src/read/ocr/words.js'

/** What the reader makes of recognized words before anybody sees them: forms of figures, names of the field. */
export const resettled = (glyphs: readonly Glyph[]): Glyph[] =>
  bandsOf([...glyphs]).flatMap((band) => {
    const line = band as ReadingGlyph[]
    return (settleWords([line]) as ReadingGlyph[][]).flatMap((l) => settleForms(l) as ReadingGlyph[])
  })

/** A recognized glyph is a recognized character with a place on the page. */
type ReadingGlyph = Glyph & ReadCharacter
