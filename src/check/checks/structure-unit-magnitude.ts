import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { at, cellNamed } from '../naming.js'
import { titleOfTable, wordsHold } from '../print.js'
import { intervalOfFact, judgeSame } from '../sums.js'

const FACTOR = 10000

/** The same figure in two places, ten thousand times larger in one: one of the two units is wrong. */
export const structureUnitMagnitude: Check = {
  id: 'YS-STRUCTURE-UNIT-MAGNITUDE',
  asserts: {
    zh: '表上印的单位与数字的大小相符：同一数字在别处不是它的一万倍或万分之一。',
    en: "A table's unit fits its figures: the same figure is nowhere ten thousand times larger or smaller.",
  },
  basis: '元与万元相差一万倍；两处的数字同样，单位只有一处能对。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '表中支出合计 1,234.56 元，正文支出预算 1,234.56 万元',
  passing: {
    tables: [{ table_id: 't', title: '支出总表' }],
    facts: [
      { value: '12345600', raw: '12345600', unit: '元', decimals: 0 },
      { value: '12345600', raw: '1234.56', source: 'prose', table_id: '' },
    ],
  },
  failing: {
    tables: [{ table_id: 't', title: '支出总表' }],
    facts: [
      { value: '1234.56', raw: '1234.56', unit: '元' },
      { value: '12345600', raw: '1234.56', source: 'prose', table_id: '' },
    ],
  },
  run: (filing) => {
    const amounts = filing.facts.filter((f) => f.measure === 'amount' && f.value !== '0' && /\d/.test(f.raw))
    const elsewhere = groupBy(amounts, (f) => keyOf(f))
    const byTable = groupBy(
      amounts.filter((f) => f.source === 'table'),
      (f) => f.table_id,
    )
    return [...byTable].flatMap(([id, facts]) => judge(filing, id, facts, elsewhere))
  },
}

function judge(
  filing: Extracted,
  tableId: string,
  facts: Fact[],
  elsewhere: Map<string, Fact[]>,
): Judgement[] {
  const table = tableOfId(filing, tableId)
  if (!table) return []
  const pairs = facts.flatMap((fact) =>
    (elsewhere.get(keyOf(fact)) ?? [])
      .filter((o) => o.table_id !== tableId)
      .map((other) => [fact, other] as const),
  )
  if (pairs.length === 0) return []
  const subject = `${titleOfTable(table)} 单位与大小`
  const off = pairs.find(([fact, other]) => fact.unit !== other.unit && isOffByUnit(fact, other))
  // One figure that agrees shows that the unit is right.
  if (!off || pairs.some(([fact, other]) => fact.unit !== other.unit && agree(fact, other)))
    return [wordsHold(subject)]
  const [fact, other] = aloneFirst(off, facts, elsewhere)
  return [
    {
      ...judgeSame(subject, other, fact),
      says: said('structure-unit-magnitude.ten-thousand', {
        at: at(filing, fact),
        name: cellNamed(filing, fact),
        // The two units are what it is about: each as it is printed.
        printed: printedLike(fact, fact),
        other: at(filing, other),
        otherPrinted: printedLike(other, other),
      }),
    },
  ]
}

/** Of the two prints first the one that fewer others agree with: its unit is likely the wrong one. */
function aloneFirst(
  [fact, other]: readonly [Fact, Fact],
  facts: readonly Fact[],
  elsewhere: ReadonlyMap<string, Fact[]>,
): readonly [Fact, Fact] {
  const prints = elsewhere.get(keyOf(fact)) ?? facts
  const agreeing = (f: Fact) => prints.filter((p) => p !== f && agree(p, f)).length
  return agreeing(other) < agreeing(fact) ? [other, fact] : [fact, other]
}

/** Small figures come out ten thousand times another by chance: the digits printed have to be the same. */
function isOffByUnit(a: Fact, b: Fact): boolean {
  const [x, y] = [decimal(a.value).abs(), decimal(b.value).abs()]
  const [large, small] = x.gt(y) ? [x, y] : [y, x]
  return large.eq(small.times(FACTOR)) && digits(a).length >= SURE_DIGITS && digits(a) === digits(b)
}

const digits = (fact: Fact): string => fact.raw.replace(/\D/g, '').replace(/^0+|0+$/g, '')
const SURE_DIGITS = 3

function agree(a: Fact, b: Fact): boolean {
  const [i, j] = [intervalOfFact(a), intervalOfFact(b)]
  return i.low.lte(j.high) && j.low.lte(i.high)
}
