import type { Fact } from '../../../model/filing.js'
import { filingOfId } from '../../../model/filing-of-id.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { FOR_PEOPLE } from '../../for-people.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { acrossKey, contradicts, judgeAgainst, leftOpen, likeFirst, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'
import { figuresOf, isAllMoney, payEachOther, priorsOf, TOTAL } from '../wholes.js'

const before = { year: '2025', basis: 'execution' as const }
const contributions = (raw: string): Partial<Fact> => ({
  ...before,
  function_code: '2210201',
  raw,
  value: `${Number(raw) * 10000}`,
})
const total = (raw: string): Partial<Fact> => ({ ...before, raw, value: `${Number(raw) * 10000}` })

/** The year before, too, the department is no less than any of its units. */
export const groupPrior: AcrossCheck<Group> = {
  id: 'YS-GROUP-PRIOR',
  asserts: {
    zh: '部门文件印出的上年数，不应小于所属单位文件印出的同一上年数。',
    en: "The department's figure of the year before is no less than that of any unit.",
  },
  basis: '部门数包含所属单位；上年其他各项都小于单位的，可能是单位本年才划入，不判断。',
  scope: 'group',
  severity: 'error',
  example: '2026 年部门预算印 2025 年住房公积金执行数 19.80 万元，所属单位印 20.50 万元',
  proves: false,
  passing: {
    papers: [
      { level: 'department', facts: [total('90.00'), contributions('21.80')] },
      { level: 'unit', facts: [total('70.00'), contributions('20.50')] },
    ],
  },
  failing: {
    papers: [
      { level: 'department', facts: [total('90.00'), contributions('19.80')] },
      { level: 'unit', facts: [total('70.00'), contributions('20.50')] },
    ],
  },
  casesOf: groupsOf,
  judge: ({ department, units }) => units.flatMap((unit) => judge(department, unit)),
}

interface Pair {
  whole: Fact
  part: Fact
  /** All prints of the two. */
  prints: Fact[]
}

function judge(department: Paper, unit: Paper): AcrossJudgement[] {
  const own = priorsOf(department)
  const pairs = [...priorsOf(unit)].flatMap(([key, parts]): Pair[] => {
    const [part, found] = [parts[0], own.get(key)]
    const whole = part && found && likeFirst(found, part)[0]
    if (!part || !found || !whole || [...parts, ...found].some((f) => f.value.startsWith('-'))) return []
    return [{ whole, part, prints: [...found, ...parts] }]
  })
  // A unit that joined this year was no part of the department then.
  const belonged = pairs.some(
    ({ whole, part }) => spanOf(whole).low.gte(spanOf(part).high) && part.value !== '0',
  )
  const paid = payEachOther([unit])
  return pairs.map((pair) => {
    const { whole, part, prints } = pair
    const judgement = judgeAgainst(
      `${nameOf(whole)} ${whole.year}≥单位`,
      whole,
      decimal(part.value),
      spanOf(part),
      [whole, part],
    )
    const paper = department
    const words = contrast([department, whole], [unit, part], judgement.difference)
    if (!spanOf(whole).high.lt(spanOf(part).low)) {
      const same = isSameLastYear(pair, department, unit)
      return same
        ? { ...judgement, outcome: 'fail', severity: 'info', says: said('group-prior.same', words), paper }
        : { ...judgement, severity: undefined, outcome: 'pass', reason: 'at-least', paper }
    }
    const alike = prints.filter((f) => filingOfId(f.fact_id) === filingOfId(whole.fact_id))
    const open =
      contradicts(alike) || contradicts(prints.filter((f) => !alike.includes(f)))
        ? 'printed-several-times'
        : paid && isAllMoney(part)
          ? 'units-pay-each-other'
          : belonged
            ? ''
            : 'unit-may-have-joined'
    if (open) return { ...leftOpen(judgement, open), paper }
    return { ...judgement, says: said('group-prior.less', words), paper }
  })
}

/**
 * What every unit has (its total, contributions for its people) was all one unit's last year and is not this year: the
 * department's figure of last year may be that of the unit alone.
 */
function isSameLastYear({ whole, part }: Pair, department: Paper, unit: Paper): boolean {
  const isOfEveryUnit =
    FOR_PEOPLE.test(whole.function_code) ||
    (TOTAL.test(whole.concept) && whole.function_code + whole.economy_code + whole.nature === '')
  if (!isOfEveryUnit || whole.value !== part.value || part.value === '0') return false
  const now = (paper: Paper, fact: Fact) =>
    [...figuresOf(paper).values()].flat().find((f) => withoutYear(f) === withoutYear(fact))
  const [d, u] = [now(department, whole), now(unit, part)]
  return d !== undefined && u !== undefined && spanOf(d).low.gt(spanOf(u).high)
}

const withoutYear = (fact: Fact): string => acrossKey(fact, ['year', 'basis'])
