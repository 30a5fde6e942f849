// What the options of the commands take; a value that none can be says so in one sentence.
import { InvalidArgumentError } from 'commander'
import { type FilingOptions, OCR_CHOICES, type OcrChoice, PDF_ENGINES, type PdfEngine } from '../pipeline.js'
import { asMinDifference } from '../second-look/index.js'
import { ANSWER_FORMATS, type AnswerFormat } from './answer.js'
import { speak } from './language.js'

export const positive = (option: string) => (value: string) => {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError(speak('error.number', { option, value }))
  return Number(value)
}

export const pdfEngine = (value: string): PdfEngine => {
  const engine = PDF_ENGINES.find((e) => e === value)
  if (!engine)
    throw new InvalidArgumentError(speak('error.pdf-engine', { value, names: PDF_ENGINES.join(', ') }))
  return engine
}

export const ocrChoice = (value: string): OcrChoice => {
  const choice = OCR_CHOICES.find((c) => c === value)
  if (!choice) throw new InvalidArgumentError(speak('error.ocr', { value, names: OCR_CHOICES.join(', ') }))
  return choice
}

/** An option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

export const minDifference = (value: string): string => {
  const text = asMinDifference(value)
  if (text === undefined) throw new InvalidArgumentError(speak('error.min-difference', { value }))
  return text
}

export const answerFormat = (value: string): AnswerFormat => {
  const format = ANSWER_FORMATS.find((f) => f === value)
  if (!format)
    throw new InvalidArgumentError(speak('error.format', { value, names: ANSWER_FORMATS.join(', ') }))
  return format
}

export interface CheckFlags {
  control?: string
  roster?: string
  minDifference?: string
  baseline?: string
  failOn?: string
  json?: boolean
}

/** How inputs are read, as the options say it. */
export interface ReadFlags extends Omit<FilingOptions, 'ocrModels'> {
  /** As often as it is given. */
  password?: string[]
  /** A folder. */
  ocrModels?: string
}

export interface RunFlags extends ReadFlags, CheckFlags {
  out: string
  concurrency?: number
  timeLimit?: number
  totalTimeLimit?: number
  memoryLimit?: number
  maxPages?: number
  force?: boolean
}
