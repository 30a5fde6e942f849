import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { amountLike, printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { single } from '../groups.js'
import { at, pageNamed } from '../naming.js'
import { isPenSlip } from '../pen-slips.js'
import { bestOf, judgeSum, sumOf, undecided } from '../sums.js'

/** Share of the public money by which operating cost may differ and still be meant as the same. */
const NEARLY = 0.05

/** Operating cost that is nearly, and not quite, the public money of the general budget, of all or of the offices. */
export const proseOperatingCost: Check = {
  id: 'YS-PROSE-OPERATING-COST',
  asserts: {
    zh: '机关运行经费与一般公共预算公用经费合计（或其中列入政府经济分类502、503的部分）相差不大，或者只差一笔之误时，两者一致。',
    en: 'Operating cost that is close to the public money of the general budget (all of it, or what its offices have, 502 and 503), or one slip of the pen from it, is equal to it.',
  },
  basis:
    '机关运行经费是行政和参公单位的公用经费；差得多的含有事业单位，差一点的多是两处没有同时改，数字相同而小数点移位、相邻两位颠倒或一位不同的是笔误。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  example: '机关运行经费 19.00 万元，一般公共预算基本支出表公用经费合计 184,500 元',
  passing: paper('18.45'),
  failing: paper('19.00'),
  run: (filing) => {
    const own = filing.facts.filter(
      (f) => f.measure === 'amount' && f.year === filing.fiscal_year && f.entity + f.function_code === '',
    )
    const cost = single(own.filter((f) => f.concept === 'operating-cost' && f.source === 'prose'))
    const spending = own.filter((f) => f.concept === 'expenditure')
    const moneys = [ofTables(spending), ofText(spending), ...ofOffices(spending)].filter((m) => m.length > 0)
    return cost && moneys.length > 0 ? [judge(filing, cost, moneys)] : []
  },
}

const isWhole = (f: Fact): boolean =>
  f.nature === 'public' && f.economy_code + f.government_economy_code === ''

/** Public money of the general budget as the tables print it. */
const ofTables = (spending: readonly Fact[]): Fact[] =>
  one(spending.filter((f) => isWhole(f) && f.source === 'table' && f.fund === 'general'))

/** The same in the text. */
const ofText = (spending: readonly Fact[]): Fact[] =>
  one(spending.filter((f) => isWhole(f) && f.source === 'prose' && f.fund === 'general'))

const one = (facts: Fact[]): Fact[] => {
  const fact = single(facts)
  return fact ? [fact] : []
}

/** 502 机关商品和服务支出 and 503 机关资本性支出, down to the items: what the offices spend, not their institutions. */
const OFFICES = /^50[23]\d\d/

/** Public money of the offices, per table that lists it by item. */
function ofOffices(spending: readonly Fact[]): Fact[][] {
  const items = spending.filter(
    (f) =>
      f.source === 'table' &&
      f.nature === 'public' &&
      f.fund === 'general' &&
      OFFICES.test(f.government_economy_code || f.economy_code),
  )
  return [...groupBy(items, (f) => `${f.table_id}|${f.column}`).values()]
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

function judge(filing: Extracted, cost: Fact, moneys: Fact[][]): Judgement {
  const subject = '机关运行经费与公用经费'
  const [nearest] = bestOf(moneys.map((money) => judgeSum(subject, cost, money)))
  if (nearest?.outcome === 'pass') return nearest
  const slipped = moneys.find((money) => isPenSlip(cost, sumOf(money)))
  const near = moneys.find((money) => money.length === 1 && isNear(cost, money[0] as Fact))
  const money = near ?? slipped ?? (moneys[0] as Fact[])
  const sum = sumOf(money)
  const base = {
    ...undecided(subject, [cost, ...money], 'of-other-units-too'),
    difference: canonical(decimal(cost.value).minus(sum)),
  }
  if (!slipped && !near) return base
  return {
    ...base,
    outcome: 'fail',
    reason: '',
    expected: canonical(sum),
    says: said(near ? 'prose-operating-cost.nearly' : 'prose-operating-cost.slip', {
      page: pageNamed(filing, cost.page),
      cost: printedLike(cost, cost),
      at: at(filing, money[0] as Fact),
      money: money.length === 1 ? printedLike(money[0] as Fact, cost) : amountLike(sum, cost, cost.decimals),
    }),
  }
}

const isNear = (cost: Fact, money: Fact): boolean =>
  decimal(cost.value).minus(money.value).abs().lte(decimal(money.value).abs().times(NEARLY))
