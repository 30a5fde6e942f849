// Marks figures in a copy of a PDF: annotations are appended, and the original's bytes stand before them untouched.
import { readFileSync } from 'node:fs'
import { init } from '@embedpdf/pdfium'
import type { Severity } from '../model/filing.js'
import type { Box } from '../model/geometry.js'

/** What is said of one place of a page. */
export interface PlaceNote {
  /** From 1. */
  page: number
  /** Points from the top left of the page as a reader sees it. */
  box: Box
  text: string
  severity: Severity
}

/** Why there is no annotated copy. */
export type NoteFault =
  | 'encrypted'
  /** No PDF that can be opened. */
  | 'not-opened'
  /** The copy could not be opened again, or lost pages. */
  | 'not-saved'
  | 'too-large'

/** Twice its bytes stand in memory at once. */
const LARGEST = 96 * 1024 * 1024

const COLOURS: Readonly<Record<Severity, readonly [number, number, number]>> = {
  error: [220, 38, 38],
  warning: [217, 119, 6],
  info: [37, 99, 235],
}
/** PDFium's numbers: FPDF_ANNOT_SQUARE, FPDFANNOT_COLORTYPE_Color, FPDF_ANNOT_FLAG_PRINT, FPDF_INCREMENTAL. */
const SQUARE = 5
const STROKE = 0
const PRINTED = 4
const INCREMENTAL = 1
const LINE_WIDTH = 1.5
/** Points between a figure and its frame. */
const AIR = 1.5
const AUTHOR = 'yusuan'

/** The copy, equal for equal notes; or why there is none. Notes on pages that are not there are left out. */
export async function annotatedPdf(
  bytes: Uint8Array,
  notes: readonly PlaceNote[],
): Promise<Uint8Array | { fault: NoteFault }> {
  if (bytes.length > LARGEST) return { fault: 'too-large' }
  const pdfium = await loaded()
  const data = pdfium.put(bytes)
  const document = pdfium.FPDF_LoadMemDocument(data, bytes.length, '')
  try {
    if (document === 0) return { fault: pdfium.FPDF_GetLastError() === 4 ? 'encrypted' : 'not-opened' }
    // An appended part would have to be encrypted like the rest, and readers refuse what is not.
    if (pdfium.FPDF_GetSecurityHandlerRevision(document) !== -1) return { fault: 'encrypted' }
    const pages = pdfium.FPDF_GetPageCount(document)
    for (const page of [...new Set(notes.map((n) => n.page))].sort((a, b) => a - b))
      mark(
        pdfium,
        document,
        page,
        notes.filter((n) => n.page === page),
      )
    const copy = saved(pdfium, document)
    return isWhole(pdfium, copy, bytes, pages) ? copy : { fault: 'not-saved' }
  } finally {
    if (document !== 0) pdfium.FPDF_CloseDocument(document)
    pdfium.free(data)
  }
}

type Pdfium = Awaited<ReturnType<typeof load>>
let loading: Promise<Pdfium> | undefined

function loaded(): Promise<Pdfium> {
  loading ??= load()
  return loading
}

async function load() {
  const wasm = readFileSync(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')))
  const calls = await init({
    wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) as ArrayBuffer,
    // Otherwise the path of the script, and PDFium's environment aborts on anything but ASCII.
    thisProgram: 'yusuan',
  } as Parameters<typeof init>[0])
  calls.PDFiumExt_Init()
  // The heap moves when it grows: its views have to be looked up at every use.
  const memory = calls.pdfium as unknown as { HEAPU8: Uint8Array; HEAPF32: Float32Array }
  const { malloc, free } = (calls.pdfium as unknown as { wasmExports: unknown }).wasmExports as {
    malloc(bytes: number): number
    free(pointer: number): void
  }
  const put = (bytes: Uint8Array): number => {
    const at = malloc(Math.max(1, bytes.length))
    memory.HEAPU8.set(bytes, at)
    return at
  }
  return {
    ...calls,
    free,
    put,
    floats: (values: readonly number[]): number => put(new Uint8Array(Float32Array.from(values).buffer)),
    /** As PDFium takes text: UTF-16 with an end. */
    text: (words: string): number => put(Buffer.from(`${words}\0`, 'utf16le')),
    float: (at: number, index: number): number => memory.HEAPF32[(at >> 2) + index] ?? 0,
    taken: (at: number, length: number): Uint8Array => memory.HEAPU8.slice(at, at + length),
    malloc,
  }
}

