import type { Filing } from '../model/filing.js'
import type { Box } from '../model/geometry.js'
import { groupBy } from '../model/group-by.js'
import type { PagePicture } from '../model/report.js'
import { pictureFile } from './encoded.js'

/** What is seen above and below a figure: the rows beside it, in points. */
const AROUND = 30
/** Bands this near are one: less is cut in two than shown twice, in points. */
const NEAR = 24

/** Doubts of pages that are made to fill the memory of whoever draws them. */
const NOT_DRAWN = ['huge-content', 'huge-image', 'not-asked']

/** What findings are about, in one filing. */
export interface WantedPlaces {
  /** fact_ids. */
  facts: readonly string[]
  places: readonly { page: number; bbox: string }[]
}

/**
 * The parts of pages that are shown as pictures: bands over the whole width around every place that a finding is about,
 * for the name of a row stands far from its figure; of a scanned page all of it, for nothing else shows it.
 */
export function bandsOf(filing: Filing, { facts, places }: WantedPlaces): PagePicture[] {
  const wanted = new Set(facts)
  const at = [...places, ...filing.facts.filter((f) => wanted.has(f.fact_id))]
  const byPage = groupBy(at, (place) => String(place.page))
  return filing.pages.flatMap(({ page, width, height, method, doubt, turning }) => {
    if (NOT_DRAWN.includes(doubt)) return []
    const whole = { x0: 0, y0: 0, x1: width, y1: height }
    const bands =
      method === 'ocr'
        ? [whole]
        : joined((byPage.get(String(page)) ?? []).map(({ bbox }) => bandAround(bbox, whole)))
    return bands.map((band) => ({
      page,
      ...band,
      file: pictureFile(filing.filing_id, page, band),
      ...(turning ? { turning } : {}),
    }))
  })
}

function bandAround(bbox: string, page: Box): Box {
  const [, y0 = 0, , y1 = 0] = bbox.split(' ').map(Number)
  return {
    ...page,
    y0: Math.max(page.y0, Math.floor(y0 - AROUND)),
    y1: Math.min(page.y1, Math.ceil(y1 + AROUND)),
  }
}

function joined(bands: readonly Box[]): Box[] {
  const out: Box[] = []
  for (const band of [...bands].sort((a, b) => a.y0 - b.y0)) {
    const last = out.at(-1)
    if (last && band.y0 <= last.y1 + NEAR) last.y1 = Math.max(last.y1, band.y1)
    else if (band.y1 > band.y0) out.push({ ...band })
  }
  return out
}
