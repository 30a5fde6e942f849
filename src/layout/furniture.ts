import type { Line } from '../model/document.js'
import type { Page } from '../model/page.js'

/** `12`, `- 12 -`, `— 12 —`, `第 3 页`, `第3页，共45页`, `3 / 45`, `页(29)`. */
const PAGE_NUMBER =
  /^(?:[-－—–_·~\s]*\d{1,4}[-－—–_·~\s]*|第?\s*\d{1,4}\s*页[，,、/]?\s*(?:共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|页\s*[（(]\d{1,4}[）)]|第?[（(]?\d{1,4}[）)]?页)$/
/** Page numbers stand in the outer part of a page: share of its height. */
const MARGIN = 0.12
/** A running head repeats on at least this share of the pages. */
const REPEATS = 0.5
const FEWEST = 3

/** Splits the lines of all pages into text and furniture: page numbers, running heads and feet. */
export function apartFromFurniture(pages: { page: Page; lines: Line[] }[]): {
  lines: Line[][]
  furniture: Line[]
} {
  const heads = runningLines(pages)
  const furniture: Line[] = []
  const lines = pages.map(({ page, lines: all }) => {
    const bottom = lowest(all)
    return all.filter((line) => {
      const outer = line.box.y1 < page.height * MARGIN || line.box.y0 > page.height * (1 - MARGIN)
      const text = line.text.text.trim()
      const number = PAGE_NUMBER.test(text) && (outer || line === bottom)
      if (!number && !(outer && heads.has(keyOf(line, page)))) return true
      furniture.push(line)
      return false
    })
  })
  return { lines, furniture }
}

const lowest = (lines: Line[]): Line | undefined =>
  lines.reduce<Line | undefined>((low, l) => (!low || l.box.y0 > low.box.y0 ? l : low), undefined)

const keyOf = (line: Line, page: Page): string =>
  `${line.text.text.replace(/\s/g, '').replace(/\d+/g, '#')}|${line.box.y0 < page.height / 2 ? 'head' : 'foot'}`

/** Texts at the outer edge that repeat, digits folded: titles above tables repeat too, but on few pages. */
function runningLines(pages: { page: Page; lines: Line[] }[]): Set<string> {
  const seen = new Map<string, number>()
  for (const { page, lines } of pages)
    for (const line of lines)
      if (line.box.y1 < page.height * MARGIN || line.box.y0 > page.height * (1 - MARGIN)) {
        const key = keyOf(line, page)
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }
  const enough = Math.max(FEWEST, pages.length * REPEATS)
  return new Set([...seen].filter(([, count]) => count >= enough).map(([key]) => key))
}
