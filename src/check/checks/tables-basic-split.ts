import type { Extracted, Fact } from '../../model/filing.js'
import { addIntervals, canonical, decimal, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { at, figureNamed } from '../naming.js'
import { intervalOfFact, undecided } from '../sums.js'

const NATURES = ['personnel', 'public'] as const

/** Personnel and public money of all funds and of the general budget, where both make the same basic spending. */
export const tablesBasicSplit: Check = {
  id: 'YS-TABLES-BASIC-SPLIT',
  asserts: {
    zh: '全部资金的基本支出等于一般公共预算的基本支出时，两处的人员经费、公用经费分别相等；一般公共预算的不大于全部资金的。',
    en: 'Where basic spending of all money is that of the general budget, personnel and public money agree too; that of the general budget is never more.',
  },
  basis: '一般公共预算是全部资金的一部分；合计相等时没有其他资金，每一部分也相等。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '收支总表人员经费 203.00、公用经费 17.00 万元；一般公共预算基本支出表人员 202.00、公用 18.00 万元',
  passing: paper('202.00', '18.00'),
  failing: paper('203.00', '17.00'),
  run: (filing) => {
    const pairs = NATURES.flatMap((nature): [Fact, Fact][] => {
      const all = printOf(filing, 'all', nature)
      const general = printOf(filing, 'general', nature)
      return all && general ? [[all, general]] : []
    })
    return pairs.length === NATURES.length ? [judge(filing, pairs)] : []
  },
}

function paper(personnel: string, others: string): Partial<Fact>[] {
  const figure = (raw: string) => ({ value: canonical(decimal(raw).times(10000)), raw })
  return [
    { fund: 'all', nature: 'personnel', label: '人员经费', ...figure(personnel) },
    { fund: 'all', nature: 'public', label: '公用经费', ...figure(others) },
    { table_id: 'u', nature: 'personnel', label: '人员经费合计', ...figure('202.00') },
    { table_id: 'u', nature: 'public', label: '公用经费合计', ...figure('18.00') },
  ]
}

const printOf = (filing: Extracted, fund: Fact['fund'], nature: Fact['nature']): Fact | undefined =>
  single(
    filing.facts.filter(
      (f) =>
        f.source === 'table' &&
        f.concept === 'expenditure' &&
        f.measure === 'amount' &&
        f.year === filing.fiscal_year &&
        f.fund === fund &&
        f.nature === nature &&
        f.basis === (filing.kind === 'final' ? 'final' : 'budget') &&
        f.entity + f.function_code + f.economy_code + f.government_economy_code === '',
    ),
  )

function judge(filing: Extracted, pairs: readonly [Fact, Fact][]): Judgement {
  const subject = '人员经费、公用经费：全部资金与一般公共预算'
  const facts = pairs.flat()
  const wholes = pairs.map(([all]) => intervalOfFact(all))
  const parts = pairs.map(([, general]) => intervalOfFact(general))
  const isSame = overlaps(addIntervals(wholes), addIntervals(parts))
  const wrong = pairs.filter(([all, general]) =>
    isSame
      ? !overlaps(intervalOfFact(all), intervalOfFact(general))
      : intervalOfFact(general).low.gt(intervalOfFact(all).high),
  )
  const [lead] = wrong
  if (!lead)
    return isSame
      ? { ...undecided(subject, facts, ''), outcome: 'pass', actual: '' }
      : undecided(subject, facts, 'other-funds')
  const [all, general] = lead
  return {
    subject,
    outcome: 'fail',
    expected: general.value,
    actual: all.value,
    difference: canonical(decimal(all.value).minus(general.value)),
    tolerance: '0',
    facts: wrong.flat(),
    says: said(isSame ? 'tables-basic-split.differs' : 'tables-basic-split.above', {
      each: wrong.map(([a, g]) =>
        said('tables-basic-split.pair', {
          at: at(filing, a),
          name: figureNamed(a),
          printed: printedLike(a, a),
          generalAt: at(filing, g),
          general: printedLike(g, a),
        }),
      ),
    }),
    reason: '',
  }
}
