import type { Filing } from '../model/filing.js'
import { type Completeness, completenessOf } from '../requirements/index.js'

/**
 * What each of the files that are one filing carries of what they publish together: the answers stand in the file that
 * the set is named after, the score in each.
 */
export function completenessOfSet(files: readonly Filing[]): Map<string, Completeness> {
  const isHead = (f: Filing) => f.filing_id === f.set_id
  const together = completenessOf([...files.filter(isHead), ...files.filter((f) => !isHead(f))])
  return new Map(
    files.map((f) => [
      f.filing_id,
      isHead(f) || files.length === 1 ? together : { ...together, completeness: [] },
    ]),
  )
}
