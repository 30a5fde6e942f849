import type { Random } from '../../../samples/generator/random.js'
import type { Cell, Document, Table } from '../../../src/model/document.js'
import type { Box } from '../../../src/model/geometry.js'
import type { Glyph, Page, Ruling } from '../../../src/model/page.js'
import { isDigit, isHan } from './characters.js'
import { printedOf } from './places.js'

/** A page damaged in its rulings, rows or cells; undefined where it holds nothing that this fits. */
export interface TableDamage {
  page: Page
  /** For a look by hand. */
  what: string
}
type Damage = (table: Table, pages: readonly Page[], random: Random) => TableDamage | undefined

/** Rulings that stand so near are one line, points. */
const ONE_LINE = 1.5
/** How much of its length a broken line loses. */
const GAP = 0.4

/** The lines of a table on one of its pages that are drawn in a direction, the outer ones too. */
function linesOf(table: Table, page: Page, direction: Ruling['direction']): number[] {
  const box = boxOn(table, page.number)
  if (!box) return []
  const within = page.rulings.filter(
    (r) =>
      r.direction === direction &&
      (direction === 'horizontal' ? isIn(r.at, box.y0, box.y1) : isIn(r.at, box.x0, box.x1)) &&
      (direction === 'horizontal' ? r.from < box.x1 && r.to > box.x0 : r.from < box.y1 && r.to > box.y0),
  )
  return [...new Set(within.map((r) => Math.round(r.at)))]
}

const isIn = (at: number, from: number, to: number): boolean => at > from - ONE_LINE && at < to + ONE_LINE

function boxOn(table: Table, page: number): Box | undefined {
  const cells = table.cells.filter((c) => c.page === page)
  if (cells.length === 0) return undefined
  return {
    x0: Math.min(...cells.map((c) => c.box.x0)),
    y0: Math.min(...cells.map((c) => c.box.y0)),
    x1: Math.max(...cells.map((c) => c.box.x1)),
    y1: Math.max(...cells.map((c) => c.box.y1)),
  }
}

const pageOf = (table: Table, pages: readonly Page[], random: Random): Page | undefined => {
  const own = [...new Set(table.cells.map((c) => c.page))]
  return own.length === 0 ? undefined : pages.find((p) => p.number === random.pick(own))
}

const ruling =
  (direction: Ruling['direction'], broken: boolean): Damage =>
  (table, pages, random) => {
    const page = pageOf(table, pages, random)
    const lines = page ? linesOf(table, page, direction) : []
    if (!page || lines.length === 0) return undefined
    const at = random.pick(lines)
    const box = boxOn(table, page.number) as Box
    const isIt = (r: Ruling) => r.direction === direction && Math.abs(r.at - at) <= ONE_LINE
    const [from, to] = direction === 'horizontal' ? [box.x0, box.x1] : [box.y0, box.y1]
    const start = from + random.next() * (1 - GAP) * (to - from)
    const gap: [number, number] = broken ? [start, start + GAP * (to - from)] : [from, to]
    const rulings = page.rulings.flatMap((r) => (isIt(r) ? without(r, gap) : [r]))
    return { page: { ...page, rulings }, what: `${direction} line at ${at}` }
  }

/** What is left of a line beside a gap. */
const without = (r: Ruling, [from, to]: [number, number]): Ruling[] =>
  [
    { ...r, to: Math.min(r.to, from) },
    { ...r, from: Math.max(r.from, to) },
  ].filter((part) => part.to > part.from)

const ofCells = (cells: readonly Cell[]): Glyph[] => printedOf(cells.flatMap((c) => c.text.glyphs))

/** The page with other glyphs in place of some. */
export const withGlyphs = (page: Page, become: ReadonlyMap<Glyph, Glyph[]>): Page => ({
  ...page,
  glyphs: page.glyphs.flatMap((g) => become.get(g) ?? [g]),
})

