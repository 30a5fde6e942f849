import PDFDocument from 'pdfkit'

/** A small PDF drawn by a function; A4, origin top left. */
export function makePdf(
  draw: (doc: PDFKit.PDFDocument) => void,
  options: PDFKit.PDFDocumentOptions = {},
): Promise<Uint8Array> {
  return new Promise((done) => {
    const doc = new PDFDocument({ size: 'A4', margin: 0, ...options })
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => done(new Uint8Array(Buffer.concat(chunks))))
    draw(doc)
    doc.end()
  })
}
