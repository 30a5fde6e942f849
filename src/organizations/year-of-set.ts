import type { Filing } from '../model/filing.js'
import { isNoted, noted } from '../model/reading.js'
import { type FilingSummary, printedYear, YEAR_OF_SET } from './summary.js'

/** Years of files that print none, by filing id: that of the other files of their set. */
export function yearsOfSets(
  summaries: readonly FilingSummary[],
  setOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const years = new Map<string, string>()
  for (const s of summaries) if (s.year !== '') years.set(setOf.get(s.filingId) ?? s.filingId, s.year)
  return new Map(
    summaries.flatMap((s): [string, string][] => {
      const year = s.year === '' ? years.get(setOf.get(s.filingId) ?? '') : undefined
      return year ? [[s.filingId, year]] : []
    }),
  )
}

/** A filing that prints no year with that of its set, or without one again; the same object where nothing changes. */
export function withYearOfSet<F extends Filing>(filing: F, year: string): F {
  if (printedYear(filing) !== '' || filing.fiscal_year === year) return filing
  const facts = filing.facts.map((f) => {
    const bare = isNoted(f, YEAR_OF_SET)
      ? { ...f, year: '', note: f.note.filter((code) => code !== YEAR_OF_SET) }
      : f
    return year !== '' && bare.year === '' ? { ...bare, year, note: noted(bare.note, YEAR_OF_SET) } : bare
  })
  return { ...filing, fiscal_year: year, facts }
}
