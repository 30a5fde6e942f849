import type { Extracted, Fact } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'

/** Sum in 元 of the figures in a fact's table row that no fact holds; undefined where the table is not at hand. */
export function unboundAmounts(filing: Extracted, fact: Fact): Decimal | undefined {
  const table = filing.tables.find((t) => t.table_id === fact.table_id)
  if (!table || fact.row === null) return undefined
  const inRow = filing.facts.filter((f) => f.table_id === fact.table_id && f.row === fact.row)
  const bound = new Set(inRow.map((f) => f.column))
  const factor = YUAN_PER[fact.unit] ?? '1'
  return table.cells
    .filter((c) => c.row === (fact.row as number) + table.header_rows && !bound.has(c.column))
    .map((c) => c.text.replace(/[,，\s]/g, ''))
    .filter((text) => /^-?\d+(\.\d+)?$/.test(text))
    .reduce((sum, text) => sum.plus(decimal(text).times(factor)), decimal(0))
}
