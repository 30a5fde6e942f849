import { pointsOf } from './measures.js'
import { StyleSheet } from './style-sheet.js'
import { isData } from './table-grid.js'
import { compactText, type Element, elementsIn, type Tree } from './tree.js'

/** A page drawn by coordinates: an element around placed ones. */
export interface PlacedPage {
  element: Element
  ancestors: Element[]
}

/** Less placed pieces are an ornament, a menu or a chart of an article. */
const FEWEST_PIECES = 12
/** So much of the text in it stands in placed pieces, or the page is no drawn one. */
const MOST_OF_TEXT = 0.8
/** So much of all text of the web page stands on drawn pages, or they are an addition to its article. */
const SHARE_OF_ALL = 0.5

/** Points: no page is smaller. */
const SHORTEST_SIDE = 300

/** A coordinate with a unit; 0 needs none. */
const LENGTH = /^-?(?:\d+\.?\d*|\.\d+)(?:pt|px|em|rem|in|cm|mm|%)$|^0+(?:\.0+)?$/

const isGiven = (value: string | undefined): boolean => LENGTH.test(value ?? '')

/** Whether a style places its element. Where a style sheet in another file says `absolute`, the coordinates tell it. */
export function isPlaced(style: Record<string, string>): boolean {
  const across = isGiven(style.left) || isGiven(style.right)
  const down = isGiven(style.top) || isGiven(style.bottom)
  return across && down && !/^(?:static|relative|sticky)/.test(style.position ?? '')
}

/**
 * The drawn pages of a web page whose text is placed by coordinates, as converters of PDF leave it; none where the page
 * has an article that flows.
 */
export function placedPages(tree: Tree): { pages: PlacedPage[]; sheet: StyleSheet } {
  const sheet = new StyleSheet(tree.styles)
  const homes = new Map<Element, { page: PlacedPage; pieces: number; text: number }>()
  visit(tree.body, [])
  const total = compactText(tree.body).length
  const pages = [...homes.values()].filter(
    ({ page, text }) =>
      text > 0 &&
      text >= MOST_OF_TEXT * compactText(page.element).length &&
      !tablesIn(page.element).some(isData),
  )
  const pieces = pages.reduce((sum, p) => sum + p.pieces, 0)
  const text = pages.reduce((sum, p) => sum + p.text, 0)
  const isDrawn = pieces >= FEWEST_PIECES && text >= SHARE_OF_ALL * total
  return { sheet, pages: isDrawn ? pages.map((p) => p.page) : [] }

  function visit(element: Element, ancestors: Element[]): void {
    const around = [...ancestors, element]
    for (const child of elementsIn(element)) {
      if (isPlaced(sheet.styleOf(child, around))) {
        const at = homeOf(around)
        const page = { element: around[at] as Element, ancestors: around.slice(0, at) }
        const home = homes.get(page.element) ?? { page, pieces: 0, text: 0 }
        home.pieces++
        home.text += ownText(child, around)
        homes.set(page.element, home)
      }
      visit(child, around)
    }
  }

  /**
   * The page that an element stands on: the next one around it that says `relative` or is as large as a page; else the
   * outermost that is placed itself; else its parent.
   */
  function homeOf(around: Element[]): number {
    let home = around.length - 1
    for (let i = around.length - 1; i > 0; i--) {
      const style = sheet.styleOf(around[i] as Element, around.slice(0, i))
      const relative = /^relative/.test(style.position ?? '')
      if (!relative && !isPlaced(style)) continue
      home = i
      if (relative || isPageSize(style)) break
    }
    return home
  }

  /** Characters of an element that no placed element inside of it shows. */
  function ownText(element: Element, ancestors: Element[]): number {
    const around = [...ancestors, element]
    return element.children.reduce((sum, child) => {
      if (typeof child === 'string') return sum + compactText(child).length
      return isPlaced(sheet.styleOf(child, around)) ? sum : sum + ownText(child, around)
    }, 0)
  }
}

/** What a drawn page says without placing it. */
export function flowing({ element, ancestors }: PlacedPage, sheet: StyleSheet): Element {
  const around = [...ancestors, element]
  const children = element.children.flatMap((child): Element['children'] => {
    if (typeof child === 'string') return [child]
    if (isPlaced(sheet.styleOf(child, around))) return []
    return [flowing({ element: child, ancestors: around }, sheet)]
  })
  return { ...element, children }
}

const isPageSize = ({ width, height }: Record<string, string>): boolean =>
  [width, height].every((side) => !side?.includes('%') && (pointsOf(side, 0, 0) ?? 0) >= SHORTEST_SIDE)

const tablesIn = (element: Element): Element[] =>
  elementsIn(element).flatMap((c) => (c.tag === 'table' ? [c] : tablesIn(c)))
