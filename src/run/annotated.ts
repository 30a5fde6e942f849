// Copies of filings in which the figures of their matters are framed: made in workers, for what is in a file may stop one.
import { createHash, randomBytes } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { bytesOf } from '../ingest/index.js'
import { annotatedPdf, distinctNames, mattersByFiling, notesOf } from '../lists/index.js'
import { type Language, speaker } from '../locales/index.js'
import { OWN_FOLDER } from '../model/output.js'
import type { Matter } from '../model/report.js'
import type { Source } from '../model/source.js'
import { writeWhole } from '../publish/index.js'
import { VERSION } from './engine.js'
import type { JobEngine } from './job-engine.js'
import type { ListFiles } from './list-files.js'
import type { NotesJob } from './protocol.js'
import type { Log } from './run-options.js'
import { readWhole } from './standing.js'

/** Who makes copies, and of which files. */
export interface CopyMeans {
  pool: JobEngine
  /** By filing id. */
  sources: ReadonlyMap<string, Source>
  log?: Log | undefined
}

/** Writes a copy of each PDF at hand that has matters; where the file is not, a copy of the same notes stays. */
export async function annotateFilings(
  output: string,
  files: ListFiles,
  matters: readonly Matter[],
  language: Language,
  means?: CopyMeans,
): Promise<void> {
  const speak = speaker(language)
  const said = ({ severity, check_id, message }: Matter) =>
    `${speak(`lists.severity.${severity}`)} ${check_id}\n${language === 'en' ? message.en : message.zh}`
  const noted = []
  for (const [id, own] of mattersByFiling(matters)) {
    const filing = await readWhole(output, id)
    const notes = notesOf(filing, own, said)
    const text = (filing.source.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
    if (notes.length > 0) noted.push({ key: id, text, notes })
  }
  const names = distinctNames(noted, [])
  const waiting: Promise<void>[] = []
  for (const { key: id, notes } of noted) {
    const file = `${speak('lists.annotated')}/${names.get(id)}.pdf`
    const made = createHash('sha256')
      .update(`${VERSION} ${JSON.stringify(notes)}`)
      .digest('hex')
    const source = means?.sources.get(id)
    if ((await files.keep(file, made)) || !means || source?.kind !== 'pdf') continue
    waiting.push(annotate(means, { notes, source, output }, file, made))
  }
  await Promise.all(waiting)

  async function annotate({ pool, log }: CopyMeans, job: NotesJob, file: string, made: string) {
    const { end } = await pool.run(job)
    const result = 'result' in end ? end.result : { fault: end.fault }
    if ('unwritten' in result && result.unwritten)
      throw Object.assign(new Error(result.unwritten.code), result.unwritten)
    if (!('copy' in result) || result.copy === undefined)
      return log?.('not-annotated', { source: job.source.source, fault: result.fault ?? 'defect' })
    await files.put(file, await readFile(result.copy), made)
    await rm(result.copy, { force: true })
  }
}

/** In a worker: puts the copy down under a name that the next run would remove, and says which. */
export async function makeCopy({
  notes,
  source,
  output,
}: NotesJob): Promise<{ copy: string } | { fault: string }> {
  const made = await annotatedPdf(await bytesOf(source), notes)
  if ('fault' in made) return made
  const unique = `${process.pid}-${randomBytes(4).toString('hex')}`
  const copy = join(output, OWN_FOLDER, `${source.filingId}.${unique}.part`)
  await writeWhole(copy, made)
  return { copy }
}
