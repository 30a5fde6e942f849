import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { CONTRACT_VERSION, Outcome } from '../model/filing.js'
import { writeWhole } from '../publish/index.js'
import { VERSION } from './engine.js'
import type { RunSummary } from './run-summary.js'

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
export type RunFile = z.infer<typeof RunFile>

export const runFilePath = (output: string): string => join(output, 'run.json')

/** The run.json of an output, if there is a usable one. */
export async function readRunFile(output: string): Promise<RunFile | undefined> {
  const text = await readFile(runFilePath(output), 'utf8').catch(() => '')
  try {
    return RunFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Writes run.json, the only file with times in it. */
export const writeRunFile = (
  started: Date,
  options: Readonly<Record<string, unknown>>,
  { output, inputs, totals, problems, interrupted }: RunSummary,
): Promise<void> =>
  writeWhole(
    runFilePath(output),
    `${JSON.stringify(
      {
        contract_version: CONTRACT_VERSION,
        tool: 'yusuan',
        version: VERSION,
        started: started.toISOString(),
        finished: new Date().toISOString(),
        options,
        inputs,
        totals,
        problems: problems.map(({ source, code }) => ({ source, code })),
        interrupted,
      },
      null,
      1,
    )}\n`,
  )
