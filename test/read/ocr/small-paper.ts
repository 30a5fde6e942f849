import type { Page } from '../../../src/model/page.js'
import { readPages } from '../../../src/read/index.js'
import { makePdf } from '../make-pdf.js'
import { CHINESE } from './draw-text.js'

/** Points. */
export const SIZE = { width: 420, height: 300 }

/** A page with lines of prose and a ruled table of figures. */
export const smallPaper = await makePdf(
  (doc) => {
    doc.font(CHINESE).fontSize(12)
    doc.text('收入支出预算总表', 150, 30, { lineBreak: false })
    doc.text('本年收入合计比上年增加，主要原因是项目支出增加。', 60, 60, { lineBreak: false })
    const rows = [
      ['项目', '预算数'],
      ['财政拨款收入', '1,234.56'],
      ['事业收入', '789.10'],
      ['其他收入', '45.33'],
    ]
    for (const [r, cells] of rows.entries())
      for (const [c, text] of cells.entries()) {
        doc.rect(60 + c * 150, 90 + r * 30, 150, 30).stroke()
        doc.text(text, 70 + c * 150, 97 + r * 30, { lineBreak: false })
      }
  },
  { size: [SIZE.width, SIZE.height] },
)

/** What is read of a file's only page. */
export async function readPaper(bytes: Uint8Array): Promise<Page> {
  const source = {
    path: '',
    source: 'a.pdf',
    sha256: '0'.repeat(64),
    filingId: '0',
    kind: 'pdf',
    bytes: 1,
  } as const
  const result = await readPages(source, bytes)
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages[0] as Page
}

/** Characters in order of their places, so that another order of reading says nothing. */
export const textOf = (page: Page): string =>
  [...page.glyphs]
    .sort((a, b) => Math.round(a.y0 / 8) - Math.round(b.y0 / 8) || a.x0 - b.x0)
    .map((g) => g.text)
    .join('')
