// What tells a figure from others that are printed under its name: a code of its row, the number of its item.
import type { Extracted, Fact, FilingTable, Section } from '../model/filing.js'
import { LIST_NUMBER, ordinalOf } from '../model/printed/list-number.js'
import { type Saying, said } from '../model/saying.js'
import { factsOfTable, tableOfId } from './by-table.js'
import { compact } from './compact.js'
import { figuresAt } from './figures-at.js'

/** What stands in brackets behind a name that others bear too; undefined where the name alone tells the figure. */
export const markOf = (filing: Extracted, fact: Fact): Saying | undefined =>
  fact.source === 'table' ? markOfRow(filing, fact) : markOfItem(filing, fact)

/** A code that no row of the same name bears, else which of them it is. */
function markOfRow(filing: Extracted, fact: Fact): Saying | undefined {
  const table = tableOfId(filing, fact.table_id)
  if (!table || fact.row === null) return undefined
  const own = factsOfTable(filing, fact.table_id).filter((f) => f.row !== null)
  const alike = own.filter((f) => f.label === fact.label && f.column === fact.column)
  const rows = [...new Set(alike.map((f) => f.row as number))].sort((a, b) => a - b)
  if (rows.length < 2) return undefined
  const first = Math.min(...own.filter((f) => f.row === fact.row).map((f) => f.column ?? 0))
  const codes = (row: number) => codesIn(table, row + table.header_rows, first)
  const others = rows.filter((row) => row !== fact.row).flatMap(codes)
  const code = codes(fact.row).findLast((c) => !others.includes(c))
  return code === undefined
    ? said('mark.row', { number: rows.indexOf(fact.row) + 1 })
    : said('mark.code', { code })
}

/** Codes of a row stand before its figures. */
const codesIn = (table: FilingTable, row: number, before: number): string[] =>
  table.cells
    .filter((c) => c.row === row && c.column < before)
    .map((c) => compact(c.text))
    .filter((text) => /^\d{3,}$/.test(text))

/** The unit, or the number of the item, where the section tells of several things under one name. */
function markOfItem(filing: Extracted, fact: Fact): Saying | undefined {
  const section = filing.sections.find((s) => s.section_id === fact.section_id)
  const others = filing.facts.filter(
    (f) =>
      f.section_id === fact.section_id &&
      f.source === 'prose' &&
      f.label === fact.label &&
      meaningOf(f) !== meaningOf(fact),
  )
  if (!section || others.length === 0) return undefined
  if (fact.entity !== '' && others.every((f) => f.entity !== fact.entity))
    return said('mark.unit', { unit: fact.entity })
  const number = itemOf(filing, section, fact)
  const isShared = others.every((f) => itemOf(filing, section, f) === number)
  return number === undefined || isShared ? undefined : said('mark.item', { number })
}

const meaningOf = (f: Fact): string =>
  [f.concept, f.function_code, f.economy_code, f.government_economy_code, f.entity].join('|')

const ITEM = new RegExp(`(?<=^|[。；])${LIST_NUMBER}`, 'g')

/** Which item of a list in running text a figure stands in. */
export function itemOf(filing: Extracted, section: Section, fact: Fact): number | undefined {
  const text = compact(section.text)
  const at = figuresAt(filing, section, text).find(
    (a) => a.fact.bbox === fact.bbox && a.fact.page === fact.page,
  )
  return at && itemBefore(text, at.offset)
}

/** The item of a list whose number stands last before a place in the text. */
export function itemBefore(text: string, offset: number): number | undefined {
  const number = [...text.slice(0, offset).matchAll(ITEM)].at(-1)?.[0]
  return number === undefined ? undefined : ordinalOf(number)
}
