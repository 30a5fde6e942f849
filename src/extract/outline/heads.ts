import type { Block, Heading, NumberStyle } from '../../model/document.js'
import { numberingOf, ordinalOf } from '../../model/printed/list-number.js'
import type { Text } from '../../model/text.js'

/** A title, or a numbered paragraph that counts along with titles. */
export interface Head {
  style: NumberStyle
  ordinal: number | undefined
  title: string
  /**
   * `title` is printed as one; `maybe` is one if its neighbours are: `1.机关运行经费。` alone on a line, a long first
   * sentence; `sentence` is a numbered paragraph.
   */
  kind: 'title' | 'maybe' | 'sentence'
  /** The first sentence of its paragraph. */
  runIn: boolean
  /** It stands right below the title before it. */
  adjacent: boolean
  /** The line before it ends in a colon. */
  introduced: boolean
  /** Text, a table or an item of its own follows before the next title. */
  filled: boolean
  look: Look
}

/** How a title is set. */
export interface Look {
  size: number
  bold: boolean
  left: number
}

/** Titles and numbered paragraphs of a paper, by the index of their block. */
export function headsOf(blocks: Block[]): Map<number, Head> {
  const heads = new Map<number, Head>()
  const body = [...blocks.entries()].filter(([, b]) => b.kind !== 'paragraph' || b.role === 'body')
  const list = body.map(([, block]) => headOf(block))
  body.forEach(([index, block], i) => {
    const head = list[i]
    if (!head) return
    const before = list[i - 1]
    const [, above] = body[i - 1] ?? []
    head.adjacent = before?.kind === 'title' && !before.runIn
    head.introduced = above?.kind === 'paragraph' && /[：:]$/.test(above.text.text.trimEnd())
    const below = list[i + 1]
    head.filled = head.runIn || (i + 1 < body.length && (!below || isFirstOfItsOwn(below, head)))
    if (block.kind !== 'table') heads.set(index, head)
  })
  return heads
}

const isFirstOfItsOwn = (below: Head, head: Head): boolean =>
  below.ordinal === 1 && below.style !== head.style

function headOf(block: Block): Head | undefined {
  if (block.kind === 'table') return undefined
  if (block.kind === 'heading') return headFrom(block, 'title')
  if (block.mayHead) return headFrom(block.mayHead, 'maybe')
  const numbering = numberingOf(block.text.text.trimStart())
  if (!numbering || numbering.style === 'part') return undefined
  const { style, number } = numbering
  return {
    ...NEW,
    style,
    ordinal: ordinalOf(number),
    title: '',
    kind: 'sentence',
    look: lookOf(block.text, block.box.x0),
  }
}

const NEW = { runIn: false, adjacent: false, introduced: false, filled: false }

const headFrom = (h: Heading, kind: Head['kind']): Head => ({
  ...NEW,
  style: h.style,
  ordinal: ordinalOf(h.number),
  title: h.title.text,
  kind,
  runIn: h.runIn,
  look: lookOf(h.title, h.box.x0),
})

function lookOf(text: Text, left: number): Look {
  const glyphs = text.glyphs.filter((g) => g !== null)
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b)
  return {
    size: sizes[sizes.length >> 1] ?? 0,
    bold: glyphs.filter((g) => g.bold).length * 2 > glyphs.length,
    left,
  }
}

/** Whether the paper's own contents list a title; undefined where they list none of its style. */
export function listedTitles(blocks: Block[]): (head: Head) => boolean | undefined {
  const entries = new Map<NumberStyle, string[]>()
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.role !== 'contents') continue
    const text = block.text.text.trim()
    const numbering = numberingOf(text)
    const name = numbering && fold(text.slice(numbering.length))
    if (numbering && name) entries.set(numbering.style, [...(entries.get(numbering.style) ?? []), name])
  }
  return ({ style, title }) => {
    const own = fold(title)
    return entries.get(style)?.some((name) => own !== '' && (name.startsWith(own) || own.startsWith(name)))
  }
}

/** Without dots, page number and full stop. */
const fold = (s: string): string => s.replace(/\s+/g, '').replace(/[.．·…‥—\-_]{3,}.*$|[。:：]+$/g, '')
