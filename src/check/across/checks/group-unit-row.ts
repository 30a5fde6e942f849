import type { Fact } from '../../../model/filing.js'
import { groupBy } from '../../../model/group-by.js'
import { decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import { nameOf } from '../../groups.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { acrossKey, contradicts, judgeAgainst, leftOpen, likeFirst, printsBy, spanOf } from '../prints.js'
import { contrast } from '../sentences.js'

const fact = (raw: string, entity = ''): Partial<Fact> => ({ raw, value: `${Number(raw) * 10000}`, entity })

/** The department's row for a unit is what the unit itself filed. */
export const groupUnitRow: AcrossCheck<Group> = {
  id: 'YS-GROUP-UNIT-ROW',
  asserts: {
    zh: '部门表中某单位一行的数，应当等于该单位文件印出的数。',
    en: "The department's row for a unit is what the unit's own filing prints.",
  },
  basis: '部门表按单位列出的数取自各单位预算。',
  scope: 'group',
  severity: 'error',
  example: '部门收入总表“117002 测绘中心”20.00 万元；该中心收入总计 20.00 万元',
  proves: true,
  passing: {
    papers: [
      { level: 'department', facts: [fact('50.00'), fact('20.00', '117002 测绘中心')] },
      { level: 'unit', facts: [fact('20.00')] },
    ],
    units: { '117002 测绘中心': 1 },
  },
  failing: {
    papers: [
      { level: 'department', facts: [fact('50.00'), fact('22.00', '117002 测绘中心')] },
      { level: 'unit', facts: [fact('20.00')] },
    ],
    units: { '117002 测绘中心': 1 },
  },
  casesOf: groupsOf,
  judge: rowsOf,
}

/** Prints in the rows of each unit, and what a unit prints of itself. */
const inRows = perPaper(
  ({ facts }) =>
    new Map(
      [...groupBy(facts, (f) => f.entity)].map(([entity, own]) => [
        entity,
        printsBy({ facts: own }, (f) => f.source === 'table', ['entity']),
      ]),
    ),
)
const ofItself = perPaper((paper) => printsBy(paper, (f) => f.entity === '', ['entity']))

function rowsOf({ department, rows }: Group): AcrossJudgement[] {
  return [...rows].flatMap(([entity, unit]) => {
    const own = ofItself(unit)
    return [...(inRows(department).get(entity) ?? [])].flatMap(([key, prints]) => {
      const found = own.get(key)
      return found ? [{ ...judge(department, unit, prints, found, own), paper: department }] : []
    })
  })
}

function judge(department: Paper, unit: Paper, prints: Fact[], found: Fact[], byKey: Map<string, Fact[]>) {
  const row = prints[0] as Fact
  const tried = likeFirst(found, row).map((f) =>
    judgeAgainst(`${nameOf(row)} ${row.measure}＝单位文件`, row, decimal(f.value), spanOf(f), [row, f]),
  )
  const best = tried.find((j) => j.outcome === 'pass') ?? (tried[0] as (typeof tried)[0])
  if (best.outcome === 'pass') return best
  if (contradicts(prints) || contradicts(found)) return leftOpen(best, 'printed-several-times')
  // Tables of units print the year's total or the total with carry-over under one word.
  const other = row.concept.endsWith('.grand-total')
    ? row.concept.replace('.grand-total', '')
    : `${row.concept}.grand-total`
  const twin = byKey.get(acrossKey({ ...row, concept: other }, ['entity']))
  if (twin?.some((f) => decimal(f.value).eq(row.value))) return leftOpen(best, 'with-or-without-carry-over')
  const own = best.facts[1] as Fact
  return {
    ...best,
    says: said('group-unit-row.differ', {
      entity: row.entity,
      ...contrast([department, row], [unit, own], best.difference),
    }),
  }
}
