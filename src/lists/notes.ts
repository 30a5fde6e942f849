import type { Fact, FilingPage } from '../model/filing.js'
import { filingOfId } from '../model/filing-of-id.js'
import type { Matter } from '../model/report.js'
import { asFiled } from '../model/turning.js'
import type { PlaceNote } from './annotate.js'
import { cellText } from './cell-text.js'

/** Filings in which matters have figures, each with those matters; ids of facts begin with that of their filing. */
export function mattersByFiling(matters: readonly Matter[]): Map<string, Matter[]> {
  const byFiling = new Map<string, Matter[]>()
  for (const matter of matters)
    for (const id of new Set([matter.filing_id, ...matter.facts.map(filingOfId)]))
      if (id !== '') byFiling.set(id, [...(byFiling.get(id) ?? []), matter])
  return byFiling
}

const LIGHTEST_FIRST = ['info', 'warning', 'error'] as const

/** What of a filing tells where its figures stand. */
interface Noted {
  filing_id: string
  facts: readonly Pick<Fact, 'fact_id' | 'page' | 'bbox'>[]
  pages: readonly Pick<FilingPage, 'page' | 'width' | 'height' | 'turning'>[]
}

/** A note at the place of each matter of a filing, and at each of its figures that take part in one. */
export function notesOf(
  { filing_id, facts, pages }: Noted,
  matters: readonly Matter[],
  said: (matter: Matter) => string,
): PlaceNote[] {
  const byId = new Map(facts.map((f) => [f.fact_id, f]))
  const sheets = new Map(pages.map((p) => [p.page, p]))
  // What is drawn last lies on top: the gravest, where a figure is in several matters.
  const gravestLast = LIGHTEST_FIRST.flatMap((of) => matters.filter((m) => m.severity === of))
  return gravestLast.flatMap((matter) => {
    const { page, bbox, severity } = matter
    const own = matter.filing_id === filing_id && page !== null ? [{ page, bbox }] : []
    const places = [...own, ...matter.facts.flatMap((id) => byId.get(id) ?? [])]
    const text = cellText(said(matter))
    return [...new Map(places.map((p) => [`${p.page} ${p.bbox}`, p])).values()].flatMap(
      (place): PlaceNote[] => {
        const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = place.bbox.split(' ').map(Number)
        // What is missing has no place on its page.
        if (!(x1 > x0 && y1 > y0)) return []
        const box = asFiled({ x0, y0, x1, y1 }, sheets.get(place.page))
        return [{ page: place.page, box, text, severity }]
      },
    )
  })
}
