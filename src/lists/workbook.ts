import stringWidth from 'string-width'
import type { Cell, SheetData } from 'write-excel-file/node'
import { cellText } from './cell-text.js'
import { fixedZip } from './fixed-zip.js'
import { type Column, type Sheet, type Value, widthsOf } from './sheet.js'

/** Numbers of a sheet are exact up to so many digits; amounts with more stay text. */
const EXACT_DIGITS = 15
const HEAD_ROWS = 2

/** A workbook that prints as clean A4 lists: no formula, no macro, text as text. */
export async function workbook(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { default: write } = await import('write-excel-file/node')
  const bytes = await write(
    sheets.map(({ name, columns, ...sheet }) => ({
      sheet: name,
      data: dataOf({ name, columns, ...sheet }),
      columns: widthsOf(columns, sheet.rows).map((width) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: HEAD_ROWS,
    })),
    { fontFamily: '宋体', fontSize: 10 },
  ).toBuffer()
  return fixedZip(bytes, (part, xml) => printable(part, xml, sheets))
}

function dataOf({ title, columns, rows }: Sheet): SheetData {
  const heading: Cell = {
    value: sheetText(title),
    type: String,
    fontWeight: 'bold',
    fontSize: 14,
    align: 'center',
    alignVertical: 'center',
    height: 28,
    columnSpan: columns.length,
  }
  const head = columns.map(
    (column): Cell => ({
      ...textCell(column.head, 'center'),
      fontWeight: 'bold',
      backgroundColor: '#E7ECF2',
      alignVertical: 'center',
    }),
  )
  const widths = widthsOf(columns, rows)
  return [
    [heading, ...columns.slice(1).map(() => null)],
    head,
    ...rows.map((row) => {
      const height = heightOf(row, widths)
      return row.map((value, i) => ({ ...cellOf(value, columns[i] as Column), height }))
    }),
  ]
}

/** Points; more no sheet takes. */
const LINE = 13.5
const MOST_HEIGHT = 409

/** Programs that only show a sheet do not reckon how high a row has to be for its text. */
function heightOf(row: readonly Value[], widths: readonly number[]): number {
  const lines = row.map((value, i) => (typeof value === 'string' ? linesOf(value, widths[i] ?? 1) : 1))
  return Math.min(MOST_HEIGHT, Math.max(...lines) * LINE + 4)
}

const linesOf = (text: string, width: number): number =>
  cellText(text)
    .split('\n')
    .reduce((lines, line) => lines + brokenInto(line, width - MARGINS), 0)

/** Room at the sides of a cell, in characters. */
const MARGINS = 2
/** What no line breaks: a word or a number; no line begins with what closes, or ends with what opens. */
const UNBROKEN = /[“‘《（]*(?:[\w.,%]+-?|.)[”’》），。、；：！？]*/gu

function brokenInto(line: string, room: number): number {
  let [lines, used] = [1, 0]
  for (const [piece] of line.matchAll(UNBROKEN)) {
    // Quotation marks are as broad as characters in the fonts of an office.
    const width = stringWidth(piece, { ambiguousIsNarrow: false })
    if (used > 0 && used + width > room) [lines, used] = [lines + 1, 0]
    const more = Math.max(0, Math.ceil(width / room) - 1)
    lines += more
    used += width - more * room
  }
  return lines
}

const BORDER = { borderStyle: 'thin', borderColor: '#808080', wrap: true, alignVertical: 'top' } as const

function cellOf(value: Value, { centred, right }: Column): Cell {
  if (typeof value === 'number')
    return { ...BORDER, value, type: Number, align: centred ? 'center' : 'right' }
  if (typeof value === 'string') return textCell(value, centred ? 'center' : right ? 'right' : 'left')
  return value.yuan.replace(/\D/g, '').length > EXACT_DIGITS
    ? textCell(value.yuan, 'right')
    : { ...BORDER, value: Number(value.yuan), type: Number, format: '#,##0.00##', align: 'right' }
}

const textCell = (text: string, align: 'left' | 'center' | 'right') =>
  ({ ...BORDER, value: sheetText(text), type: String, align, format: '@' }) as const

/** Sheets read `_x000D_` in text as a character. */
const sheetText = (text: string): string => cellText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')

/** Fits lists to the width of the paper, repeats their heads and numbers their pages. */
function printable(part: string, xml: string, sheets: readonly Sheet[]): string {
  if (part === 'xl/workbook.xml')
    return xml.replace(
      '<definedNames/>',
      () => `<definedNames>${sheets.map(titlesOf).join('')}</definedNames>`,
    )
  if (!/^xl\/worksheets\/[^/]+\.xml$/.test(part)) return xml
  return (
    xml
      .replace('<sheetViews>', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>')
      // Rows grow again with what is written into them.
      .replace(/(<row (?!r="[12]")[^>]*?) customHeight="1"/g, '$1')
      .replace(
        /<pageMargins [^>]*>/,
        '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>',
      )
      .replace(/<pageSetup [^>]*>/, PAGE)
  )
}

const PAGE =
  '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>' +
  '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'

const titlesOf = ({ name }: Sheet, i: number): string =>
  `<definedName name="_xlnm.Print_Titles" localSheetId="${i}">'${name}'!$1:$${HEAD_ROWS}</definedName>`
