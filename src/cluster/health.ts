// What watches a worker asks: alive or not, and its counts as Prometheus reads them. On this machine alone.
import { createServer, type Server } from 'node:http'
import type { WorkerState } from './worker.js'

/** Milliseconds without an answer of the database after which a worker is not well. */
const SILENCE = 120_000

const gauges = ({
  running,
  done,
  failed,
  stale,
  draining,
  heard,
}: WorkerState): [string, string, string, number][] => [
  ['yusuan_worker_running', 'gauge', 'Filings being read now.', running],
  ['yusuan_worker_done_total', 'counter', 'Results committed.', done],
  [
    'yusuan_worker_failed_total',
    'counter',
    'Of these, filings that could not be read after all attempts.',
    failed,
  ],
  ['yusuan_worker_stale_total', 'counter', 'Results refused because the job was no longer held.', stale],
  ['yusuan_worker_draining', 'gauge', '1 while nothing more is taken.', draining ? 1 : 0],
  [
    'yusuan_worker_database_seconds',
    'gauge',
    'Seconds since the database answered.',
    (Date.now() - heard) / 1000,
  ],
  ['yusuan_worker_resident_bytes', 'gauge', 'Resident memory of this process.', process.memoryUsage().rss],
]

export const metricsOf = (state: WorkerState): string =>
  gauges(state)
    .map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`)
    .join('')

/** `/healthz` and `/metrics` on the loopback address; port 0 takes a free one. */
export function serveHealth(state: WorkerState, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    if (request.url === '/metrics') {
      response.setHeader('content-type', 'text/plain; version=0.0.4')
      response.end(metricsOf(state))
    } else if (request.url === '/healthz') {
      response.statusCode = Date.now() - state.heard < SILENCE ? 200 : 503
      response.end(response.statusCode === 200 ? 'ok\n' : 'database-away\n')
    } else {
      response.statusCode = 404
      response.end()
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}
