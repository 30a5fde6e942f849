import type { Extracted, Fact, FilingTable, TableCell } from '../model/filing.js'
import { factsOfTable, tableOfId } from './by-table.js'
import { type CellFigure, figureIn } from './cell-figures.js'
import type { Judgement } from './check.js'
import { withAddends } from './sums.js'

/** Figures in a fact's table row, behind its first fact, that no fact holds; columns 其中 are parts of others. */
export function unboundInRow(filing: Extracted, fact: Fact): CellFigure[] {
  const table = tableOfId(filing, fact.table_id)
  if (!table || fact.row === null) return []
  const inRow = factsOfTable(filing, fact.table_id).filter((f) => f.row === fact.row)
  const bound = new Set(inRow.map((f) => f.column))
  // Numbers and codes of the row itself stand before its figures.
  const first = Math.min(...inRow.map((f) => f.column ?? 0))
  const row = fact.row + table.header_rows
  return figuresOf(
    table.cells.filter(
      (c) =>
        c.row === row &&
        c.column > first &&
        !bound.has(c.column) &&
        !isPartColumn(table, c.column) &&
        !isBelowSubtotal(table, c.column, bound),
    ),
    fact.unit,
  )
}

/** Of these the figures under heads of carried-over money. */
export function carriedInRow(filing: Extracted, fact: Fact): CellFigure[] {
  const table = tableOfId(filing, fact.table_id)
  const heads = (column: number) =>
    table?.cells.filter(
      (c) => c.row < table.header_rows && c.column <= column && column < c.column + c.column_span,
    ) ?? []
  return unboundInRow(filing, fact).filter((f) => heads(f.cell.column).some((c) => /结转|结余/.test(c.text)))
}

const isPartColumn = (table: FilingTable, column: number): boolean =>
  table.cells.some((c) => c.row < table.header_rows && c.column === column && /^\s*其中/.test(c.text))

/** A column of a group whose subtotal counts already, for no fact holds it either. */
function isBelowSubtotal(table: FilingTable, column: number, bound: ReadonlySet<number | null>): boolean {
  const heads = table.cells.filter((c) => c.row < table.header_rows)
  const group = groupOver(heads, column)
  return heads.some(
    (c) =>
      /^\s*[小合]\s*计\s*$/.test(c.text) &&
      c.column !== column &&
      !bound.has(c.column) &&
      group !== undefined &&
      groupOver(heads, c.column) === group,
  )
}

/** The narrowest head that stands over a column and others. */
const groupOver = (heads: readonly TableCell[], column: number): TableCell | undefined =>
  heads
    .filter((c) => c.column_span > 1 && c.column <= column && column < c.column + c.column_span)
    .sort((a, b) => a.column_span - b.column_span)[0]

/** The same for the column of a fact, in the rows above it: 预留机动经费 among the natures of spending. */
function unboundAbove(filing: Extracted, fact: Fact): CellFigure[] {
  const table = tableOfId(filing, fact.table_id)
  if (!table || fact.row === null) return []
  const inColumn = factsOfTable(filing, fact.table_id).filter((f) => f.column === fact.column)
  const bound = new Set(inColumn.map((f) => (f.row ?? 0) + table.header_rows))
  const row = fact.row + table.header_rows
  return figuresOf(
    table.cells.filter(
      (c) => c.column === fact.column && c.row >= table.header_rows && c.row < row && !bound.has(c.row),
    ),
    fact.unit,
  )
}

const figuresOf = (cells: readonly TableCell[], unit: string): CellFigure[] =>
  cells.flatMap((c) => figureIn(c, unit) ?? [])

/** The same sum with what no fact holds of its column, where it needs it. */
export const withColumn = (judgement: Judgement, filing: Extracted): Judgement =>
  whereNeeded(judgement, (lead) => unboundAbove(filing, lead))

/** The same sum with what no fact holds of its column between the first part and the total, where it needs it. */
export const withRowsBetween = (judgement: Judgement, filing: Extracted): Judgement =>
  whereNeeded(judgement, (lead) => {
    const [, first] = judgement.facts
    const table = tableOfId(filing, lead.table_id)
    if (!table || first?.table_id !== lead.table_id || first.column !== lead.column) return []
    const from = (first.row ?? 0) + table.header_rows
    return unboundAbove(filing, lead).filter((f) => f.cell.row > from)
  })

/** The same sum with what no fact holds of its row, where it needs it. */
export const withRow = (judgement: Judgement, filing: Extracted): Judgement =>
  whereNeeded(judgement, (lead) => unboundInRow(filing, lead))

function whereNeeded(judgement: Judgement, unbound: (lead: Fact) => CellFigure[]): Judgement {
  if (judgement.outcome !== 'fail') return judgement
  const added = withAddends(judgement, unbound(judgement.facts[0] as Fact))
  return added.outcome === 'pass' ? added : judgement
}
