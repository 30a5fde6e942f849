import type { MisreadingCode } from '../../model/doubt.js'
import type { Extracted, Fact } from '../../model/filing.js'
import type { Check, Judgement } from '../check.js'
import { isDistinctive } from './candidates.js'
import type { Misreading } from './misreading.js'

/** A judgement and its check, of one filing or between several. */
export interface Told {
  check: Pick<Check, 'id' | 'severity'>
  judgement: Judgement
}

/** What some of the checks say of a filing; of the same figures under another meaning they are asked again. */
export type Judge<T extends Told> = (filing: Extracted, isAsked: (checkId: string) => boolean) => T[]

/** Checks that hold figures against each other; those inside of one table ask no other and no sentence. */
const OF_FIGURES = /^YS-(?:TABLES?|TEXT|PROSE|THREE-PUBLIC|STRUCTURE-EMPTY|SERIES|GROUP)-/
const INSIDE_TABLE = /^YS-TABLE-/

/** Figures with what they would mean, had they been read otherwise. */
export interface Hypothesis {
  code: MisreadingCode
  meaning: ReadonlyMap<Fact, Fact>
  /** The words before the figure say so: nothing else has to agree with it. */
  isWorded: boolean
  /** So many different figures have to agree with others: one of them may do so by chance. */
  fewest: number
}

/** A paper full of faults has other troubles than a head that we misread, and each trial costs a run of the checks. */
export const MOST_TRIALS = 80

/** Puts hypotheses to the proof: the checks run once more over a filing that was read otherwise. */
export class Trial<T extends Told> {
  private readonly failing: Map<string, T>
  private readonly passing: Map<string, T>

  constructor(
    private readonly filing: Extracted,
    private readonly judged: readonly T[],
    private readonly judge: Judge<T>,
  ) {
    this.failing = byIdentity(judged.filter(isFault))
    this.passing = byIdentity(judged.filter(isPass))
  }

  /** What fails and would not; undefined where anything new fails, or where more spoke for the reading that we have. */
  of({ code, meaning, isWorded, fewest }: Hypothesis): Misreading<T> | undefined {
    const changed = new Set([...meaning.keys()].map((f) => f.fact_id))
    const again = this.judgedAgain(meaning)
    const stillFailing = byIdentity(again.filter(isFault))
    if ([...stillFailing].some(([id, j]) => !this.failing.has(id) || isAbout(j, changed))) return undefined
    const explains = [...this.failing].filter(([id]) => !stillFailing.has(id)).map(([, j]) => j)
    if (explains.length === 0) return undefined
    const nowPassing = byIdentity(again.filter(isPass))
    const gained = without(nowPassing, this.passing).filter((j) => connects(j, changed))
    const lost = without(this.passing, nowPassing).filter((j) => connects(j, changed))
    const values = (list: readonly T[]) => valuesIn(list, changed).size
    // Company that agrees says nothing of the figure that does not.
    const agrees = new Set(gained.flatMap((j) => j.judgement.facts.map((f) => f.fact_id)))
    const isMet = explains.every((j) =>
      j.judgement.facts.every((f) => !changed.has(f.fact_id) || f.value === '0' || agrees.has(f.fact_id)),
    )
    // Where the money is all of one kind every figure agrees in every reading.
    const isRefuted =
      values(lost) === 0 || Math.max(values(explains), values(gained.filter(isInOneTable))) > values(lost)
    const isShown =
      isMet && isRefuted && gained.some(tells) && values(gained) >= fewest && values(gained) > values(lost)
    const isSaid = isWorded && values(lost) === 0
    if ((fewest === 1 && values(lost) > 0) || !(isShown || isSaid)) return undefined
    return { code, facts: [...meaning.keys()], ...agreeing(gained, changed), explains }
  }

  /** Only what the other meaning can change is judged again: a table with none of its figures says what it said. */
  private judgedAgain(meaning: ReadonlyMap<Fact, Fact>): T[] {
    const tables = new Set([...meaning.keys()].map((f) => f.table_id))
    const facts = this.filing.facts.map((f) => meaning.get(f) ?? f)
    const touched: Extracted = {
      ...this.filing,
      tables: this.filing.tables.filter((t) => tables.has(t.table_id)),
      facts: facts.filter((f) => f.row !== null && tables.has(f.table_id)),
    }
    const untouched = this.judged.filter(
      ({ check, judgement }) =>
        INSIDE_TABLE.test(check.id) && !judgement.facts.some((f) => tables.has(f.table_id)),
    )
    return [
      ...untouched,
      ...(touched.facts.length > 0 ? this.judge(touched, (id) => INSIDE_TABLE.test(id)) : []),
      ...this.judge({ ...this.filing, facts }, (id) => OF_FIGURES.test(id) && !INSIDE_TABLE.test(id)),
    ]
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
const byIdentity = <T extends Told>(judged: readonly T[]): Map<string, T> =>
  new Map(
    judged.map((j) => [
      `${j.check.id}|${j.judgement.facts
        .map((f) => f.fact_id)
        .sort()
        .join(' ')}`,
      j,
    ]),
  )

const without = <T>(judged: Map<string, T>, others: Map<string, T>): T[] =>
  [...judged].filter(([id]) => !others.has(id)).map(([, j]) => j)

const isAbout = ({ judgement }: Told, changed: ReadonlySet<string>): boolean =>
  judgement.facts.some((f) => changed.has(f.fact_id))

/** It holds a figure of the hypothesis against others; of zeros nothing is learned. */
const connects = ({ judgement: { facts } }: Told, changed: ReadonlySet<string>): boolean =>
  facts.some((f) => changed.has(f.fact_id) && f.value !== '0') &&
  facts.some((f) => !changed.has(f.fact_id) && f.value !== '0')

const valuesIn = (judged: readonly Told[], changed: ReadonlySet<string>): Set<string> =>
  new Set(judged.flatMap((j) => j.judgement.facts.filter((f) => changed.has(f.fact_id)).map((f) => f.value)))

const isInOneTable = ({ judgement: { facts } }: Told): boolean =>
  facts.every((f) => f.row !== null && f.table_id === facts[0]?.table_id)

/** A sum or a share of a figure with few digits holds by chance as little as one with many. */
const tells = ({ judgement: { facts } }: Told): boolean => facts.some(isDistinctive)

/** The prints that agree, those of the same figure first. */
function agreeing(gained: readonly Told[], changed: ReadonlySet<string>): Pick<Misreading, 'as' | 'addsUp'> {
  const others = (list: readonly Told[]) =>
    list.flatMap((j) => j.judgement.facts.filter((f) => !changed.has(f.fact_id)))
  const same = others(gained.filter((j) => j.judgement.facts.length === 2))
  const [first] = others(gained)
  if (same.length > 0) return { as: same }
  return first ? { as: [first], addsUp: true } : { as: [] }
}
