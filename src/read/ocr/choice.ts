import type { OcrChoice } from '../../model/reading-choices.js'
import type { OcrEngine } from './engine.js'
import { findModels, type OcrModels, type OcrModelsFault } from './ppocr/models.js'

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

let loaded: { name: string; engine: Promise<OcrEngine> } | undefined

/** Networks are loaded once per process, when the first picture comes. */
export function loadOcr(name: Exclude<OcrName, 'off'>, models?: OcrModels): Promise<OcrEngine> {
  const known = `${name} ${models?.fingerprint ?? ''}`
  if (loaded?.name !== known) loaded = { name: known, engine: load[name](models) }
  return loaded.engine
}

/** The recognizer in a folder, loaded once to see that it is one; else why it is none, with the figures behind it. */
export async function usableModels(
  folder: string,
): Promise<OcrModels | { fault: OcrModelsFault; parts: Record<string, number> }> {
  const models = await findModels(folder)
  if ('fault' in models) return { ...models, parts: {} }
  const { loadPpOcr, OcrModelsError } = await import('./ppocr/engine.js')
  try {
    await loadPpOcr(models)
    return models
  } catch (error) {
    if (!(error instanceof OcrModelsError)) throw error
    return { fault: error.fault, parts: error.parts }
  }
}

const load: Record<Exclude<OcrName, 'off'>, (models?: OcrModels) => Promise<OcrEngine>> = {
  ppocr: async (models) => (await import('./ppocr/engine.js')).loadPpOcr(models),
  tesseract: async () => (await import('./tesseract/engine.js')).loadTesseract(),
}
