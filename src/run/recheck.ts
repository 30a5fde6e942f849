import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CONTRACT_VERSION, Outcome } from '../model/filing.js'
import { filingPath } from '../publish/index.js'
import { finishOutput, type SecondLook } from './finish.js'
import type { Supplied } from './region.js'
import type { RunSummary } from './run-summary.js'

/** Why a folder is no output that can be checked again. */
export class OutputError extends Error {
  constructor(
    readonly code: 'no-output' | 'filing-missing',
    readonly path: string,
  ) {
    super(`${code}: ${path}`)
  }
}

/** What is needed of run.json; the rest is for people. */
const RunFile = z.object({
  contract_version: z.literal(CONTRACT_VERSION),
  inputs: z.array(
    z.object({
      source: z.string(),
      sha256: z.string(),
      filing_id: z.string(),
      outcome: Outcome,
      seconds: z.number(),
      message: z.string(),
    }),
  ),
  totals: z.object({
    inputs: z.number(),
    ok: z.number(),
    partial: z.number(),
    not_a_filing: z.number(),
    unreadable: z.number(),
    failed: z.number(),
    duplicates: z.number(),
  }),
})

/** Runs all checks across the filings of an output again and writes its tables; no input is read. */
export async function recheck(output: string, supplied: Supplied & SecondLook): Promise<RunSummary> {
  const path = join(output, 'run.json')
  const text = await readFile(path, 'utf8').catch(() => '')
  const run = RunFile.safeParse(parsed(text))
  if (!run.success) throw new OutputError('no-output', path)
  const { inputs, totals } = run.data
  const ids = inputs.filter((i) => i.outcome !== 'duplicate').map((i) => i.filing_id)
  for (const id of ids)
    await access(filingPath(output, id)).catch(() => {
      throw new OutputError('filing-missing', filingPath(output, id))
    })
  const finish = await finishOutput(output, ids, supplied)
  return { output, inputs, totals, problems: [], interrupted: false, ...finish }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
