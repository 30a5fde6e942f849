import { lazy, readData } from './csv.js'

/** An economic item whose money is, wherever it is paid from, part of what a concept covers. */
export interface Subset {
  economy: string
  concept: string
}

export const subsets = lazy((): readonly Subset[] =>
  readData('subsets.csv').map(({ economy = '', concept = '', example = '' }) => {
    if (!/^\d{5}$/.test(economy) || concept === '' || example === '')
      throw new Error(`subsets.csv: ${economy} needs a concept and an example`)
    return { economy, concept }
  }),
)
