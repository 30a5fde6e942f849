import type { Database } from './database.js'
import type { Queue } from './queue.js'
import type { Store } from './store.js'

/** Forgets what dead letters ended with and has them tried again, as if for the first time; gives their number. */
export function redrive(database: Database, store: Store, queue: Queue): Promise<number> {
  return database.transaction(async (sql) => {
    const dead = await queue.dead(sql)
    await store.forget(
      dead.map((d) => d.job),
      sql,
    )
    let moved = 0
    for (let more = await queue.redrive(sql); more > 0; more = await queue.redrive(sql)) moved += more
    return moved
  })
}
