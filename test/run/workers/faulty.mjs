// A worker that does what the name of its source says: fine, slow, hang, crash, exit, eat memory, find the disk full, or put
// something in the way of a table.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiling } from '../../../dist/publish/index.js'

process.on('message', async ({ evidence, source, output, engine }) => {
  // What is done for the report when all are read; what cannot be drawn can still be shown.
  if (evidence) {
    if (source?.source.includes('undrawable')) process.kill(process.pid, 'SIGSEGV')
    return process.send({ files: [], rss: 0, recognizer: false })
  }
  const name = source.source
  if (name.includes('slow')) await new Promise((resolve) => setTimeout(resolve, 300))
  if (name.includes('hang')) for (;;);
  if (name.includes('endless')) return void setInterval(() => process.send({ alive: true }), 100)
  if (name.includes('pictures')) {
    // Outside of the JavaScript heap, as WebAssembly and pictures are.
    const pictures = []
    return void setInterval(() => pictures.push(Buffer.alloc(16 << 20, 1)), 20)
  }
  if (name.includes('crash')) process.kill(process.pid, 'SIGSEGV')
  if (name.includes('exit')) process.exit(7)
  if (name.includes('blocks')) mkdirSync(join(output, 'filings.csv'))
  if (name.includes('full')) {
    const unwritten = { code: 'ENOSPC', path: join(output, 'filings', `${source.filingId}.json`) }
    return process.send({ status: 'ok', message: '', rss: 0, recognizer: false, unwritten })
  }
  if (name.includes('memory')) {
    const eaten = []
    for (;;) eaten.push(new Array(1e6).fill(Math.random()))
  }
  const filing = {
    contract_version: '1',
    filing_id: source.filingId,
    sha256: source.sha256,
    source: name,
    status: 'not-a-filing',
    message: 'too-little',
    kind: '',
    fiscal_year: '',
    region: '',
    organization: '',
    organization_level: '',
    unit_default: '',
    pages: [],
    sections: [],
    tables: [],
    facts: [],
    numbers_printed: 0,
    numbers_unbound: 0,
    loose_numbers: [],
    text_apart: [],
    set_id: source.filingId,
    organization_id: '',
    engine,
    outcomes: [],
    doubts: [],
    findings: [],
    completeness: [],
    score: null,
  }
  await writeFiling(output, filing)
  process.send({ status: 'not-a-filing', message: 'too-little', rss: process.memoryUsage().rss })
})