function mark(pdfium: Pdfium, document: number, number: number, notes: readonly PlaceNote[]): void {
  const page = pdfium.FPDF_LoadPage(document, number - 1)
  if (page === 0) return
  const bounds = pdfium.floats([0, 0, 0, 0])
  try {
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    const [left, top, right, bottom] = [0, 1, 2, 3].map((i) => pdfium.float(bounds, i)) as Four
    const crop = { x0: left, y0: bottom, x1: right, y1: top }
    const turns = pdfium.FPDFPage_GetRotation(page)
    for (const note of notes) draw(pdfium, page, inPageSpace(note.box, crop, turns), note)
  } finally {
    pdfium.free(bounds)
    pdfium.FPDF_ClosePage(page)
  }
}

type Four = [number, number, number, number]

/** Back from the page as a reader sees it; `turns` are quarter turns clockwise. */
export function inPageSpace({ x0, y0, x1, y1 }: Box, crop: Box, turns: number): Box {
  switch (turns & 3) {
    case 1:
      return { x0: y0 + crop.x0, y0: x0 + crop.y0, x1: y1 + crop.x0, y1: x1 + crop.y0 }
    case 2:
      return { x0: crop.x1 - x1, y0: y0 + crop.y0, x1: crop.x1 - x0, y1: y1 + crop.y0 }
    case 3:
      return { x0: crop.x1 - y1, y0: crop.y1 - x1, x1: crop.x1 - y0, y1: crop.y1 - x0 }
    default:
      return { x0: x0 + crop.x0, y0: crop.y1 - y1, x1: x1 + crop.x0, y1: crop.y1 - y0 }
  }
}

function draw(pdfium: Pdfium, page: number, box: Box, { text, severity }: PlaceNote): void {
  const annotation = pdfium.FPDFPage_CreateAnnot(page, SQUARE)
  if (annotation === 0) return
  // FS_RECTF: left, top, right, bottom.
  const rectangle = pdfium.floats([box.x0 - AIR, box.y1 + AIR, box.x1 + AIR, box.y0 - AIR])
  pdfium.FPDFAnnot_SetRect(annotation, rectangle)
  pdfium.free(rectangle)
  pdfium.FPDFAnnot_SetColor(annotation, STROKE, ...COLOURS[severity], 255)
  pdfium.FPDFAnnot_SetBorder(annotation, 0, 0, LINE_WIDTH)
  pdfium.FPDFAnnot_SetFlags(annotation, PRINTED)
  for (const [key, words] of [
    ['T', AUTHOR],
    ['Contents', text],
  ] as const) {
    const at = pdfium.text(words)
    pdfium.FPDFAnnot_SetStringValue(annotation, key, at)
    pdfium.free(at)
  }
  pdfium.FPDFPage_CloseAnnot(annotation)
}

function saved(pdfium: Pdfium, document: number): Uint8Array {
  const writer = pdfium.PDFiumExt_OpenFileWriter()
  try {
    pdfium.FPDF_SaveAsCopy(document, writer, INCREMENTAL)
    const size = pdfium.PDFiumExt_GetFileWriterSize(writer)
    const at = pdfium.malloc(Math.max(1, size))
    pdfium.PDFiumExt_GetFileWriterData(writer, at, size)
    const copy = pdfium.taken(at, size)
    pdfium.free(at)
    return copy
  } finally {
    pdfium.PDFiumExt_CloseFileWriter(writer)
  }
}

/** Of a damaged file the engine guesses the order: what it appends may not fit what stands before. */
function isWhole(pdfium: Pdfium, copy: Uint8Array, original: Uint8Array, pages: number): boolean {
  if (copy.length <= original.length || Buffer.compare(copy.subarray(0, original.length), original) !== 0)
    return false
  const data = pdfium.put(copy)
  const document = pdfium.FPDF_LoadMemDocument(data, copy.length, '')
  const whole = document !== 0 && pdfium.FPDF_GetPageCount(document) === pages
  if (document !== 0) pdfium.FPDF_CloseDocument(document)
  pdfium.free(data)
  return whole
}
