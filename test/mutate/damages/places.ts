import { columnsOf } from '../../../src/extract/tables/columns.js'
import { matrixOf } from '../../../src/extract/tables/matrix.js'
import { captionKind } from '../../../src/layout/captions.js'
import type { Cell, Document, Table } from '../../../src/model/document.js'
import type { Glyph } from '../../../src/model/page.js'
import { type Text, withoutSpaces } from '../../../src/model/text.js'
import { isDigit, isHan } from './characters.js'

/** What of a filing is damaged. */
export const PLACES = [
  'head',
  'title',
  'heading',
  'unit line',
  'page number',
  'year',
  'owner',
  'code',
  'name',
] as const
export type Place = (typeof PLACES)[number]

/** Printed words that give figures their meaning, as glyphs of one page in print order. */
export interface Words {
  place: Place
  page: number
  glyphs: Glyph[]
}

/** Everything on a filing's pages that says what its figures mean. */
export function wordsOf(document: Document): Words[] {
  const found = document.blocks.flatMap((block): Words[] => {
    if (block.kind === 'table') return wordsOfTable(block)
    const [place, text] =
      block.kind === 'heading' ? (['heading', block.title] as const) : ([block.role, block.text] as const)
    if (place === 'heading') return words('heading', text)
    if (place === 'cover') return [...words('owner', text), ...yearIn(text)]
    return []
  })
  const numbers = document.furniture.filter(({ text }) => /^\D{0,4}\d{1,4}\D{0,4}$/.test(text.text.trim()))
  return [...found, ...numbers.flatMap(({ text }) => words('page number', text))]
}

function wordsOfTable(table: Table): Words[] {
  const captions = table.captionTexts.map(withoutSpaces).flatMap((text): Words[] => {
    const kind = captionKind(text.text)
    if (kind === 'marker') return []
    if (kind !== 'unit') return [...words('title', text), ...yearIn(text)]
    const at = /(?:金额)?单位[:：]?[^:：]*元.{0,2}$|元[)）]?$/.exec(text.text)?.index
    const owner = at === undefined ? text : part(text, 0, at)
    return [...words('owner', owner), ...(at === undefined ? [] : words('unit line', part(text, at)))]
  })
  const heads = [
    ...table.cells.filter((c) => c.row < table.headerRows).map((c) => c.text),
    ...table.repeatedHeader,
  ].filter(({ text }) => isHan(text))
  return [
    ...captions,
    ...heads.flatMap((text) => [...words('head', text), ...yearIn(text)]),
    ...rowsOf(table),
  ]
}

/** Codes and names beside the rows. */
function rowsOf(table: Table): Words[] {
  const matrix = matrixOf(table)
  return columnsOf(matrix).flatMap(({ index, kind }) => {
    const place = CODES.has(kind) ? 'code' : NAMES.has(kind) ? 'name' : undefined
    if (!place) return []
    const isTold = place === 'code' ? /\d/ : /\p{Script=Han}/u
    return bodyOf(table, index).flatMap(({ text }) => (isTold.test(text.text) ? words(place, text) : []))
  })
}

const CODES: ReadonlySet<string> = new Set(['code', 'class', 'section', 'item', 'entity-code'])
const NAMES: ReadonlySet<string> = new Set(['name', 'entity'])

const bodyOf = (table: Table, column: number): Cell[] =>
  table.cells.filter((c) => c.column === column && c.row >= table.headerRows)

/** The digits of a year. */
function yearIn(text: Text): Words[] {
  const year = /20\d\d/.exec(text.text)
  return year ? words('year', part(text, year.index, year.index + 4)) : []
}

const part = ({ text, glyphs }: Text, from: number, to?: number): Text => ({
  text: text.slice(from, to),
  glyphs: glyphs.slice(from, to),
})

function words(place: Place, { glyphs }: Text): Words[] {
  const own = printedOf(glyphs)
  const page = own[0]?.page
  return page !== undefined && own.some((g) => isHan(g.text) || isDigit(g.text))
    ? [{ place, page, glyphs: own }]
    : []
}

/** The glyphs of a text on its first page, each once. */
export function printedOf(glyphs: readonly (Glyph | null)[]): Glyph[] {
  const all = [...new Set(glyphs)].filter((g) => g !== null && g.text.trim() !== '') as Glyph[]
  return all.filter((g) => g.page === all[0]?.page)
}
