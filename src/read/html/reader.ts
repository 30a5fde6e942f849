import type { Page } from '../../model/page.js'
import { decode } from './encoding.js'
import { flowOf } from './flow.js'
import { mainContent } from './main-content.js'
import { paginate } from './paginate.js'
import { withTitle } from './title.js'
import { compactText, treeOf } from './tree.js'

/** `empty-html`: no text that a reader sees · `huge-html`: more than a filing can be. */
export type HtmlFault = 'empty-html' | 'huge-html'

/** Bytes. Pages that an office program wrote take some 2 MB for 100 tables. */
const LARGEST = 32 * 1024 * 1024
/** Characters of text; the longest printed filings, of some 190 pages, have 200,000. */
const MOST_CHARACTERS = 600_000

/**
 * Web page → virtual pages: the article of the page, typeset. The boxes are those of this setting, in points; a
 * browser of another width would break the lines elsewhere.
 */
export function readHtml(bytes: Uint8Array): { pages: Page[] } | { fault: HtmlFault } {
  if (bytes.length > LARGEST) return { fault: 'huge-html' }
  const tree = treeOf(decode(bytes))
  const characters = compactText(tree.body).length
  if (characters > MOST_CHARACTERS) return { fault: 'huge-html' }
  const pages = paginate(flowOf(withTitle(mainContent(tree), tree)))
  return characters === 0 || pages.length === 0 ? { fault: 'empty-html' } : { pages }
}
