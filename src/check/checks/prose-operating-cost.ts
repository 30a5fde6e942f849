import type { Extracted, Fact } from '../../model/filing.js'
import { canonical, decimal, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { at, pageNamed } from '../naming.js'
import { intervalOfFact, undecided } from '../sums.js'

/** Share of the public money by which operating cost may differ and still be meant as the same. */
const NEARLY = 0.05

/** Operating cost that is nearly, and not quite, the public money of the general budget. */
export const proseOperatingCost: Check = {
  id: 'YS-PROSE-OPERATING-COST',
  asserts: {
    zh: '机关运行经费与一般公共预算公用经费合计相差不大时，两者一致。',
    en: 'Operating cost that is close to the public money of the general budget is equal to it.',
  },
  basis: '机关运行经费是行政和参公单位的公用经费；差得多的含有事业单位，差一点的多是两处没有同时改。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  example: '机关运行经费 19.00 万元，一般公共预算基本支出表公用经费合计 184,500 元',
  passing: paper('18.45'),
  failing: paper('19.00'),
  run: (filing) => {
    const own = filing.facts.filter(
      (f) =>
        f.measure === 'amount' &&
        f.year === filing.fiscal_year &&
        f.entity + f.function_code + f.economy_code + f.government_economy_code === '',
    )
    const cost = single(own.filter((f) => f.concept === 'operating-cost' && f.source === 'prose'))
    const money = single(
      own.filter(
        (f) =>
          f.source === 'table' &&
          f.concept === 'expenditure' &&
          f.nature === 'public' &&
          f.fund === 'general',
      ),
    )
    return cost && money ? [judge(filing, cost, money)] : []
  },
}

function paper(raw: string): Partial<Fact>[] {
  return [
    {
      source: 'prose',
      concept: 'operating-cost',
      fund: '',
      table_id: '',
      value: `${Number(raw) * 10000}`,
      raw,
    },
    { nature: 'public', value: '184500', raw: '184,500', unit: '元', decimals: 0, label: '公用经费合计' },
  ]
}

function judge(filing: Extracted, cost: Fact, money: Fact): Judgement {
  const subject = '机关运行经费与公用经费'
  const away = decimal(cost.value).minus(money.value)
  const base = { ...undecided(subject, [cost, money], ''), difference: canonical(away) }
  if (overlaps(intervalOfFact(cost), intervalOfFact(money))) return { ...base, outcome: 'pass' }
  if (away.abs().gt(decimal(money.value).abs().times(NEARLY)))
    return { ...base, reason: 'of-other-units-too' }
  return {
    ...base,
    outcome: 'fail',
    expected: money.value,
    says: said('prose-operating-cost.nearly', {
      page: pageNamed(filing, cost.page),
      cost: printedLike(cost, cost),
      at: at(filing, money),
      money: printedLike(money, cost),
    }),
  }
}
