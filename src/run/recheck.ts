import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { filingPath, isAsWritten, readHashes, settleHashes } from '../publish/index.js'
import { finishOutput, type SecondLook } from './finish.js'
import { filingsIn } from './gone.js'
import { closeOutput, openOutput } from './open-output.js'
import { asOutputError, OutputError } from './output-error.js'
import type { Supplied } from './region.js'
import { type RunFile, readRunFile, runFilePath } from './run-file.js'
import type { RunSummary } from './run-summary.js'

/** Runs all checks across the filings of an output again and writes its tables; no input is read. */
export async function recheck(output: string, supplied: Supplied & SecondLook): Promise<RunSummary> {
  const run = await readRunFile(output)
  if (!run) throw new OutputError('no-output', runFilePath(output))
  const hold = await openOutput(output)
  try {
    return await checkAgain(output, run, supplied)
  } catch (error) {
    throw asOutputError(error, 'write-failed', output)
  } finally {
    await closeOutput(output, hold)
  }
}

async function checkAgain(
  output: string,
  { inputs, totals }: RunFile,
  supplied: Supplied & SecondLook,
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
  const finish = await finishOutput(output, ids, supplied)
  await settleHashes(output, await filingsIn(join(output, 'filings')))
  return {
    output,
    inputs,
    totals,
    problems: [],
    interrupted: false,
    outputs: [],
    removed: 0,
    kept: 0,
    ...finish,
  }
}
