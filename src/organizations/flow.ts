import type { PageFlow, PageOfPaper } from '../model/filing.js'

type Above = PageOfPaper['above']

/** A page with its number in the paper. */
export interface NumberedPage {
  page: number
  /** Nothing of a page that was not read. */
  flow: PageFlow | undefined
}

/** What stands above the first lines of each page, by the pages before it, in their order. */
export function abovePages(pages: readonly NumberedPage[]): Above[] {
  let above: Above
  let last = 0
  return pages.map(({ page, flow }) => {
    const isNext = page === last + 1
    // A list that goes on bridges a page that is missing, but not surely: another may have begun there.
    const here: Above = isNext
      ? page === 1
        ? { titles: [], doubtful: false }
        : above
      : above && flow?.goes_on
        ? { ...above, doubtful: true }
        : undefined
    last = page
    above = flow && below(flow, here)
    return here
  })
}

function below({ titles, begins, rooted }: PageFlow, above: Above): Above {
  if (begins) return rooted ? { titles, doubtful: false } : undefined
  if (titles.length === 0) return above
  return { titles: [...titles, ...(above?.titles ?? [])], doubtful: above?.doubtful ?? false }
}
