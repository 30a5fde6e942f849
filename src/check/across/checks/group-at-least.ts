import type { Fact } from '../../../model/filing.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { contradicts, judgeAgainst, leftOpen, likeFirst, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'
import { countedDifferently, figuresOf, isAllMoney, isWhole, payEachOther } from '../wholes.js'

const fact = (raw: string): Partial<Fact> => ({ raw, value: `${Number(raw) * 10000}` })

/** The department is no less than any of its units. */
export const groupAtLeast: AcrossCheck<Group> = {
  id: 'YS-GROUP-AT-LEAST',
  asserts: {
    zh: '部门的数不应小于所属任一单位的数（单位文件不全时）。',
    en: 'A figure of the department is no less than that of any unit, where not all units have filed.',
  },
  basis: '部门预算包含所属各单位预算，各项都不为负。',
  scope: 'group',
  severity: 'error',
  example: '部门公务接待费 36.00 万元，本级 32.00 万元',
  proves: false,
  passing: {
    papers: [
      { level: 'department', facts: [fact('36.00')] },
      { level: 'unit', facts: [fact('32.00')] },
    ],
  },
  failing: {
    papers: [
      { level: 'department', facts: [fact('30.00')] },
      { level: 'unit', facts: [fact('32.00')] },
    ],
  },
  casesOf: groupsOf,
  judge: (group) =>
    group.complete || isWhole(group) ? [] : group.units.flatMap((unit) => boundsOf(group, unit)),
}

function boundsOf({ department }: Group, unit: Paper): AcrossJudgement[] {
  const own = figuresOf(department)
  const paid = payEachOther([unit])
  return [...figuresOf(unit)].flatMap(([key, prints]) => {
    const first = prints[0] as Fact
    const found = own.get(key)
    if (!found || [...prints, ...found].some((f) => f.value.startsWith('-'))) return []
    const parts = countedDifferently(first) ? likeFirst(prints, first) : [first]
    return parts.map((part) => bound(department, unit, { part, prints, found }, paid))
  })
}

interface Printed {
  part: Fact
  /** All prints of the figure in the unit's paper and in the department's. */
  prints: Fact[]
  found: Fact[]
}

function bound(
  department: Paper,
  unit: Paper,
  { part, prints, found }: Printed,
  paid: boolean,
): AcrossJudgement {
  const whole = likeFirst(found, part)[0] as Fact
  const judgement = judgeAgainst(`${nameOf(whole)}≥单位`, whole, decimal(part.value), spanOf(part), [
    whole,
    part,
  ])
  const less = spanOf(whole).high.lt(spanOf(part).low)
  const paper = department
  if (!less) return { ...judgement, severity: undefined, outcome: 'pass', reason: 'at-least', paper }
  const open =
    contradicts(found) || contradicts(prints)
      ? 'printed-several-times'
      : countedDifferently(part)
        ? 'counted-differently'
        : paid && isAllMoney(part)
          ? 'units-pay-each-other'
          : ''
  if (open) return { ...leftOpen(judgement, open), paper }
  return {
    ...judgement,
    ...(part.measure === 'count' ? { severity: 'warning' as const } : {}),
    says: said('group-at-least.less', contrast([department, whole], [unit, part], judgement.difference)),
    paper,
  }
}
