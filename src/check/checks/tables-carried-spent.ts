import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import { amountLike, printedLike, unitOfSentence } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import { inSummary, spentOfCarried } from '../carried-rows.js'
import type { Check, Judgement } from '../check.js'
import { AT_HAND } from '../money-parts.js'
import { at, cellNamed, figureNamed, tableAt } from '../naming.js'
import { judgeSum, sumOf } from '../sums.js'

/** Money carried in is not carried out again as a whole where a table spends it. */
export const tablesCarriedSpent: Check = {
  id: 'YS-TABLES-CARRIED-SPENT',
  asserts: {
    zh: '结转资金支出表把上年结转安排为本年支出的，收支总表不把上年结转（和账户余额）全部列为结转下年。',
    en: 'Where a table spends money that was carried in, the summary does not carry all of it out again.',
  },
  basis: '同一笔结转资金，当年安排支出的不再结转下年；同额的当年收入另作结转的极少，所以只作提示。',
  kinds: ['budget'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '收支总表：上年结转 8.00，结转下年 8.00；上年结转资金支出表安排支出 8.00',
  passing: paper('3.00'),
  failing: paper('8.00'),
  run: (filing) => {
    const own = inSummary(filing).filter((f) => f.fund === 'all' || f.fund === '')
    const out = own.find((f) => f.concept === 'expenditure.carry-out')
    const into = own.filter((f) => f.concept === 'revenue.carry-in' || AT_HAND.includes(f.concept))
    const spent = spentOfCarried(filing)
    return out && into.length > 0 && spent.length > 0 ? [judge(filing, out, into, spent)] : []
  },
}

function paper(carriedOut: string) {
  const money = (raw: string) => ({ value: `${Number(raw) * 10000}`, raw })
  return {
    tables: [
      { table_id: 'a', type: 'income-expenditure-summary' as const, title: '收支总表' },
      { table_id: 'b', type: 'carry-over' as const, title: '上年结转资金支出表' },
    ],
    facts: [
      {
        table_id: 'a',
        concept: 'revenue.carry-in',
        fund: 'all' as const,
        label: '上年结转',
        ...money('8.00'),
      },
      {
        table_id: 'a',
        concept: 'expenditure.carry-out',
        fund: 'all' as const,
        label: '结转下年',
        ...money(carriedOut),
      },
      { table_id: 'b', function_code: '2013299', nature: 'project' as const, ...money('8.00') },
    ],
  }
}

function judge(filing: Extracted, out: Fact, into: Fact[], spent: Fact[]): Judgement {
  const isAll = judgeSum('', out, into).outcome === 'pass'
  const base: Judgement = {
    subject: '结转下年与结转资金支出',
    outcome: 'pass',
    expected: '',
    actual: out.value,
    difference: '',
    tolerance: '',
    // That not all is carried out confirms no digit.
    facts: [],
    reason: '',
  }
  if (!isAll) return base
  const table = tableOfId(filing, spent[0]?.table_id)
  const like = unitOfSentence(spent)
  return {
    ...base,
    outcome: 'fail',
    facts: [out, ...spent],
    says: said('tables-carried-spent.twice', {
      at: at(filing, out),
      name: cellNamed(filing, out),
      printed: printedLike(out, out),
      carried: into.map((f) =>
        said('figure.operand', { name: figureNamed(f), printed: printedLike(f, out) }),
      ),
      spentAt: table ? tableAt(filing, table) : at(filing, spent[0] as Fact),
      spent: amountLike(sumOf(spent), like),
    }),
  }
}
