import type { Fact } from '../../../model/filing.js'
import { addIntervals, decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { amountLike, apartLike, decimalsOf, unitOfSentence } from '../../amounts.js'
import { nameOf } from '../../groups.js'
import { sumOf } from '../../sums.js'
import type { AcrossCheck, AcrossJudgement } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { contradicts, judgeAgainst, leftOpen, likeFirst, spanOf } from '../prints.js'
import { saysOf } from '../sentences.js'
import { countedDifferently, figuresOf, isAllMoney, isWhole, payEachOther } from '../wholes.js'

const fact = (raw: string): Partial<Fact> => ({ raw, value: `${Number(raw) * 10000}` })

/** The department is the sum of its units, where all of them have filed. */
export const groupSum: AcrossCheck<Group> = {
  id: 'YS-GROUP-SUM',
  asserts: {
    zh: '部门的数应当等于所属各单位（含本级）之和（各单位文件齐全时）。',
    en: 'A figure of the department is the sum of its units, where all of them have filed.',
  },
  basis: '部门预算由本级和所属单位预算汇编而成。',
  scope: 'group',
  severity: 'error',
  example: '部门 30.00 万元；本级 20.00 万元，所属中心 10.00 万元',
  proves: true,
  passing: {
    papers: [
      { level: 'department', facts: [fact('30.00')] },
      { level: 'unit', facts: [fact('20.00')] },
      { level: 'unit', facts: [fact('10.00')] },
    ],
    units: { 本级: 1, 中心: 2 },
  },
  failing: {
    papers: [
      { level: 'department', facts: [fact('35.00')] },
      { level: 'unit', facts: [fact('20.00')] },
      { level: 'unit', facts: [fact('10.00')] },
    ],
    units: { 本级: 1, 中心: 2 },
  },
  casesOf: groupsOf,
  judge: (group) => (group.complete || isWhole(group) ? sumsOf(group) : []),
}

function sumsOf(group: Group): AcrossJudgement[] {
  const { department, units } = group
  const ofUnits = units.map(figuresOf)
  const paid = payEachOther(units)
  return [...figuresOf(department)].flatMap(([key, prints]) => {
    const total = prints[0] as Fact
    const found = ofUnits.map((figures) => figures.get(key) ?? [])
    const parts = found.flatMap((list) => likeFirst(list, total)[0] ?? [])
    if (parts.length === 0) return []
    const tried = likeFirst(prints, total).map((d) =>
      judgeAgainst(`${nameOf(d)}＝Σ单位`, d, sumOf(parts), addIntervals(parts.map(spanOf)), [d, ...parts]),
    )
    const best = tried.find((j) => j.outcome === 'pass') ?? (tried[0] as (typeof tried)[0])
    const paper = department
    if (best.outcome === 'pass') return [{ ...best, paper }]
    const open =
      parts.length < units.length
        ? 'unit-figure-missing'
        : contradicts(prints) || found.some(contradicts)
          ? 'printed-several-times'
          : countedDifferently(total) && !isWhole(group)
            ? 'counted-differently'
            : paid && isAllMoney(total)
              ? 'units-pay-each-other'
              : ''
    if (open) return [{ ...leftOpen(best, open), paper }]
    const lead = best.facts[0] as Fact
    const like = unitOfSentence(best.facts)
    const decimals = decimalsOf(best.facts, like)
    return [
      {
        ...best,
        // Counts are taken at dates of their own.
        ...(total.measure === 'count' || countedDifferently(total) ? { severity: 'warning' as const } : {}),
        says: said('group-sum.differ', {
          print: saysOf(department, lead, like),
          count: units.length,
          sum: amountLike(decimal(best.expected), like, decimals),
          difference: apartLike(best.difference, like, decimals),
        }),
        paper,
      },
    ]
  })
}
