import type { Line } from '../model/document.js'
import { around, type Box } from '../model/geometry.js'
import type { Glyph, Page } from '../model/page.js'
import { findAligned } from './aligned/index.js'
import { type Captions, captionsOf, joinedOverPage } from './captions.js'
import { type FilledGrid, fillGrid } from './cells.js'
import { chartAt } from './charts.js'
import { findGrids } from './grid.js'
import { linesOf } from './lines.js'
import { OVERFLOW, OVERHANG, SHEET_NAME_ZONE } from './measures.js'
import type { PageTable } from './page-tables.js'
import { peelCaptions } from './peel.js'

/** What stands on a page, its glyphs parted by the rulings. */
export interface Parts {
  grids: FilledGrid[]
  lines: Line[]
  /** The words of diagrams. */
  charts: Line[]
}

/** Splits a page's glyphs into filled grids, words of diagrams and free lines. */
export function partsOf(page: Page): Parts {
  const found = findGrids(page.rulings, page.number)
  const charts = found.flatMap((grid) => chartAt(grid, page.rulings, page.glyphs) ?? [])
  const inChart = (g: Glyph) => charts.some((box) => holds(box, g))
  const drawn = page.glyphs.filter(inChart)
  const written = charts.length > 0 ? page.glyphs.filter((g) => !inChart(g)) : page.glyphs
  const tables = found.filter(({ box }) => !charts.some((chart) => contains(chart, box)))
  const inside: Glyph[][] = tables.map(() => [])
  const free: Glyph[] = []
  for (const g of written) {
    const at = tables.findIndex(({ box }) => holds(box, g))
    const home = at >= 0 ? (inside[at] as Glyph[]) : free
    home.push(g)
  }
  const grids: FilledGrid[] = []
  tables.forEach((grid, i) => {
    const glyphs = inside[i] as Glyph[]
    const filled = fillGrid(grid, glyphs)
    // Frames, underlines and chart axes: nothing tabular in them, so their text is read as lines.
    if (isTable(filled)) grids.push(filled)
    else free.push(...glyphs)
  })
  return { ...withAligned(page, grids, free), charts: linesOf(drawn) }
}

/** Whether a glyph's middle is inside a box. */
function holds({ x0, y0, x1, y1 }: Box, g: Glyph): boolean {
  const x = (g.x0 + g.x1) / 2
  const y = (g.y0 + g.y1) / 2
  return x >= x0 - OVERFLOW && x <= x1 + OVERFLOW && y >= y0 - OVERFLOW && y <= y1 + OVERFLOW
}

const contains = (outer: Box, inner: Box): boolean =>
  outer.x0 <= inner.x0 && outer.x1 >= inner.x1 && outer.y0 <= inner.y0 && outer.y1 >= inner.y1

/** Tables without rulings among the free glyphs; one with neither title nor unit line must open the page, as the rest of a table does. */
function withAligned(page: Page, ruled: FilledGrid[], free: Glyph[]): { grids: FilledGrid[]; lines: Line[] } {
  const lines = linesOf(free)
  const aligned = findAligned(free, page.rulings, page.number).filter((grid) => {
    const above = lines.filter((l) => l.box.y1 <= grid.box.y0 + OVERHANG)
    const captions = captionsOf(grid.box, above, [])
    return above.length === 0 || captions.title !== '' || captions.captionLines.length > 0
  })
  if (aligned.length === 0) return { grids: ruled, lines }
  const grids = [...ruled]
  let rest = free
  for (const grid of aligned) {
    const inside = (g: Glyph) => g.y0 + g.y1 > 2 * grid.box.y0 && g.y0 + g.y1 < 2 * grid.box.y1
    grids.push(grid)
    rest = rest.filter((g) => !inside(g))
  }
  return { grids: grids.sort((a, b) => a.box.y0 - b.box.y0), lines: linesOf(rest) }
}

function isTable(grid: FilledGrid): boolean {
  const filled = grid.cells.filter((c) => c.text.text.trim() !== '').length
  const columns = grid.xs.length - 1
  return filled >= 2 && grid.cells.some((c) => c.columnSpan < columns)
}

