import { initialize } from '../../../src/cluster/index.js'
import type { Postgres } from '../../cluster/postgres.js'
import { ended, startWorker, yusuan } from './processes.js'

/** Filings per hour against the number of workers, each of one process that reads. */
export async function rates(postgres: Postgres, filings: string, workers: readonly number[]): Promise<void> {
  console.log('\n## Filings per hour')
  console.log('| workers | filings | seconds | filings per hour | database MiB per 10,000 filings |')
  console.log('|---|---|---|---|---|')
  for (const count of workers) {
    const url = postgres.database(`rates_${count}`)
    await initialize(url)
    yusuan(url, ['cluster', 'submit', filings, '--ocr', 'off'], [3])
    const began = performance.now()
    const crew = Array.from({ length: count }, () => startWorker(url, '--until-idle'))
    await Promise.all(crew.map(ended))
    const seconds = (performance.now() - began) / 1000
    const { batches, database_bytes } = JSON.parse(yusuan(url, ['cluster', 'status', '--json']))
    const { done } = batches[0]
    const mebibytes = ((database_bytes / done) * 10_000) / 2 ** 20
    console.log(
      `| ${count} | ${done} | ${seconds.toFixed(0)} | ${Math.round((done / seconds) * 3600)} | ${Math.round(mebibytes)} |`,
    )
  }
}
