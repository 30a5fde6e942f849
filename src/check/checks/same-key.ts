import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact, Fund } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type Decimal, decimal } from '../../model/money.js'
import type { Judgement } from '../check.js'
import { nameOf } from '../groups.js'
import { OTHER_SPENDING } from '../money-parts.js'
import { judgeSame, undecided } from '../sums.js'
import { carriedInRow, unboundInRow } from '../unbound.js'

/** Concepts whose fund the print often leaves open: compared without it. */
const WITHOUT_FUND = /^(?:operating-cost|meetings|training|three-public)/

/**
 * 编报, 跟踪 and the whole department are counted side by side: several true figures of one concept. A change that can
 * belong to a part or to its whole contradicts nothing.
 */
const comparable = (f: Fact): boolean =>
  f.entity === '' &&
  f.year !== '' &&
  !f.concept.startsWith('performance') &&
  !f.note.includes('part-or-whole')

/** Figures with one meaning, in the order of the print. */
export function sameMeaning(facts: Fact[], fundOf: (f: Fact) => Fund = (f) => f.fund): Fact[][] {
  const groups = groupBy(
    facts.filter(comparable),
    (f) => `${keyOf(f, ['fund'])}|${isOpenInFund(f) ? '*' : fundOf(f)}|${priceOf(f)}`,
  )
  return [...groups.values()].filter((group) => group.length > 1)
}

/** 政府性基金 and 国有资本经营 are money apart where the print names them. */
const isOpenInFund = (f: Fact): boolean =>
  WITHOUT_FUND.test(f.concept) && f.fund !== 'government-fund' && f.fund !== 'state-capital'

/** Equipment is counted above one price and another, 通用 apart from 专用. */
const priceOf = (f: Fact): string =>
  f.concept.startsWith('equipment') ? (f.label.match(/[\d.]+(?=万)|通用|专用/g) ?? []).join(' ') : ''

/** Compares each later figure with the first; contradictions inside one source are that source's own business. */
export function compareWithFirst(first: Fact, later: Fact[], what: string): Judgement[] {
  return later.map((fact) =>
    judgeSame(`${nameOf(fact)} ${what} p${first.page}/p${fact.page} ${fact.measure}`, first, fact),
  )
}

/** One figure per table: a key that one table prints with several values names no single figure. */
export function onePerTable(facts: Fact[]): { figures: Fact[]; open: Judgement[] } {
  const figures: Fact[] = []
  const open: Judgement[] = []
  for (const group of groupBy(facts, (f) => f.table_id).values()) {
    const first = group[0] as Fact
    if (group.every((f) => f.value === first.value)) figures.push(first)
    else open.push(undecided(`${nameOf(first)} 表间`, group, 'printed-several-times'))
  }
  return { figures, open }
}

/** Some count carried-over money among the income of its fund: the difference is the carry-over. */
export function withCarry(judgement: Judgement, filing: Extracted): Judgement {
  const [b, a] = judgement.facts
  if (judgement.outcome !== 'fail' || !a || !b) return judgement
  const gap = decimal(judgement.difference).abs()
  if (a.concept === 'expenditure') {
    // A table of money by source keeps what was carried in apart, whatever its fund.
    const carried = [a, b].flatMap((f) => carriedInRow(filing, f)).some((c) => c.value.abs().gte(gap))
    if (carried || isCarriedIn(filing, gap, judgement))
      return { ...judgement, outcome: 'undecided', reason: 'carry-over-included' }
    const other = a.nature === 'project' && isOtherSpending(filing, gap, judgement)
    return other ? { ...judgement, outcome: 'undecided', reason: 'other-spending-included' } : judgement
  }
  if (a.concept !== 'revenue') return judgement
  const explained = isCarriedIn(filing, gap, judgement, a.fund)
  return explained ? { ...judgement, outcome: 'undecided', reason: 'carry-over-included' } : judgement
}

/** The text may tell what the same row prints in a column that has no key of its own (扣除基建投资后). */
export function withOtherColumn(judgement: Judgement, filing: Extracted): Judgement {
  const [text, table] = judgement.facts
  if (judgement.outcome !== 'fail' || !text || !table) return judgement
  const told = decimal(text.value).abs()
  const printed = unboundInRow(filing, table).some((f) => f.value.abs().eq(told))
  return printed && !told.eq(0)
    ? { ...judgement, outcome: 'undecided', reason: 'printed-in-a-column-without-a-key' }
    : judgement
}

/** One table counts what was carried in, the other the money of the year alone. */
const isCarriedIn = (filing: Extracted, gap: Decimal, { tolerance }: Judgement, fund?: string): boolean =>
  filing.facts.some(
    (f) =>
      f.concept === 'revenue.carry-in' &&
      (fund === undefined || f.fund === fund) &&
      f.entity === '' &&
      f.value !== '0' &&
      gap.minus(f.value).abs().lte(tolerance),
  )

/** A list of projects may hold business spending and transfers, which tables by nature keep apart. */
const isOtherSpending = (filing: Extracted, gap: Decimal, { tolerance }: Judgement): boolean =>
  filing.facts.some(
    (f) =>
      OTHER_SPENDING.includes(f.concept) &&
      f.function_code === '' &&
      f.entity === '' &&
      f.value !== '0' &&
      gap.minus(f.value).abs().lte(tolerance),
  )
