import { pageNameOf } from '../catalogue/page-names.js'
import type { Outcome, PageOfPaper, PageSays } from '../model/filing.js'
import type { Source } from '../model/source.js'
import { abovePages, paperOfPages } from '../organizations/index.js'

/**
 * Sources with those whose names count the pages of the same paper, in the order of the pages; any other stands alone.
 * Only pictures and PDFs are published page by page.
 */
export function pageGroups(sources: readonly Source[]): Source[][] {
  const groups = new Map<string, { source: Source; page: number }[]>()
  for (const source of sources) {
    const name = source.kind === 'image' || source.kind === 'pdf' ? pageNameOf(source.source) : undefined
    const key = name ? `page ${name.paper}` : `file ${source.filingId}`
    const group = groups.get(key) ?? []
    group.push({ source, page: name?.page ?? 1 })
    groups.set(key, group)
  }
  return [...groups.values()].map((group) =>
    group
      .sort((a, b) => a.page - b.page || (a.source.source < b.source.source ? -1 : 1))
      .map(({ source }) => source),
  )
}

/** A file as it was read alone. */
export interface ReadAlone {
  outcome: Outcome
  /** Nothing where it has several pages, or could not be read. */
  says: PageSays | undefined
}

/** Names count files of several pages too: annexes, no pages. */
const hasPages = ({ outcome, says }: ReadAlone): boolean =>
  says === undefined && outcome !== 'unreadable' && outcome !== 'failed'

/** What each of files with such names will be told, in their order. */
export function toldPages(group: readonly Source[], alone: readonly ReadAlone[]): Map<Source, PageOfPaper> {
  if (group.length < 2 || alone.some(hasPages)) return new Map()
  const says = alone.map((file) => file.says)
  const paper = paperOfPages(says.filter((s) => s !== undefined))
  if (!paper) return new Map()
  const above = abovePages(
    group.map(({ source }, i) => ({ page: pageNameOf(source)?.page ?? 0, flow: says[i]?.flow })),
  )
  return new Map(
    group.flatMap((source, i): [Source, PageOfPaper][] => {
      // Only what is too little by itself has use for it.
      if (says[i]?.alone !== 'too-little') return []
      return [[source, { ...paper, ...(above[i] ? { above: above[i] } : {}) }]]
    }),
  )
}
