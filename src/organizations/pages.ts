import type { PageSays, PaperOfPages } from '../model/filing.js'
import { nameKey } from './names.js'

/**
 * What a paper is whose pages are files, by what each prints, in the order of the pages: at least one says who, what year
 * and what kind, and none says otherwise. Nothing where two could be meant: a scanner counts through what is laid on it.
 */
export function paperOfPages(pages: readonly PageSays[]): PaperOfPages | undefined {
  const naming = pages.filter((p) => p.names_paper)
  const [first] = naming
  if (!first) return undefined
  const { kind, fiscal_year } = first
  const region = naming.map((p) => p.region).reduce((a, b) => (b.length > a.length ? b : a))
  const leveled = naming.find((p) => p.level_told) ?? first
  const paper = { kind, fiscal_year, region, organization: first.organization }
  if (naming.some((p) => p.kind !== kind)) return undefined
  if (pages.some((p) => saysOther(p, paper) || saysOtherLevel(p, leveled))) return undefined
  const dated = pages.filter((p) => p.fiscal_year === fiscal_year)
  return {
    ...paper,
    organization_level: leveled.organization_level,
    year_doubtful: dated.length < 2 && dated.every((p) => p.year_doubtful),
  }
}

const saysOtherLevel = (page: PageSays, { organization_level }: PageSays): boolean =>
  page.level_told && page.organization_level !== organization_level

/** The kind of a page that names no paper is that of some head on it: final accounts speak of budgets too. */
const saysOther = (
  page: PageSays,
  paper: Pick<PaperOfPages, 'fiscal_year' | 'region' | 'organization'>,
): boolean =>
  (page.fiscal_year !== '' && page.fiscal_year !== paper.fiscal_year) ||
  (page.organization !== '' &&
    nameKey(page.organization, paper.region).key !== nameKey(paper.organization, paper.region).key)
