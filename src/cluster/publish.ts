// Writes the output of a batch: a run over what was submitted, whose sources the cluster has read.
import { join } from 'node:path'
import { type Inputs, processInputs, program, type RunOptions, type RunSummary } from '../run/index.js'
import { ClusterError } from './cluster-error.js'
import type { Database } from './database.js'
import { ClusterEngine } from './engine.js'
import type { Place } from './job-spec.js'
import type { Places } from './places.js'
import type { Queue } from './queue.js'
import type { Store } from './store.js'

/** Publishes a batch as a local run over the same inputs would; `wait` for what is not read yet. */
export async function publish(
  { database, store, queue, places }: { database: Database; store: Store; queue: Queue; places: Places },
  name: string,
  { wait, ...options }: RunOptions & { wait: boolean },
): Promise<RunSummary> {
  const batch = await store.batch(name)
  if (!batch) throw new ClusterError('unknown-batch', { name })
  if (batch.program !== program())
    throw new ClusterError('other-program', { name, program: batch.program, own: program() })
  if (!wait) {
    const open = await store.open(name)
    if (open > 0) throw new ClusterError('unfinished', { name, count: open })
  }
  const { reading, problems, outputs } = batch
  const inputs: Inputs = { sources: [], duplicates: [], problems, outputs }
  // Objects are where no path leads: what shows pages does without.
  const locate = (place: Place) =>
    'file' in place
      ? { path: places.here(place.file), ...(place.packed ? { packed: place.packed } : {}) }
      : { path: join('/', 's3', place.bucket, place.key) }
  for (const { source, place, jobId } of await store.inputs(name))
    (jobId ? inputs.sources : inputs.duplicates).push({ ...source, ...locate(place) })
  const roots = batch.roots.map((root) =>
    root.startsWith('s3://') ? root.replace('s3:/', '/s3') : places.here(root),
  )
  const jobs = new ClusterEngine(database, store, queue, wait)
  // Whoever waits has workers; else the processes of this machine judge.
  return processInputs(roots, inputs, { ...options, ...reading, jobs, judges: wait ? jobs : undefined })
}
