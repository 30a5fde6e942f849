// One worker process: takes jobs one by one, writes each filing, answers with its status.
// It may be killed at any moment; nothing it has not renamed exists.
import { type ReviewedFiling, reviewFiling, unread, validated } from '../pipeline.js'
import { writeFiling } from '../publish/index.js'
import { makeCopy } from './annotated.js'
import { makeEvidence, writePaper } from './evidence.js'
import { judgeFamilies } from './family.js'
import type {
  Alive,
  AnyJob,
  Ended,
  EvidenceJob,
  EvidenceResult,
  FamiliesJob,
  FamiliesResult,
  Job,
  JobResult,
  NotesJob,
  NotesResult,
} from './protocol.js'
import { readFiling } from './standing.js'

process.on('message', async (job: AnyJob) => {
  process.send?.(await answer(job))
})

// Ctrl-C reaches every process of a terminal; what becomes of the run is the main process's business.
process.on('SIGINT', () => undefined)

// The main process is gone: nobody waits for the result.
process.on('disconnect', () => process.exit(0))

const answer = (job: AnyJob) =>
  'notes' in job ? copy(job) : 'evidence' in job ? show(job) : 'families' in job ? judge(job) : work(job)

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

async function work({ source, output, options, engine, report }: Job): Promise<JobResult> {
  let spent = false
  let stack: string | undefined
  let reviewed: Pick<ReviewedFiling, 'filing' | 'pages'>
  try {
    reviewed = await reviewFiling(source, { ...options, onPage: tellAlive })
  } catch (error) {
    // A defect of ours costs the filing it met, never the run.
    reviewed = { filing: validated(unread(source, 'failed', faultOf(error as Error))), pages: [] }
    spent = true
    stack = (error as Error).stack
  }
  const { filing } = reviewed
  recognizer ||= filing.pages.some((p) => p.method === 'ocr')
  const { status, message, page_says: says } = filing
  const ended = { ...state(), spent }
  const written = await tried(output, async () => {
    if (report) await writePaper(output, filing.filing_id, reviewed.pages)
    await writeFiling(output, { ...filing, engine })
  })
  return { status, message, says, pages: filing.pages.length, stack, ...ended, ...written }
}

async function show(job: EvidenceJob): Promise<EvidenceResult> {
  let files: string[] | undefined
  try {
    const written = await tried(job.output, async () => {
      files = await makeEvidence(job)
    })
    return { files, ...state(), ...written }
  } catch (error) {
    return { ...state(), spent: true, stack: (error as Error).stack }
  }
}

async function copy(job: NotesJob): Promise<NotesResult> {
  let made: Awaited<ReturnType<typeof makeCopy>> | undefined
  try {
    const written = await tried(job.output, async () => {
      made = await makeCopy(job)
    })
    return { ...made, ...state(), ...written }
  } catch (error) {
    return { fault: faultOf(error as Error), ...state(), spent: true, stack: (error as Error).stack }
  }
}

async function judge({ families, output, weighing }: FamiliesJob): Promise<FamiliesResult> {
  try {
    const standings = await judgeFamilies(families, (id) => readFiling(output, id), weighing)
    return { standings, ...state() }
  } catch (error) {
    return { ...state(), spent: true, stack: (error as Error).stack }
  }
}

const state = (): Ended => ({ rss: process.memoryUsage().rss, recognizer })

/** What the system says where something can not be written; other errors are defects. */
async function tried(output: string, write: () => Promise<void>): Promise<Pick<Ended, 'unwritten'>> {
  try {
    await write()
    return {}
  } catch (error) {
    const { code, path = output } = error as NodeJS.ErrnoException
    if (code === undefined) throw error
    return { unwritten: { code, path } }
  }
}
