import type { Extracted, Fact } from '../model/filing.js'

/**
 * Figures as they stand on the pages, whatever order they come in: which print is the first, and with it what a finding
 * points at and its id, is a matter of the print alone.
 */
export const inPrintOrder = <F extends Pick<Extracted, 'facts'>>(filing: F): F => ({
  ...filing,
  facts: [...filing.facts]
    .map(placed)
    .sort(byPlace)
    .map(({ fact }) => fact),
})

/** Points: figures of one line stand a little higher or lower. */
const LINE = 4

interface Placed {
  fact: Fact
  top: number
  left: number
}

function placed(fact: Fact): Placed {
  const [left = 0, top = 0] = fact.bbox.split(' ').map(Number)
  return { fact, top, left }
}

const byPlace = (a: Placed, b: Placed): number =>
  a.fact.page - b.fact.page ||
  Math.round(a.top / LINE) - Math.round(b.top / LINE) ||
  a.left - b.left ||
  (a.fact.fact_id < b.fact.fact_id ? -1 : a.fact.fact_id > b.fact.fact_id ? 1 : 0)
