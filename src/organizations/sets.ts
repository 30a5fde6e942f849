import { pageNameOf } from '../catalogue/page-names.js'
import type { FilingSummary } from './summary.js'

/** Prose of two files is the same if so many of the statements of the one (share, at least) stand in the other. */
const SAME_PROSE = 0.9
const FEWEST_STATEMENTS = 5

/**
 * Files that together are one filing, of the same organization, year and kind: the prose in one and the tables in
 * another, or prose alone (a page of the web) that a complete file repeats figure by figure. A set has the id of its
 * prose file in the first case, of the complete file in the second. Targets published alone are of the paper beside
 * them. Files whose names count the pages of one paper are a set with the id of the first.
 */
export function setsOf(
  summaries: readonly FilingSummary[],
  organizationOf: (s: FilingSummary) => string,
): Map<string, string> {
  const sets = new Map<string, string>()
  const groups = new Map<string, FilingSummary[]>()
  const paged = setsOfPages(summaries, organizationOf)
  for (const s of summaries) {
    sets.set(s.filingId, paged.get(s.filingId) ?? s.filingId)
    const organization = organizationOf(s)
    if (organization === '' || s.year === '' || s.kind === '' || s.isAnnex || paged.has(s.filingId)) continue
    const key = keyOf(s, organization)
    groups.set(key, [...(groups.get(key) ?? []), s])
  }
  for (const s of summaries) {
    // Tables that print no year are those of the only paper of their organization that lies beside them.
    const organization = organizationOf(s)
    if (s.year !== '' || paged.has(s.filingId) || organization === '' || s.kind === '') continue
    const beside = [...groups.values()].filter((group) =>
      group.some((g) => keyOf({ ...g, year: '' }, organizationOf(g)) === keyOf(s, organization)),
    )
    if (beside.length === 1) beside[0]?.push(s)
  }
  for (const group of groups.values()) {
    const prose = group.filter((s) => s.hasProse && !s.hasTables)
    const tables = group.filter((s) => s.hasTables && !s.hasProse)
    if (prose.length === 1 && tables.length === 1)
      for (const s of [...prose, ...tables]) sets.set(s.filingId, (prose[0] as FilingSummary).filingId)
    else
      for (const page of prose) {
        const whole = group.filter((s) => s.hasTables && s.hasProse && repeats(s, page))
        if (whole.length === 1) sets.set(page.filingId, (whole[0] as FilingSummary).filingId)
      }
  }
  for (const s of summaries.filter((x) => x.isAnnex && !paged.has(x.filingId))) {
    const beside = groups.get(keyOf(s, organizationOf(s))) ?? []
    const papers = new Set(beside.map((g) => sets.get(g.filingId) as string))
    if (papers.size === 1) sets.set(s.filingId, [...papers][0] as string)
  }
  return sets
}

/** Sets of files that are pages of one paper by their names and say the same of it; those of no such set are left out. */
function setsOfPages(
  summaries: readonly FilingSummary[],
  organizationOf: (s: FilingSummary) => string,
): Map<string, string> {
  const papers = new Map<string, { page: number; id: string }[]>()
  for (const s of summaries) {
    const name = s.isPage ? pageNameOf(s.source) : undefined
    const organization = organizationOf(s)
    if (!name || organization === '' || s.year === '' || s.kind === '') continue
    const key = [name.paper, organization, s.year, s.kind].join('|')
    papers.set(key, [...(papers.get(key) ?? []), { page: name.page, id: s.filingId }])
  }
  return new Map(
    [...papers.values()].flatMap((pages) => {
      const [first] = [...pages].sort((a, b) => a.page - b.page || (a.id < b.id ? -1 : 1))
      return first && pages.length > 1 ? pages.map(({ id }): [string, string] => [id, first.id]) : []
    }),
  )
}

const keyOf = (s: FilingSummary, organization: string): string =>
  [folderOf(s.source), organization, s.year, s.kind].join('|')

/** Figures tell editions apart that share a name: those of a department and of its own bureau differ. */
function repeats(whole: FilingSummary, page: FilingSummary): boolean {
  if (whole.level !== page.level || page.statements.length < FEWEST_STATEMENTS) return false
  const stated = new Set(whole.statements)
  return page.statements.filter((s) => stated.has(s)).length >= SAME_PROSE * page.statements.length
}

export const folderOf = (source: string): string => source.split('/').slice(0, -1).join('/')
