// Says what is to be read: finds inputs, describes each once, and puts its job into the queue. No bytes go in.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { findSources, isJunk, withoutDuplicates } from '../ingest/index.js'
import type { Source } from '../model/source.js'
import { engineName, type Inputs, program, type RunOptions, readingOf } from '../run/index.js'
import { ClusterError } from './cluster-error.js'
import type { Database } from './database.js'
import { jobId, type Place, type ReadSpec, specOf, withoutPlace } from './job-spec.js'
import { papersIn, tellPages } from './papers.js'
import type { Places } from './places.js'
import type { Queue } from './queue.js'
import type { BatchInput, Store } from './store.js'

/** `s3://bucket/prefix` */
const OBJECTS = /^s3:\/\/([^/]+)\/?(.*)$/

interface Submitted {
  batch: string
  inputs: number
  duplicates: number
  problems: Inputs['problems']
  /** Jobs that have a result from before. */
  known: number
}

/** Submits all inputs below the given folders and prefixes as one batch, in place of an earlier one of that name. */
export async function submit(
  { database, store, queue, places }: { database: Database; store: Store; queue: Queue; places: Places },
  batch: string,
  args: readonly string[],
  options: Omit<RunOptions, 'output'>,
): Promise<Submitted> {
  const { passwords: _, ...reading } = await readingOf({ ...options, output: '' })
  const engine = engineName(reading)
  const found = await inputsBelow(args, places)
  const asked = { ...reading, maxPages: options.maxPages }
  const papers = papersIn(found.sources)
  const inputs: (BatchInput & { spec?: ReadSpec })[] = [
    ...found.sources.map((source) => {
      const spec = specOf({ source, options: asked, engine, report: true })
      const paper = papers.get(source)
      return { source: spec.source, place: found.placeOf(source), jobId: jobId(spec), spec, paper }
    }),
    ...found.duplicates.map((source) => ({ source: withoutPlace(source), place: found.placeOf(source) })),
  ]
  const jobs = inputs.flatMap(({ jobId }) => jobId ?? [])
  const known = await database.transaction(async (sql) => {
    await store.submit(
      {
        name: batch,
        program: program(),
        engine,
        reading: asked,
        roots: args.map((a) => (OBJECTS.test(a) ? a : resolve(a))),
        problems: found.problems,
        outputs: found.outputs,
      },
      inputs,
      sql,
    )
    const done = await store.done(jobs, sql)
    await queue.put(
      jobs.filter((id) => !done.has(id)),
      sql,
    )
    // What was read for another batch says so here at once.
    for (const paper of new Set(papers.values())) await tellPages(store, queue, { batch, paper }, sql)
    return done.size
  })
  const { sources, duplicates, problems } = found
  return { batch, inputs: sources.length, duplicates: duplicates.length, problems, known }
}

type Located = Inputs & { placeOf(source: Source): Place }

async function inputsBelow(args: readonly string[], places: Places): Promise<Located> {
  const folders = args.filter((a) => !OBJECTS.test(a))
  const stores = args.flatMap((a) => {
    const [, bucket, prefix = ''] = OBJECTS.exec(a) ?? []
    return bucket === undefined ? [] : [{ bucket, prefix: prefix.replace(/\/$/, '') }]
  })
  if (stores.length === 0) {
    const found = await withFolder((scratch) => findSources([...folders], join(scratch, 'unpacked')))
    return { ...found, placeOf: (source) => placeAt({ file: source.outer ?? source.path }, source) }
  }
  if (folders.length > 0) throw new ClusterError('storage', { reason: 'mixed', place: args.join(' ') })
  const all: Source[] = []
  const problems: Inputs['problems'] = []
  const keys = new Map<Source, Place>()
  for (const { bucket, prefix } of stores)
    for await (const key of places.list(bucket, prefix)) {
      const below = key.slice(prefix.length).replace(/^\//, '')
      if (below.split('/').some(isJunk)) continue
      const found = await withFolder(async (scratch) => {
        // As a folder of that name would give it.
        const root = join(scratch, prefix.split('/').at(-1) || bucket)
        await places.download(
          { bucket, key },
          join(root, ...below.split('/').slice(0, -1)),
          key.split('/').at(-1),
        )
        return findSources([root], join(scratch, 'unpacked'))
      })
      problems.push(...found.problems.map((p) => ({ ...p, path: `s3://${bucket}/${key}` })))
      for (const source of [...found.sources, ...found.duplicates]) {
        all.push(source)
        keys.set(source, placeAt({ bucket, key }, source))
      }
    }
  const { sources, duplicates } = withoutDuplicates(all)
  return { sources, duplicates, problems, outputs: [], placeOf: (s) => keys.get(s) as Place }
}

const placeAt = (
  at: { file: string } | { bucket: string; key: string },
  { packed, outer }: Source,
): Place => ({ ...at, ...(outer !== undefined ? { nested: true } : packed ? { packed } : {}) })

async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'yusuan-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