interface PageParts {
  page: Page
  grids: FilledGrid[]
  lines: Line[]
}

/** The grids of all pages with title, unit line and notes; a title may stand at the foot of the page before. */
export function captionedTables(pages: PageParts[]): PageTable[] {
  const tables: PageTable[] = []
  pages.forEach((parts, i) => {
    const own = tablesOfPage(parts).map(peelCaptions)
    const first = own[0]
    const before = pages[i - 1]
    if (first?.atTop && before) {
      const captions = captionsOverPage(first.captions, before, tables)
      if (captions) {
        const titlePage = captions.titleLines[0]?.page ?? first.page
        own[0] = { ...first, captions: { ...captions, titlePage } }
        const last = tables.at(-1)
        if (last?.page === before.page.number) last.atBottom = endsPage(last, before, captions)
      }
    }
    tables.push(...own)
  })
  return tables
}

function tablesOfPage({ page, grids, lines }: PageParts): PageTable[] {
  let from = 0
  const taken = new Set<Line>()
  return grids.map((grid, i) => {
    const next = grids[i + 1]
    const free = lines.filter((l) => !taken.has(l))
    const above = free.filter((l) => l.box.y1 <= grid.box.y0 + OVERHANG && l.box.y0 >= from)
    const below = free.filter(
      (l) => l.box.y0 >= grid.box.y1 - OVERHANG && (!next || l.box.y1 <= next.box.y0 + OVERHANG),
    )
    const captions = captionsOf(grid.box, above, below)
    for (const l of captions.used) taken.add(l)
    from = grid.box.y1 - OVERHANG
    return {
      page: page.number,
      pageWidth: page.width,
      pageHeight: page.height,
      grid,
      captions,
      atTop: i === 0 && above.every((l) => isCaption(l, captions) || isSheetName(l, page)),
      atBottom: i === grids.length - 1 && below.every((l) => captions.used.has(l)),
    }
  })
}

/** Whether what stands below a page's last table is its own, or the next one's. */
const endsPage = ({ grid, captions }: PageTable, { lines }: PageParts, next: Captions): boolean =>
  lines.every((l) => l.box.y0 < grid.box.y1 - OVERHANG || captions.used.has(l) || next.used.has(l))

const isCaption = (line: Line, captions: Captions): boolean =>
  captions.used.has(line) || captions.titleLines.includes(line)

/** Spreadsheets print the sheet's name in the margin: a short line that belongs to no text. */
const isSheetName = (line: Line, page: Page): boolean =>
  line.box.y1 < SHEET_NAME_ZONE * page.height &&
  line.text.text.length <= 40 &&
  !/[。；，]/.test(line.text.text)

/** Captions that begin at the foot of the page before: title and unit line, or the upper part of the title. */
function captionsOverPage(own: Captions, before: PageParts, tables: PageTable[]): Captions | undefined {
  const last = before.lines.at(-1)
  const tableBelow = before.grids.some((g) => last && g.box.y0 > last.box.y0)
  if (!last || tableBelow) return undefined
  const used = tables.filter((t) => t.page === before.page.number).flatMap((t) => [...t.captions.used])
  if (used.includes(last)) return undefined
  const column = around([...before.lines.map((l) => l.box), ...before.grids.map((g) => g.box)]) as Box
  if (own.titleLines.length > 0) return joinedOverPage(own, last, column)
  if (own.title !== '') return undefined
  const free = before.lines.filter((l) => !used.includes(l))
  const foot = captionsOf({ ...column, y0: last.box.y1 + 1, y1: last.box.y1 + 1 }, free, [])
  return foot.title !== '' && foot.used.has(last) ? withFoot(own, foot) : undefined
}

const withFoot = (own: Captions, foot: Captions): Captions => ({
  ...own,
  title: foot.title,
  titleLines: foot.titleLines,
  ...(foot.titleBox ? { titleBox: foot.titleBox } : {}),
  marker: own.marker || foot.marker,
  captionLines: [...foot.captionLines, ...own.captionLines],
  used: new Set([...own.used, ...foot.used]),
})
