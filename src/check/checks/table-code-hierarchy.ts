import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf, tableAmounts } from '../groups.js'
import { bestOf, judgeSum, shortIsMilder, undecided } from '../sums.js'

type Dimension = 'function_code' | 'economy_code'

/** A class is the sum of its sections, a section of its items: 208 = Σ 208xx, 20805 = Σ 20805xx. */
export const tableCodeHierarchy: Check = {
  id: 'YS-TABLE-CODE-HIERARCHY',
  asserts: {
    zh: '同一张表同一列中，类＝各款之和，款＝各项之和。',
    en: 'In one column of one table, a class is the sum of its sections and a section the sum of its items.',
  },
  basis: '政府收支分类科目按类、款、项逐级汇总。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '208 社会保障和就业支出 30.00 = 20805 25.00 + 20808 5.00',
  passing: [
    { function_code: '208', value: '300000', raw: '30.00', decimals: 2, row: 0, column: 3 },
    { function_code: '20805', value: '250000', raw: '25.00', decimals: 2, row: 1, column: 3 },
    { function_code: '20808', value: '50000', raw: '5.00', decimals: 2, row: 2, column: 3 },
  ],
  failing: [
    { function_code: '208', value: '330000', raw: '33.00', decimals: 2, row: 0, column: 3 },
    { function_code: '20805', value: '250000', raw: '25.00', decimals: 2, row: 1, column: 3 },
    { function_code: '20808', value: '50000', raw: '5.00', decimals: 2, row: 2, column: 3 },
  ],
  run: (filing) =>
    [...tableAmounts(filing.facts).values()].flatMap((facts) =>
      (['function_code', 'economy_code'] as const).flatMap((dimension) => judgeTable(facts, dimension)),
    ),
}

function judgeTable(facts: Fact[], dimension: Dimension): Judgement[] {
  const coded = facts.filter((f) => f[dimension] !== '')
  const columns = groupBy(coded, (f) => `${f.column}|${keyOf(f, [dimension, 'government_economy_code'])}`)
  return [...columns.values()].flatMap((column) => judgeColumn(column, dimension))
}

function judgeColumn(column: Fact[], dimension: Dimension): Judgement[] {
  const byCode = groupBy(column, (f) => f[dimension])
  const out: Judgement[] = []
  for (const [code, parents] of byCode) {
    const children = column.filter((f) => isChild(code, f[dimension], byCode))
    if (children.length === 0) continue
    const parent = parents[0] as Fact
    const subject = `${nameOf(parent)}=Σ下级`
    const blocks = parents.length > 1 ? blocksOf(parents, children) : []
    if (blocks.length > 0)
      out.push(...blocks.map(([above, below]) => withheld(judgeSum(subject, above, below))))
    // A code printed once per unnamed unit has no one parent.
    else if (parents.length > 1) out.push(undecided(subject, parents, 'printed-several-times'))
    else
      out.push(
        ...bestOf([children, withoutRepeats(children)].map((c) => withheld(judgeSum(subject, parent, c)))),
      )
  }
  return out
}

/**
 * A class printed once per class of the government's list (301 under 501 and again under 505) has each time the rows of
 * that class below it; empty where a row tells no such class or one stands under none.
 */
function blocksOf(parents: readonly Fact[], children: readonly Fact[]): [Fact, Fact[]][] {
  const classOf = (f: Fact) => f.government_economy_code.slice(0, 3)
  const classes = new Set(parents.map(classOf))
  if (classes.size < parents.length || classes.has('') || !children.every((c) => classes.has(classOf(c))))
    return []
  return parents.map((parent) => [parent, children.filter((c) => classOf(c) === classOf(parent))])
}

/** A row printed again right below itself is not money again (YS-STRUCTURE-ROW-TWICE says so). */
const withoutRepeats = (children: Fact[]): Fact[] =>
  children.filter(
    (f) =>
      !children.some((g) => nameOf(g) === nameOf(f) && g.value === f.value && g.row === (f.row ?? 0) - 1),
  )

/** Directly below: no printed code stands between (some print 3010201 without 30102). */
const isChild = (parent: string, code: string, printed: Map<string, Fact[]>): boolean =>
  code.length > parent.length &&
  code.startsWith(parent) &&
  ![parent.length + 2, parent.length + 4].some((n) => n < code.length && printed.has(code.slice(0, n)))

/** Items that are state secrets are left out of public tables without a word: too little below is no proof of an error. */
const withheld = (judgement: Judgement): Judgement => shortIsMilder(judgement, 'rows-missing')
