// Papers that are published page by page: when all pages of one are read, those that say too little by themselves are
// read once more, told of what the others say. Whoever reads the last of them puts these jobs into the queue.
import type { Source } from '../model/source.js'
import { engineTold, pageGroups, toldPages } from '../run/index.js'
import type { Sql } from './database.js'
import { jobId, type ReadSpec } from './job-spec.js'
import type { Queue } from './queue.js'
import type { Ending, Store } from './store.js'

/** By source, what all pages of its paper share; nothing where a source stands alone. */
export function papersIn(sources: readonly Source[]): Map<Source, string> {
  return new Map(
    pageGroups(sources)
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map((source): [Source, string] => [source, (group[0] as Source).source])),
  )
}

/** Puts the jobs of a paper's pages into the queue once all pages are read by themselves. */
export async function tellPages(
  store: Store,
  queue: Queue,
  { batch, paper }: { batch: string; paper: string },
  sql: Sql,
): Promise<void> {
  const pages = await store.pagesOf(batch, paper, sql)
  if (!pages) return
  const specs = new Map(pages.map(({ spec }) => [spec.source.source, spec]))
  const endings = new Map(pages.map(({ spec, ending }) => [spec.source.source, ending]))
  const [group = []] = pageGroups(pages.map(({ spec }) => ({ ...spec.source, path: '' })))
  const told = toldPages(
    group,
    group.map(({ source }) => readAlone(endings.get(source) as Ending)),
  )
  const jobs: string[] = []
  for (const [{ source }, page] of told) {
    const alone = specs.get(source) as ReadSpec
    const spec = {
      ...alone,
      options: { ...alone.options, paper: page },
      engine: engineTold(alone.engine, page),
    }
    const id = jobId(spec)
    await store.tell(batch, id, spec, sql)
    jobs.push(id)
  }
  const done = await store.done(jobs, sql)
  await queue.put(
    jobs.filter((id) => !done.has(id)),
    sql,
  )
}

const readAlone = (ending: Ending) =>
  'result' in ending
    ? { outcome: ending.result.status, says: ending.result.says }
    : { outcome: 'failed' as const, says: undefined }
