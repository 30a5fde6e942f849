import { InlineText, type TextLine } from './inline-text.js'
import { gridOf, isData, type Slot } from './table-grid.js'
import { compactText, type Element, elementsIn, isBlock, isLeaf } from './tree.js'

export type Align = 'left' | 'center' | 'right'

/** Text set as one paragraph; more than one line only where the page breaks lines inside it. */
export interface ParagraphBlock {
  kind: 'paragraph'
  lines: string[]
  bold: boolean
  align: Align
  /** 1 to 6 for heading elements, 0 for text. */
  heading: number
}

export interface TableCell extends Omit<Slot, 'element'> {
  lines: string[]
  bold: boolean
  /** Characters. */
  indent: number
}

export interface TableBlock {
  kind: 'table'
  rows: number
  columns: number
  cells: TableCell[]
}

export type FlowBlock = (ParagraphBlock | TableBlock) & {
  /** The document begins a page here; web pages do not. */
  startsPage?: boolean
}

interface Context {
  bold: boolean
  align: Align
  heading: number
  keepsBreaks: boolean
}

const PLAIN: Context = { bold: false, align: 'left', heading: 0, keepsBreaks: false }
/** After these a broken line begins a paragraph. */
const SENTENCE_END = /[。；！？：:;]$/
/** Spaces before a broken line that set it in as a first line, in characters. */
const FIRST_LINE = 1.5
/** Cells of a row that only places things: so short that they are one line (unit, date and name of a form). */
const ONE_LINE = 60
/** Pixels, and points, to a character: browsers set 16 pixels where nothing is said. */
const PER_CHARACTER: Record<string, number> = { px: 16, pt: 12, em: 1, rem: 1 }
const DEEPEST_INDENT = 8

/** Paragraphs and tables of an element in order. */
export function flowOf(root: Element): FlowBlock[] {
  const blocks: FlowBlock[] = []
  const text = new InlineText()
  let startsPage = false
  enter(root, PLAIN)
  return blocks

  function push(block: FlowBlock): void {
    blocks.push(startsPage ? { ...block, startsPage } : block)
    startsPage = false
  }

  function enter(element: Element, outer: Context): void {
    const context = contextOf(element, outer)
    const block = isBlock(element)
    if (block) close(outer)
    if (element.style['break-before'] === 'page') startsPage = true
    for (const child of element.children) {
      if (typeof child === 'string') text.add(child, context.bold, context.keepsBreaks)
      else if (child.tag === 'br') text.break()
      else if (child.tag === 'table') {
        close(context)
        table(child, context)
      } else enter(child, context)
    }
    if (block || element === root) close(context)
  }

  function close(context: Context): void {
    for (const paragraph of paragraphsOf(text.take(), context)) push(paragraph)
  }

  function table(element: Element, context: Context): void {
    for (const child of elementsIn(element))
      if (child.tag === 'caption') enter(child, { ...context, align: 'center' })
    if (isData(element)) push(tableOf(element))
    else unfold(element, context)
  }

  /** A table that only places things: its cells one after the other, short ones of a row on one line. */
  function unfold(element: Element, context: Context): void {
    const { rows, slots } = gridOf(element)
    for (let r = 0; r < rows; r++) {
      const cells = slots.filter((s) => s.row === r && compactText(s.element) !== '').map((s) => s.element)
      const length = cells.reduce((n, c) => n + compactText(c).length, 0)
      const oneLine = cells.length > 1 && length <= ONE_LINE && cells.every(isFlat)
      for (const cell of cells) {
        if (oneLine) {
          text.gap()
          for (const line of linesOf(cell, context)) text.add(line.text, line.bold > 0, false)
        } else enter(cell, context)
      }
      close(context)
    }
  }
}

/** A cell of one short text, at most wrapped in one block. */
const isFlat = (cell: Element): boolean =>
  isLeaf(cell) ||
  (elementsIn(cell).length === 1 && elementsIn(cell).every((c) => c.tag !== 'table' && isFlat(c)))

function contextOf({ tag, attributes, style }: Element, outer: Context): Context {
  const heading = /^h([1-6])$/.exec(tag)
  const weight = style['font-weight']
  const align =
    style['text-align'] ?? attributes.align?.toLowerCase() ?? (tag === 'center' ? 'center' : undefined)
  return {
    heading: heading ? Number(heading[1]) : outer.heading,
    bold: weight ? /^(?:bold|[6-9]00)/.test(weight) : outer.bold || /^(?:b|strong|th|h[1-6])$/.test(tag),
    align: align === 'center' || align === 'right' ? align : align ? 'left' : outer.align,
    keepsBreaks: style['white-space']
      ? /^(?:pre|break)/.test(style['white-space'])
      : outer.keepsBreaks || tag === 'pre',
  }
}

/** A broken line goes on with its paragraph unless it is set in, follows a blank line or the end of a sentence. */
function paragraphsOf(lines: TextLine[], { align, heading }: Context): ParagraphBlock[] {
  const groups: TextLine[][] = []
  let before: TextLine | undefined
  for (const line of lines) {
    const opens = !before || before.text === '' || line.indent >= FIRST_LINE || SENTENCE_END.test(before.text)
    if (line.text !== '') {
      if (opens) groups.push([line])
      else groups.at(-1)?.push(line)
    }
    before = line
  }
  return groups.map((group) => ({
    kind: 'paragraph',
    lines: group.map((l) => l.text),
    bold: isBold(group),
    align,
    heading,
  }))
}

/** One weight for a paragraph: words made bold inside of it are no sign of a heading. */
const isBold = (lines: TextLine[]): boolean => {
  const length = lines.reduce((n, l) => n + l.text.length, 0)
  return lines.reduce((n, l) => n + l.bold, 0) * 2 > length
}

function tableOf(element: Element): TableBlock {
  const { rows, columns, slots } = gridOf(element)
  const cells = slots.map(({ element: cell, ...place }): TableCell => {
    const lines = linesOf(cell, PLAIN)
    const indent = (lines[0]?.indent ?? 0) + styledIndent(cell)
    return {
      ...place,
      lines: lines.map((l) => l.text),
      bold: lines.length > 0 && isBold(lines),
      indent: Math.min(indent, DEEPEST_INDENT),
    }
  })
  return { kind: 'table', rows, columns, cells }
}

/** The text of a cell; blocks and breaks inside it begin lines. */
function linesOf(cell: Element, outer: Context): TextLine[] {
  const text = new InlineText()
  enter(cell, outer)
  return text.take().filter((l) => l.text !== '')

  function enter(element: Element, above: Context): void {
    const context = contextOf(element, above)
    const block = isBlock(element) && element !== cell
    if (block) text.break()
    for (const child of element.children) {
      if (typeof child === 'string') text.add(child, context.bold, context.keepsBreaks)
      else if (child.tag === 'br') text.break()
      else enter(child, context)
    }
    if (block) text.break()
  }
}

/** How far a cell's text is set in by its style, its own or that of its only paragraph. */
function styledIndent(cell: Element): number {
  const inner = elementsIn(cell)
  const paragraph = inner.length === 1 && isBlock(inner[0] as Element) ? (inner[0] as Element) : undefined
  return [cell, paragraph]
    .flatMap((e) => [e?.style['text-indent'], e?.style['padding-left'], e?.style['margin-left']])
    .reduce((sum, value) => sum + charactersOf(value), 0)
}

function charactersOf(value: string | undefined): number {
  const match = /^(\d+(?:\.\d+)?)(px|pt|em|rem)\b/.exec(value ?? '')
  return match ? Number(match[1]) / (PER_CHARACTER[match[2] as string] as number) : 0
}
