import type { Extracted, Fact, FilingTable } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'
import { figureIn } from './cell-figures.js'
import type { Judgement } from './check.js'
import { withAddend } from './sums.js'

/**
 * Sum in 元 of the figures in a fact's table row that no fact holds; undefined where the table is not at hand.
 * Columns 其中 are parts of others and left out.
 */
export function unboundAmounts(filing: Extracted, fact: Fact): Decimal | undefined {
  const table = filing.tables.find((t) => t.table_id === fact.table_id)
  if (!table || fact.row === null) return undefined
  const inRow = filing.facts.filter((f) => f.table_id === fact.table_id && f.row === fact.row)
  const bound = new Set(inRow.map((f) => f.column))
  // Numbers and codes of the row itself stand before its figures.
  const first = Math.min(...inRow.map((f) => f.column ?? 0))
  return table.cells
    .filter(
      (c) => c.row === (fact.row as number) + table.header_rows && c.column > first && !bound.has(c.column),
    )
    .filter((c) => !isPartColumn(table, c.column))
    .reduce((sum, c) => sum.plus(figureIn(c, fact.unit)?.value ?? 0), decimal(0))
}

const isPartColumn = (table: FilingTable, column: number): boolean =>
  table.cells.some((c) => c.row < table.header_rows && c.column === column && /^\s*其中/.test(c.text))

/** As `unboundAmounts`, for the column of a fact in the rows above it: 预留机动经费 among the natures of spending. */
function unboundAbove(filing: Extracted, fact: Fact): Decimal {
  const table = filing.tables.find((t) => t.table_id === fact.table_id)
  if (!table || fact.row === null) return decimal(0)
  const inColumn = filing.facts.filter((f) => f.table_id === fact.table_id && f.column === fact.column)
  const bound = new Set(inColumn.map((f) => (f.row ?? 0) + table.header_rows))
  return table.cells
    .filter((c) => c.column === fact.column && c.row >= table.header_rows && !bound.has(c.row))
    .filter((c) => c.row < (fact.row as number) + table.header_rows)
    .reduce((sum, c) => sum.plus(figureIn(c, fact.unit)?.value ?? 0), decimal(0))
}

/** The same sum with what no fact holds of its column, where it needs it. */
export function withColumn(judgement: Judgement, filing: Extracted): Judgement {
  if (judgement.outcome !== 'fail') return judgement
  const added = withAddend(judgement, unboundAbove(filing, judgement.facts[0] as Fact))
  return added.outcome === 'pass' ? added : judgement
}

/** The same sum with what no fact holds of its row, where it needs it. */
export function withRow(judgement: Judgement, filing: Extracted): Judgement {
  if (judgement.outcome !== 'fail') return judgement
  const added = withAddend(judgement, unboundAmounts(filing, judgement.facts[0] as Fact) ?? decimal(0))
  return added.outcome === 'pass' ? added : judgement
}
