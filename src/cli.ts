#!/usr/bin/env node
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { ANSWER_FORMATS, type AnswerFormat, answerText } from './answer.js'
import { readControl, readRoster, SuppliedError } from './control/index.js'
import { DatasetError, QueryError, queryDataset } from './dataset/index.js'
import { explainCheck, findCheck, listChecks, similarCheck } from './explain.js'
import { findSources } from './ingest/index.js'
import { type Language, speaker } from './locales/index.js'
import {
  chosenOcr,
  type FilingOptions,
  OCR_CHOICES,
  type OcrChoice,
  PDF_ENGINES,
  type PdfEngine,
  reviewFiling,
} from './pipeline.js'
import { progressTo } from './progress.js'
import { TABLES_OF_OUTPUT } from './publish/index.js'
import { pageSvg, showFiling, showNumbers } from './review/index.js'
import { VERSION } from './run/engine.js'
import {
  OutputError,
  processAll,
  type RunSummary,
  recheck,
  type SecondLook,
  type Supplied,
} from './run/index.js'
import { jsonSchema, type SchemaName, schemaNames } from './schemas.js'
import { asMinDifference, readBaseline } from './second-look/index.js'
import { summaryTable } from './summary.js'

/** Exit statuses of the contract. */
const EXIT = { done: 0, findings: 1, usage: 2, failures: 3, interrupted: 130 } as const

/** The language has to be known before the help texts are written. */
function languageOf(argv: string[]): Language {
  const at = argv.findIndex((a) => a === '--lang' || a.startsWith('--lang='))
  const value = at < 0 ? 'zh-CN' : (argv[at]?.split('=')[1] ?? argv[at + 1] ?? '')
  if (value !== 'zh-CN' && value !== 'en') {
    process.stderr.write(
      `${speaker('zh-CN')('error.lang', { value })}\n${speaker('en')('error.lang', { value })}\n`,
    )
    process.exit(EXIT.usage)
  }
  return value
}

const language = languageOf(process.argv)
const speak = speaker(language)
const positive = (option: string) => (value: string) => {
  if (!/^[1-9]\d{0,6}$/.test(value)) throw new InvalidArgumentError(speak('error.number', { option, value }))
  return Number(value)
}

const pdfEngine = (value: string): PdfEngine => {
  const engine = PDF_ENGINES.find((e) => e === value)
  if (!engine)
    throw new InvalidArgumentError(speak('error.pdf-engine', { value, names: PDF_ENGINES.join(', ') }))
  return engine
}

const ocrChoice = (value: string): OcrChoice => {
  const choice = OCR_CHOICES.find((c) => c === value)
  if (!choice) throw new InvalidArgumentError(speak('error.ocr', { value, names: OCR_CHOICES.join(', ') }))
  return choice
}

const minDifference = (value: string): string => {
  const text = asMinDifference(value)
  if (text === undefined) throw new InvalidArgumentError(speak('error.min-difference', { value }))
  return text
}

const answerFormat = (value: string): AnswerFormat => {
  const format = ANSWER_FORMATS.find((f) => f === value)
  if (!format)
    throw new InvalidArgumentError(speak('error.format', { value, names: ANSWER_FORMATS.join(', ') }))
  return format
}

const program = new Command('yusuan')
  .description(speak('cli.description'))
  .version(VERSION)
  .option('--lang <lang>', speak('cli.lang'), 'zh-CN')
  .showSuggestionAfterError()
  .showHelpAfterError()
  .exitOverride()
  .addHelpText(
    'after',
    `
${speak('cli.examples')}
  yusuan run 部门预算/ --out 结果
  yusuan run "2026 年 预算/财政局.pdf" --concurrency 2
  yusuan show 财政局.pdf --page 12
  yusuan show 财政局.pdf --numbers
  yusuan check 结果 --control 控制数.csv --roster 名单.csv
  yusuan query "SELECT check_id, count(*) FROM findings GROUP BY ALL" --output 结果
  yusuan schema fact
  yusuan checks YS-TABLE-COLUMN-TOTAL`,
  )

program
  .command('run')
  .description(speak('cli.run'))
  .argument('<paths...>', speak('cli.run.paths'))
  .option('-o, --out <folder>', speak('cli.run.out'), 'output')
  .option('-c, --concurrency <n>', speak('cli.run.concurrency'), positive('--concurrency'))
  .option('--time-limit <seconds>', speak('cli.run.time-limit'), positive('--time-limit'))
  .option('--pdf-engine <name>', speak('cli.pdf-engine'), pdfEngine, 'pdfium')
  .option('--ocr <name>', speak('cli.ocr'), ocrChoice, 'auto')
  .option('--verify', speak('cli.verify'))
  .option('--min-difference <yuan>', speak('cli.run.min-difference'), minDifference)
  .option('--baseline <folder>', speak('cli.run.baseline'))
  .option('--control <file>', speak('cli.control'))
  .option('--roster <file>', speak('cli.roster'))
  .option('--fail-on <severity>', speak('cli.run.fail-on'))
  .option('--json', speak('cli.run.json'))
  .action(run)

