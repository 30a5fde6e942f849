import { resolve } from 'node:path'
import { readControl, readRoster, SuppliedError } from '../control/index.js'
import {
  OutputError,
  processAll,
  type RunSummary,
  recheck,
  type SecondLook,
  type Supplied,
} from '../run/index.js'
import { readBaseline } from '../second-look/index.js'
import { EXIT, usage } from './exit.js'
import { language, speak } from './language.js'
import { modelsOf, ocrOf } from './ocr.js'
import type { CheckFlags, RunFlags } from './options.js'
import { progressTo } from './progress.js'
import { summaryTable } from './summary.js'

export async function run(paths: string[], flags: RunFlags): Promise<void> {
  const supplied = await suppliedBy(flags)
  const ocr = await ocrOf(flags)
  const ocrModels = await modelsOf(flags.ocrModels, ocr)
  const interrupt = new AbortController()
  process.once('SIGINT', () => interrupt.abort())
  process.once('SIGTERM', () => interrupt.abort())
  const progress = progressTo(process.stderr, speak)
  const summary = await processAll(paths, {
    output: resolve(flags.out),
    concurrency: flags.concurrency,
    timeLimit: flags.timeLimit,
    totalTimeLimit: flags.totalTimeLimit,
    memoryLimit: flags.memoryLimit,
    maxPages: flags.maxPages,
    pdfEngine: flags.pdfEngine,
    verify: flags.verify,
    ocr,
    ocrModels,
    passwords: flags.password,
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

/** Checks an output again. */
export async function check(output: string, flags: CheckFlags): Promise<void> {
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
  // Without the dataset nothing was compared over all filings.
  const unchecked = summary.dataset_fault ? 1 : 0
  if (failed + unreadable + summary.problems.length + unchecked > 0) return EXIT.failures
  return flags.failOn === 'error' && summary.findings.error > 0 ? EXIT.findings : EXIT.done
}
