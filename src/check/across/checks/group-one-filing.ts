import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement } from '../across.js'
import { filedTwice, type Pair } from '../pairs.js'
import { judgeAgainst, leftOpen, spanOf } from '../prints.js'
import { contrast, titleOf } from '../sentences.js'
import { figuresOf } from '../wholes.js'

const fact = (raw: string): Partial<Fact> => ({ raw, value: `${Number(raw) * 10000}` })

/** Two files of one organization, kind and year say the same. */
export const groupOneFiling: AcrossCheck<Pair> = {
  id: 'YS-GROUP-ONE-FILING',
  asserts: {
    zh: '同一单位同一年度的同一种文件有两份时，两份印出的数应当一致。',
    en: 'Where an organization files twice for one year and kind, both filings print the same figures.',
  },
  basis: '一个部门（单位）一年只有一份预算、一份决算；两份可能是更正前后的文件。',
  scope: 'group',
  severity: 'warning',
  example: '两份 2026 年部门预算：一份支出 30.00 万元，一份 31.00 万元',
  proves: false,
  passing: { papers: [{ facts: [fact('30.00')] }, { facts: [fact('30.00')] }] },
  failing: { papers: [{ facts: [fact('30.00')] }, { facts: [fact('31.00')] }] },
  casesOf: filedTwice,
  judge: compared,
}

/** One outcome for two papers: the figure on which they differ most, or a figure on which they agree. */
function compared({ before: first, now: other }: Pair): AcrossJudgement[] {
  const figures = figuresOf(first)
  const judged = [...figuresOf(other)].flatMap(([key, prints]) => {
    const found = figures.get(key) ?? []
    const [a, b] = [found[0], prints[0]]
    if (!a || !b) return []
    return [judgeAgainst(`${nameOf(b)} 两份文件`, b, decimal(a.value), spanOf(a), [b, a])]
  })
  const differing = judged
    .filter((j) => j.outcome === 'fail' && j.reason === '')
    .sort((a, b) => decimal(b.difference).abs().cmp(decimal(a.difference).abs()))
  const worst = differing[0] ?? judged[0]
  if (!worst) return []
  if (worst.outcome === 'pass') return [{ ...worst, paper: other }]
  // Name and level alone make the two one: where most figures differ they may be two organizations.
  if (differing.length * 2 > judged.length && judged.length > 3)
    return [{ ...leftOpen(worst, 'perhaps-two-organizations'), paper: other }]
  const [b, a] = worst.facts as [Fact, Fact]
  return [
    {
      ...worst,
      says: said('group-one-filing.differ', {
        paper: titleOf(other),
        count: differing.length,
        ...contrast([other, b], [first, a], worst.difference),
      }),
      paper: other,
    },
  ]
}
