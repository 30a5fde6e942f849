// What the options of the commands take; a value that none can be says so in one sentence.
import { asPageRange, type PageRange } from '../model/page-range.js'
import { OCR_CHOICES, type OcrChoice, PDF_ENGINES, type PdfEngine } from '../model/reading-choices.js'
import type { FilingOptions } from '../pipeline.js'
import { asMinDifference } from '../second-look/index.js'
import { ANSWER_FORMATS, type AnswerFormat } from './answer.js'
import { usage } from './exit.js'
import { speak } from './language.js'

export const positive = (option: string) => (value: string) => {
  return /^[1-9]\d{0,6}$/.test(value) ? Number(value) : usage(speak('error.number', { option, value }))
}

export const atLeast = (least: number, option: string) => (value: string) => {
  const number = positive(option)(value)
  return number >= least ? number : usage(speak('error.number-least', { option, value, least }))
}

export const pdfEngine = (value: string): PdfEngine => {
  const engine = PDF_ENGINES.find((e) => e === value)
  return engine ?? usage(speak('error.pdf-engine', { value, names: PDF_ENGINES.join(', ') }))
}

export const ocrChoice = (value: string): OcrChoice => {
  const choice = OCR_CHOICES.find((c) => c === value)
  return choice ?? usage(speak('error.ocr', { value, names: OCR_CHOICES.join(', ') }))
}

export const pageRange = (value: string): PageRange =>
  asPageRange(value) ?? usage(speak('error.page-range', { value }))

/** An option that may be given several times. */
export const several = (value: string, before: readonly string[] = []): string[] => [...before, value]

export const minDifference = (value: string): string => {
  return asMinDifference(value) ?? usage(speak('error.min-difference', { value }))
}

export const answerFormat = (value: string): AnswerFormat => {
  const format = ANSWER_FORMATS.find((f) => f === value)
  return format ?? usage(speak('error.format', { value, names: ANSWER_FORMATS.join(', ') }))
}

/** Words that an option takes, several after commas or by giving it again; `none` is the empty one. */
export const known =
  (option: string, names: () => readonly string[]) =>
  (value: string, before: readonly string[] = []): string[] => {
    const asked = value.split(',')
    const unknown = asked.find((one) => !names().includes(one))
    if (unknown !== undefined)
      usage(speak('error.known', { option, value: unknown, names: names().join(', ') }))
    return [...before, ...asked.map((one) => (one === 'none' ? '' : one))]
  }

/** The words of a vocabulary but the empty one. */
export const words = ({ options }: { options: readonly string[] }): string[] =>
  options.filter((o) => o !== '')

export const yearsAsked = (value: string, before: readonly string[] = []): string[] => {
  const asked = value.split(',')
  if (!asked.every((year) => /^\d{4}$/.test(year))) usage(speak('error.year', { value }))
  return [...before, ...asked]
}

/** Digits of classification codes; 0 is no code. */
export const codeDigits = (value: string): number[] => {
  const asked = value.split(',')
  if (!asked.every((digits) => /^[0357]$/.test(digits))) usage(speak('error.code-digits', { value }))
  return asked.map(Number)
}

export const panelFormat = (value: string): 'csv' | 'parquet' =>
  value === 'csv' || value === 'parquet'
    ? value
    : usage(speak('error.format', { value, names: 'csv, parquet' }))

export interface CheckFlags {
  /** Folder of the results. */
  output: string
  control?: string
  roster?: string
  minDifference?: string
  baseline?: string
  /** False with --no-report. */
  report?: boolean
  /** False with --no-lists. */
  lists?: boolean
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
  concurrency?: number
  timeLimit?: number
  totalTimeLimit?: number
  memoryLimit?: number
  maxPages?: number
  force?: boolean
  reportOnly?: boolean
}
