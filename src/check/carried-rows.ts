import type { Extracted, Fact } from '../model/filing.js'

/** What the table of money carried over spends, row by row. */
export function spentOfCarried(filing: Extracted): Fact[] {
  const tables = new Set(filing.tables.filter((t) => t.type === 'carry-over').map((t) => t.table_id))
  return filing.facts.filter(
    (f) =>
      tables.has(f.table_id) &&
      f.concept === 'expenditure' &&
      f.measure === 'amount' &&
      f.year === filing.fiscal_year &&
      f.function_code !== '' &&
      f.value !== '0',
  )
}

/** Money of the department as a whole in its summary of income and spending. */
export const inSummary = (filing: Extracted): Fact[] => {
  const summaries = new Set(
    filing.tables.filter((t) => t.type === 'income-expenditure-summary').map((t) => t.table_id),
  )
  return filing.facts.filter(
    (f) =>
      summaries.has(f.table_id) && f.measure === 'amount' && f.year === filing.fiscal_year && f.entity === '',
  )
}
