import type { Extracted, FilingTable } from '../model/filing.js'
import { factsOfTable } from './by-table.js'
import { compact } from './print.js'

/** A line of the list of tables: 表9 | …政府性基金收支表 | 是 | 本单位无政府性基金预算. */
export interface ListedTable {
  list: FilingTable
  row: number
  /** `9`, `14-1` */
  number: string
  title: string
  /** The column 是否空表; empty where nothing is printed. */
  isEmpty: '是' | '否' | ''
  /** The tables with that number or title. */
  found: FilingTable[]
}

const NUMBER = /^(?:附|公开|预算)*(?:表)?([\d一二三四五六七八九十]{1,3})(?:表)?$/

/** Lines of tables of contents that list tables by number. */
export const listedTables = (filing: Extracted): ListedTable[] =>
  filing.tables.filter((t) => t.type === 'contents').flatMap((list) => linesOf(filing, list))

function linesOf(filing: Extracted, list: FilingTable): ListedTable[] {
  const rows = new Map<number, string[]>()
  for (const cell of [...list.cells].sort((a, b) => a.row - b.row || a.column - b.column))
    rows.set(cell.row, [...(rows.get(cell.row) ?? []), compact(cell.text)])
  return [...rows].flatMap(([row, [first = '', title = '', ...rest]]): ListedTable[] => {
    const number = NUMBER.exec(first)?.[1]
    if (!number || !/表$|[）)]$/.test(title)) return []
    const isEmpty = rest.includes('是') ? '是' : rest.includes('否') ? '否' : ''
    return [{ list, row, number, title, isEmpty, found: tablesFor(filing, number, title) }]
  })
}

function tablesFor(filing: Extracted, number: string, title: string): FilingTable[] {
  const tables = filing.tables.filter((t) => t.type !== 'contents')
  const own = plain(title)
  const sure = tables.filter(
    (t) => plain(t.title) === own || (numberOf(t) === number && isLike(plain(t.title), own)),
  )
  if (sure.length > 0) return sure
  return tables.filter((t) => numberOf(t) === '' && isLonger(plain(t.title), own))
}

/** How alike two titles are: the same but for year, brackets and organ; one longer by a word; most characters shared. */
export const TITLE_TESTS: readonly ((a: string, b: string) => boolean)[] = [
  (a, b) => plain(a) === plain(b),
  (a, b) => isLonger(plain(a), plain(b)),
  (a, b) => plain(a).endsWith(plain(b)),
  (a, b) => isLike(plain(a), plain(b)),
]

/** 表14-1 is one of the sheets of 表14. */
const numberOf = (table: FilingTable): string =>
  /\d+|[一二三四五六七八九十]+/.exec(compact(table.marker))?.[0] ?? ''

const plain = (title: string): string =>
  compact(title)
    .normalize('NFKC')
    .replace(/20\d{2}年?度?/g, '')
    .replace(/-?不含上年结转/g, '')
    .replace(/\((?!按)[^()]*\)|[“”"、,]/g, '')

/** The same number, and titles that share most of their characters; contents and sheets differ in a word or two. */
function isLike(a: string, b: string): boolean {
  if (a === '') return true
  const shared = [...a].filter((c) => b.includes(c)).length
  return shared >= Math.min(a.length, b.length) * SHARED
}

const SHARED = 0.8

/** One is the other with a word or two more: 部门专项业务经费…表, 部门预算专项业务经费…表. */
function isLonger(a: string, b: string): boolean {
  const [long, short] = a.length > b.length ? [a, b] : [b, a]
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length && short.length >= long.length * SHARED
}

/** Figures that a table prints in its body: values of facts, or amounts with a point in cells that bind none. */
export function printedAmounts(filing: Extracted, table: FilingTable): string[] {
  const facts = factsOfTable(filing, table.table_id).filter((f) => f.value !== '0' && /\d/.test(f.raw))
  if (facts.length > 0) return facts.map((f) => f.raw)
  return table.cells
    .filter((c) => c.row >= table.header_rows)
    .map((c) => compact(c.text))
    .filter((text) => /^-?[\d,]+\.\d+$/.test(text) && /[1-9]/.test(text))
}
