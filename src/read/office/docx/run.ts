import type { Element as XmlElement } from '@xmldom/xmldom'
import { declarations } from '../../html/declarations.js'
import { WORD_SPACE } from '../../html/inline-text.js'
import { pointsOf } from '../../html/measures.js'
import { type Element, elementOf, type Node } from '../../html/tree.js'
import { attributeOf, childOf, childrenOf } from '../xml.js'
import type { Look, Styles } from './styles.js'

/** What stands in a paragraph: text and breaks, and boxes of text that float beside it. */
export interface Inline {
  nodes: Node[]
  /** Contents of text boxes: read behind their paragraph. */
  boxes: XmlElement[]
  /** Ids of pictures as large as a page: somebody put a scan into the document. */
  scans: string[]
}

/** Wrappers whose contents are shown: insertions, links, fields with their result, controls, other directions. */
const SHOWN = /^(?:ins|moveTo|hyperlink|fldSimple|smartTag|customXml|sdt|sdtContent|bdo|dir|oMath|oMathPara)$/
/** Elements nest no deeper in any paper; recursion would overflow on hostile nesting. */
const DEEPEST = 60

/** The visible text of a paragraph; what is deleted, hidden, or the instruction of a field, nobody sees. */
export function inlineOf(paragraph: XmlElement, look: Look, styles: Styles, tab = WORD_SPACE): Inline {
  const nodes: Node[] = []
  const boxes: XmlElement[] = []
  const scans: string[] = []
  for (const child of childrenOf(paragraph)) enter(child, 0)
  return { nodes, boxes, scans }

  function enter(element: XmlElement, depth: number): void {
    if (depth > DEEPEST) return
    const name = element.localName ?? ''
    if (name === 'r') run(element, depth)
    else if (name === 'AlternateContent') enter(chosen(element), depth + 1)
    else if (name === 'ruby') for (const r of childrenOf(childOf(element, 'rubyBase'))) enter(r, depth + 1)
    else if (SHOWN.test(name)) for (const child of childrenOf(element)) enter(child, depth + 1)
  }

  function run(element: XmlElement, depth: number): void {
    const own = styles.ofRun(childOf(element, 'rPr'), look)
    if (own.hidden) return
    for (const child of childrenOf(element)) part(child, own, depth + 1)
  }

  function part(element: XmlElement, own: Look, depth: number): void {
    if (depth > DEEPEST) return
    const name = element.localName ?? ''
    if (name === 't') text(element.textContent ?? '', own)
    else if (name === 'tab' || name === 'ptab') text(tab, own)
    else if (name === 'noBreakHyphen') text('-', own)
    else if (name === 'cr') nodes.push(elementOf('br', {}))
    else if (name === 'br')
      nodes.push(attributeOf(element, 'type') === 'page' ? pageBreak() : elementOf('br', {}))
    else if (name === 'AlternateContent') part(chosen(element), own, depth + 1)
    else if (/^(?:Choice|Fallback)$/.test(name))
      for (const child of childrenOf(element)) part(child, own, depth + 1)
    else if (name === 'ruby' || name === 'r') enter(element, depth + 1)
    else if (/^(?:drawing|pict|object)$/.test(name)) {
      boxes.push(...boxesIn(element))
      scans.push(...scansIn(element))
    }
  }

  function text(shown: string, { bold }: Look): void {
    if (shown !== '') nodes.push(bold ? { ...elementOf('b', {}), children: [shown] } : shown)
  }
}

/** The first way to show something is the newest; a picture of a text box has its text as well. */
const chosen = (alternatives: XmlElement): XmlElement =>
  childOf(alternatives, 'Choice') ?? childOf(alternatives, 'Fallback') ?? alternatives

/** A mark that the next block starts a page. */
export const pageBreak = (): Element => elementOf('hr', { style: 'break-before: page' })

function boxesIn(element: XmlElement, depth = 0): XmlElement[] {
  if (element.localName === 'txbxContent') return [element]
  if (depth > DEEPEST) return []
  return childrenOf(element).flatMap((child) => boxesIn(child, depth + 1))
}

/** Points; a sheet of A4 has 595 by 842, and margins. */
const PAGE_WIDE = 380
const PAGE_HIGH = 480
/** English metric units to a point. */
const EMU = 12_700

/** Pictures as large as a page, in the newer and in the older way to draw. */
function scansIn(drawing: XmlElement): string[] {
  const [extent] = descendants(drawing, 'extent')
  const [shape] = descendants(drawing, 'shape')
  const style = declarations(attributeOf(shape, 'style') ?? '')
  const points = (value: string | undefined) => pointsOf(value, 0, 12) ?? 0
  const wide = extent ? Number(attributeOf(extent, 'cx')) / EMU : points(style.width)
  const high = extent ? Number(attributeOf(extent, 'cy')) / EMU : points(style.height)
  if (!(wide >= PAGE_WIDE && high >= PAGE_HIGH)) return []
  return [
    ...descendants(drawing, 'blip').map((blip) => attributeOf(blip, 'embed')),
    ...descendants(drawing, 'imagedata').map((data) => attributeOf(data, 'id')),
  ].filter((id) => id !== undefined)
}

function descendants(element: XmlElement, name: string, depth = 0): XmlElement[] {
  if (depth > DEEPEST) return []
  return childrenOf(element).flatMap((child) => [
    ...(child.localName === name ? [child] : []),
    ...descendants(child, name, depth + 1),
  ])
}
