import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { declarations } from './declarations.js'

/** What of a web page a reader sees: elements and text without scripts, comments and hidden parts. */
export interface Element {
  tag: string
  attributes: Record<string, string>
  /** Inline style, property → value. */
  style: Record<string, string>
  children: Node[]
}

export type Node = Element | string

export interface Tree {
  body: Element
  /** `<title>`, and the article's title where the site follows the government's rule for page heads. */
  title: string
  articleTitle: string
  /** The text of all `<style>` elements. */
  styles: string
}

/** Elements that show no text of their own: programs, data, controls, what stands in for media. */
const UNSEEN = new Set(
  'script style template noscript head iframe frameset object embed applet svg math canvas audio video map select option datalist input button textarea rp rt'.split(
    ' ',
  ),
)
/** Browsers stop nesting at 512; deeper elements give their content to the last one that counts. */
const DEEPEST = 200
/** Below this no table begins, so that rows and cells are never parted from their table. */
const DEEPEST_TABLE = 190

type Source = DefaultTreeAdapterTypes.Node

/** Parses as browsers do, so that unclosed tags and broken tables never throw. */
export function treeOf(html: string): Tree {
  const document = parse(html)
  const body = elementOf('body', {})
  const tree: Tree = { body, title: '', articleTitle: '', styles: '' }
  const stack: { node: Source; parent: Element; depth: number }[] = [
    { node: document, parent: body, depth: 0 },
  ]
  // A stack of its own: recursion would overflow on hostile nesting.
  for (let at = stack.pop(); at; at = stack.pop()) {
    const { node, parent, depth } = at
    let home = parent
    if ('value' in node) parent.children.push(node.value)
    if (!('childNodes' in node)) continue
    if ('attrs' in node) {
      const attributes = Object.fromEntries(node.attrs.map((a) => [a.name, a.value]))
      const tag = node.tagName
      if (tag === 'title' && tree.title === '') tree.title = textIn(node)
      if (tag === 'style') tree.styles += textIn(node)
      if (tag === 'meta' && /^articletitle$/i.test(attributes.name ?? ''))
        tree.articleTitle ||= attributes.content ?? ''
      if (tag === 'head') pushAll(node.childNodes.filter(isHeadData), parent, depth)
      const element = elementOf(tag, attributes)
      if (UNSEEN.has(tag) || tag === 'title' || isHidden(element)) continue
      if (tag !== 'html' && tag !== 'body' && depth < (tag === 'table' ? DEEPEST_TABLE : DEEPEST)) {
        parent.children.push(element)
        home = element
      }
    }
    pushAll(node.childNodes, home, depth + 1)
  }
  return tree

  function pushAll(nodes: Source[], parent: Element, depth: number): void {
    for (let i = nodes.length - 1; i >= 0; i--) stack.push({ node: nodes[i] as Source, parent, depth })
  }
}

const isHeadData = (node: Source): boolean => /^(?:title|meta|style)$/.test(node.nodeName)

const textIn = (node: DefaultTreeAdapterTypes.Element): string =>
  node.childNodes.map((c) => ('value' in c ? c.value : '')).join('')

export function elementOf(tag: string, attributes: Record<string, string>): Element {
  return { tag, attributes, style: declarations(attributes.style ?? ''), children: [] }
}

const isHidden = ({ attributes, style }: Element): boolean =>
  'hidden' in attributes ||
  /^none\b/.test(style.display ?? '') ||
  /^(?:hidden|collapse)\b/.test(style.visibility ?? '') ||
  style['mso-hide'] === 'all'

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Whether an element starts on a line of its own. */
export const isBlock = ({ tag, style }: Element): boolean =>
  style.display === 'inline' ? false : BLOCKS.has(tag) || /^(?:block|flex|grid)\b/.test(style.display ?? '')

export const elementsIn = (element: Element): Element[] =>
  element.children.filter((c): c is Element => typeof c !== 'string')

/** An element without blocks inside: one paragraph of text. */
export const isLeaf = (element: Element): boolean =>
  elementsIn(element).every((c) => !isBlock(c) && c.tag !== 'table' && isLeaf(c))

/** All text below an element, without white space. */
export function compactText(node: Node): string {
  if (typeof node === 'string') return node.replace(/[\s\u200b\ufeff]/g, '')
  return node.children.map(compactText).join('')
}
