import type { Comparison } from './compare.js'
import { percent } from './tally.js'

/** Lower bounds of confidence, the highest first: what a recognizer calls sure is told apart finely. */
const BOUNDS = [0.995, 0.98, 0.95, 0.9, 0.8, 0.6, 0]

/** How often figures of a confidence are read as they are printed. */
export interface Reliability {
  /** From this confidence on, up to that of the entry before. */
  from: number
  figures: number
  /** Another value than the printed one, settled figures by what was read. */
  wrong: number
}

/** Figures whose digits are known, by the confidence of their least sure character. */
export function reliabilityOf(comparisons: readonly Pick<Comparison, 'right' | 'wrong'>[]): Reliability[] {
  const table = BOUNDS.map((from): Reliability => ({ from, figures: 0, wrong: 0 }))
  for (const { right, wrong } of comparisons)
    for (const [pairs, isWrong] of [
      [right, false],
      [wrong, true],
    ] as const)
      for (const { truth, read } of pairs) {
        const entry = table.find(({ from }) => read.confidence >= from) as Reliability
        entry.figures++
        // A settled figure was read otherwise: arithmetic put it right, not the recognizer.
        if (isWrong || (read.value_read !== '' && read.value_read !== truth.value)) entry.wrong++
      }
  return table
}

export const reliabilityTable = (table: readonly Reliability[]): string =>
  [
    '| confidence from | figures | read wrongly | share |',
    '|---|---|---|---|',
    ...table.map(
      ({ from, figures, wrong }) =>
        `| ${from} | ${figures} | ${wrong} | ${figures === 0 ? '' : `${percent(wrong, figures).toFixed(3)} %`} |`,
    ),
  ].join('\n')
