// Connections to PostgreSQL. A server that restarts costs time, never work: what it did not confirm is done again.
import { setTimeout as later } from 'node:timers/promises'
import type pg from 'pg'
import { ClusterError } from './cluster-error.js'
import { postgres } from './packages.js'

/** Runs statements; one inside a transaction runs them in it. pg-boss takes it as its `db`. */
export interface Sql {
  // biome-ignore lint/suspicious/noExplicitAny: rows are what the statement says.
  executeSql(text: string, values?: unknown[]): Promise<{ rows: any[] }>
}

/** Milliseconds that a server may take to come back. */
const PATIENCE = 120_000
const PAUSE = 500
const LONGEST_PAUSE = 5_000
/** Milliseconds until nobody is there. */
const CONNECT = 10_000

/** Codes of PostgreSQL for a server that goes, comes or is full, and for transactions that met each other. */
const PASSING = /^(?:08|57P0[123]|53300|40001|40P01)/
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
  'ENOENT',
])
const REFUSED = /^(?:28|3D000|42501)/

export class Database implements Sql {
  private constructor(private readonly pool: pg.Pool) {}

  /** Connects once: a wrong address shows at once. Throws `ClusterError`. */
  static async open(url: string, application: string, connections = 4): Promise<Database> {
    const { Pool } = await postgres()
    // The driver takes any text, and looks for a server of that name.
    if (!/^postgres(?:ql)?:\/\//.test(url) || !URL.canParse(url)) throw new ClusterError('database-url')
    const pool = new Pool({
      connectionString: url,
      application_name: application,
      max: connections,
      connectionTimeoutMillis: CONNECT,
    })
    // A connection that breaks while nobody uses it is replaced by the next query.
    pool.on('error', () => undefined)
    const database = new Database(pool)
    try {
      await pool.query('SELECT 1')
    } catch (error) {
      await pool.end().catch(() => undefined)
      throw refusal(error)
    }
    return database
  }

  executeSql(text: string, values?: unknown[]) {
    return steadfast(() => this.pool.query(text, values))
  }

  /**
   * All of the work or nothing of it. After a broken connection nobody knows whether it was committed: it is done again,
   * so that it must find out by itself what was done already.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return steadfast(() => this.once(work))
  }

  close(): Promise<void> {
    return this.pool.end()
  }

  private async once<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.pool.connect()
    let broken: Error | undefined
    const onError = (error: Error) => {
      broken = error
    }
    client.on('error', onError)
    try {
      await client.query('BEGIN')
      const result = await work({ executeSql: (text, values) => client.query(text, values) })
      await client.query('COMMIT')
      return result
    } catch (error) {
      await client.query('ROLLBACK').catch((failed) => {
        broken = failed
      })
      throw error
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }
}

/** Does something again for as long as the server is away. */
export async function steadfast<T>(work: () => Promise<T>, patience = PATIENCE): Promise<T> {
  const until = performance.now() + patience
  for (let pause = PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error)) throw error
      if (performance.now() + pause > until) throw new ClusterError('database-unreachable')
      await later(pause)
    }
  }
}

/** Whether another attempt may succeed. */
export function isPassing(error: unknown): boolean {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  return (
    PASSING.test(code) ||
    NETWORK.has(code) ||
    /connection (?:terminated|timeout|error)|timeout exceeded/i.test(message)
  )
}

/** The reason alone: what drivers say may tell the address. */
const refusal = (error: unknown): ClusterError | unknown => {
  const { code = '' } = error as NodeJS.ErrnoException
  if (REFUSED.test(code)) return new ClusterError('database-refused', { reason: code })
  if (isPassing(error) || code === 'ENOTFOUND') return new ClusterError('database-unreachable')
  return error
}
