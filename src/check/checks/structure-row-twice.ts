import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { amountLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { at } from '../naming.js'
import { compact, placeOfFact, wordsFail, wordsHold } from '../print.js'

const row = (row: number, code: string): Partial<Fact> => ({
  function_code: code,
  row,
  column: 2,
  label: '其他支出',
  value: '50000',
  raw: '5.00',
})

/** A code that stands in two rows one below the other with the same figures: one row is superfluous or bears a wrong code. */
export const structureRowTwice: Check = {
  id: 'YS-STRUCTURE-ROW-TWICE',
  asserts: {
    zh: '同一张表里，同一编码不在相邻两行印出同样的名称和金额。',
    en: 'No code stands in two neighbouring rows of a table with the same name and the same figures.',
  },
  basis: '类、款、项各有编码；相同编码的两行，重复或漏印了下级编码。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '21999 其他支出 5.00；下一行又是 21999 其他支出 5.00',
  passing: [row(0, '21999'), row(1, '2199999')],
  failing: [row(0, '21999'), row(1, '21999')],
  run: (filing) => [...tableAmounts(filing.facts).values()].flatMap((facts) => judgeTable(filing, facts)),
}

function judgeTable(filing: Extracted, facts: readonly Fact[]): Judgement[] {
  const coded = facts.filter((f) => f.row !== null && codeOf(f) !== '')
  if (coded.length === 0) return []
  const rows = [...groupBy(coded, (f) => `${f.row}`).values()].sort((a, b) => rowOf(a) - rowOf(b))
  // A table that lists its codes once per unit repeats them all.
  const repeated = rows.filter((r, i) => rows.some((other, j) => j !== i && codeIn(r) === codeIn(other)))
  const twice = rows.filter((r, i) => {
    const before = rows[i - 1]
    return before !== undefined && rowOf(r) === rowOf(before) + 1 && printOf(r) === printOf(before)
  })
  const subject = `${placeOfFact(filing, coded[0] as Fact)} 重复的行`
  if (twice.length === 0 || repeated.length > 2) return [wordsHold(subject)]
  return twice.map((facts) => {
    const fact = (facts.find((f) => f.value !== '0') ?? facts[0]) as Fact
    const place = {
      page: fact.page,
      bbox: fact.bbox,
      place: placeOfFact(filing, fact),
      evidence: compact(`${codeIn(facts)} ${fact.label} ${fact.raw}`),
    }
    const says = said('structure-row-twice.same-code', {
      at: at(filing, fact),
      code: codeIn(facts),
      name: fact.label,
      amount: amountLike(decimal(fact.value), fact),
    })
    return wordsFail(`${codeIn(facts)} ${fact.label} 重复`, place, says)
  })
}

const rowOf = (row: readonly Fact[]): number => row[0]?.row as number
const codeOf = (f: Fact): string =>
  [f.function_code, f.economy_code, f.government_economy_code].filter(Boolean).join(' ')
const codeIn = (row: readonly Fact[]): string => codeOf(row[0] as Fact)

/** Everything that a row prints; rows of nothing but zeros are alike anyway. */
const printOf = (row: readonly Fact[]): string =>
  row.every((f) => f.value === '0')
    ? `row ${rowOf(row)}`
    : row.map((f) => [codeOf(f), f.entity, f.label, f.column, f.value].join('|')).join()
