import type { Document, Heading } from '../model/document.js'
import type { Section } from '../model/filing.js'
import { around, bboxText, overlap } from '../model/geometry.js'
import type { Glyph } from '../model/page.js'
import { concat, type Text } from '../model/text.js'
import { shortHash } from './ids.js'
import { outlineOf } from './outline/index.js'
import { sectionType } from './section-type.js'

/** A section with its running text still bound to the glyphs. */
export interface ReadSection {
  section: Section
  paragraphs: Text[]
}

export interface SectionTree {
  sections: ReadSection[]
  /** Section in which a block of the document stands, by the block's index; undefined before the first heading. */
  sectionOf: (string | undefined)[]
  /** Paragraphs before the first heading. */
  opening: Text[]
}

/** Builds the tree of sections from the headings of a document; running text goes to the heading above it. */
export function readSections(document: Document, filingId: string): SectionTree {
  const levels = outlineOf(document.blocks)
  const sections: ReadSection[] = []
  const sectionOf: (string | undefined)[] = []
  const opening: Text[] = []
  const path: ReadSection[] = []
  const seen = new Map<string, number>()
  let title: Text | undefined
  document.blocks.forEach((block, i) => {
    const level = levels.get(i)
    const heading = block.kind === 'heading' ? block : block.kind === 'paragraph' ? block.mayHead : undefined
    if (heading && level !== undefined) {
      while (path.length && (path.at(-1) as ReadSection).section.level >= level) path.pop()
      const section = sectionFrom(heading, level, path.at(-1)?.section, filingId, seen)
      const read = { section, paragraphs: [] }
      sections.push(read)
      path.push(read)
      if (block.kind === 'paragraph' && block.rest) path.at(-1)?.paragraphs.push(block.rest)
    } else if (block.kind === 'heading') {
      // The title of an item and the text after it are one paragraph.
      title = concat([numbered(block), block.title, stop(block)])
      if (!block.runIn) {
        ;(path.at(-1)?.paragraphs ?? opening).push(title)
        title = undefined
      }
    } else if (block.kind === 'paragraph' && block.role === 'body') {
      const text = title ? concat([title, block.text]) : block.text
      title = undefined
      ;(path.at(-1)?.paragraphs ?? opening).push(text)
    }
    sectionOf.push(path.at(-1)?.section.section_id)
  })
  for (const { section, paragraphs } of sections) {
    section.text = paragraphs.map((p) => p.text).join('\n')
    section.lines = linesOf(paragraphs)
  }
  return { sections, sectionOf, opening }
}

/** Where the printed lines of paragraphs begin in the text that joins them. */
function linesOf(paragraphs: readonly Text[]): string[] {
  const lines: { offset: number; glyphs: Glyph[] }[] = []
  let offset = 0
  for (const { text, glyphs } of paragraphs) {
    let last: Glyph | undefined
    for (const [i, glyph] of glyphs.entries()) {
      if (glyph === null) continue
      // The number of an item is joined to its title without glyphs: a paragraph begins where its text does.
      if (!last) lines.push({ offset, glyphs: [] })
      else if (!isOneLine(last, glyph)) lines.push({ offset: offset + i, glyphs: [] })
      lines.at(-1)?.glyphs.push(glyph)
      last = glyph
    }
    offset += text.length + 1
  }
  return lines.map(({ offset, glyphs }) => {
    const [first] = glyphs as [Glyph]
    return `${offset} ${first.page} ${bboxText(around(glyphs) ?? first)}`
  })
}

const isOneLine = (a: Glyph, b: Glyph): boolean =>
  a.page === b.page && overlap(a.y0, a.y1, b.y0, b.y1) > 0 && b.x1 > a.x0

const stop = (heading: Heading): Text =>
  heading.runIn ? { text: '。', glyphs: [null] } : { text: '', glyphs: [] }
const numbered = (heading: Heading): Text => ({
  text: heading.number,
  glyphs: [...heading.number].map(() => null),
})

function sectionFrom(
  heading: Heading,
  level: number,
  parent: Section | undefined,
  filingId: string,
  seen: Map<string, number>,
): Section {
  const bbox = bboxText(heading.box)
  const title = heading.title.text
  const base = `${filingId}-s${heading.page}-${shortHash(`${bbox}|${heading.number}|${title}`)}`
  const times = (seen.get(base) ?? 0) + 1
  seen.set(base, times)
  return {
    section_id: times > 1 ? `${base}-${times}` : base,
    parent_id: parent?.section_id ?? '',
    level,
    number: heading.number,
    title: title || heading.number,
    type: sectionType(title, parent),
    page: heading.page,
    bbox,
    text: '',
    lines: [],
  }
}
