import { SECTION_TITLES } from '../catalogue/section-titles.js'
import type { Document, Heading } from '../model/document.js'
import type { Section, SectionType } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
import { concat, type Text } from '../model/text.js'
import { shortHash } from './ids.js'

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
  const sections: ReadSection[] = []
  const sectionOf: (string | undefined)[] = []
  const opening: Text[] = []
  const path: ReadSection[] = []
  const seen = new Map<string, number>()
  let title: Text | undefined
  for (const block of document.blocks) {
    if (block.kind === 'heading' && !isSection(block, path.at(-1)?.section)) {
      // The title of an item and the text after it are one paragraph.
      title = concat([numbered(block), block.title, stop(block)])
      if (!block.runIn) {
        path.at(-1)?.paragraphs.push(title)
        title = undefined
      }
    } else if (block.kind === 'heading') {
      while (path.length && (path.at(-1) as ReadSection).section.level >= block.level) path.pop()
      const parent = path.at(-1)?.section
      const section = sectionFrom(block, parent, filingId, seen)
      const read = { section, paragraphs: [] }
      sections.push(read)
      path.push(read)
    } else if (block.kind === 'paragraph' && block.role === 'body') {
      const text = title ? concat([title, block.text]) : block.text
      title = undefined
      const home = path.at(-1)
      if (home) home.paragraphs.push(text)
      else opening.push(text)
    }
    sectionOf.push(path.at(-1)?.section.section_id)
  }
  for (const read of sections) read.section.text = read.paragraphs.map((p) => p.text).join('\n')
  return { sections, sectionOf, opening }
}

const stop = (heading: Heading): Text =>
  heading.runIn ? { text: '。', glyphs: [null] } : { text: '', glyphs: [] }
const numbered = (heading: Heading): Text => ({
  text: heading.number,
  glyphs: [...heading.number].map(() => null),
})

/**
 * A run-in title opens a section among tasks; among duties and figures it is the first words of its item.
 * The entries of a glossary are no sections.
 */
function isSection(heading: Heading, home: Section | undefined): boolean {
  if (home?.type === 'glossary' && heading.level > home.level) return false
  return !heading.runIn || home?.type === 'tasks' || /(?:情况|说明)$/.test(heading.title.text)
}

function sectionFrom(
  heading: Heading,
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
    level: heading.level,
    number: heading.number,
    title: title || heading.number,
    type: sectionType(title, parent),
    page: heading.page,
    bbox,
    text: '',
  }
}

/** What a section is about, by its title; a part without words of its own takes after its parent. */
export function sectionType(title: string, parent?: Section): SectionType {
  const folded = title.normalize('NFKC').replace(/[\s“”"'‘’]/g, '')
  // A project's own paper has chapters that are called like those of the budget: 年度预算安排, 绩效目标.
  if (parent?.type === 'projects') return 'projects'
  const own = SECTION_TITLES.find(([, pattern]) => pattern.test(folded))?.[0]
  return own ?? (parent && parent.type !== 'tables' ? parent.type : 'other')
}
