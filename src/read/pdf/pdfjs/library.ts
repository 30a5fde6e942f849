import './browser-classes.js'
import { fileURLToPath } from 'node:url'
import { getDocument, type PDFDocumentLoadingTask, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs'

export {
  AnnotationMode,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A folder of the package, with a slash at the end: character maps and fonts are read from there, never fetched. */
const folder = (name: string): string =>
  fileURLToPath(new URL(`../../${name}/`, import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs')))

/** Opens a document in this process: no worker thread, no eval, no network. `bytes` are used up. */
export const openDocument = (bytes: Uint8Array, password?: string): PDFDocumentLoadingTask =>
  getDocument({
    data: bytes,
    ...(password === undefined ? {} : { password }),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    useWorkerFetch: false,
    useSystemFonts: false,
    isEvalSupported: false,
    // Tells which characters a font names itself.
    fontExtraProperties: true,
    verbosity: VerbosityLevel.ERRORS,
  })
