// Says how many characters that stand alone in a cell are found as one piece of ink, set in a type and several sizes:
//   npm run eval:characters -- [FILE[#FACE] ...]     without files the type of the samples
import { createRequire } from 'node:module'
import { parseArgs } from 'node:util'
import PDFDocument from 'pdfkit'
import { grey } from '../../samples/scans/degrade/grey.js'
import { prints } from '../../samples/scans/raster.js'
import { prepareSheet } from '../../src/read/ocr/pixels/index.js'
import { textOf } from '../../src/read/ocr/sheet-text.js'

/** Heads of one character, and others of a roof and a foot or of two halves. */
const CHARACTERS = [...'类款项合计小总栏次本年一二三八公会金备算节常是草态恩需买盒安各台含令分参父']
const SIZES = [7, 8, 9, 10.5, 12]
const RESOLUTIONS = [200, 260]
/** Points. */
const [WIDE, HIGH, EDGE] = [38, 22, 40]
const PER_ROW = 12
/** Rows of codes and amounts between those of characters: most of a table is digits. */
const ROWS_OF_DIGITS = 6

interface Cell {
  page: number
  x: number
  y: number
  character: string
  size: number
}

/** A page for each size: rows of characters, each alone in its ruled cell, among rows of digits. */
async function sheetsIn(file: string, face: string | undefined): Promise<{ pdf: Buffer; cells: Cell[] }> {
  const doc = new PDFDocument({ size: 'A4', margin: 0, autoFirstPage: false })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const written = new Promise<Buffer>((done) => doc.on('end', () => done(Buffer.concat(chunks))))
  doc.registerFont('type', file, face)
  const cells: Cell[] = []
  SIZES.forEach((size, i) => {
    doc.addPage({ size: 'A4', margin: 0 })
    doc.font('type').fontSize(size).lineWidth(0.5)
    let y = EDGE
    const row = (texts: readonly string[]) => {
      texts.forEach((text, k) => {
        const x = EDGE + k * WIDE
        doc.rect(x, y, WIDE, HIGH).stroke()
        const left = x + (WIDE - doc.widthOfString(text)) / 2
        doc.text(text, left, y + (HIGH - size) / 2 - 1, { lineBreak: false })
      })
      y += HIGH
    }
    for (let from = 0; from < CHARACTERS.length; from += PER_ROW) {
      const characters = CHARACTERS.slice(from, from + PER_ROW)
      characters.forEach((character, k) => {
        cells.push({ page: i + 1, x: EDGE + k * WIDE, y, character, size })
      })
      row(characters)
      for (let r = 0; r < ROWS_OF_DIGITS; r++)
        row(['213', '05', '50', ...Array.from({ length: 9 }, (_, k) => (r * 37 + k * 11.25).toFixed(2))])
    }
  })
  doc.end()
  return { pdf: await written, cells }
}

const { positionals } = parseArgs({ allowPositionals: true })
const SAMPLES = createRequire(import.meta.url).resolve(
  '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
)
for (const type of positionals.length > 0 ? positionals : [SAMPLES]) {
  const [file, face] = type.split('#') as [string, string?]
  const { pdf, cells } = await sheetsIn(file, face)
  const cut: string[] = []
  for (const dpi of RESOLUTIONS)
    for await (const { number, picture } of prints(pdf, dpi)) {
      const boxes = textOf(prepareSheet(grey(picture), dpi))
      const at = (a: number, b: number) => ((a + b) / 2) * (72 / dpi)
      for (const { x, y, character, size } of cells.filter((c) => c.page === number)) {
        const inside = boxes.filter(
          (b) =>
            at(b.x0, b.x1) > x &&
            at(b.x0, b.x1) < x + WIDE &&
            at(b.y0, b.y1) > y &&
            at(b.y0, b.y1) < y + HIGH,
        )
        if (inside.length !== 1) cut.push(`${character} ${size} pt ${dpi} dpi: ${inside.length} pieces`)
      }
    }
  console.log(`${type}: ${cut.length} of ${cells.length * RESOLUTIONS.length} are not one piece`)
  for (const one of cut) console.log(`  ${one}`)
}
