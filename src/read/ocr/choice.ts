import type { OcrEngine } from './engine.js'

/** Who recognizes pictures; `off`: nobody. */
export const OCR_CHOICES = ['auto', 'ppocr', 'tesseract', 'off'] as const
export type OcrChoice = (typeof OCR_CHOICES)[number]
/** The choice once it is known what this machine can load. */
export type OcrName = Exclude<OcrChoice, 'auto'>

/** `auto` is PP-OCR, or Tesseract where onnxruntime is not installed or does not run. */
export async function chosenOcr(choice: OcrChoice): Promise<OcrName> {
  if (choice !== 'auto') return choice
  try {
    await import('onnxruntime-node')
    return 'ppocr'
  } catch {
    return 'tesseract'
  }
}

let loaded: { name: OcrName; engine: Promise<OcrEngine> } | undefined

/** Networks are loaded once per process, when the first picture comes. */
export function loadOcr(name: Exclude<OcrName, 'off'>): Promise<OcrEngine> {
  if (loaded?.name !== name) loaded = { name, engine: load[name]() }
  return loaded.engine
}

const load: Record<Exclude<OcrName, 'off'>, () => Promise<OcrEngine>> = {
  ppocr: async () => (await import('./ppocr/engine.js')).loadPpOcr(),
  tesseract: async () => (await import('./tesseract/engine.js')).loadTesseract(),
}
