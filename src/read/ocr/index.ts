// Takes pictures of pages: files of pictures, and pages of PDFs whose text layer can not be believed.
// Gives the same pages as a text layer would: glyphs with boxes and rulings, upright; each glyph with its doubt.
// Never decides what a figure means or that a sum should hold.
import type { Page } from '../../model/page.js'
import type { OcrEngine } from './engine.js'
import { readPicture } from './page.js'
import { readImages } from './raster/image-files.js'
import type { FailedPage, RasterFault } from './raster/page.js'
import { renderPages } from './raster/pdf-pages.js'

export { chosenOcr, loadOcr, OCR_CHOICES, type OcrChoice, type OcrName } from './choice.js'
export type { RasterFault } from './raster/page.js'

/** Reads a file of pictures: each picture is a page. */
export async function readPictures(
  bytes: Uint8Array,
  engine: OcrEngine,
  onPage?: () => void,
): Promise<{ pages: Page[] } | { fault: RasterFault }> {
  const pages: Page[] = []
  const result = await readImages(bytes, async (raster) => {
    pages.push(await readPicture(raster, engine))
    onPage?.()
  })
  if ('fault' in result) return result
  return { pages: [...pages, ...result.failed.map(unreadPage)].sort((a, b) => a.number - b.number) }
}

/** Pages of a PDF with those recognized from their picture whose text layer can not be believed. */
export async function recognizePages(
  bytes: Uint8Array,
  pages: readonly Page[],
  engine: OcrEngine,
  onPage?: () => void,
): Promise<Page[]> {
  const doubtful = pages.filter((p) => p.doubt && p.doubt !== 'broken').map((p) => p.number)
  if (doubtful.length === 0) return [...pages]
  const recognized = new Map<number, Page>()
  await renderPages(bytes, doubtful, async (raster) => {
    recognized.set(raster.number, await readPicture(raster, engine))
    onPage?.()
  })
  return pages.map((page) => recognized.get(page.number) ?? page)
}

const unreadPage = ({ number }: FailedPage): Page => ({
  number,
  width: 0,
  height: 0,
  glyphs: [],
  hidden: [],
  rulings: [],
  pictures: [],
  method: 'ocr',
  doubt: 'broken',
})
