import type { Extracted, Fact } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { type Candidate, candidatesOf } from './candidates.js'
import { type Clause, clausesOf, isSameItem } from './clauses.js'
import type { Misreading } from './misreading.js'
import { NamedItems } from './named-items.js'

/** Clauses of the text that disagree under the meaning they were given, and agree with a table under a neighbouring one. */
export function figureSlips(
  failing: readonly Judged[],
  judged: readonly Judged[],
  filing: Extracted,
): Misreading[] {
  const tables = filing.facts.filter((f) => f.source === 'table')
  const suspects = suspectsOf(failing, filing.facts)
  const sections = new Set([...suspects].map((f) => f.section_id))
  const clauses = [...sections]
    .flatMap((id) => clausesOf(filing, id))
    .filter((clause) => figuresOf(clause).some((f) => suspects.has(f)))
  const items = new NamedItems(tables)
  /** The words name another item, and no table prints its figure. */
  const unnamed = ({ amount, words }: Clause): Candidate | undefined =>
    items.contradict(amount, words) ? { code: 'subject-slip', isNamed: true } : undefined
  return clauses.flatMap((clause): Misreading[] => {
    if (isConfirmed(clause.amount, judged)) return []
    const best = candidatesOf(clause.amount, clause.words, tables)[0] ?? unnamed(clause)
    if (!best) return []
    const own = failing.filter(({ judgement: { facts } }) => figuresOf(clause).some((f) => facts.includes(f)))
    if (!own.every((j) => isAgainst(clause, best, j, judged))) return []
    const lacking = best.isNamed ? failing.filter((j) => lacks(clause.amount, j)) : []
    const explains = [...own, ...lacking]
    return explains.length > 0
      ? [{ code: best.code, facts: figuresOf(clause), as: best.print ? [best.print] : [], explains }]
      : []
  })
}

/** Figures of the text in what fails, and those that are exactly what a sum of their passage lacks. */
export function suspectsOf(failing: readonly Judged[], facts: readonly Fact[]): Set<Fact> {
  const prose = facts.filter((f) => f.source === 'prose')
  const lacking = failing.flatMap((j) => prose.filter((f) => f.measure === 'amount' && lacks(f, j)))
  return new Set([
    ...failing.flatMap((j) => j.judgement.facts.filter((f) => f.source === 'prose')),
    ...lacking,
  ])
}

export const figuresOf = ({ amount, more }: Clause): Fact[] => [amount, ...more]

/** A sum of the text falls short by exactly this figure, which is none of its own. */
function lacks(figure: Fact, { judgement: { facts, sum, difference, tolerance } }: Judged): boolean {
  const [total] = facts
  if (
    !sum ||
    facts.length < 3 ||
    total?.source !== 'prose' ||
    total.page > figure.page ||
    facts.includes(figure)
  )
    return false
  return figure.value !== '0' && decimal(difference).minus(figure.value).abs().lte(tolerance)
}

/**
 * The failure is gone where the clause is about something else: against a table, against a sentence that the tables
 * confirm, in a sum or a share. Figures of one clause disagree whatever they are about, and so do two sentences of which
 * neither stands in a table, unless the words themselves name the other item.
 */
function isAgainst(
  clause: Clause,
  candidate: Candidate,
  { judgement }: Judged,
  judged: readonly Judged[],
): boolean {
  const { facts, sum } = judgement
  if (
    facts.every((f) => isSameItem(f, clause.amount) && f.source === 'prose' && f.measure !== 'share-pct') &&
    !sum
  )
    return false
  if (!sum || !facts.includes(clause.amount)) return true
  if (facts.length > 2)
    return (facts[0] !== clause.amount || isOfOtherItem(candidate)) && holdsWithout(clause.amount, judgement)
  const other = facts.find((f) => f !== clause.amount)
  return (
    candidate.isNamed || (other !== undefined && (other.source === 'table' || isConfirmed(other, judged)))
  )
}

/** A total and its parts are of one money, year and basis: only as the total of something else it is none of theirs. */
const isOfOtherItem = ({ code }: Candidate): boolean => code === 'subject-slip' || code === 'scope-slip'

/** A sum goes on without one of its parts, and is none without its total. */
export function holdsWithout(figure: Fact, { facts, difference, tolerance }: Judged['judgement']): boolean {
  // total − Σ parts = difference: without the part it is greater by it.
  return facts[0] === figure || decimal(difference).plus(figure.value).abs().lte(tolerance)
}

/** Something elsewhere agrees with the figure as it was read: a table, another passage, a sum of several figures. */
export const isConfirmed = (figure: Fact, judged: readonly Judged[]): boolean =>
  judged.some(
    ({ judgement: { outcome, facts, sum } }) =>
      outcome === 'pass' &&
      facts.includes(figure) &&
      facts.length > 1 &&
      ((sum && facts.length > 2) ||
        facts.some((f) => f.section_id !== figure.section_id || f.source !== figure.source)),
  )
