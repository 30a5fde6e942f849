import type { MisreadingCode } from '../../model/doubt.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { isDistinctive } from './candidates.js'
import { type Heard, Hearing, type Told, type Witness } from './hearing.js'
import type { Misreading } from './misreading.js'

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
  private readonly hearings: Hearing<T>[]

  /** The last witness is asked first. */
  constructor(filing: Extracted, witnesses: readonly Witness<T>[]) {
    this.hearings = witnesses.map((w) => new Hearing(filing, w))
  }

  /** What fails and would not; undefined where anything new fails, or where more spoke for the reading that we have. */
  of({ code, meaning, isWorded, fewest }: Hypothesis): Misreading<T> | undefined {
    const changed = new Set([...meaning.keys()].map((f) => f.fact_id))
    const heard: Heard<T>[] = []
    for (const hearing of this.hearings.toReversed()) {
      const one = hearing.of(meaning, changed)
      if (!one) return undefined
      heard.unshift(one)
    }
    const explains = heard.flatMap((h) => h.explains)
    if (explains.length === 0) return undefined
    const gained = heard.flatMap((h) => h.gained)
    const lost = heard.flatMap((h) => h.lost)
    const values = (list: readonly Told[]) => valuesIn(list, changed).size
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
}

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
