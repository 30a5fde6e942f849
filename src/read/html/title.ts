import { leadsAway } from './main-content.js'
import { compactText, type Element, elementOf, elementsIn, isLeaf, type Tree } from './tree.js'

/** A title has at least so many characters; shorter ones are words of a menu. */
const SHORTEST = 4
/** How many paragraphs into the content its own title is looked for. */
const OPENING = 5
/** Joins the title of an article with the names of column and site. */
const JOINT = /\s*[-_|｜—–]+\s*/

/**
 * The content with the page's title before it, unless it opens with that title itself. A line of the page that
 * `<title>` repeats is better than `<title>`, which names the site too.
 */
export function withTitle(content: Element, tree: Tree): Element {
  const opening = leavesOf(content).slice(0, OPENING)
  const title = titleOf(tree, opening)
  if (title === '' || opening.some((leaf) => compactText(leaf).includes(squeeze(title)))) return content
  const heading = { ...elementOf('h1', {}), children: [title] }
  return { ...content, children: [heading, ...content.children] }
}

const squeeze = (text: string): string => text.replace(/\s/g, '')

function titleOf(tree: Tree, opening: Element[]): string {
  const whole = squeeze(tree.articleTitle || tree.title)
  const leaves = leavesOf(tree.body).filter((leaf) => !isLink(leaf))
  const shown = leaves
    .map((leaf) => ({ leaf, text: compactText(leaf) }))
    .filter((l) => l.text.length >= SHORTEST)
  const repeated =
    shown.find(({ leaf, text }) => isHeading(leaf) && whole.includes(text)) ??
    longest(shown.filter(({ text }) => whole.startsWith(text))) ??
    shown.find(({ leaf }) => leaf.tag === 'h1')
  if (repeated) return repeated.text
  // The content has a title of its own that the page's head does not know.
  if (opening[0] && (isHeading(opening[0]) || isCentred(opening[0]))) return ''
  return squeeze(tree.articleTitle) || squeeze(tree.title.trim().split(JOINT)[0] ?? '')
}

/** Who publishes stands beside the title on many sites, and opens it. */
const longest = <L extends { text: string }>(lines: L[]): L | undefined =>
  lines.reduce<L | undefined>((best, l) => (best && best.text.length >= l.text.length ? best : l), undefined)

const isHeading = ({ tag }: Element): boolean => /^h[1-3]$/.test(tag)

const isCentred = ({ attributes, style }: Element): boolean =>
  attributes.align === 'center' || style['text-align'] === 'center'

const isLink = (leaf: Element): boolean => {
  const links = elementsIn(leaf).filter(leadsAway)
  return links.length > 0 && links.map(compactText).join('') === compactText(leaf)
}

/** Elements that are one paragraph of text each, in order. */
const leavesOf = (element: Element): Element[] =>
  isLeaf(element) ? (compactText(element) === '' ? [] : [element]) : elementsIn(element).flatMap(leavesOf)
