import type { MisreadingCode } from '../../model/doubt.js'
import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal, overlaps } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { intervalOfFact } from '../sums.js'
import { isDistinctive } from './candidates.js'
import { headOf } from './heads.js'
import type { Misreading } from './misreading.js'
import { isNamed } from './named-money.js'

/** Rows that tell that a column was misread: one may be a fault of the print. */
const FEWEST_ROWS = 2

/** A column without which every row of its table adds up: a memo or carried-over money beside the parts. */
export function memoColumns(failing: readonly Judged[], judged: readonly Judged[]): Misreading[] {
  const rows = (list: readonly Judged[]) =>
    groupBy(
      list.filter(({ judgement }) => judgement.sum && isOneRow(judgement.facts)),
      (j) => `${j.check.id}|${j.judgement.facts[0]?.table_id}`,
    )
  const holding = rows(judged.filter((j) => j.judgement.outcome === 'pass'))
  return [...rows(failing)].flatMap(([key, group]) => {
    const columns = new Set(group.flatMap((j) => partsOf(j).map((f) => f.column)))
    for (const column of columns) {
      const memos = group.map((j) => partsOf(j).find((f) => f.column === column && isExcess(f, j)))
      const facts = memos.filter((f) => f !== undefined)
      if (facts.length < group.length || new Set(facts.map((f) => f.value)).size < FEWEST_ROWS) continue
      const isPart = (holding.get(key) ?? []).some((j) =>
        partsOf(j).some((f) => f.column === column && f.value !== '0'),
      )
      if (!isPart) return [{ code: 'memo-column' as const, facts, as: [], explains: group }]
    }
    return []
  })
}

const partsOf = (j: Judged): Fact[] => j.judgement.facts.slice(1)

const isOneRow = (facts: readonly Fact[]): boolean => facts.length > 2 && isInOneRow(facts)

/** The parts exceed their total by exactly this one. */
const isExcess = (part: Fact, { judgement }: Judged): boolean =>
  part.value !== '0' && decimal(judgement.difference).plus(part.value).abs().lte(judgement.tolerance)

/** A column that every failing row of its table lacks: it was given a meaning that is no part of their total. */
export function leftOutColumns(failing: readonly Judged[], facts: readonly Fact[]): Misreading[] {
  const rows = groupBy(
    failing.filter(({ judgement }) => judgement.sum && isInOneRow(judgement.facts)),
    (j) => `${j.check.id}|${j.judgement.facts[0]?.table_id}`,
  )
  return [...rows.values()].flatMap((group) => {
    const table = facts.filter((f) => f.table_id === group[0]?.judgement.facts[0]?.table_id)
    const beside = (j: Judged) =>
      table.filter((f) => f.row === j.judgement.facts[0]?.row && !j.judgement.facts.includes(f))
    for (const column of new Set(group.flatMap(beside).map((f) => f.column))) {
      const found = group.flatMap((j) => {
        const lack = beside(j).find((f) => f.column === column && isLack(f, j))
        return lack ? [{ j, lack }] : []
      })
      const facts = found.map((f) => f.lack)
      const isMost = 2 * found.length > group.length
      if (isMost && (new Set(facts.map((f) => f.value)).size >= FEWEST_ROWS || facts.some(isDistinctive)))
        return [{ code: 'column-slip' as const, facts, as: [], explains: found.map((f) => f.j) }]
    }
    return []
  })
}

const isInOneRow = (facts: readonly Fact[]): boolean =>
  facts.every((f) => f.row !== null && f.row === facts[0]?.row && f.table_id === facts[0]?.table_id)

/** Income and what income is made of: training is no part of the three public expenses, whatever their total holds. */
const isOfKind = (a: Fact, b: Fact): boolean => a.concept.split('.')[0] === b.concept.split('.')[0]

/** The parts fall short of their total by exactly this one. */
const isLack = (fact: Fact, { judgement }: Judged): boolean =>
  isOfKind(fact, judgement.facts[0] as Fact) &&
  fact.measure === judgement.facts[0]?.measure &&
  fact.value !== '0' &&
  decimal(judgement.difference).minus(fact.value).abs().lte(judgement.tolerance)

const ASPECTS: readonly (readonly ['fund' | 'year' | 'basis' | 'entity', MisreadingCode])[] = [
  ['fund', 'fund-slip'],
  ['year', 'year-slip'],
  ['basis', 'basis-slip'],
  ['entity', 'scope-slip'],
]

/** A column of a table that agrees nowhere, and everywhere if it were of another kind of money, year or basis. */
export function columnSlips(
  failing: readonly Judged[],
  judged: readonly Judged[],
  filing: Extracted,
): Misreading[] {
  const { facts } = filing
  const prints = groupBy(facts, (f) => keyOf(f))
  const same = (list: readonly Judged[]) =>
    list.filter(
      ({ judgement: { sum, facts } }) =>
        sum && facts.length === 2 && facts[0]?.table_id !== facts[1]?.table_id,
    )
  const columns = groupBy(
    same(failing)
      .flatMap((j) => j.judgement.facts.map((fact) => ({ j, fact })))
      .filter(({ fact }) => fact.row !== null),
    ({ fact }) => `${fact.table_id}|${fact.column}`,
  )
  const confirmed = new Set(
    same(judged)
      .filter((j) => j.judgement.outcome === 'pass' && j.judgement.facts[0]?.value !== '0')
      .flatMap((j) => j.judgement.facts.map((f) => `${f.table_id}|${f.column}`)),
  )
  return [...columns].flatMap(([column, group]) => {
    const own = [...new Set(group.map((g) => g.fact))].filter((f) => f.value !== '0')
    if (confirmed.has(column) || own.length === 0) return []
    const isOwn = (f: Fact) => `${f.table_id}|${f.column}` === column
    const whole = facts.filter((f) => isOwn(f) && f.value !== '0')
    const head = headOf(filing, own[0] as Fact)
    for (const [aspect, code] of ASPECTS.filter(([aspect]) => !isNamed(own[0] as Fact, aspect, head)))
      for (const value of new Set(facts.map((f) => f[aspect]))) {
        if (value === own[0]?.[aspect]) continue
        const as = agreeing(whole, aspect, value, prints)
        const agree = as && agreeing(own, aspect, value, prints)
        if (!as || !agree || new Set(agree.map((f) => f.value)).size < FEWEST_ROWS) continue
        const explains = failing.filter(
          ({ judgement }) => judgement.sum && judgement.facts.some(isOwn) && !judgement.facts.every(isOwn),
        )
        return [{ code, facts: whole, as, explains }]
      }
    return []
  })
}

/** What the rows of a column agree with if it were of another kind; undefined where one does not. */
function agreeing(
  column: readonly Fact[],
  aspect: (typeof ASPECTS)[number][0],
  value: string,
  prints: ReadonlyMap<string, Fact[]>,
): Fact[] | undefined {
  const as: Fact[] = []
  for (const fact of column) {
    const others = (prints.get(keyOf({ ...fact, [aspect]: value } as Fact)) ?? []).filter(
      (p) => p.table_id !== fact.table_id,
    )
    const same = others.find((p) => overlaps(intervalOfFact(p), intervalOfFact(fact)))
    if (others.length > 0 && !same) return undefined
    if (same) as.push(same)
  }
  return as
}
