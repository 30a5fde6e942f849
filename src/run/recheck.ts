import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { findSources, type InputProblem } from '../ingest/index.js'
import { filingPath, isAsWritten, readHashes, settleHashes } from '../publish/index.js'
import { finishOutput } from './finish.js'
import type { Finish, SecondLook } from './finished.js'
import { filingsIn } from './gone.js'
import { closeOutput, openOutput, unpackedPath } from './open-output.js'
import { asOutputError, OutputError } from './output-error.js'
import { poolOf } from './pool.js'
import type { Supplied } from './region.js'
import { type RunFile, readRunFile, runFilePath } from './run-file.js'
import type { RunOptions } from './run-options.js'
import type { RunSummary } from './run-summary.js'

interface RecheckOptions
  extends Supplied,
    SecondLook,
    Pick<RunOptions, 'concurrency' | 'worker' | 'passwords'> {
  /** Writes report.html and what it shows; default: true. */
  report?: boolean
  /** Writes the lists for departments; default: true. */
  lists?: boolean
  /** Files and folders that the results are of: new pictures for the report are drawn from them. */
  inputs?: readonly string[]
}

/** Runs all checks across the filings of an output again and writes its tables; no input is read. */
export async function recheck(output: string, options: RecheckOptions): Promise<RunSummary> {
  const run = await readRunFile(output)
  if (!run) throw new OutputError('no-output', runFilePath(output))
  const hold = await openOutput(output)
  try {
    return await checkAgain(output, run, options)
  } catch (error) {
    throw asOutputError(error, 'write-failed', output)
  } finally {
    await closeOutput(output, hold)
  }
}

async function checkAgain(
  output: string,
  { inputs, totals }: RunFile,
  options: RecheckOptions,
): Promise<RunSummary> {
  const ids = inputs.filter((i) => i.outcome !== 'duplicate').map((i) => i.filing_id)
  const hashes = await readHashes(output)
  for (const id of ids) {
    const path = filingPath(output, id)
    const content = await readFile(path).catch(() => undefined)
    if (!content) throw new OutputError('filing-missing', path)
    // Version 0.1 recorded no hashes.
    if (hashes.has(id) && !isAsWritten(hashes, id, content)) throw new OutputError('filing-changed', path)
  }
  const { finish, problems } = await finishAgain(output, ids, options)
  await settleHashes(output, await filingsIn(join(output, 'filings')))
  return {
    output,
    inputs,
    totals,
    problems,
    interrupted: false,
    outputs: [],
    removed: 0,
    kept: 0,
    ...finish,
  }
}

/** With the report, as far as its pictures are there or their files are given. */
async function finishAgain(
  output: string,
  ids: readonly string[],
  options: RecheckOptions,
): Promise<{ finish: Finish; problems: InputProblem[] }> {
  const lists = options.lists ?? true
  const pool = poolOf(options)
  const unpackTo = unpackedPath(output)
  try {
    if (options.report === false)
      return { finish: await finishOutput(output, ids, options, { lists }, pool), problems: [] }
    const { sources, problems } = await findSources([...(options.inputs ?? [])], unpackTo, output)
    const byId = new Map(sources.map((s) => [s.filingId, s]))
    const shown = {
      report: { pool, sources: byId, options: { passwords: options.passwords } },
      lists,
      copies: { pool, sources: byId },
    }
    return { finish: await finishOutput(output, ids, options, shown, pool), problems }
  } finally {
    pool.stop()
    await rm(unpackTo, { recursive: true, force: true })
  }
}
