import type { Extracted, Fact } from '../../model/filing.js'
import { inSummary, spentOfCarried } from '../carried-rows.js'
import { figureIn } from '../cell-figures.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { judgeSum, shortIsMilder } from '../sums.js'

const money = (raw: string) => ({ value: `${Number(raw) * 10000}`, raw })

/** The table of appropriations carried over lists what the summary carries in. */
export const tablesCarriedList: Check = {
  id: 'YS-TABLES-CARRIED-LIST',
  asserts: {
    zh: '财政拨款结转资金支出表各项目之和＝收支总表中结转的财政拨款。',
    en: 'The rows of the table of appropriations carried over add up to what the summary carries in of them.',
  },
  basis:
    '财政拨款结转资金支出表逐项列出上年结转的财政拨款；没有全部安排支出时合计小于结转，所以少于结转的只作提示。',
  kinds: ['budget'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总表：财政拨款资金结转 8.00；上年结转资金支出表：甲项目 5.00，乙项目 3.00',
  passing: paper('5.00'),
  failing: paper('6.00'),
  run: (filing) => {
    const carried = single(
      inSummary(filing).filter((f) => f.concept === 'revenue.carry-in' && f.fund === 'fiscal'),
    )
    const spent = spentOfCarried(filing)
    // A row without a fact leaves open what the others add up to.
    return carried && spent.length > 0 && isRead(filing, spent)
      ? [shortIsMilder(judge(carried, spent), 'rows-missing')]
      : []
  },
}

function paper(raw: string) {
  const row = { table_id: 'b', nature: 'project' as const, column: 3 }
  return {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' as const, title: '收支总表' },
      { table_id: 'b', type: 'carry-over' as const, title: '财政拨款结转资金支出表' },
    ],
    facts: [
      { table_id: 'a', concept: 'revenue.carry-in', fund: 'fiscal' as const, ...money('8.00') },
      { ...row, row: 0, function_code: '2013202', ...money(raw) },
      { ...row, row: 1, function_code: '2013299', ...money('3.00') },
    ],
  }
}

const judge = (carried: Fact, spent: Fact[]): Judgement =>
  judgeSum('财政拨款结转=Σ结转资金支出', carried, spent)

/** Every figure below the head of the column is a fact. */
const isRead = (filing: Extracted, spent: readonly Fact[]): boolean =>
  filing.tables
    .filter((t) => spent.some((f) => f.table_id === t.table_id))
    .every((table) => {
      const own = spent.filter((f) => f.table_id === table.table_id)
      const [first] = own as [Fact]
      const bound = new Set(own.map((f) => (f.row ?? 0) + table.header_rows))
      return table.cells.every(
        (c) =>
          c.row < table.header_rows ||
          c.column !== first.column ||
          bound.has(c.row) ||
          figureIn(c, first.unit) === undefined,
      )
    })
