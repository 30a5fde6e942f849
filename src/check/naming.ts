// What pages, tables, sections and figures are called in sentences.
import type { Extracted, Fact, FilingTable, Section } from '../model/filing.js'
import { type Saying, said } from '../model/saying.js'
import { tableOfId } from './by-table.js'
import type { CellFigure } from './cell-figures.js'
import { markOf } from './same-names.js'

export const tableNamed = (table: FilingTable): Saying =>
  table.title || table.marker
    ? said('table', { title: table.title || table.marker })
    : said('table.untitled', { kind: said(`table-type.${table.type}`) })

export const sectionNamed = ({ number, title }: Section): Saying =>
  said('section', { heading: title === number ? title : number + title })

/** A page of the file, with the number printed on it where that is another one. */
export function pageNamed(filing: Pick<Extracted, 'pages'>, page: number): Saying {
  const printed = filing.pages.find((p) => p.page === page)?.printed_page ?? ''
  const number = /\d+/.exec(printed)?.[0]
  return number === undefined || Number(number) === page
    ? said('page', { page })
    : said('page.printed', { page, printed })
}

type Places = Pick<Extracted, 'tables' | 'sections'>

/** The table or section that a figure stands in. */
export function placeNamed(filing: Places, fact: Fact): Saying {
  const table = tableOfId(filing, fact.table_id)
  if (table) return tableIn(filing, table)
  const noted = tableOfNote(filing, fact)
  if (noted) return said('table.note', { table: tableIn(filing, noted) })
  const section = filing.sections.find((s) => s.section_id === fact.section_id)
  return section ? sectionNamed(section) : said('running-text')
}

/** The table whose note says a figure: it belongs to the section before the tables and stands where they do. */
export function tableOfNote({ tables, sections }: Places, fact: Fact): FilingTable | undefined {
  const section = sections.find((s) => s.section_id === fact.section_id)
  const isInText = section?.lines.some((line) => Number(line.split(' ')[1]) === fact.page)
  if (fact.source === 'table' || isInText) return undefined
  const words = (fact.raw || fact.label).replace(/\s/g, '')
  return tables.find(
    (t) =>
      t.page_first <= fact.page &&
      fact.page <= t.page_last &&
      t.notes.some((n) => n.replace(/\s/g, '').includes(words)),
  )
}

/** A table; one without title with the heading that it stands under. */
function tableIn({ sections }: Places, table: FilingTable): Saying {
  const heading = table.title || table.marker ? '' : sections.find((s) => s.section_id === table.section_id)
  return heading
    ? said('table.under', { section: sectionNamed(heading), table: tableNamed(table) })
    : tableNamed(table)
}

/** 第6页《支出总表》. */
export const at = (filing: Extracted, fact: Fact): Saying =>
  said('at', { page: pageNamed(filing, fact.page), place: placeNamed(filing, fact) })

export const tableAt = (filing: Extracted, table: FilingTable, page = table.page_first): Saying =>
  said('at', { page: pageNamed(filing, page), place: tableIn(filing, table) })

export const conceptNamed = (fact: Pick<Fact, 'concept'>): Saying => said(`concept.${fact.concept}`)

/** The printed name without what a list left before it: `)行政运行`, `其中：行政编制`. */
export const labelOf = (fact: Pick<Fact, 'label'>): string =>
  fact.label.replace(/^[)）、，,.．\s]+/, '').replace(/^其中[：:，,]?(?=..)/, '')

/** A figure by its printed name, else by its concept. */
export const figureNamed = (fact: Pick<Fact, 'label' | 'concept'>): Saying =>
  said('name', { label: labelOf(fact) || conceptNamed(fact) })

/** The same with what tells it from others of its name. */
export function figureTold(filing: Extracted, fact: Fact): Saying {
  const mark = labelOf(fact) === '' ? undefined : markOf(filing, fact)
  return mark ? said('name.marked', { label: labelOf(fact), mark }) : figureNamed(fact)
}

