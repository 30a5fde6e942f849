import { folded } from '../../model/printed/folded.js'
import { understand } from '../aspects/printed-words.js'
import type { TableMeaning } from '../aspects/table-kind.js'
import type { Column } from './columns.js'
import type { Matrix } from './matrix.js'
import { labelOf } from './words.js'

/** What the heads and rows of a table prove, where its title has words that nobody knows. */
export interface ToldByContent {
  /** Whether it lists income or spending is known. */
  side: boolean
  /** It is about all money. */
  allMoney: boolean
  /** It is about spending of every nature. */
  allNatures: boolean
}

/** Nothing narrows what a title does not name. */
export const WHOLE: ToldByContent = { side: true, allMoney: true, allNatures: true }

/** Money that no fund covers: a table that lists it is about all money. */
const OTHER_MONEY =
  /^(?:revenue\.(?:institutional|fiscal-account|operating|superior|affiliate|other|account-balance)|expenditure\.(?:operating|to-superior|to-affiliate))/
/** What is listed without income or spending: concepts of their own. */
const OF_ITS_OWN = new Set(['three-public', 'procurement', 'operating-cost'])

export function toldByContent(
  matrix: Matrix,
  columns: readonly Column[],
  { type, aspects }: TableMeaning,
): ToldByContent {
  const heads = columns.flatMap((c) => c.path).map((text) => understand(text, 'head'))
  const words = [...heads, ...labelsOf(matrix, columns)].flatMap((w) => (w.whole ? [w.aspects] : []))
  const natures = new Set(words.map((w) => w.nature))
  const isPair = aspects.side === 'both'
  return {
    side:
      aspects.side !== undefined ||
      OF_ITS_OWN.has(type) ||
      aspects.nature !== undefined ||
      natures.has('basic'),
    allMoney: words.some((w) => OTHER_MONEY.test(w.concept ?? '')),
    allNatures: isPair || (natures.has('basic') && natures.has('project')),
  }
}

const labelsOf = (matrix: Matrix, columns: readonly Column[]) =>
  columns
    .filter((c) => c.kind === 'name')
    .flatMap(({ index }) =>
      Array.from({ length: matrix.rows - matrix.headerRows }, (_, r) => {
        const text = matrix.at(matrix.headerRows + r, index)?.text.text ?? ''
        return understand(labelOf(folded(text)).name, 'row')
      }),
    )
