import { groupBy } from '../../model/group-by.js'
import type { AcrossCase, Paper, PaperFamily } from './across.js'

/** Two papers of one organization, the earlier first. */
export interface Pair extends AcrossCase {
  before: Paper
  now: Paper
}

const pairOf = (before: Paper, now: Paper): Pair => ({ papers: [before, now], before, now })

/** Papers of one organization, kind and year. */
const filedAlike = (family: PaperFamily): Paper[][] => [
  ...groupBy(family.papers, (p) => `${p.organizationId} ${p.kind} ${p.year}`).values(),
]

/** Papers that stand alone for their organization, kind and year: of two, none can be held against others. */
function alone(family: PaperFamily): Paper[] {
  const single = new Set(filedAlike(family).flatMap((papers) => (papers.length === 1 ? papers : [])))
  return family.papers.filter((p) => single.has(p))
}

/** Of several papers for one organization, kind and year the first with each of the others. */
export const filedTwice = (family: PaperFamily): Pair[] =>
  filedAlike(family).flatMap(([first, ...others]) =>
    first ? others.map((other) => pairOf(first, other)) : [],
  )

/** Papers of one kind in two years that follow each other. */
export const yearsInRow = (family: PaperFamily): Pair[] =>
  pairs(family, (before, now) => before.kind === now.kind && now.year === before.year + 1)

/** A year's budget and its final account. */
export const budgetAndFinal = (family: PaperFamily): Pair[] =>
  pairs(family, (b, n) => b.kind === 'budget' && n.kind === 'final' && b.year === n.year)

/** All papers of one organization two by two, the later year second; in one year the final account. */
export const anyTwo = (family: PaperFamily): Pair[] =>
  pairs(family, (b, n) => b.year < n.year || (b.year === n.year && b.kind === 'budget' && n.kind === 'final'))

function pairs(family: PaperFamily, follows: (before: Paper, now: Paper) => boolean): Pair[] {
  const papers = alone(family)
  const byOrganization = groupBy(papers, (p) => p.organizationId)
  return papers.flatMap((now) =>
    (byOrganization.get(now.organizationId) ?? [])
      .filter((before) => follows(before, now))
      .map((before) => pairOf(before, now)),
  )
}

/** A department's paper with the papers of its units of the same year and kind. */
export interface Group extends AcrossCase {
  department: Paper
  units: Paper[]
  /** Every unit that the department lists has its paper here. */
  complete: boolean
  /** The unit's paper by the name under which the department's rows print it. */
  rows: Map<string, Paper>
}

export function groupsOf(family: PaperFamily): Group[] {
  const papers = alone(family)
  return papers
    .filter((p) => p.level === 'department')
    .flatMap((department) => {
      const units = papers.filter(
        (p) => p.level === 'unit' && p.kind === department.kind && p.year === department.year,
      )
      if (units.length === 0) return []
      const ids = new Set(department.filings.map((f) => f.filing_id))
      const listed = family.units.filter((u) => ids.has(u.filingId))
      const inRows = listed.filter((u) => u.from === 'row')
      const named = inRows.length > 0 ? inRows : listed
      const paperOf = (id: string) => units.find((u) => u.organizationId === id)
      const filed = new Set(named.map((u) => paperOf(u.organizationId)))
      const rows = new Map<string, Paper>()
      for (const unit of listed) {
        const paper = paperOf(unit.organizationId)
        if (paper) rows.set(unit.entity, paper)
      }
      const complete = named.length > 0 && !filed.has(undefined) && units.every((u) => filed.has(u))
      return [{ papers: [department, ...units], department, units, complete, rows }]
    })
}
