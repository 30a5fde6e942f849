import type { Extracted, Fact } from '../../model/filing.js'
import type { Check, Judgement } from '../check.js'

/** A judgement and its check, of one filing or between several. */
export interface Told {
  check: Pick<Check, 'id' | 'severity'>
  judgement: Judgement
}

/** What some of the checks say of a filing, one after the other: whoever has heard enough asks no further. */
export type Judge = (filing: Extracted, isAsked: (checkId: string) => boolean) => Iterable<Told>

/** Who is asked about a filing: its own checks, or those that hold it against others. */
export interface Witness<T extends Told> {
  /** What it says of the filing as it was read; called at most once, and only where that matters. */
  judged: () => readonly T[]
  again: Judge
}

/** What figures of another meaning change: `gained` and `lost` hold one of them against figures beside. */
export interface Heard<T extends Told> {
  explains: T[]
  gained: Told[]
  lost: T[]
}

/** Checks that hold figures against each other; those inside of one table ask no other and no sentence. */
const OF_FIGURES = /^YS-(?:TABLES?|TEXT|PROSE|THREE-PUBLIC|STRUCTURE-EMPTY|SERIES|GROUP)-/
const INSIDE_TABLE = /^YS-TABLE-/

/** One witness, heard of a filing as it was read and as it might be. */
export class Hearing<T extends Told> {
  private known: { judged: readonly T[]; failing: Map<string, T>; passing: Map<string, T> } | undefined

  constructor(
    private readonly filing: Extracted,
    private readonly witness: Witness<T>,
  ) {}

  /** What would become of its judgements; undefined where something fails that did not, or that is about these figures. */
  of(meaning: ReadonlyMap<Fact, Fact>, changed: ReadonlySet<string>): Heard<T> | undefined {
    const { failing, passing } = this.asRead()
    const refutes = (told: Told) =>
      isFault(told) && (isAbout(told, changed) || !failing.has(identityOf(told)))
    // Most readings mend nothing: the checks that failed say so, and no other has to be asked.
    const suspicious = new Set(
      [...failing.values()].filter((j) => isAbout(j, changed)).map((j) => j.check.id),
    )
    for (const told of this.judgedAgain(meaning, (id) => suspicious.has(id)))
      if (refutes(told)) return undefined
    const again: Told[] = []
    for (const told of this.judgedAgain(meaning, () => true)) {
      if (refutes(told)) return undefined
      again.push(told)
    }
    const nowPassing = byIdentity(again.filter(isPass))
    return {
      explains: without(failing, byIdentity(again.filter(isFault))),
      gained: without(nowPassing, passing).filter((j) => connects(j, changed)),
      lost: without(passing, nowPassing).filter((j) => connects(j, changed)),
    }
  }

  private asRead() {
    if (!this.known) {
      const judged = this.witness.judged()
      this.known = {
        judged,
        failing: byIdentity(judged.filter(isFault)),
        passing: byIdentity(judged.filter(isPass)),
      }
    }
    return this.known
  }

  /** Only what the other meaning can change is judged again: a table with none of its figures says what it said. */
  private *judgedAgain(
    meaning: ReadonlyMap<Fact, Fact>,
    isAsked: (checkId: string) => boolean,
  ): Generator<Told> {
    const tables = new Set([...meaning.keys()].map((f) => f.table_id))
    for (const told of this.asRead().judged)
      if (INSIDE_TABLE.test(told.check.id) && !told.judgement.facts.some((f) => tables.has(f.table_id)))
        yield told
    const facts = this.filing.facts.map((f) => meaning.get(f) ?? f)
    const touched: Extracted = {
      ...this.filing,
      tables: this.filing.tables.filter((t) => tables.has(t.table_id)),
      facts: facts.filter((f) => f.row !== null && tables.has(f.table_id)),
    }
    if (touched.facts.length > 0)
      yield* this.witness.again(touched, (id) => INSIDE_TABLE.test(id) && isAsked(id))
    yield* this.witness.again(
      { ...this.filing, facts },
      (id) => OF_FIGURES.test(id) && !INSIDE_TABLE.test(id) && isAsked(id),
    )
  }
}

/** A failure that somebody would be asked to mend, and that figures make. */
export const isFault = ({ check, judgement }: Told): boolean =>
  judgement.outcome === 'fail' &&
  OF_FIGURES.test(check.id) &&
  judgement.facts.length > 0 &&
  (judgement.severity ?? check.severity) !== 'info'

const isPass = ({ judgement }: Told): boolean => judgement.outcome === 'pass' && judgement.facts.length > 1

/** The same figures, judged by the same check. */
const identityOf = ({ check, judgement }: Told): string =>
  `${check.id}|${judgement.facts
    .map((f) => f.fact_id)
    .sort()
    .join(' ')}`

const byIdentity = <T extends Told>(judged: readonly T[]): Map<string, T> =>
  new Map(judged.map((j) => [identityOf(j), j]))

const without = <T>(judged: Map<string, T>, others: ReadonlyMap<string, unknown>): T[] =>
  [...judged].filter(([id]) => !others.has(id)).map(([, j]) => j)

const isAbout = ({ judgement }: Told, changed: ReadonlySet<string>): boolean =>
  judgement.facts.some((f) => changed.has(f.fact_id))

/** It holds a figure of the hypothesis against others; of zeros nothing is learned. */
const connects = ({ judgement: { facts } }: Told, changed: ReadonlySet<string>): boolean =>
  facts.some((f) => changed.has(f.fact_id) && f.value !== '0') &&
  facts.some((f) => !changed.has(f.fact_id) && f.value !== '0')
