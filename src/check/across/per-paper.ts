import type { Paper } from './across.js'

/** Reckoned once of each paper: its neighbours, and every trial of another reading of them, ask for the same again. */
export function perPaper<T>(reckon: (paper: Paper) => T): (paper: Paper) => T {
  const known = new WeakMap<Paper, { is: T }>()
  return (paper) => {
    const found = known.get(paper) ?? { is: reckon(paper) }
    known.set(paper, found)
    return found.is
  }
}
