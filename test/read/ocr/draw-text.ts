import type { Gray, PixelBox } from '../../../src/read/ocr/picture.js'
import { renderPages } from '../../../src/read/ocr/raster/pdf-pages.js'
import { makePdf } from '../make-pdf.js'

export const CHINESE = new URL(
  '../../../node_modules/@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  import.meta.url,
).pathname

/** A text drawn at a place: points, type size in points. */
export type Drawn = [text: string, x: number, y: number, size?: number]

/** An A4 page with these texts as a sheet of 200 dpi. */
export async function drawn(texts: readonly Drawn[]): Promise<Gray> {
  const pdf = await makePdf((doc) => {
    doc.font(CHINESE)
    for (const [text, x, y, size = 10.5] of texts) doc.fontSize(size).text(text, x, y, { lineBreak: false })
  })
  let sheet: Gray | undefined
  await renderPages(pdf, [1], ({ picture }) => {
    sheet = picture as Gray
  })
  return sheet!
}

/** Boxes in points, from the top and in a row from the left: [left, right]. */
export const inPoints = (boxes: readonly PixelBox[]): [number, number][] =>
  [...boxes]
    .sort((a, b) => (Math.abs(a.y1 - b.y1) < 8 ? a.x0 - b.x0 : a.y1 - b.y1))
    .map((b) => [Math.round((b.x0 * 72) / 200), Math.round((b.x1 * 72) / 200)])
