import type { Line } from '../model/document.js'
import type { Page } from '../model/page.js'

/** `12`, `- 12 -`, `— 12 —`, `第 3 页`, `第3页，共45页`, `3 / 45`, `页(29)`. */
const PAGE_NUMBER =
  /^(?:[-－—–_·~\s]*\d{1,4}[-－—–_·~\s]*|第?\s*\d{1,4}\s*页[，,、/]?\s*(?:共\s*\d{1,4}\s*页)?|\d{1,4}\s*[/／]\s*\d{1,4}|页\s*[（(]\d{1,4}[）)]|第?[（(]?\d{1,4}[）)]?页)$/
/** Page numbers stand in the outer part of a page: share of its height. */
const MARGIN = 0.12
/** A running head repeats on at least this share of the pages, or of those without tables. */
const REPEATS = 0.5
const FEWEST = 3
/** Titles are set larger than the text below them, running heads are not (share of its size). */
const LARGER = 1.1

interface PageText {
  page: Page
  lines: Line[]
  /** Tables of the page. */
  grids: unknown[]
}

/** Splits the lines of all pages into text and furniture: page numbers, running heads and feet. */
export function apartFromFurniture(pages: PageText[]): {
  lines: Line[][]
  furniture: Line[]
  /** The page number printed on each page; empty where none is. */
  pageNumbers: string[]
} {
  const heads = runningLines(pages)
  const places = numberPlaces(pages)
  const furniture: Line[] = []
  const numbers: string[] = []
  const lines = pages.map(({ page, lines: all }) => {
    const bottom = lowest(all)
    const printed: Line[] = []
    const kept = all.filter((line) => {
      const outer = isOuter(line, page)
      const number =
        (isPageNumber(line) && (outer || line === bottom)) ||
        (standsAsNumber(line, page, places) && isAlone(line, all))
      if (!number && !(outer && heads.has(keyOf(line, page)))) return true
      furniture.push(line)
      if (number) printed.push(line)
      return false
    })
    numbers.push(lowest(printed)?.text.text.replace(/\s/g, '') ?? '')
    return kept
  })
  return { lines, furniture, pageNumbers: numbers.map((n, i) => (goesOn(numbers, i) ? n : '')) }
}

const isPageNumber = (line: Line): boolean => PAGE_NUMBER.test(line.text.text.trim())

/** Where a page bears its number: the middle of the line in points, up from the foot and across from the left edge. */
interface NumberPlace {
  /** Size of the page, rounded: sheets of one size are set alike. */
  sheet: string
  fromFoot: number
  middle: number
}

/** Longer lines are no page numbers, however they were read. */
const LONGEST = 9
/** So many pages of a size with their number in one place tell where the others have theirs … */
const FEWEST_PLACED = 3
/** … within so many points. */
const SLACK = 6

const placeOf = (line: Line, page: Page): NumberPlace => ({
  sheet: `${Math.round(page.width)}×${Math.round(page.height)}`,
  fromFoot: page.height - (line.box.y0 + line.box.y1) / 2,
  middle: (line.box.x0 + line.box.x1) / 2,
})

const numberPlaces = (pages: readonly PageText[]): NumberPlace[] =>
  pages.flatMap(({ page, lines }) => {
    const low = lowest(lines.filter((l) => isPageNumber(l) && isOuter(l, page)))
    return low ? [placeOf(low, page)] : []
  })

/**
 * A short line where the other pages have their numbers is one, whatever was recognized: `-1丨` for `— 8 —`. Numbers of
 * odd and even pages may stand on either side.
 */
function standsAsNumber(line: Line, page: Page, places: readonly NumberPlace[]): boolean {
  if (page.method !== 'ocr' || !isOuter(line, page) || line.text.text.trim().length > LONGEST) return false
  const own = placeOf(line, page)
  const same = places.filter(
    (p) =>
      p.sheet === own.sheet &&
      Math.abs(p.fromFoot - own.fromFoot) <= SLACK &&
      Math.abs(p.middle - own.middle) <= 2 * SLACK,
  )
  return same.length >= FEWEST_PLACED
}

/** Nothing stands beside it: a cell of a row of the table is no page number. */
const isAlone = (line: Line, all: readonly Line[]): boolean =>
  all.every((o) => o === line || o.box.y1 <= line.box.y0 || o.box.y0 >= line.box.y1)

const isOuter = (line: Line, page: Page): boolean =>
  line.box.y1 < page.height * MARGIN || line.box.y0 > page.height * (1 - MARGIN)

/** Pages that far apart bear numbers that far apart: a figure alone at the edge is no page number. */
const NEIGHBOURS = [-2, -1, 1, 2]

const goesOn = (numbers: readonly string[], i: number): boolean => {
  const count = (n: string | undefined) => Number(/\d+/.exec(n ?? '')?.[0] ?? Number.NaN)
  return NEIGHBOURS.some((by) => count(numbers[i + by]) - count(numbers[i]) === by)
}

const lowest = (lines: Line[]): Line | undefined =>
  lines.reduce<Line | undefined>((low, l) => (!low || l.box.y0 > low.box.y0 ? l : low), undefined)

const keyOf = (line: Line, page: Page): string =>
  `${line.text.text.replace(/\s/g, '').replace(/\d+/g, '#')}|${line.box.y0 < page.height / 2 ? 'head' : 'foot'}`

/** Texts at the outer edge that repeat, digits folded: titles above tables repeat too, but on few pages. */
function runningLines(pages: PageText[]): Set<string> {
  const ofText = pages.filter(({ grids }) => grids.length === 0)
  return new Set([...repeated(pages, () => true), ...repeated(ofText, (l, size) => l.size <= LARGER * size)])
}

function repeated(pages: PageText[], counts: (line: Line, size: number) => boolean): string[] {
  const seen = new Map<string, number>()
  for (const { page, lines } of pages) {
    const sizes = lines.map((l) => l.size).sort((a, b) => a - b)
    for (const line of lines)
      if (isOuter(line, page) && counts(line, sizes[sizes.length >> 1] ?? 0)) {
        const key = keyOf(line, page)
        seen.set(key, (seen.get(key) ?? 0) + 1)
      }
  }
  const enough = Math.max(FEWEST, pages.length * REPEATS)
  return [...seen].filter(([, count]) => count >= enough).map(([key]) => key)
}
