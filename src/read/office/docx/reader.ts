import type { Element as XmlElement } from '@xmldom/xmldom'
import type { Page } from '../../../model/page.js'
import { numbered, setPages } from '../../html/reader.js'
import { compactText, type Element, elementOf, type Node } from '../../html/tree.js'
import { OfficeError, type OfficeFault, Parts, type Relation } from '../parts.js'
import { childOf, childrenOf, propertyOf } from '../xml.js'
import { Numbering } from './numbering.js'
import { inlineOf, pageBreak } from './run.js'
import { type Look, Styles } from './styles.js'
import { tableOf } from './table.js'

/** Longer paragraphs are text, whatever level in the outline somebody gave them (characters). */
const LONGEST_HEADING = 60
/** What leads the eye from an entry of the contents to its page. */
const LEADER = '……'
/** Tables in cells in tables: deeper ones are not read. */
const DEEPEST = 20

/** Makes pages of a scan that stands in a document; a page in doubt where nobody recognizes it. */
export type ReadPicture = (bytes: Uint8Array) => Promise<Page[]>

/** Word document → virtual pages, as a web page is set on them: Word decides about its pages only when it shows them. */
export async function readDocx(
  bytes: Uint8Array,
  readPicture: ReadPicture,
): Promise<{ pages: Page[] } | { fault: OfficeFault }> {
  try {
    const document = new Docx(await Parts.of(bytes))
    const pages: Page[] = []
    for (const part of cutAtScans((await document.body()).children as Element[])) {
      const scan = part.attributes.scan
      if (scan !== undefined) pages.push(...(await readPicture(await document.picture(scan))))
      else if (compactText(part) !== '') pages.push(...setPages(part))
    }
    return pages.length === 0
      ? { fault: 'empty-office' }
      : { pages: pages.map((page, i) => numbered(page, i + 1)) }
  } catch (error) {
    if (error instanceof OfficeError) return { fault: error.fault }
    throw error
  }
}

/** Text between scans that were put into the document, and the scans, in order. */
function cutAtScans(blocks: Element[]): Element[] {
  const parts: Element[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.attributes.scan !== undefined) parts.push(block)
    else if (last && last.attributes.scan === undefined) last.children.push(block)
    else parts.push({ ...elementOf('body', {}), children: [block] })
  }
  return parts
}

class Docx {
  private styles = new Styles(undefined)
  private numbering = new Numbering(undefined)
  /** How the sections of the document begin, in order; the first one begins with the document. */
  private sections: boolean[] = []
  private relations: Relation[] = []

  constructor(private readonly parts: Parts) {}

  async body(): Promise<Element> {
    const main = of(await this.parts.relations(''), 'officeDocument') ?? 'word/document.xml'
    const root = await this.parts.xml(main)
    this.relations = await this.parts.relations(main)
    const body = childOf(root, 'body')
    if (!body) throw new OfficeError('broken-office')
    const part = async (type: string) => this.parts.xml(of(this.relations, type) ?? '')
    this.styles = new Styles(await part('styles'))
    this.numbering = new Numbering(await part('numbering'))
    this.sections = sectionsIn(body)
      .map((s) => propertyOf(s, 'type') !== 'continuous')
      .slice(1)
    return { ...elementOf('body', {}), children: this.blocks(body, 0) }
  }

  /** The bytes of a picture of the document; none where it has none of that id. */
  async picture(id: string): Promise<Uint8Array> {
    const part = this.relations.find((r) => r.id === id)?.part
    return (part === undefined ? undefined : await this.parts.bytes(part)) ?? new Uint8Array()
  }

  private blocks(container: XmlElement, depth: number): Element[] {
    if (depth > DEEPEST) return []
    return childrenOf(container).flatMap((child) => {
      switch (child.localName) {
        case 'p':
          return this.paragraph(child, depth)
        case 'tbl':
          return [tableOf(child, (cell) => this.blocks(cell, depth + 1))]
        case 'sdt':
        case 'sdtContent':
        case 'customXml':
        case 'ins':
        case 'moveTo':
          return this.blocks(child, depth + 1)
        default:
          return []
      }
    })
  }

  private paragraph(p: XmlElement, depth: number): Element[] {
    const pPr = childOf(p, 'pPr')
    const look = this.styles.ofParagraph(pPr)
    const contents = /^toc \d$/.test(this.styles.nameOf(pPr))
    const { nodes, boxes, scans } = inlineOf(p, look, this.styles, contents ? LEADER : undefined)
    const length = nodes.reduce((n, node) => n + compactText(node).length, 0)
    const number = length > 0 ? this.number(look) : ''
    const heading = !contents && length <= LONGEST_HEADING ? this.heading(pPr, look) : 0
    const block = elementOf(heading > 0 ? `h${heading}` : 'p', { style: `text-align: ${alignment(look)}` })
    return [
      ...(look.startsPage ? [pageBreak()] : []),
      // A list number is as bold as its paragraph. A break that opens the paragraph stands before it.
      ...(number !== '' && isBreak(nodes[0]) ? [pageBreak()] : []),
      { ...block, children: number === '' ? nodes : [look.bold ? bold(number) : number, ...unbroken(nodes)] },
      ...boxes.flatMap((box) => this.blocks(box, depth + 1)),
      ...scans.map((scan) => elementOf('img', { scan })),
      ...(childOf(pPr, 'sectPr') && this.sections.shift() ? [pageBreak()] : []),
    ]
  }

  private number({ list, level, listStyle }: Look): string {
    if (list === undefined || list === '0') return ''
    const own = level ?? (listStyle === undefined ? undefined : this.numbering.levelOfStyle(list, listStyle))
    return this.numbering.next({ list, level: own ?? 0 })
  }

  /** 1 to 6; 0: text. */
  private heading(pPr: XmlElement | undefined, { outline }: Look): number {
    if (this.styles.nameOf(pPr) === 'title') return 1
    return outline !== undefined && outline < 9 ? Math.min(outline + 1, 6) : 0
  }
}

const of = (relations: readonly Relation[], type: string): string | undefined =>
  relations.find((r) => r.type === type)?.part

const bold = (text: string): Element => ({ ...elementOf('b', {}), children: [text] })

const isBreak = (node: Node | undefined): boolean => typeof node === 'object' && node.tag === 'hr'

const unbroken = (nodes: Node[]): Node[] => (isBreak(nodes[0]) ? nodes.slice(1) : nodes)

const alignment = ({ align }: Look): string =>
  align === 'center' ? 'center' : align === 'right' || align === 'end' ? 'right' : 'left'

/** What ends each section, in order: inside the last paragraph of it, and for the last one at the end of the body. */
function sectionsIn(body: XmlElement): XmlElement[] {
  return childrenOf(body).flatMap((child) => {
    if (child.localName === 'sectPr') return [child]
    const own = childOf(childOf(child, 'pPr'), 'sectPr')
    return own ? [own] : child.localName === 'sdt' ? sectionsIn(childOf(child, 'sdtContent') ?? child) : []
  })
}
