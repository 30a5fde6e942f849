import { chosenOcr, type FilingOptions, type OcrChoice } from '../pipeline.js'
import { usage } from './exit.js'
import { speak } from './language.js'

/** Who recognizes pictures on this machine; says so where it is not the best one. */
export async function ocrOf({ ocr = 'auto' }: FilingOptions): Promise<OcrChoice> {
  const best = await chosenOcr('auto')
  if (ocr === 'ppocr' && best !== 'ppocr') usage(speak('error.ppocr'))
  if (ocr !== 'auto') return ocr
  if (best !== 'ppocr') process.stderr.write(`${speak('ocr.fallback')}\n`)
  return best
}
