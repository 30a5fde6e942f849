import { read, set_cptable, type WorkBook } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { Page } from '../../../model/page.js'
import { setPages } from '../../html/reader.js'
import { compactText, type Element, elementOf } from '../../html/tree.js'
import type { OfficeFault } from '../parts.js'
import { blocksOf, isTitle, squeezed } from './blocks.js'
import { shownCells } from './visible.js'

/** Rows of one sheet, and characters of all: the longest printed filings have 5,000 and 200,000. */
const MOST_ROWS = 100_000
const MOST_CHARACTERS = 600_000
/** How Excel in China shows the one format of dates that depends on the system. */
const DATE = 'yyyy/m/d'
/** Names that nobody gave. */
const UNNAMED = /^(?:sheet|工作表|表)\s*\d*$/i

// Workbooks from before 1997 are in the code page of their system.
set_cptable(codepages)

/** Workbook → virtual pages: what a person sees who opens it, sheet by sheet. Hidden sheets, rows and columns are not read. */
export function readSheets(bytes: Uint8Array): { pages: Page[] } | { fault: OfficeFault } {
  let book: WorkBook
  try {
    book = read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      dateNF: DATE,
      sheetRows: MOST_ROWS + 1,
    })
  } catch (error) {
    const locked = /password|encrypt/i.test((error as Error).message)
    return { fault: locked ? 'encrypted-office' : 'broken-office' }
  }
  const sheets: Element[] = []
  let characters = 0
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if (!sheet || sheet['!type'] || book.Workbook?.Sheets?.[i]?.Hidden) continue
    if ((sheet['!data']?.length ?? 0) > MOST_ROWS) return { fault: 'huge-office' }
    const cells = shownCells(sheet)
    characters += cells.reduce((n, c) => n + c.text.length, 0)
    if (characters > MOST_CHARACTERS) return { fault: 'huge-office' }
    if (cells.length > 0) sheets.push(withName(name, blocksOf(cells)))
  }
  const body = { ...elementOf('body', {}), children: sheets }
  return sheets.length === 0 ? { fault: 'empty-office' } : { pages: setPages(body) }
}

/** A sheet on a page of its own. Its name stands for the title that it does not print. */
function withName(name: string, blocks: Element[]): Element {
  const table = blocks.findIndex((b) => b.tag === 'table')
  const above = blocks.slice(0, table < 0 ? blocks.length : table)
  const named = !UNNAMED.test(name.trim()) && isTitle(squeezed(name))
  const title = named && !above.some((b) => isTitle(compactText(b))) ? [heading(name)] : []
  return { ...elementOf('div', { style: 'break-before: page' }), children: [...title, ...blocks] }
}

const heading = (name: string): Element => ({
  ...elementOf('p', { style: 'text-align: center' }),
  children: [name],
})
