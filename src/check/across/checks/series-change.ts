import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { amountLike, decimalsOf, printedLike, unitOfSentence } from '../../amounts.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Pair, yearsInRow } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import {
  acrossKey,
  contradicts,
  judgeAgainst,
  leftOpen,
  likeFirst,
  minus,
  printsBy,
  spanOf,
} from '../prints.js'
import { contrast } from '../sentences.js'

const now = { year: '2026', value: '300000', raw: '30.00', source: 'prose' as const }
const change = {
  year: '2026',
  measure: 'change' as const,
  value: '50000',
  raw: '5.00',
  source: 'prose' as const,
}

/** 本年数 − 增减额 is what the filing of the year before printed. */
export const seriesChange: AcrossCheck<Pair> = {
  id: 'YS-SERIES-CHANGE',
  asserts: {
    zh: '本年数减去印出的增减额（持平、相等为零），应当等于上一年文件印出的数，两处都印的以表为准。',
    en: "This year's figure minus the printed change (持平, 相等: none) is what the filing of the year before printed, its tables first.",
  },
  basis: '增减额是与上年预算（决算）数相比；上年数如已按新口径调整，应当说明。',
  scope: 'series',
  severity: 'warning',
  example: '2026 年 30.00 万元，比上年增加 5.00 万元；2025 年文件印 25.00 万元',
  proves: true,
  passing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
      { facts: [now, change] },
    ],
  },
  failing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '260000', raw: '26.00' }] },
      { facts: [now, change] },
    ],
  },
  casesOf: yearsInRow,
  judge: changesOf,
}

const WITHOUT = ['year', 'measure', 'basis'] as const

/** What a paper is about: its own year, of its own kind. */
const amountsOf = perPaper((paper) => {
  const basis = paper.kind === 'final' ? 'final' : 'budget'
  return printsBy(
    paper,
    (f) => f.measure === 'amount' && f.year === String(paper.year) && f.basis === basis,
    WITHOUT,
  )
})

function changesOf(pair: Pair): AcrossJudgement[] {
  const { before, now } = pair
  const [amounts, prior] = [amountsOf(now), amountsOf(before)]
  const executed = againstExecution(now)
  return now.facts
    .filter((f) => f.measure === 'change' && f.year === String(now.year))
    .flatMap((change) => {
      const key = acrossKey(change, WITHOUT)
      const amount = nearest(amounts.get(key) ?? [], change)
      const found = mostExact(prior.get(key) ?? [])
      if (!amount || found.length === 0) return []
      const judgement = judge(change, amount, found, pair, executed)
      // Of a part or of its equal whole: what does not fit may be the other's, unless that does not fit either.
      if (change.note.includes('part-or-whole') && judgement.outcome !== 'pass') {
        const others = equals(amount, now).map((other) => {
          const prints = mostExact(prior.get(acrossKey(other, WITHOUT)) ?? [])
          return prints.length > 0 && judge(change, other, prints, pair, executed).outcome === 'fail'
        })
        if (others.length === 0 || others.includes(false)) return []
      }
      return [{ ...judgement, paper: now }]
    })
}

/** Amounts of the same passage and side that are as great and mean another thing. */
const equals = (amount: Fact, { facts }: Paper): Fact[] =>
  facts.filter(
    (f) =>
      f.measure === 'amount' &&
      f.concept.split('.')[0] === amount.concept.split('.')[0] &&
      f.source === amount.source &&
      f.section_id === amount.section_id &&
      f.year === amount.year &&
      f.basis === amount.basis &&
      f.value === amount.value &&
      acrossKey(f) !== acrossKey(amount),
  )

function judge(change: Fact, amount: Fact, prior: Fact[], { before, now }: Pair, executed: boolean) {
  const implied = decimal(amount.value).minus(change.value)
  const interval = minus(spanOf(amount), spanOf(change))
  const tried = likeFirst(prior, amount).map((p) =>
    judgeAgainst(
      `${nameOf(amount)} ${now.year}－增减＝${before.year} p${change.page}`,
      p,
      implied,
      interval,
      [change, amount, p],
    ),
  )
  const best = tried.find((j) => j.outcome === 'pass') ?? (tried[0] as (typeof tried)[0])
  if (best.outcome === 'pass') return best
  if (executed) return leftOpen(best, 'against-execution')
  if (contradicts(prior)) return leftOpen(best, 'printed-several-times')
  if (before.renamed !== now.renamed) return leftOpen(best, 'organization-reformed')
  const old = best.facts[2] as Fact
  const like = unitOfSentence([amount, old])
  const decimals = decimalsOf([amount, change], like)
  return {
    ...best,
    says: said('series-change.differ', {
      year: before.year,
      change: printedLike(change, like),
      implied: amountLike(implied, like, decimals),
      ...contrast([now, amount], [before, old], best.difference),
    }),
  }
}

/** Tables print a figure in full, the text rounds it: where both do, the tables say what the year before was. */
function mostExact(prints: Fact[]): Fact[] {
  const tables = prints.filter((f) => f.source === 'table')
  return tables.length > 0 ? tables : prints
}

/** 比上年执行数: another figure than the budget of the year before. */
const againstExecution = (paper: Paper): boolean =>
  paper.facts.some((f) => f.basis === 'execution' && f.year === String(paper.year - 1))

/** The amount that a change belongs to stands in the same place. */
const nearest = (amounts: Fact[], change: Fact): Fact | undefined => {
  const beside = amounts.filter((a) =>
    change.source === 'table'
      ? a.table_id === change.table_id
      : a.source === 'prose' && a.section_id === change.section_id,
  )
  return beside[0] ?? (contradicts(amounts) ? undefined : amounts[0])
}
