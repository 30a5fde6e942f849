import type { OcrEngine } from '../../src/read/ocr/engine.js'

/** Engines by the name that `--engine` takes; each is loaded in a process of its own. */
export const ENGINES: Readonly<Record<string, () => Promise<OcrEngine>>> = {
  ppocr: async () => (await import('../../src/read/ocr/ppocr/engine.js')).loadPpOcr(),
  tesseract: async () => (await import('../../src/read/ocr/tesseract/engine.js')).loadTesseract(),
}
