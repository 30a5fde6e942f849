import type { Document, Heading } from '../model/document.js'
import type { Section } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
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
  for (const read of sections) read.section.text = read.paragraphs.map((p) => p.text).join('\n')
  return { sections, sectionOf, opening }
}

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
  }
}
