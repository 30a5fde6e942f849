import type { Extracted, Fact, FilingTable } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import { factsOfTable } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { at, cellNamed, tableAt } from '../naming.js'
import { compact, titleOfTable } from '../print.js'
import { judgeSame } from '../sums.js'

const summary = { table_id: 'a', type: 'income-expenditure-summary' as const, title: '收支总表' }
const fiscal = { table_id: 'b', type: 'fiscal-summary' as const, title: '财政拨款收支总表' }
const carried: Partial<Fact> = {
  table_id: 'a',
  concept: 'revenue.carry-in',
  fund: 'fiscal',
  value: '116100',
  raw: '11.61',
}

/** Appropriations carried in stand in both summaries. */
export const tablesCarryIn: Check = {
  id: 'YS-TABLES-CARRY-IN',
  asserts: {
    zh: '收支总表印有财政拨款结转的，财政拨款收支总表的上年结转不应空着。',
    en: 'Where the summary prints appropriations carried in, the fiscal summary does not leave its carry-over blank.',
  },
  basis: '财政拨款收支总表反映全部财政拨款，包括上年结转的财政拨款。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总表：财政拨款资金结转 11.61；财政拨款收支总表：上年结转一行为空',
  passing: {
    tables: [{ ...summary }, { ...fiscal, lines: [['上年结转', '11.61']] }],
    facts: [carried, { ...carried, table_id: 'b' }],
  },
  failing: {
    tables: [{ ...summary }, { ...fiscal, lines: [['上年结转', '']] }],
    facts: [carried],
  },
  run: (filing) => {
    const of = (type: FilingTable['type']) => filing.tables.filter((t) => t.type === type)
    const inSummary = of('income-expenditure-summary').flatMap((t) => carriedIn(filing, t))
    const lead = inSummary.find((f) => f.value !== '0')
    return lead ? of('fiscal-summary').flatMap((t) => judge(filing, t, lead)) : []
  },
}

const carriedIn = (filing: Extracted, table: FilingTable): Fact[] =>
  factsOfTable(filing, table.table_id).filter(
    (f) =>
      f.concept === 'revenue.carry-in' && f.fund === 'fiscal' && f.entity === '' && f.measure === 'amount',
  )

function judge(filing: Extracted, table: FilingTable, lead: Fact): Judgement[] {
  const [own] = carriedIn(filing, table)
  const subject = '财政拨款结转 收支总表/财政拨款收支总表'
  if (own) return [judgeSame(subject, lead, own)]
  const label = table.cells.find((c) =>
    /^(?:[一二三四五六七八九十]+、)?上年(?:财政拨款)?结转(?:结余)?$/.test(compact(c.text)),
  )
  const beside = label && table.cells.find((c) => c.row === label.row && c.column === label.column + 1)
  // Only a row that is there and blank says that nothing was carried in.
  if (!label || (beside && compact(beside.text) !== '')) return []
  return [
    {
      subject,
      outcome: 'fail',
      expected: lead.value,
      actual: '',
      difference: canonical(decimal(lead.value)),
      tolerance: '',
      facts: [lead],
      at: { page: label.page, bbox: label.bbox, place: titleOfTable(table), evidence: compact(label.text) },
      says: said('tables-carry-in.blank', {
        at: at(filing, lead),
        name: cellNamed(filing, lead),
        printed: printedLike(lead, lead),
        other: tableAt(filing, table, label.page),
        row: compact(label.text),
      }),
      reason: '',
    },
  ]
}
