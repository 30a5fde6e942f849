import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement } from '../across.js'
import { budgetAndFinal, type Pair } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { acrossKey, contradicts, judgeAgainst, leftOpen, likeFirst, printsBy, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'

/** 年初预算 in a final account is the budget that was published. */
export const seriesInitial: AcrossCheck<Pair> = {
  id: 'YS-SERIES-INITIAL',
  asserts: {
    zh: '决算印出的年初预算数应当等于当年预算文件印出的数。',
    en: "The initial budget that a final account prints is what that year's budget filing printed.",
  },
  basis: '年初预算数即当年批复并公开的部门预算；决算表的“预算数”可能已经调整，只作提示。',
  scope: 'series',
  severity: 'warning',
  example: '2025 年决算：年初预算 25.00 万元；2025 年预算文件印 25.00 万元',
  proves: true,
  passing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
      {
        year: 2025,
        kind: 'final',
        facts: [{ year: '2025', basis: 'initial', value: '250000', raw: '25.00' }],
      },
    ],
  },
  failing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
      {
        year: 2025,
        kind: 'final',
        facts: [{ year: '2025', basis: 'initial', value: '350000', raw: '35.00' }],
      },
    ],
  },
  casesOf: budgetAndFinal,
  judge: initialsOf,
}

const budgetOf = perPaper((paper) =>
  printsBy(paper, (f) => f.measure === 'amount' && f.year === String(paper.year) && f.basis === 'budget', [
    'basis',
  ]),
)
const initialOf = perPaper((paper) =>
  printsBy(paper, (f) => f.measure === 'amount' && f.year === String(paper.year) && isBudget(f)),
)

function initialsOf({ before, now }: Pair): AcrossJudgement[] {
  const budget = budgetOf(before)
  return [...initialOf(now).values()].flatMap((prints) => {
    const fact = prints[0] as Fact
    const found = budget.get(acrossKey(fact, ['basis']))
    if (!found) return []
    const tried = likeFirst(found, fact).map((p) =>
      judgeAgainst(`${nameOf(fact)} ${now.year}年初预算`, fact, decimal(p.value), spanOf(p), [fact, p]),
    )
    const best = tried.find((j) => j.outcome === 'pass') ?? (tried[0] as (typeof tried)[0])
    if (best.outcome === 'pass') return [{ ...best, paper: now }]
    if (contradicts(found) || contradicts(prints))
      return [{ ...leftOpen(best, 'printed-several-times'), paper: now }]
    const old = best.facts[1] as Fact
    return [
      {
        ...best,
        // The column 预算数 may hold the adjusted budget.
        ...(fact.basis === 'budget' ? { severity: 'info' as const } : {}),
        says: said('series-initial.differ', contrast([now, fact], [before, old], best.difference)),
        paper: now,
      },
    ]
  })
}

const isBudget = (fact: Fact): boolean => fact.basis === 'initial' || fact.basis === 'budget'