/** The head over a column; one that stands over several, as 小计 does, with what is above it. Empty where none is printed. */
export function columnHead(table: FilingTable, column: number): string {
  const heads = headsOver(table, column)
  const last = heads.at(-1) ?? ''
  const others = [...new Set(table.cells.map((c) => c.column))]
    .filter((c) => c !== column)
    .map((c) => headsOver(table, c))
    .filter((other) => other.at(-1) === last)
  const [next] = heads.slice(0, -1).reverse()
  if (others.length === 0) return GENERAL.test(last) && next ? `${next}—${last}` : last
  const above = heads.slice(0, -1).find((head) => !others.some((other) => other.includes(head)))
  if (above !== undefined) return `${above}—${last}`
  const own = heads.join('—')
  // Panels side by side have the same heads over their figures, and their own over their names.
  const isTwice = others.some((other) => other.join('—') === own)
  const beside = isTwice && column > 0 ? headsOver(table, column - 1).at(-1) : undefined
  return beside && beside !== last ? [...heads.slice(0, -1), beside, last].join('—') : own
}

/** Heads that say nothing without what stands over them. */
const GENERAL = /^(?:小计|金额|数量)$/

/** Heads over a column, the broadest first, without what stands over the whole table. */
function headsOver(table: FilingTable, column: number): string[] {
  const over = table.cells
    .filter((c) => c.row < table.header_rows && c.column <= column && column < c.column + c.column_span)
    .filter((c) => c.column_span < table.columns)
    .sort((a, b) => a.row - b.row)
    .map((c) => c.text.replace(/\s/g, ''))
    .filter((text) => text !== '' && !/^\d+$/.test(text))
  return [...new Set(over)]
}

const columnOf = (filing: Extracted, fact: Fact): string => {
  const table = tableOfId(filing, fact.table_id)
  return table && fact.column !== null ? columnHead(table, fact.column) : ''
}

/** The head over a figure in the row of a fact that no fact holds; its place in the row where none is printed. */
export function columnBeside(filing: Extracted, fact: Fact, { cell }: Pick<CellFigure, 'cell'>): string {
  const table = tableOfId(filing, fact.table_id)
  return (table && columnHead(table, cell.column)) || `${cell.column + 1}`
}

const inOneRow = (a: Fact, b: Fact): boolean =>
  a.table_id !== '' && a.table_id === b.table_id && a.row !== null && a.row === b.row

/** Another column of the row prints a figure under the same name: the name alone tells neither. */
const sharesItsRow = (filing: Extracted, fact: Fact): boolean =>
  filing.facts.some((f) => f.column !== fact.column && f.label === fact.label && inOneRow(f, fact))

/** The head of a figure's column where its row prints several figures under one name; else empty. */
export const columnWanted = (filing: Extracted, fact: Fact): string =>
  sharesItsRow(filing, fact) ? columnOf(filing, fact) : ''

/** A figure by row and column where its row prints several, else by its name. */
export function cellNamed(filing: Extracted, fact: Fact): Saying {
  const column = columnWanted(filing, fact)
  return column === '' || labelOf(fact) === ''
    ? figureTold(filing, fact)
    : said('name.cell', { row: figureTold(filing, fact), column })
}

/** Names that tell the figures of one sentence apart; those in the row of the first are its columns. */
export function namesOf(filing: Extracted, facts: readonly Fact[]): (fact: Fact) => Saying {
  const [lead] = facts
  return (fact) => {
    const alike = facts.filter((f) => f !== fact && f.label === fact.label)
    if (fact === lead) return cellNamed(filing, fact)
    if (alike.length === 0) return fact.source === 'table' ? figureTold(filing, fact) : figureNamed(fact)
    const column = alike.some((f) => inOneRow(f, fact)) ? columnOf(filing, fact) : ''
    if (column !== '') return said('name.column', { column })
    if (alike.some((f) => f.year !== fact.year || f.basis !== fact.basis))
      return said(fact.basis ? `name.of-${fact.basis}` : 'name.of-year', {
        year: fact.year,
        label: labelOf(fact) || conceptNamed(fact),
      })
    return alike.some((f) => f.concept !== fact.concept)
      ? said('name', { label: conceptNamed(fact) })
      : figureTold(filing, fact)
  }
}

/** The figure's name with what is printed of it: its change, its share. */
export function measured(name: Saying, measure: Fact['measure']): Saying {
  return measure === 'amount' || measure === 'count' ? name : said(`measure.${measure}`, { name })
}
