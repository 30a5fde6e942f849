import type { Extracted, Fact, FilingTable, Section, SectionType } from '../model/filing.js'
import { folded } from '../model/printed/folded.js'

/** Printed words at their place. */
export interface Spot {
  file: string
  page: number
  evidence: string
}

/** Folded running text of one section, note or line. */
export interface Passage {
  file: string
  type: SectionType
  /** Of its section; empty for a note or a line. */
  title: string
  text: string
  /** The page on which a character of the text stands. */
  pageAt(offset: number): number
  /** It is no caption, note or list. */
  isRunning: boolean
}

/** Printed text that is a title: of a table or a section. */
export interface Title extends Spot {
  text: string
}

/** Files that are one filing, as questions about what they publish are asked of them. */
export interface Paper {
  files: readonly Extracted[]
  passages: readonly Passage[]
  /** Of tables. */
  titles: readonly Title[]
  /** Of sections. */
  headings: readonly Title[]
  tables: readonly (FilingTable & { file: string })[]
  facts: readonly Fact[]
  /** What the contents list, folded. */
  contents: string
  /** Printed on cover and before the first heading, where a date of publication stands. */
  front: readonly Passage[]
  /** The last paragraph of each file's running text. */
  ends: readonly Passage[]
}

export function paperOf(files: readonly Extracted[]): Paper {
  const tables = files.flatMap((f) => f.tables.map((t) => ({ ...t, file: f.filing_id })))
  const apart = (...roles: string[]) =>
    files.flatMap((f) =>
      f.text_apart
        .filter((a) => roles.includes(a.role))
        .map((a) => line(f.filing_id, 'other', a.page, a.text)),
    )
  const opening = apart('opening').map((p) => ({ ...p, isRunning: true }))
  return {
    files,
    passages: [
      ...files.flatMap((f) => f.sections.map((s) => passageOf(f, s))),
      ...opening,
      ...apart('caption'),
      ...tables.flatMap((t) => t.notes.map((note) => line(t.file, 'tables', t.page_last, note))),
      ...tables.filter((t) => t.type === 'contents').flatMap(linesOf),
    ].filter((p) => p.text !== ''),
    titles: tables
      .filter((t) => t.type !== 'contents')
      .map((t) => ({ file: t.file, page: t.page_first, text: folded(t.title), evidence: t.title })),
    headings: files.flatMap((f) =>
      f.sections.map((s) => ({
        file: f.filing_id,
        page: s.page,
        text: folded(s.title),
        evidence: s.number + s.title,
      })),
    ),
    tables,
    facts: files.flatMap((f) => f.facts),
    contents: [
      ...apart('contents').map((p) => p.text),
      ...tables.filter((t) => t.type === 'contents').flatMap((t) => t.cells.map((c) => folded(c.text))),
    ].join('\n'),
    front: [...apart('cover'), ...opening],
    ends: files.flatMap(endOf),
  }
}

const line = (file: string, type: SectionType, page: number, text: string): Passage => ({
  file,
  type,
  title: '',
  text: folded(text),
  pageAt: () => page,
  isRunning: false,
})

function endOf(file: Extracted): Passage[] {
  const last = file.sections.filter((s) => s.text !== '').at(-1)
  if (!last) return []
  const page = Number(last.lines.at(-1)?.split(' ')[1] ?? last.page)
  return [line(file.filing_id, last.type, page, last.text.trim().split('\n').at(-1) ?? '')]
}

/** A row of the list of tables says of a table that it is empty, and why. */
const linesOf = (list: FilingTable & { file: string }): Passage[] => {
  const rows = new Map<number, { page: number; text: string }>()
  for (const cell of list.cells) {
    const row = rows.get(cell.row)
    rows.set(cell.row, { page: row?.page ?? cell.page, text: `${row?.text ?? ''}${cell.text}` })
  }
  return [...rows.values()].map(({ page, text }) => line(list.file, 'tables', page, text))
}

/** A section knows where its printed lines begin, in the characters of its unfolded text. */
function passageOf(file: Extracted, section: Section): Passage {
  const lines = section.lines.map((l) => {
    const [offset = 0, page = section.page] = l.split(' ').map(Number)
    return { offset: folded(section.text.slice(0, offset)).length, page }
  })
  return {
    file: file.filing_id,
    type: section.type,
    title: folded(section.title),
    text: folded(section.text),
    pageAt: (offset) => lines.filter((l) => l.offset <= offset).at(-1)?.page ?? section.page,
    isRunning: true,
  }
}
