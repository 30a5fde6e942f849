import { resolve } from 'node:path'
import type { OcrChoice } from '../model/reading-choices.js'
import type { FilingOptions } from '../pipeline.js'
import { chosenOcr, type OcrModels, usableModels } from '../read/index.js'
import { usage } from './exit.js'
import { speak } from './language.js'
import { note } from './voice.js'

/** Who recognizes pictures on this machine; says so where it is not the best one. */
export async function ocrOf({ ocr = 'auto' }: Pick<FilingOptions, 'ocr'>): Promise<OcrChoice> {
  const best = await chosenOcr('auto')
  if (ocr === 'ppocr' && best !== 'ppocr') usage(speak('error.ppocr'))
  if (ocr !== 'auto') return ocr
  if (best !== 'ppocr') note(speak('ocr.fallback'))
  return best
}

/** The recognizer in the folder that was named, tried before anything is read. */
export async function modelsOf(folder: string | undefined, ocr: OcrChoice): Promise<OcrModels | undefined> {
  if (folder === undefined) return undefined
  if (ocr !== 'ppocr') usage(speak('error.ocr-models.ocr'))
  const path = resolve(folder)
  const models = await usableModels(path)
  return 'fault' in models
    ? usage(speak(`error.ocr-models.${models.fault}`, { path, ...models.parts }))
    : models
}