program
  .command('check')
  .description(speak('cli.check'))
  .argument('<output>', speak('cli.check.output'))
  .option('--control <file>', speak('cli.control'))
  .option('--roster <file>', speak('cli.roster'))
  .option('--min-difference <yuan>', speak('cli.run.min-difference'), minDifference)
  .option('--baseline <folder>', speak('cli.run.baseline'))
  .option('--fail-on <severity>', speak('cli.run.fail-on'))
  .option('--json', speak('cli.run.json'))
  .action(check)

program
  .command('query')
  .description(speak('cli.query'))
  .argument('<sql>', speak('cli.query.sql', { names: TABLES_OF_OUTPUT.map((t) => t.name).join(', ') }))
  .option('--out, --output <folder>', speak('cli.run.out'), 'output')
  .option('--format <format>', speak('cli.query.format'), answerFormat, 'table')
  .action(query)

program
  .command('show')
  .description(speak('cli.show'))
  .argument('<file>', speak('cli.show.file'))
  .option('-p, --page <n>', speak('cli.show.page'), positive('--page'))
  .option('-n, --numbers', speak('cli.show.numbers'))
  .option('--svg <file>', speak('cli.show.svg'))
  .option('--pdf-engine <name>', speak('cli.pdf-engine'), pdfEngine, 'pdfium')
  .option('--ocr <name>', speak('cli.ocr'), ocrChoice, 'auto')
  .option('--verify', speak('cli.verify'))
  .action(show)

program
  .command('schema')
  .description(speak('cli.schema'))
  .argument('[name]', speak('cli.schema.name', { names: schemaNames.join(', ') }), 'filing')
  .action(schema)

program
  .command('checks')
  .description(speak('cli.checks'))
  .argument('[code]', speak('cli.checks.code'))
  .action(checks)

interface CheckFlags {
  control?: string
  roster?: string
  minDifference?: string
  baseline?: string
  failOn?: string
  json?: boolean
}

interface RunFlags extends FilingOptions, CheckFlags {
  out: string
  concurrency?: number
  timeLimit?: number
}

async function run(paths: string[], flags: RunFlags): Promise<void> {
  const supplied = await suppliedBy(flags)
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  process.once('SIGTERM', () => interrupt.abort())
  const progress = progressTo(process.stderr, speak)
  const summary = await processAll(paths, {
    output: resolve(flags.out),
    concurrency: flags.concurrency,
    timeLimit: flags.timeLimit,
    pdfEngine: flags.pdfEngine,
    verify: flags.verify,
    ocr: await ocrOf(flags),
    ...supplied,
    signal: interrupt.signal,
    onProgress: progress.show,
  })
  progress.end()
  for (const problem of summary.problems)
    process.stderr.write(`${speak(`input.${problem.code}`, { path: problem.path })}\n`)
  if (summary.interrupted) {
    process.stderr.write(`${speak('summary.interrupted')}\n`)
    process.exitCode = EXIT.interrupted
    return
  }
  if (summary.inputs.length === 0) usage(speak('error.nothing'))
  report(summary, flags)
}

/** Who recognizes pictures on this machine; says so where it is not the best one. */
async function ocrOf({ ocr = 'auto' }: FilingOptions): Promise<OcrChoice> {
  const best = await chosenOcr('auto')
  if (ocr === 'ppocr' && best !== 'ppocr') usage(speak('error.ppocr'))
  if (ocr !== 'auto') return ocr
  if (best !== 'ppocr') process.stderr.write(`${speak('ocr.fallback')}\n`)
  return best
}

/** Checks an output again. */
async function check(output: string, flags: CheckFlags): Promise<void> {
  const supplied = await suppliedBy(flags)
  try {
    report(await recheck(resolve(output), supplied), flags)
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    usage(speak(`error.${error.code}`, { path: error.path }))
  }
}

/**
 * What the bureau supplies, read before anything else: a mistake in it shows at once, and the run may write into the
 * folder of the earlier one.
 */
