import type { Page } from '../../model/page.js'
import { drawn } from './draw.js'
import { decode } from './encoding.js'
import { type FlowBlock, flowOf } from './flow.js'
import { besides, mainContent } from './main-content.js'
import { paginate } from './paginate.js'
import { flowing, placedPages } from './placed.js'
import { withTitle } from './title.js'
import { compactText, type Element, type Tree, treeOf } from './tree.js'

/** `empty-html`: no text that a reader sees · `huge-html`: more than a filing can be. */
export type HtmlFault = 'empty-html' | 'huge-html'

/** Bytes. Pages that an office program wrote take some 2 MB for 100 tables. */
const LARGEST = 32 * 1024 * 1024
/** Characters of text; the longest printed filings, of some 190 pages, have 200,000. What is kept of each takes 500 bytes. */
const MOST_CHARACTERS = 2_000_000

/**
 * Web page → virtual pages: the article of the page, typeset. The boxes are those of this setting, in points; a
 * browser of another width would break the lines elsewhere.
 */
export function readHtml(bytes: Uint8Array): { pages: Page[] } | { fault: HtmlFault } {
  if (bytes.length > LARGEST) return { fault: 'huge-html' }
  const tree = treeOf(decode(bytes))
  const characters = compactText(tree.body).length
  if (characters > MOST_CHARACTERS) return { fault: 'huge-html' }
  const pages = pagesOf(tree)
  return characters === 0 || pages.length === 0 ? { fault: 'empty-html' } : { pages }
}

/** What stands in an element, set on virtual pages. */
export const setPages = (body: Element): Page[] => paginate(flowOf(body))

/**
 * Pages drawn by coordinates are taken as they are drawn. What stands beside them, or on them without a place, and they do
 * not say themselves is set: title and headings before them, all else behind.
 */
function pagesOf(tree: Tree): Page[] {
  const placed = placedPages(tree)
  if (placed.pages.length === 0) return setPages(withTitle(mainContent(tree), tree))
  const shown = placed.pages.map((page) => drawn(page, placed.sheet)).filter((page) => page.glyphs.length > 0)
  const said = shown.flatMap((page) => page.glyphs.map((g) => g.text)).join('')
  const drawnParts = new Set(placed.pages.map((page) => page.element))
  const beside = [
    ...flowOf(withTitle(besides(tree, drawnParts), tree)),
    ...placed.pages.flatMap((page) => flowOf(flowing(page, placed.sheet))),
  ].filter((block) => block.kind === 'table' || !said.includes(block.lines.join('').replace(/\s/g, '')))
  const [before, behind] = [beside.filter(isHeading), beside.filter((block) => !isHeading(block))]
  return [...paginate(before), ...shown, ...paginate(behind)].map((page, i) => numbered(page, i + 1))
}

const isHeading = (block: FlowBlock): boolean => block.kind === 'paragraph' && block.heading > 0

/** A page in its place among others. */
export const numbered = (page: Page, number: number): Page => ({
  ...page,
  number,
  glyphs: page.glyphs.map((g) => ({ ...g, page: number })),
})
