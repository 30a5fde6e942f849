// One worker process: takes jobs one by one, writes each filing, answers with its status.
// It may be killed at any moment; nothing it has not renamed exists.
import { processFiling, unread, validated } from '../pipeline.js'
import { writeFiling } from '../publish/index.js'
import type { Job, JobResult } from './protocol.js'

process.on('message', async (job: Job) => {
  const result = await work(job)
  process.send?.(result)
})

// The main process is gone: nobody waits for the result.
process.on('disconnect', () => process.exit(0))

async function work({ source, output, options, engine }: Job): Promise<JobResult> {
  let filing: Awaited<ReturnType<typeof processFiling>>
  try {
    filing = await processFiling(source, options)
  } catch (error) {
    // A defect of ours costs the filing it met, never the run.
    filing = validated(unread(source, 'failed', `defect: ${(error as Error).message.slice(0, 500)}`))
  }
  await writeFiling(output, { ...filing, engine })
  return { status: filing.status, message: filing.message, rss: process.memoryUsage().rss }
}
