import type { Box } from '../../../model/geometry.js'
import type { Picture } from '../../ocr/picture.js'
import { pictureOf } from '../../ocr/raster/colour.js'
import { type Engine, loadDocument, loadEngine } from './engine.js'

/** What PDFium calls the format of its bitmap, and flags of rendering. */
const BGRX = 3
const ANNOTATIONS = 0x01
const RED_FIRST = 0x10

/** A part of a page as a reader sees it: points, origin top left. */
export interface PagePart extends Box {
  /** From 1. */
  page: number
}

/** Draws parts of pages one after the other, /Rotate included; what can not be drawn is left out. `each` is waited for. */
export async function drawParts<P extends PagePart>(
  bytes: Uint8Array,
  parts: readonly P[],
  dpi: number,
  each: (part: P, picture: Picture) => Promise<void>,
  passwords: readonly string[] = [],
): Promise<void> {
  const engine = await loadEngine()
  const data = engine.malloc(Math.max(1, bytes.length))
  engine.HEAPU8.set(bytes, data)
  try {
    const document = [undefined, ...passwords].reduce(
      (open, password) => open || loadDocument(engine, data, bytes.length, password),
      0,
    )
    if (!document) return
    try {
      for (const part of parts) {
        const picture = drawPart(engine, document, part, dpi / 72)
        if (picture) await each(part, picture)
      }
    } finally {
      engine.call.FPDF_CloseDocument!(document)
    }
  } finally {
    engine.free(data)
  }
}

/** The page is laid so under a small bitmap that only the part falls on it. `scale`: pixels for a point. */
function drawPart(engine: Engine, document: number, part: PagePart, scale: number): Picture | undefined {
  const { call } = engine
  const page = call.FPDF_LoadPage!(document, part.page - 1)
  if (!page) return undefined
  const pixels = (points: number) => Math.max(1, Math.round(points * scale))
  const [width, height] = [pixels(part.x1 - part.x0), pixels(part.y1 - part.y0)]
  const bitmap = call.FPDFBitmap_CreateEx!(width, height, BGRX, 0, 0)
  try {
    if (!bitmap) return undefined
    const [whole, high] = [call.FPDF_GetPageWidthF!(page), call.FPDF_GetPageHeightF!(page)]
    call.FPDFBitmap_FillRect!(bitmap, 0, 0, width, height, 0xffffffff)
    const [left, top] = [-Math.round(part.x0 * scale), -Math.round(part.y0 * scale)]
    call.FPDF_RenderPageBitmap!(
      bitmap,
      page,
      left,
      top,
      pixels(whole),
      pixels(high),
      0,
      ANNOTATIONS | RED_FIRST,
    )
    const start = call.FPDFBitmap_GetBuffer!(bitmap)
    return pictureOf(engine.HEAPU8.subarray(start, start + width * height * 4), width, height, 4)
  } finally {
    if (bitmap) call.FPDFBitmap_Destroy!(bitmap)
    call.FPDF_ClosePage!(page)
  }
}
