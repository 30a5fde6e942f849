import type { Extracted, Fact, TableCell } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import { printedLike, unitOfSentence } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import type { Check } from '../check.js'
import { single } from '../groups.js'
import { compact } from '../print.js'
import { isPlain, isSpendingTotal } from '../spending-total.js'
import { judgeSame } from '../sums.js'

/** The table of spending adds up to the year's spending of the summary: what is carried out is not spent. */
export const tablesSpendingTotal: Check = {
  id: 'YS-TABLES-SPENDING-TOTAL',
  asserts: {
    zh: '支出总表的合计＝收支总表的本年支出合计（不含结转下年）；有上年结转一栏或印为“总计”的，可以是支出总计。',
    en: "The total of the table of spending is the year's spending of the summary, without what is carried out; with a column of what was carried in, or headed 总计, it may be the grand total.",
  },
  basis: '结转下年的钱当年不安排支出，不列入支出总表。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总表：本年支出合计 100.00，结转下年 5.00；支出总表合计 105.00',
  passing: {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      { table_id: 'b', type: 'expenditure-summary' },
    ],
    facts: [
      { table_id: 'a', concept: 'expenditure', fund: 'all', value: '1000000', raw: '100.00' },
      { table_id: 'b', concept: 'expenditure.grand-total', fund: 'all', value: '1000000', raw: '100.00' },
    ],
  },
  failing: {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' },
      { table_id: 'b', type: 'expenditure-summary' },
    ],
    facts: [
      { table_id: 'a', concept: 'expenditure', fund: 'all', value: '1000000', raw: '100.00' },
      { table_id: 'b', concept: 'expenditure.grand-total', fund: 'all', value: '1050000', raw: '105.00' },
    ],
  },
  run: (filing) => {
    const summary = filing.tables.find((t) => t.type === 'income-expenditure-summary')
    const inSummary = (concept: string) =>
      single(
        filing.facts.filter(
          (f) =>
            f.table_id === summary?.table_id &&
            f.concept === concept &&
            isPlain(f) &&
            f.year === filing.fiscal_year,
        ),
      )
    const year = inSummary('expenditure')
    if (!year) return []
    const grand = inSummary('expenditure.grand-total')
    const carriedOut = inSummary('expenditure.carry-out')
    return filing.facts
      .filter((f) => isSpendingTotal(f, filing) && f.year === filing.fiscal_year)
      .map((f) => {
        const ofYear = judgeSame(`支出总表合计=本年支出合计 第${f.column}列`, year, f)
        if (ofYear.outcome === 'pass' || !grand || !countsCarriedIn(filing, f)) return ofYear
        const ofAll = judgeSame(`支出总表合计=支出总计 第${f.column}列`, grand, f)
        if (ofAll.outcome === 'fail') return ofYear
        // One table carries out what the other spends.
        return carriedOut && carriedOut.value !== '0'
          ? {
              ...ofYear,
              severity: 'warning',
              because: said('because.carried-out', {
                amount: printedLike(carriedOut, unitOfSentence([f, carriedOut])),
              }),
            }
          : ofAll
      })
  },
}

/** A table by source of money with a column of what was carried in, or whose total is headed 总计: all money, not the year's. */
function countsCarriedIn(filing: Extracted, total: Fact): boolean {
  const table = tableOfId(filing, total.table_id)
  const heads = table?.cells.filter((c) => c.row < table.header_rows) ?? []
  return heads.some((c) => /^上年.*(?:结转|结余|余额)/.test(compact(c.text)) || isGrand(c, total.column))
}

const isGrand = (head: TableCell, column: number | null): boolean =>
  head.column === column && compact(head.text) === '总计'
