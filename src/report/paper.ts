import type { Glyph, Page } from '../model/page.js'
import type { DrawnPage, Paper } from '../model/report.js'

/** Characters further apart than this part of their size are drawn on their own: gaps between words are not alike. */
const GAP = 0.3
/** Boxes of one line of type differ by less, in points. */
const LEVEL = 0.6

/** Pages as they were read from their text layer; recognized ones are shown as pictures. */
export const paperOf = (pages: readonly Page[]): Paper => ({
  pages: pages.filter((page) => page.method === 'text' && page.glyphs.length > 0).map(drawnPage),
})

const drawnPage = ({ number, glyphs, rulings }: Page): DrawnPage => ({
  page: number,
  runs: runsOf(glyphs),
  rulings: rulings.map((r) =>
    r.direction === 'horizontal'
      ? [tenths(r.from), tenths(r.at), tenths(r.to), tenths(r.at)]
      : [tenths(r.at), tenths(r.from), tenths(r.at), tenths(r.to)],
  ),
})

/** Neighbours in the file that stand beside each other on the page. */
function runsOf(glyphs: readonly Glyph[]): DrawnPage['runs'] {
  const runs: DrawnPage['runs'] = []
  let open: { x0: number; y0: number; x1: number; y1: number; text: string } | undefined
  const close = () => {
    if (open && open.text.trim() !== '')
      runs.push([tenths(open.x0), tenths(open.y0), tenths(open.x1), tenths(open.y1), open.text])
    open = undefined
  }
  for (const g of glyphs) {
    if (open && goesOn(open, g)) {
      open.text += g.text
      open.x1 = g.x1
      open.y0 = Math.min(open.y0, g.y0)
      open.y1 = Math.max(open.y1, g.y1)
      continue
    }
    close()
    open = { x0: g.x0, y0: g.y0, x1: g.x1, y1: g.y1, text: g.text }
  }
  close()
  return runs
}

const goesOn = (run: { x1: number; y0: number; y1: number }, g: Glyph): boolean =>
  Math.abs(g.y1 - run.y1) < LEVEL &&
  Math.abs(g.y0 - run.y0) < 2 * LEVEL &&
  g.x0 > run.x1 - GAP * g.size &&
  g.x0 < run.x1 + GAP * g.size

const tenths = (points: number): number => Math.round(points * 10)
