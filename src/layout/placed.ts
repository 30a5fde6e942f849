import type { Block, Line } from '../model/document.js'
import type { Glyph, Page } from '../model/page.js'
import type { Text } from '../model/text.js'

/** Characters of the pages that stand in none of the blocks and lines: what layout left behind. */
export function unplacedGlyphs(pages: Page[], blocks: Block[], lines: Line[]): Glyph[] {
  const placed = new Set<Glyph>()
  const place = (text: Text) => {
    for (const glyph of text.glyphs) if (glyph) placed.add(glyph)
  }
  for (const line of lines) place(line.text)
  for (const block of blocks)
    if (block.kind === 'table')
      for (const text of [...block.cells.map((c) => c.text), ...block.captionTexts, ...block.repeatedHeader])
        place(text)
    else if (block.kind === 'heading') {
      place(block.numberText)
      place(block.title)
    } else place(block.text)
  return pages.flatMap((page) => page.glyphs.filter((g) => !placed.has(g)))
}
