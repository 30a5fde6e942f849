import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { OTHER_SPENDING } from '../money-parts.js'
import { bestOf, judgeSum } from '../sums.js'
import { withColumn } from '../unbound.js'

/** Natures of spending below each other: the total of the column is their sum. */
export const tableColumnNature: Check = {
  id: 'YS-TABLE-COLUMN-NATURE',
  asserts: {
    zh: '收支总表按支出性质列示的一列中，本年支出合计＝基本支出＋项目支出（及经营、上缴、补助支出），基本支出＝人员经费＋公用经费。',
    en: 'In a column of a summary that lists natures of spending, the total is basic + project (+ operating and transfers), and basic is personnel + public.',
  },
  basis: '支出按性质分为基本支出、项目支出、经营支出、上缴上级支出和对附属单位补助支出。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '本年支出合计 12.00 = 基本支出 10.00 + 项目支出 2.00',
  passing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: column('12.00'),
  },
  failing: {
    tables: [{ table_id: 't', type: 'income-expenditure-summary' }],
    facts: column('13.00'),
  },
  run: (filing) => {
    const types = new Map(filing.tables.map((t) => [t.table_id, t.type]))
    return [...tableAmounts(filing.facts)].flatMap(([id, facts]) =>
      /-summary$/.test(types.get(id) ?? '')
        ? [...groupBy(facts, (f) => `${f.column}|${keyOf(f, ['concept', 'nature', 'fund'])}`).values()]
            .flatMap(judgeColumn)
            .map((j) => withColumn(j, filing))
        : [],
    )
  },
}

function column(total: string): Partial<Fact>[] {
  const yuan = `${Number(total) * 10000}`
  return [
    { table_id: 't', row: 0, column: 1, nature: 'basic', value: '100000', raw: '10.00' },
    { table_id: 't', row: 1, column: 1, nature: 'project', value: '20000', raw: '2.00' },
    { table_id: 't', row: 2, column: 1, value: yuan, raw: total },
  ]
}

function judgeColumn(column: Fact[]): Judgement[] {
  const spending = column.filter((f) => f.concept === 'expenditure' && f.fund !== '')
  const of = (nature: string) => spending.filter((f) => f.nature === nature)
  const [basic] = of('basic')
  const [project] = of('project')
  const split = [...of('personnel'), ...of('public')]
  const rows = new Set(column.map((f) => f.row)).size
  const repeated = of('basic').length > 1 || of('project').length > 1 || split.length > 2
  if (rows < 2 || repeated) return []
  const others = OTHER_SPENDING.flatMap((concept) => column.filter((f) => f.concept === concept))
  const main = [...(basic ? [basic] : split), ...(project ? [project] : [])]
  const year = of('')
  // Some print the natures above the grand total alone.
  const grand = column.filter((f) => f.concept === 'expenditure.grand-total' && f.fund === project?.fund)
  const totals = !project ? [] : year.length > 0 ? year : grand
  return [
    ...(basic && split.length === 2
      ? [judgeSum(`${basic.label}=人员+公用 第${basic.column}列`, basic, split)]
      : []),
    ...totals.flatMap((total) =>
      bestOf(
        [[...main, ...others], main].map((parts) =>
          judgeSum(`${total.label || '合计'}=Σ性质 第${total.column}列`, total, parts),
        ),
      ),
    ),
  ]
}
