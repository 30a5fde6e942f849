import { type Comparison, isUnsure, type Silent } from './compare.js'
import type { ReadFigure, TrueFigure } from './figures.js'

/** Counts over filings. */
export interface Tally {
  truth: number
  right: number
  wrong: number
  missed: number
  extra: number
  read: number
  unsure: number
  silentWrong: number
  silentMisplaced: number
}

export const NOTHING: Tally = {
  truth: 0,
  right: 0,
  wrong: 0,
  missed: 0,
  extra: 0,
  read: 0,
  unsure: 0,
  silentWrong: 0,
  silentMisplaced: 0,
}

export const isMoney = ({ measure }: Pick<TrueFigure, 'measure'>): boolean =>
  measure === 'amount' || measure === 'change'

/** Counts of one filing, of those figures alone that are asked for. */
export function tallyOf(
  { right, wrong, missed, repeated, extra }: Comparison,
  silent: Silent,
  asked: (figure: TrueFigure) => boolean,
): Tally {
  const pairs = (list: Comparison['right']) => list.filter((p) => asked(p.truth)).length
  const count = (list: readonly TrueFigure[]) => list.filter(asked).length
  const read: ReadFigure[] = [...[...right, ...wrong].map((p) => p.read), ...repeated, ...extra].filter(asked)
  return {
    truth: pairs(right) + pairs(wrong) + count(missed),
    right: pairs(right),
    wrong: pairs(wrong),
    missed: count(missed),
    extra: count(extra),
    read: read.length,
    unsure: read.filter(isUnsure).length,
    silentWrong: count(silent.wrong),
    silentMisplaced: count(silent.misplaced),
  }
}

export const sum = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (total, t) =>
      Object.fromEntries(
        (Object.keys(total) as (keyof Tally)[]).map((k) => [k, total[k] + t[k]]),
      ) as unknown as Tally,
    NOTHING,
  )

/** What has to be reached over all complete gold filings, in percent. */
export interface Target {
  /** At least so many figures with their right value. */
  recall: number
  /** At most so many money figures that a reader would believe and that are wrong. */
  silent: number
  /** At most so many money figures that ask for a look at the paper. */
  unsure: number
}

export const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole)

/** One line for each part of a target. */
export function verdicts(target: Target, all: Tally, money: Tally): string[] {
  const line = (name: string, value: number, met: boolean, bound: string) =>
    `${met ? 'met    ' : 'NOT MET'} ${name} ${value.toFixed(2)} % (${bound} %)`
  const recall = percent(all.right, all.truth)
  const silent = percent(money.silentWrong, money.truth)
  const unsure = percent(money.unsure, money.read)
  return [
    line('recall', recall, recall >= target.recall, `at least ${target.recall}`),
    line('silently wrong money figures', silent, silent <= target.silent, `at most ${target.silent}`),
    line('unsure money figures', unsure, unsure <= target.unsure, `at most ${target.unsure}`),
  ]
}
