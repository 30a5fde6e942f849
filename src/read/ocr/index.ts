// Takes pictures of pages: files of pictures, and pages of PDFs whose text layer can not be believed.
// Gives the same pages as a text layer would: glyphs with boxes and rulings, upright; each glyph with its doubt.
// Never decides what a figure means or that a sum should hold.
import { isUnopened, type Page } from '../../model/page.js'
import { brokenPage } from '../pdf/port.js'
import type { OcrEngine } from './engine.js'
import { readPicture } from './page.js'
import { tablePictures, withPictureTables } from './picture-tables.js'
import { readImages } from './raster/image-files.js'
import type { FailedPage, RasterFault } from './raster/page.js'
import { renderPages } from './raster/pdf-pages.js'
import { mayBeStamped, withScanBeneath } from './scan-under-text.js'
import { withSecondOpinion } from './second-opinion.js'

export { chosenOcr, loadOcr, usableModels } from './choice.js'
export type { OcrModels } from './ppocr/models.js'
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

/** Whether a page has pictures to be read: it is one, its text layer can not be believed, it may be a stamped scan, or a table may be one. */
export const hasPictures = (page: Page): boolean =>
  page.doubt
    ? page.doubt !== 'broken' && !isUnopened(page)
    : mayBeStamped(page) || tablePictures(page).length > 0

/** Pages of a PDF with what was recognized on their pictures. */
export async function recognizePages(
  bytes: Uint8Array,
  pages: readonly Page[],
  /** Loaded when the first picture turns out to hold text. */
  engine: () => Promise<OcrEngine>,
  onPage?: () => void,
  password?: string,
): Promise<Page[]> {
  const recognized = new Map(pages.map((p) => [p.number, p]))
  const drawn = await renderPages(
    bytes,
    pages.filter(hasPictures).map((p) => p.number),
    async (raster) => {
      const page = recognized.get(raster.number) as Page
      recognized.set(
        page.number,
        page.doubt
          ? withSecondOpinion(await readPicture(raster, await engine()), layerOf(page))
          : mayBeStamped(page)
            ? await withScanBeneath(page, raster, await engine())
            : await withPictureTables(page, raster, engine),
      )
      onPage?.()
    },
    password,
  )
  const huge = new Set('fault' in drawn ? [] : drawn.failed.filter(isHuge).map((f) => f.number))
  return pages.map((page) => {
    const read = recognized.get(page.number) ?? page
    return read.doubt && huge.has(page.number) ? { ...read, doubt: 'huge-image' } : read
  })
}

/** What a scanning program laid beneath the picture; the text of other doubtful pages is not what it seems. */
const layerOf = (page: Page): Page['hidden'] => (page.doubt === 'picture-with-text' ? page.hidden : [])

const isHuge = ({ fault }: FailedPage): boolean => fault === 'huge-image'

const unreadPage = ({ number }: FailedPage): Page => ({ ...brokenPage(number), method: 'ocr' })
