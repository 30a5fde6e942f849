import { resolve } from 'node:path'
import type { Command } from 'commander'
import { readControl, readRoster, SuppliedError } from '../control/index.js'
import {
  OutputError,
  processAll,
  type RunSummary,
  recheck,
  type SecondLook,
  type Supplied,
  type WriteFault,
} from '../run/index.js'
import { readBaseline } from '../second-look/index.js'
import { EXIT, usage } from './exit.js'
import { language, speak } from './language.js'
import { modelsOf, ocrOf } from './ocr.js'
import type { CheckFlags, RunFlags } from './options.js'
import { progressTo } from './progress.js'
import { summaryTable } from './summary.js'
import { isQuiet, isVerbose, logOf, note } from './voice.js'

export async function run(paths: string[], flags: RunFlags): Promise<void> {
  if (flags.reportOnly && flags.report === false)
    usage(speak('error.conflicting', { name: '--report-only', other: '--no-report' }))
  const supplied = await suppliedBy(flags)
  if (flags.reportOnly) return reportOnly(paths, flags, supplied)
  const ocr = await ocrOf(flags)
  const ocrModels = await modelsOf(flags.ocrModels, ocr)
  const interrupt = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      // Who asks twice does not wait for tables; the next run removes what is half done.
      if (interrupt.signal.aborted) process.exit(EXIT.interrupted)
      note(speak('summary.interrupting'))
      interrupt.abort()
    })
  const progress = progressTo(process.stderr, speak, { only: isQuiet() ? 'bad' : 'all', bar: !isVerbose() })
  const summary = await refusable(() =>
    processAll(paths, {
      output: resolve(flags.output),
      force: flags.force,
      concurrency: flags.concurrency,
      timeLimit: flags.timeLimit,
      totalTimeLimit: flags.totalTimeLimit,
      memoryLimit: flags.memoryLimit,
      maxPages: flags.maxPages,
      pageRange: flags.pageRange,
      report: flags.report,
      lists: flags.lists,
      pdfEngine: flags.pdfEngine,
      verify: flags.verify,
      ocr,
      ocrModels,
      passwords: flags.password,
      ...supplied,
      signal: interrupt.signal,
      log: logOf(),
      onProgress: progress.show,
    }).finally(progress.end),
  )
  tell(summary.problems)
  for (const path of summary.outputs) note(speak('input.is-output', { path }))
  if (summary.interrupted) note(speak('summary.interrupted'))
  report(summary, flags)
}

/** The results that are there, judged and shown again: of the files nothing is read but pictures. */
async function reportOnly(paths: string[], flags: RunFlags, supplied: Supplied & SecondLook): Promise<void> {
  const { concurrency, password: passwords, lists } = flags
  const options = { ...supplied, inputs: paths, concurrency, passwords, lists }
  const summary = await refusable(() => recheck(resolve(flags.output), options))
  tell(summary.problems)
  report(summary, flags)
}

/** Checks an output again; its folder may stand without -o, as it did once. */
export async function check(output: string | undefined, flags: CheckFlags, command: Command): Promise<void> {
  if (output !== undefined && command.getOptionValueSource('output') !== 'default')
    usage(speak('error.conflicting', { name: output, other: '-o, --output' }))
  const supplied = await suppliedBy(flags)
  report(
    await refusable(() =>
      recheck(resolve(output ?? flags.output), { ...supplied, report: flags.report, lists: flags.lists }),
    ),
    flags,
  )
}

/** Does what may be refused: then one sentence says why, and nothing else is done. */
export async function refusable<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof OutputError)) throw error
    const { code, path, parts, problems } = error
    tell(problems)
    const reason = parts.reason === undefined ? '' : speak(`write-fault.${parts.reason as WriteFault}`)
    process.stderr.write(`${speak(`error.${code}`, { path, ...parts, reason })}\n`)
    return process.exit(code === 'write-failed' ? EXIT.failures : EXIT.usage)
  }
}

export function tell(problems: readonly RunSummary['problems'][number][]): void {
  for (const { code, path } of problems) process.stderr.write(`${speak(`input.${code}`, { path })}\n`)
}

/**
 * What the bureau supplies, read before anything else: a mistake in it shows at once, and the run may write into the
 * folder of the earlier one.
 */
export async function suppliedBy(flags: CheckFlags): Promise<Supplied & SecondLook> {
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

export function report(summary: RunSummary, flags: CheckFlags): void {
  const { dataset_fault } = summary
  if (dataset_fault)
    process.stderr.write(`${speak(`dataset.${dataset_fault.code}`, { detail: dataset_fault.detail })}\n`)
  // Known before anything is said: nobody may be listening.
  process.exitCode = summary.interrupted ? EXIT.interrupted : exitOf(summary, flags)
  if (isQuiet() && !flags.json) return
  process.stdout.write(
    flags.json ? `${JSON.stringify(summary, null, 2)}\n` : `${summaryTable(summary, speak)}\n`,
  )
}

function exitOf(summary: RunSummary, flags: CheckFlags): number {
  const { failed, unreadable } = summary.totals
  // Without the dataset nothing was compared over all filings.
  const unchecked = summary.dataset_fault ? 1 : 0
  if (failed + unreadable + summary.problems.length + unchecked > 0) return EXIT.failures
  return flags.failOn === 'error' && summary.findings.error > 0 ? EXIT.findings : EXIT.done
}
