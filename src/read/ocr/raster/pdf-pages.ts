import type { Box } from '../../../model/geometry.js'
import { clipped } from '../../pdf/clip.js'
import { IDENTITY, type Matrix, multiply, transformBox } from '../../pdf/page-space.js'
import { type Engine, loadDocument, loadEngine } from '../../pdf/pdfium/engine.js'
import { coverage } from '../../pdf/pictures.js'
import type { PdfFault } from '../../pdf/port.js'
import type { Picture } from '../picture.js'
import { pictureOf } from './colour.js'
import { type FailedPage, MAX_SOURCE_PIXELS, pixelsOf, type RasterPage, workingDpi } from './page.js'

/** What PDFium calls kinds of page objects, formats of bitmaps and flags of rendering. */
const OBJECT = { image: 3, form: 5 } as const
const BGRX = 3
const ANNOTATIONS = 0x01
const RED_FIRST = 0x10
/** Forms inside forms beyond this depth are made to trap readers. */
const MAX_DEPTH = 8
/** A picture of which no more than this part of the page is seen is a logo: it says nothing about the page's resolution. */
const PART_OF_PAGE = 0.1
/** Strips of one scan are set to whole points: their resolutions differ by a little. */
const ALIKE = 0.95
/** FPDF_GetLastError: 4 = password needed, 5 = unsupported security. */
const LOCKED = [4, 5]

/**
 * Renders pages of a PDF one after the other, annotations and /Rotate included: only one picture is in memory at once.
 * `numbers` count from 1; `each` is waited for. Pages that can not be rendered come back with a code.
 */
export async function renderPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  each: (page: RasterPage) => Promise<void> | void,
  password?: string,
): Promise<{ failed: FailedPage[] } | { fault: PdfFault }> {
  const engine = await loadEngine()
  const data = engine.malloc(Math.max(1, bytes.length))
  engine.HEAPU8.set(bytes, data)
  try {
    const document = loadDocument(engine, data, bytes.length, password)
    if (!document)
      return { fault: LOCKED.includes(engine.call.FPDF_GetLastError!()) ? 'encrypted-pdf' : 'broken-pdf' }
    const failed: FailedPage[] = []
    try {
      for (const number of numbers) {
        const page = renderPage(engine, document, number)
        if ('fault' in page) failed.push({ number, fault: page.fault })
        else await each(page)
      }
    } finally {
      engine.call.FPDF_CloseDocument!(document)
    }
    return { failed }
  } finally {
    engine.free(data)
  }
}

/** @param resolution at which the page is drawn; that of its scans where it is left out. */
function renderPage(
  engine: Engine,
  document: number,
  number: number,
  resolution?: number,
): RasterPage | { fault: FailedPage['fault'] } {
  const { call } = engine
  const page = call.FPDF_LoadPage!(document, number - 1)
  if (!page) return { fault: 'broken-image' }
  try {
    const width = call.FPDF_GetPageWidthF!(page)
    const height = call.FPDF_GetPageHeightF!(page)
    if (!(width > 0 && height > 0)) return { fault: 'broken-image' }
    const bounds = boundsOf(engine, page)
    const scans = scansOn(engine, page).filter((s) => clipped(s.box, bounds))
    if (scans.some((s) => s.pixels > MAX_SOURCE_PIXELS && coverage([s.box], bounds) > PART_OF_PAGE))
      return { fault: 'huge-image' }
    const dpi = resolution ?? workingDpi(width, height, sourceDpi(scans, bounds))
    const picture = draw(engine, page, pixelsOf(width, dpi), pixelsOf(height, dpi))
    if (!picture) return { fault: 'broken-image' }
    const redrawn = async (at: number) => {
      const page = renderPage(engine, document, number, at)
      return 'fault' in page ? undefined : page
    }
    return { number, width, height, dpi, picture, redrawn }
  } finally {
    call.FPDF_ClosePage!(page)
  }
}

