import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Pair, yearsInRow } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { contradicts, judgeAgainst, leftOpen, likeFirst, printsBy, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'

/** The prior year's figure that a filing prints is that of the filing of the year before. */
export const seriesPrior: AcrossCheck<Pair> = {
  id: 'YS-SERIES-PRIOR',
  asserts: {
    zh: '文件印出的上年数应当等于上一年文件印出的数。',
    en: 'The figure of the year before that a filing prints is what the filing of that year printed.',
  },
  basis: '上年预算（决算）数以上年公开的文件为准；按新口径调整的，应当说明。',
  scope: 'series',
  severity: 'warning',
  example: '2026 年文件印 2025 年预算 25.00 万元；2025 年文件印 25.00 万元',
  proves: true,
  passing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
      { facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
    ],
  },
  failing: {
    papers: [
      { year: 2025, facts: [{ year: '2025', value: '250000', raw: '25.00' }] },
      { facts: [{ year: '2025', value: '350000', raw: '35.00' }] },
    ],
  },
  casesOf: yearsInRow,
  judge: priorsOf,
}

const amountsOf = (paper: Paper, year: number) => {
  const basis = paper.kind === 'final' ? 'final' : 'budget'
  return printsBy(paper, (f) => f.measure === 'amount' && f.year === String(year) && f.basis === basis)
}
const ownAmounts = perPaper((paper) => amountsOf(paper, paper.year))
const priorAmounts = perPaper((paper) => amountsOf(paper, paper.year - 1))

function priorsOf({ before, now }: Pair): AcrossJudgement[] {
  const printed = ownAmounts(before)
  return [...priorAmounts(now)].flatMap(([key, prints]) => {
    const found = printed.get(key)
    const fact = prints[0]
    if (!found || !fact) return []
    const tried = likeFirst(found, fact).map((p) =>
      judgeAgainst(`${nameOf(fact)} ${before.year}年数`, fact, decimal(p.value), spanOf(p), [fact, p]),
    )
    const best = tried.find((j) => j.outcome === 'pass') ?? (tried[0] as (typeof tried)[0])
    const old = best.facts[1] as Fact
    const judgement =
      best.outcome === 'pass'
        ? best
        : contradicts(found) || contradicts(prints)
          ? leftOpen(best, 'printed-several-times')
          : before.renamed !== now.renamed
            ? leftOpen(best, 'organization-reformed')
            : {
                ...best,
                says: said('series-prior.differ', {
                  year: before.year,
                  ...contrast([now, fact], [before, old], best.difference),
                }),
              }
    return [{ ...judgement, paper: now }]
  })
}
