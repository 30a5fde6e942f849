import { NumberAccount } from '../../src/extract/number-account.js'
import { ScannedFigures } from '../../src/extract/scanned.js'
import { codeBook } from '../../src/extract/tables/code-book.js'
import { readTables } from '../../src/extract/tables/index.js'
import type { Document, Table } from '../../src/model/document.js'
import type { FilingKind } from '../../src/model/filing.js'

/** What is read of a filing that is these tables. */
export function read(tables: Table | Table[], kind: FilingKind = 'budget', year = '2025') {
  const document: Document = { blocks: [tables].flat(), furniture: [], unplaced: [], pages: [] }
  return readTables(document, {
    filingId: 'a'.repeat(16),
    isFiling: true,
    kind,
    fiscalYear: year,
    organization: '',
    codes: codeBook(Number(year)),
    sectionOf: [],
    headingsOf: () => [],
    account: new NumberAccount(),
    scanned: new ScannedFigures(),
  })
}

/** The same table as a recognizer gives it. */
export const recognized = (table: Table): Table => {
  for (const cell of table.cells) for (const glyph of cell.text.glyphs) if (glyph) glyph.alternatives = []
  return table
}
