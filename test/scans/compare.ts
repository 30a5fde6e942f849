import type { KeyOf, ReadFigure, TrueFigure } from './figures.js'
import { digitsOf } from './figures.js'

/** As `resolve/` has it: misread figures mostly have a character below it, rightly read ones hardly ever. */
const DOUBT = 0.8

export interface Pair {
  truth: TrueFigure
  read: ReadFigure
}

/** What became of the figures of one filing. */
export interface Comparison {
  right: Pair[]
  /** The key is there with another value. */
  wrong: Pair[]
  missed: TrueFigure[]
  /** Read more often than it is printed, key and value alike: it misleads nobody. */
  repeated: ReadFigure[]
  /** Read under a key that has no figure left in the truth. */
  extra: ReadFigure[]
}

/** Holds read figures against true ones, key by key; a key may stand several times on either side. */
export function compare(truth: readonly TrueFigure[], read: readonly ReadFigure[], keyOf: KeyOf): Comparison {
  const result: Comparison = { right: [], wrong: [], missed: [], repeated: [], extra: [] }
  const readByKey = byKey(read, keyOf)
  for (const [key, figures] of byKey(truth, keyOf)) {
    const candidates = readByKey.get(key) ?? []
    readByKey.delete(key)
    const right = paired(figures, candidates, (t, r) => t.value === r.value)
    const values = new Set(figures.map((f) => f.value))
    const wrong = paired(
      right.truth,
      right.read.filter((r) => !values.has(r.value)),
      () => true,
    )
    result.right.push(...right.pairs)
    result.wrong.push(...wrong.pairs)
    result.missed.push(...wrong.truth)
    result.repeated.push(...right.read.filter((r) => values.has(r.value)))
    result.extra.push(...wrong.read)
  }
  for (const figures of readByKey.values()) result.extra.push(...figures)
  return result
}

/** One of each key and value: the labels count a figure that is printed twice as often as they please. */
export function once<T extends TrueFigure>(figures: readonly T[], keyOf: KeyOf): T[] {
  return [...new Map(figures.toReversed().map((f) => [`${keyOf(f)}=${f.value}`, f])).values()].reverse()
}

function byKey<T extends TrueFigure>(figures: readonly T[], keyOf: KeyOf): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const figure of figures) {
    const key = keyOf(figure)
    map.set(key, [...(map.get(key) ?? []), figure])
  }
  return map
}

/** Pairs one to one what fits, first in the same place, then anywhere; what is left comes back. */
function paired(
  truth: readonly TrueFigure[],
  read: readonly ReadFigure[],
  fits: (t: TrueFigure, r: ReadFigure) => boolean,
) {
  const pairs: Pair[] = []
  const open = new Set(read)
  let left = [...truth]
  for (const near of [inSamePlace, onSamePage, anywhere])
    left = left.filter((t) => {
      const found = [...open].find((r) => near(t, r) && fits(t, r))
      if (!found) return true
      open.delete(found)
      pairs.push({ truth: t, read: found })
      return false
    })
  return { pairs, truth: left, read: [...open] }
}

const onSamePage = (t: TrueFigure, r: TrueFigure): boolean => t.page === r.page
const inSamePlace = (t: TrueFigure, r: TrueFigure): boolean =>
  onSamePage(t, r) && t.source === r.source && t.label === r.label
const anywhere = (): boolean => true

/** The program itself asks for a look at the paper, or its user would: little confidence and nothing that proves it. */
export const isUnsure = ({ confidence, status, note, value_read }: ReadFigure): boolean =>
  note.includes('read-with-doubt') || (confidence < DOUBT && status !== 'proven' && value_read === '')

/** Neither marked unsure nor disputed by an identity: a reader would believe it. */
export const isBelieved = (read: ReadFigure): boolean => !isUnsure(read) && read.status !== 'disputed'

/** What of a comparison a reader would believe though it is false. */
export interface Silent {
  /** Other digits than the paper's. */
  wrong: ReadFigure[]
  /** Digits that stand on that page, with a meaning that no figure of the truth has. */
  misplaced: ReadFigure[]
}

/** `printed`: see `printedNumbers`; what the text layer itself does not print was made up. */
export function silent({ wrong, extra }: Comparison, printed: ReadonlySet<string>): Silent {
  const strange = extra.filter(isBelieved)
  const isPrinted = (f: ReadFigure) => printed.has(`${f.page} ${digitsOf(f.raw)}`)
  return {
    wrong: [...wrong.map((p) => p.read).filter(isBelieved), ...strange.filter((f) => !isPrinted(f))],
    misplaced: strange.filter(isPrinted),
  }
}
