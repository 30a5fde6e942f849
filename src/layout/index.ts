// Takes the pages of a file, gives its document: headings, paragraphs and joined tables in reading order.
// Orders glyphs by geometry alone and sets furniture, cover, contents and captions apart.
// Never knows budgets: which table or section it is, and what a figure means, is for extraction.
import type { Block, Document, Line } from '../model/document.js'
import type { Page } from '../model/page.js'
import { blocksOf } from './blocks.js'
import { apartFromFurniture } from './furniture.js'
import { leavesOf } from './leaves.js'
import { linesOf } from './lines.js'
import { captionedTables, partsOf } from './page-parts.js'
import { unplacedGlyphs } from './placed.js'
import { stitch } from './stitch.js'

/** The printed lines of all pages as they stand, for a person to look at. */
export const printedLines = (pages: Page[]): Line[] => pages.flatMap((page) => linesOf(page.glyphs))

/** Pages → document. Pages without believable text contribute nothing but their summary. */
export function layOut(filed: Page[]): Document {
  const leaves = leavesOf(filed)
  const pages = leaves.map(({ page }) => page)
  const read = pages.map((page) => ({ page, ...partsOf(page) }))
  const { lines, furniture, pageNumbers } = apartFromFurniture(read)
  const pieces = captionedTables(read.map(({ page, grids }, i) => ({ page, grids, lines: lines[i] ?? [] })))
  const used = new Set(pieces.flatMap((piece) => [...piece.captions.used]))
  const free = read.map(({ page }, i) => ({ page, lines: (lines[i] ?? []).filter((l) => !used.has(l)) }))
  const blocks = withCharts(
    blocksOf(free, stitch(pieces)),
    read.flatMap(({ charts }) => charts),
  )
  return {
    blocks,
    furniture,
    unplaced: unplacedGlyphs(pages, blocks, furniture),
    pages: pages.map((p, i) => ({
      number: p.number,
      ...(leaves[i]?.leaf ? { leaf: leaves[i].leaf } : {}),
      width: p.width,
      height: p.height,
      method: p.method,
      ...(p.turning ? { turning: p.turning } : {}),
      ...(p.doubt ? { doubt: p.doubt } : {}),
      ...(p.damaged ? { damaged: p.damaged } : {}),
      characters: p.glyphs.length,
      ...(pageNumbers[i] ? { printedPage: pageNumbers[i] } : {}),
    })),
  }
}

/** The words of diagrams as captions, behind everything else on their page. */
function withCharts(blocks: Block[], charts: Line[]): Block[] {
  const out = [...blocks]
  for (const { text, page, box } of charts) {
    const next = out.findIndex((b) => (b.kind === 'table' ? b.pageFirst : b.page) > page)
    const caption: Block = { kind: 'paragraph', text, page, box, role: 'caption' }
    out.splice(next < 0 ? out.length : next, 0, caption)
  }
  return out
}