/** Draws the page on white. PDFium's bitmap is let go at once, whatever happens. */
function draw(engine: Engine, page: number, width: number, height: number): Picture | undefined {
  const { call } = engine
  const bitmap = call.FPDFBitmap_CreateEx!(width, height, BGRX, 0, 0)
  if (!bitmap) return undefined
  try {
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff)
    call.FPDF_RenderPageBitmap!(bitmap, page, 0, 0, width, height, 0, ANNOTATIONS | RED_FIRST)
    const start = call.FPDFBitmap_GetBuffer!(bitmap)
    return pictureOf(engine.HEAPU8.subarray(start, start + width * height * 4), width, height, 4)
  } finally {
    call.FPDFBitmap_Destroy!(bitmap)
  }
}

/** A picture on a page. */
interface Scan {
  /** What it covers, off the page too. User space. */
  box: Box
  /** Of the finer direction: faxes have 204 dots across and 98 down. */
  dpi: number
  pixels: number
}

/**
 * The resolution of what covers most of the page, as one picture or as many of the same fineness. Scans of several
 * layers lie over each other in the same place: the finest of them has the text. A page without a scan is drawn as
 * sharply as one likes: 0.
 */
function sourceDpi(scans: readonly Scan[], bounds: Box): number {
  const finest = new Map<number, number>()
  for (const { dpi } of scans) finest.set(Math.round(dpi), Math.max(dpi, finest.get(Math.round(dpi)) ?? 0))
  const layers = [...finest.values()].map((dpi) => {
    const alike = scans.filter((s) => s.dpi <= dpi && s.dpi > dpi * ALIKE).map((s) => s.box)
    return { dpi, area: coverage(alike, bounds) }
  })
  const seen = layers.filter((l) => l.area > PART_OF_PAGE)
  const largest = Math.max(0, ...seen.map((l) => l.area))
  return Math.max(0, ...seen.filter((l) => l.area > 0.8 * largest).map((l) => l.dpi))
}

/** The part of user space that the page shows. */
function boundsOf(engine: Engine, page: number): Box {
  const scratch = engine.malloc(16)
  engine.call.FPDF_GetPageBoundingBox!(page, scratch)
  // FS_RECTF: left, top, right, bottom
  const [left, top, right, bottom] = engine.HEAPF32.subarray(scratch >> 2, (scratch >> 2) + 4)
  engine.free(scratch)
  return { x0: left!, y0: bottom!, x1: right!, y1: top! }
}

/** All pictures of a page, those inside of forms too. */
function scansOn(engine: Engine, page: number): Scan[] {
  const { call } = engine
  const scratch = engine.malloc(24)
  const scans: Scan[] = []
  const visit = (object: number, outer: Matrix, depth: number): void => {
    const type = call.FPDFPageObj_GetType!(object)
    if (type !== OBJECT.image && type !== OBJECT.form) return
    const matrix = multiply(matrixOf(engine, object, scratch), outer)
    if (type === OBJECT.image) {
      if (!call.FPDFImageObj_GetImagePixelSize!(object, scratch, scratch + 4)) return
      const across = engine.HEAPU32[scratch >> 2]!
      const down = engine.HEAPU32[(scratch >> 2) + 1]!
      const dpi =
        72 * Math.max(across / Math.hypot(matrix.a, matrix.b), down / Math.hypot(matrix.c, matrix.d))
      // A picture occupies the unit square of its matrix.
      scans.push({ box: transformBox(matrix, 0, 0, 1, 1), dpi, pixels: across * down })
    } else if (depth < MAX_DEPTH) {
      const count = call.FPDFFormObj_CountObjects!(object)
      for (let i = 0; i < count; i++) visit(call.FPDFFormObj_GetObject!(object, i), matrix, depth + 1)
    }
  }
  const count = call.FPDFPage_CountObjects!(page)
  for (let i = 0; i < count; i++) visit(call.FPDFPage_GetObject!(page, i), IDENTITY, 0)
  engine.free(scratch)
  return scans
}

function matrixOf(engine: Engine, object: number, scratch: number): Matrix {
  if (!engine.call.FPDFPageObj_GetMatrix!(object, scratch)) return IDENTITY
  const f = engine.HEAPF32
  const i = scratch >> 2
  return { a: f[i]!, b: f[i + 1]!, c: f[i + 2]!, d: f[i + 3]!, e: f[i + 4]!, f: f[i + 5]! }
}