/** The last row of a table on a page, of which the lower half is gone with the page's edge. */
const rowCut =
  (isLost: boolean): Damage =>
  (table, pages, random) => {
    const page = pageOf(table, pages, random)
    if (!page) return undefined
    const rows = table.cells.filter((c) => c.page === page.number && c.row >= table.headerRows)
    const last = Math.max(...rows.map((c) => c.row))
    const glyphs = ofCells(rows.filter((c) => c.row === last))
    if (glyphs.length === 0) return undefined
    const become = new Map(glyphs.map((g) => [g, isLost ? [] : garbled(g, random)]))
    return { page: withGlyphs(page, become), what: `row ${glyphs.map((g) => g.text).join('')}` }
  }

/** The upper half of a character is read as any of its kind, never surely. */
function garbled(g: Glyph, random: Random): Glyph[] {
  const chance = random.next()
  if (chance < 0.2) return []
  const text = isDigit(g.text) ? String(random.between(0, 9)) : isHan(g.text) ? '口' : g.text
  return [
    {
      ...g,
      text,
      y1: (g.y0 + g.y1) / 2,
      confidence: 0.4 + 0.3 * random.next(),
      alternatives: chance < 0.6 ? [{ text: g.text, confidence: 0.2 }] : [],
    },
  ]
}

const shifted = (g: Glyph, by: number): Glyph => ({ ...g, x0: g.x0 + by, x1: g.x1 + by })

/** A text of which the second half stands away from the first. */
const split: Damage = (table, pages, random) => {
  const cells = table.cells.filter((c) => printedOf(c.text.glyphs).length > 2)
  const cell = cells.length > 0 ? random.pick(cells) : undefined
  const page = pages.find((p) => p.number === cell?.page)
  if (!cell || !page) return undefined
  const glyphs = ofCells([cell])
  const at = random.between(1, glyphs.length - 1)
  const become = new Map(glyphs.slice(at).map((g) => [g, [shifted(g, 0.7 * g.size)]]))
  return { page: withGlyphs(page, become), what: `cell ${cell.text.text} after ${at}` }
}

/** Two texts of one row that meet at the line between them. */
const joined: Damage = (table, pages, random) => {
  const pairs = table.cells.flatMap((left) => {
    const right = table.cells.find(
      (c) => c.row === left.row && c.column === left.column + left.columnSpan && c.page === left.page,
    )
    return right && left.text.text.trim() && right.text.text.trim() ? [[left, right] as const] : []
  })
  if (pairs.length === 0) return undefined
  const [left, right] = random.pick(pairs)
  const page = pages.find((p) => p.number === left.page)
  const [a, b] = [ofCells([left]), ofCells([right])]
  if (!page || a.length === 0 || b.length === 0) return undefined
  const toRight = right.box.x0 - 0.5 - Math.max(...a.map((g) => g.x1))
  const toLeft = right.box.x0 + 0.5 - Math.min(...b.map((g) => g.x0))
  const become = new Map<Glyph, Glyph[]>([
    ...a.map((g) => [g, [shifted(g, Math.max(0, toRight))]] as [Glyph, Glyph[]]),
    ...b.map((g) => [g, [shifted(g, Math.min(0, toLeft))]] as [Glyph, Glyph[]]),
  ])
  return { page: withGlyphs(page, become), what: `cells ${left.text.text} | ${right.text.text}` }
}

export const TABLE_DAMAGES: Readonly<Record<string, Damage>> = {
  'ruling: horizontal lost': ruling('horizontal', false),
  'ruling: horizontal broken': ruling('horizontal', true),
  'ruling: vertical lost': ruling('vertical', false),
  'ruling: vertical broken': ruling('vertical', true),
  'row end: half a row': rowCut(false),
  'row end: row lost': rowCut(true),
  'cell: split in two': split,
  'cell: joined with the next': joined,
}

export const tablesIn = (document: Document): Table[] =>
  document.blocks.flatMap((b) => (b.kind === 'table' ? [b] : []))
