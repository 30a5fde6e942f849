// Takes the pages of a file, gives its document: headings, paragraphs and joined tables in reading order.
// Orders glyphs by geometry alone and sets furniture, cover, contents and captions apart.
// Never knows budgets: which table or section it is, and what a figure means, is for extraction.
import type { Block, Document, Line } from '../model/document.js'
import type { Page } from '../model/page.js'
import { blocksOf } from './blocks.js'
import { captionsOf } from './captions.js'
import { fillGrid } from './cells.js'
import { apartFromFurniture } from './furniture.js'
import { findGrids, type Grid } from './grid.js'
import { linesOf } from './lines.js'
import type { PageTable } from './page-tables.js'
import { stitch } from './stitch.js'

/** A glyph whose middle is this near to a grid belongs to it (points): text overflows its border a little. */
const NEAR = 1

/** Pages → document. Pages without believable text contribute nothing but their summary. */
export function layOut(pages: Page[]): Document {
  const read = pages.map((page) => ({ page, ...partsOf(page) }))
  const { lines, furniture } = apartFromFurniture(read)
  const pieces: PageTable[] = []
  const rest: { page: Page; lines: Line[]; tables: PageTable[] }[] = read.map(({ page, grids }, i) => {
    const tables = attachCaptions(page, grids, lines[i] as Line[])
    pieces.push(...tables)
    const used = new Set(tables.flatMap((t) => [...t.captions.used]))
    return { page, lines: (lines[i] as Line[]).filter((l) => !used.has(l)), tables }
  })
  const tables = stitch(pieces)
  const blocks: Block[] = blocksOf(
    rest.map((r) => ({ page: r.page, lines: r.lines })),
    tables,
  )
  return {
    blocks,
    furniture,
    pages: pages.map((p) => ({
      number: p.number,
      width: p.width,
      height: p.height,
      method: p.method,
      ...(p.doubt ? { doubt: p.doubt } : {}),
      characters: p.glyphs.length,
    })),
  }
}

/** Splits a page's glyphs into filled grids and free lines. */
function partsOf(page: Page): { grids: ReturnType<typeof fillGrid>[]; lines: Line[] } {
  const found = findGrids(page.rulings, page.number)
  const inGrid: (typeof page.glyphs)[] = found.map(() => [])
  const free: typeof page.glyphs = []
  for (const g of page.glyphs) {
    const x = (g.x0 + g.x1) / 2
    const y = (g.y0 + g.y1) / 2
    const at = found.findIndex(
      (f) => x >= f.box.x0 - NEAR && x <= f.box.x1 + NEAR && y >= f.box.y0 - NEAR && y <= f.box.y1 + NEAR,
    )
    if (at >= 0) (inGrid[at] as typeof free).push(g)
    else free.push(g)
  }
  const grids: ReturnType<typeof fillGrid>[] = []
  found.forEach((grid: Grid, i) => {
    const filled = fillGrid(grid, inGrid[i] as typeof free)
    // Frames, underlines and chart axes: nothing tabular in them, so their text is read as lines.
    if (isTable(filled)) grids.push(filled)
    else free.push(...(inGrid[i] as typeof free))
  })
  return { grids, lines: linesOf(free) }
}

function isTable(grid: ReturnType<typeof fillGrid>): boolean {
  const columns = grid.xs.length - 1
  const filled = grid.cells.filter((c) => c.text.text.trim() !== '').length
  return columns >= 2 && filled >= 2
}

function attachCaptions(page: Page, grids: ReturnType<typeof fillGrid>[], lines: Line[]): PageTable[] {
  let from = 0
  const taken = new Set<Line>()
  return grids.map((grid, i) => {
    const next = grids[i + 1]
    const free = lines.filter((l) => !taken.has(l))
    const above = free.filter((l) => l.box.y1 <= grid.box.y0 + 3 && l.box.y0 >= from)
    const below = free.filter((l) => l.box.y0 >= grid.box.y1 - 3 && (!next || l.box.y1 <= next.box.y0 + 3))
    const captions = captionsOf(grid.box, above, below)
    for (const l of captions.used) taken.add(l)
    from = grid.box.y1 - 3
    return {
      page: page.number,
      pageWidth: page.width,
      pageHeight: page.height,
      grid,
      captions,
      atTop: i === 0 && above.every((l) => captions.used.has(l)),
      atBottom: i === grids.length - 1 && below.every((l) => captions.used.has(l)),
    }
  })
}
