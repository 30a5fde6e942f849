import { cellText } from './cell-text.js'
import { fixedZip } from './fixed-zip.js'
import { amountText, type Column, isFigure, type Sheet, type Value, widthsOf } from './sheet.js'

/** A4 across, in twentieths of a point. */
const PAPER = { width: 16838, height: 11906, margin: 620 }

type Docx = typeof import('docx')

/** The same lists as a document: each on pages of its own, its head repeated on every page. */
export async function document(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const docx = await import('docx')
  const { Document, Packer, PageOrientation } = docx
  const file = new Document({
    creator: 'yusuan',
    lastModifiedBy: 'yusuan',
    title: oneLine(sheets[0]?.title ?? ''),
    styles: {
      default: { document: { run: { font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体' }, size: 17 } } },
    },
    sections: sheets.map((sheet) => ({
      properties: {
        page: {
          // The program turns them over itself.
          size: { orientation: PageOrientation.LANDSCAPE, width: PAPER.height, height: PAPER.width },
          margin: {
            top: PAPER.margin,
            bottom: PAPER.margin,
            left: PAPER.margin,
            right: PAPER.margin,
            footer: 300,
          },
        },
      },
      footers: { default: pageNumbers(docx) },
      children: [titleOf(docx, sheet), tableOf(docx, sheet)],
    })),
  })
  return fixedZip(await Packer.toBuffer(file), withoutDates)
}

/** Properties that tell when a document was made. */
const withoutDates = (part: string, xml: string): string =>
  part === 'docProps/core.xml' ? xml.replace(/<dcterms:(created|modified)\b.*?<\/dcterms:\1>/g, '') : xml

const pageNumbers = ({ AlignmentType, Footer, PageNumber, Paragraph, TextRun }: Docx) =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
      }),
    ],
  })

const titleOf = ({ AlignmentType, Paragraph, TextRun }: Docx, { title }: Sheet) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 120 },
    children: [new TextRun({ text: oneLine(title), bold: true, size: 28 })],
  })

function tableOf(docx: Docx, { columns, rows }: Sheet) {
  const { Table, TableLayoutType, TableRow, WidthType } = docx
  // Documents are not made smaller until they fit, as sheets are: figures need more of the width.
  const wanted = widthsOf(columns, rows).map((width, i) =>
    rows.some((r) => isFigure(r[i] ?? '', columns[i] as Column)) ? width * 1.25 : width,
  )
  const all = wanted.reduce((sum, width) => sum + width, 0)
  const room = PAPER.width - 2 * PAPER.margin
  const widths = wanted.map((width) => Math.floor((width / all) * room))
  const row = (values: readonly Value[], head: boolean) =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: values.map((value, i) => cellOf(docx, value, columns[i] as Column, widths[i] ?? 0, head)),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      row(
        columns.map(({ head }) => head),
        true,
      ),
      ...rows.map((values) => row(values, false)),
    ],
  })
}

function cellOf(docx: Docx, value: Value, { centred, right }: Column, width: number, head: boolean) {
  const { AlignmentType, Paragraph, ShadingType, TableCell, TextRun, WidthType } = docx
  const text = typeof value === 'object' ? amountText(value) : cellText(String(value))
  const alignment =
    head || centred
      ? AlignmentType.CENTER
      : typeof value === 'string' && !right
        ? AlignmentType.LEFT
        : AlignmentType.RIGHT
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 50, right: 50, top: 30, bottom: 30 },
    ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'E7ECF2' } } : {}),
    children: text
      .split('\n')
      .map((line) => new Paragraph({ alignment, children: [new TextRun({ text: line, bold: head })] })),
  })
}

const oneLine = (text: string): string => cellText(text).replace(/\s+/g, ' ')
