// One worker process: takes jobs one by one, writes each filing, answers with its status.
// It may be killed at any moment; nothing it has not renamed exists.
import { processFiling, unread, validated } from '../pipeline.js'
import { writeFiling } from '../publish/index.js'
import type { Alive, Job, JobResult } from './protocol.js'

process.on('message', async (job: Job) => {
  const result = await work(job)
  process.send?.(result)
})

// Ctrl-C reaches every process of a terminal; what becomes of the run is the main process's business.
process.on('SIGINT', () => undefined)

// The main process is gone: nobody waits for the result.
process.on('disconnect', () => process.exit(0))

let recognizer = false

const tellAlive = (): void => {
  process.send?.({ alive: true } satisfies Alive)
}

/** WebAssembly stops where its memory ends: what asked for so much is the file. */
const faultOf = ({ name, message }: Error): string =>
  name === 'RuntimeError'
    ? message.startsWith('Aborted')
      ? 'memory'
      : 'crash'
    : `defect: ${message.slice(0, 500)}`

async function work({ source, output, options, engine }: Job): Promise<JobResult> {
  let spent = false
  let stack: string | undefined
  let filing: Awaited<ReturnType<typeof processFiling>>
  try {
    filing = await processFiling(source, { ...options, onPage: tellAlive })
  } catch (error) {
    // A defect of ours costs the filing it met, never the run.
    filing = validated(unread(source, 'failed', faultOf(error as Error)))
    spent = true
    stack = (error as Error).stack
  }
  recognizer ||= filing.pages.some((p) => p.method === 'ocr')
  const { status, message, page_says: says } = filing
  const pages = filing.pages.length
  const result = { status, message, says, pages, stack, rss: process.memoryUsage().rss, recognizer, spent }
  try {
    await writeFiling(output, { ...filing, engine })
    return result
  } catch (error) {
    const { code, path = output } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { ...result, unwritten: { code, path } }
  }
}
