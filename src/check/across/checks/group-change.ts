import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { acrossKey, judgeAgainst, leftOpen, likeFirst, printsBy, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'

const amount: Partial<Fact> = { raw: '20.00', value: '200000', function_code: '2010101' }
const change = (raw: string): Partial<Fact> => ({
  raw,
  value: `${Number(raw) * 10000}`,
  measure: 'change',
  function_code: '2010101',
})

/** Where a unit has all of an item, its change is the department's. */
export const groupChange: AcrossCheck<Group> = {
  id: 'YS-GROUP-CHANGE',
  asserts: {
    zh: '某项全部属于一个单位时（部门数等于单位数），部门与单位印出的增减额应当一致。',
    en: 'Where one unit has all of an item, the change that department and unit print is the same.',
  },
  basis: '本年其他单位没有此项；上年如有，增减额可以不同，因此不同时不判断。',
  scope: 'group',
  severity: 'info',
  example: '行政运行：部门与本级都是 20.00 万元，都印减少 7.76 万元',
  proves: true,
  passing: {
    papers: [
      { level: 'department', facts: [amount, change('-7.76')] },
      { level: 'unit', facts: [amount, change('-7.76')] },
    ],
  },
  failing: {
    papers: [
      { level: 'department', facts: [{ ...amount, raw: '0.00', value: '0' }, change('-7.76')] },
      { level: 'unit', facts: [{ ...amount, raw: '0.00', value: '0' }, change('-9.76')] },
    ],
  },
  casesOf: groupsOf,
  judge: ({ department, units }) => units.flatMap((unit) => changesOf(department, unit)),
}

const printsOf = (measure: Fact['measure']) =>
  perPaper((paper) =>
    printsBy(paper, (f) => f.entity === '' && f.measure === measure && f.year === String(paper.year), [
      'measure',
    ]),
  )

const [amountsIn, changesIn] = [printsOf('amount'), printsOf('change')]

function changesOf(department: Paper, unit: Paper): AcrossJudgement[] {
  const [own, ofUnit] = [amountsIn(department), amountsIn(unit)]
  const changes = changesIn(department)
  return [...changesIn(unit)].flatMap(([key, prints]) => {
    const part = prints[0] as Fact
    const found = changes.get(key)
    const [d, u] = [own.get(key)?.[0], ofUnit.get(acrossKey(part, ['measure']))?.[0]]
    if (!found || !d || !u || d.value !== u.value) return []
    const whole = likeFirst(found, part)[0] as Fact
    const judgement = judgeAgainst(`${nameOf(whole)} 增减`, whole, decimal(part.value), spanOf(part), [
      whole,
      part,
    ])
    const paper = department
    if (judgement.outcome === 'pass') return [{ ...judgement, paper }]
    // A zero on both sides: the department lost what this unit did not have.
    if (Number(d.value) !== 0 || decimal(whole.value).lte(part.value))
      return [{ ...leftOpen(judgement, 'other-units-last-year'), paper }]
    return [
      {
        ...judgement,
        severity: 'info' as const,
        says: said(
          'group-change.prior-less',
          contrast([department, whole], [unit, part], judgement.difference),
        ),
        paper,
      },
    ]
  })
}
