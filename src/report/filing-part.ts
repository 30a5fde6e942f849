import type { Filing, TableCell } from '../model/filing.js'
import type { FilingPart, PagePicture, PrintedCell } from '../model/report.js'

/** What the report shows of one filing, as the filing itself has it. */
export const filingPart = (filing: Filing, pictures: PagePicture[]): FilingPart => ({
  filing_id: filing.filing_id,
  pages: filing.pages,
  sections: filing.sections,
  tables: filing.tables.map(({ cells, ...table }) => ({ ...table, cells: cells.map(printedCell) })),
  facts: filing.facts,
  loose_numbers: filing.loose_numbers,
  outcomes: filing.outcomes,
  findings: filing.findings,
  doubts: filing.doubts,
  completeness: filing.completeness,
  pictures,
})

/** Of a cell what shows where it stands in its table; its place on the page is that of its figure. */
const printedCell = ({ row, column, row_span, column_span, text }: TableCell): PrintedCell => ({
  row,
  column,
  row_span,
  column_span,
  text,
})