async function suppliedBy(flags: CheckFlags): Promise<Supplied & SecondLook> {
  if (flags.failOn !== undefined && flags.failOn !== 'error')
    usage(speak('error.fail-on', { value: flags.failOn }))
  const baseline = flags.baseline === undefined ? undefined : await readBaseline(resolve(flags.baseline))
  if (typeof baseline === 'string') usage(speak(`error.baseline.${baseline}`, { path: flags.baseline ?? '' }))
  try {
    return {
      language,
      minDifference: flags.minDifference,
      baseline,
      ...(flags.control !== undefined ? { control: await readControl(resolve(flags.control)) } : {}),
      ...(flags.roster !== undefined ? { roster: await readRoster(resolve(flags.roster)) } : {}),
    }
  } catch (error) {
    if (!(error instanceof SuppliedError)) throw error
    return usage(speak(`supplied.${error.fault.code}`, { ...error.fault }))
  }
}

function report(summary: RunSummary, flags: CheckFlags): void {
  const { dataset_fault } = summary
  if (dataset_fault)
    process.stderr.write(`${speak(`dataset.${dataset_fault.code}`, { detail: dataset_fault.detail })}\n`)
  process.stdout.write(
    flags.json ? `${JSON.stringify(summary, null, 2)}\n` : `${summaryTable(summary, speak)}\n`,
  )
  process.exitCode = exitOf(summary, flags)
}

function exitOf(summary: RunSummary, flags: CheckFlags): number {
  const { failed, unreadable } = summary.totals
  // Without the dataset control totals were asked for in vain.
  const unchecked = summary.dataset_fault && flags.control !== undefined ? 1 : 0
  if (failed + unreadable + summary.problems.length + unchecked > 0) return EXIT.failures
  return flags.failOn === 'error' && summary.findings.error > 0 ? EXIT.findings : EXIT.done
}

interface ShowFlags extends FilingOptions {
  page?: number
  numbers?: boolean
  svg?: string
}

async function show(file: string, flags: ShowFlags): Promise<void> {
  if (flags.svg !== undefined && flags.page === undefined) usage(speak('error.svg-page'))
  const { sources, problems } = await findSources([file])
  const problem = problems[0]
  if (problem) usage(speak(`input.${problem.code}`, { path: problem.path }))
  const source = sources[0]
  if (!source) usage(speak('error.nothing'))
  const { filing, lines } = await reviewFiling(source, { ...flags, ocr: await ocrOf(flags), language })
  if (flags.page !== undefined && flags.page > filing.pages.length)
    usage(speak('error.page', { page: flags.page, pages: filing.pages.length }))
  if (flags.svg !== undefined && flags.page !== undefined) {
    const drawn = pageSvg(filing, lines, flags.page, (fate) => speak(`numbers.${fate}`))
    try {
      await writeFile(flags.svg, drawn)
    } catch (error) {
      usage(speak('error.svg-write', { path: flags.svg, detail: (error as Error).message }))
    }
    return
  }
  // Colours where a person sees them; a file or pipe gets signs.
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR
  const text = flags.numbers
    ? showNumbers(filing, lines, speak, { page: flags.page, colour })
    : showFiling(filing, speak, flags.page)
  process.stdout.write(`${text}\n`)
}

interface QueryFlags {
  output: string
  format: AnswerFormat
}

async function query(sql: string, { output, format }: QueryFlags): Promise<void> {
  // `| head` reads no further than it wants.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  try {
    const answer = await queryDataset(resolve(output), TABLES_OF_OUTPUT, sql)
    for await (const text of answerText(answer, format, speak))
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  } catch (error) {
    if (error instanceof DatasetError) usage(speak('query.no-duckdb', { detail: error.message }))
    if (!(error instanceof QueryError)) throw error
    usage(speak(`query.${error.code}`, { detail: error.message }))
  }
}

function schema(name: string): void {
  if (!schemaNames.includes(name as SchemaName))
    usage(speak('error.schema', { name, names: schemaNames.join(', ') }))
  process.stdout.write(`${JSON.stringify(jsonSchema(name as SchemaName), null, 2)}\n`)
}

function checks(code?: string): void {
  const check = code === undefined ? undefined : findCheck(code)
  if (code !== undefined && !check) usage(speak('error.check', { code, similar: similarCheck(code) }))
  process.stdout.write(`${check ? explainCheck(check, speak, language) : listChecks(speak, language)}\n`)
}

/** Says what was wrong with the call and ends. */
function usage(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(EXIT.usage)
}

try {
  await program.parseAsync()
} catch (error) {
  // Commander throws where it would exit; help and version are no errors.
  if (!(error instanceof CommanderError)) throw error
  const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version'].includes(error.code)
  process.exitCode = asked && error.exitCode === 0 ? EXIT.done : EXIT.usage
}
