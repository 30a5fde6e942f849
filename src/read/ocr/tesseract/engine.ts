import type { OcrEngine } from '../engine.js'

export function loadTesseract(): Promise<OcrEngine> {
  throw new Error('not there yet')
}
