// More than one machine: the queue and the store on PostgreSQL, workers that take from it, and what submits and
// publishes. Loads its packages when it is asked for. Never reads a filing itself: workers have processes for that.

import { program } from '../run/index.js'
import { Database } from './database.js'
import { migrate, refuseOtherSchema } from './migrations.js'
import { type Mount, Places } from './places.js'
import { Queue } from './queue.js'
import { Store } from './store.js'

export { ClusterError } from './cluster-error.js'
export { serveHealth } from './health.js'
export { publish } from './publish.js'
export { redrive } from './redrive.js'
export { rolesSql } from './roles.js'
export { type ClusterStatus, statusOf } from './status.js'
export { submit } from './submit.js'
export { ClusterWorker } from './worker.js'

/** What every command of a cluster works with. */
export interface Cluster {
  database: Database
  store: Store
  queue: Queue
  places: Places
  close(): Promise<void>
}

export interface ClusterOptions {
  mounts?: readonly Mount[]
  /** Looks for workers that fell silent. */
  supervise?: boolean
  /** Seconds until a silent worker has lost its jobs. */
  silence?: number | undefined
  connections?: number
}

/** Makes the schemas, or brings them up to date; gives their versions. */
export async function initialize(url: string): Promise<{ from: number; to: number }> {
  const database = await Database.open(url, 'yusuan init', 1)
  try {
    const versions = await migrate(database)
    await Queue.install(url)
    return versions
  } finally {
    await database.close()
  }
}

/** Throws `ClusterError` where there is no cluster to work with. */
export async function openCluster(url: string, options: ClusterOptions = {}): Promise<Cluster> {
  const database = await Database.open(url, 'yusuan', options.connections)
  try {
    await refuseOtherSchema(database)
    const queue = await Queue.of(url, program(), options)
    return {
      database,
      store: new Store(database),
      queue,
      places: new Places(options.mounts),
      close: async () => {
        await queue.close()
        await database.close()
      },
    }
  } catch (error) {
    await database.close()
    throw error
  }
}
