// Runs the program on labelled filings and scores the output against the labels:
//   npm run accuracy -- --filings DIR --gold DIR --scorer FILE [--list]
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { processAll } from '../../src/run/index.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string' },
    gold: { type: 'string' },
    scorer: { type: 'string' },
    list: { type: 'boolean' },
  },
})
const { filings, gold, scorer } = values
if (!filings || !gold || !scorer) {
  console.error('usage: npm run accuracy -- --filings DIR --gold DIR --scorer FILE [--list]')
  process.exit(2)
}

/** Only what is labelled is read: `<place>__<file name without extension>.facts.csv`. */
const labelled = readdirSync(gold)
  .filter((f) => f.endsWith('.facts.csv'))
  .map((f) => f.slice(0, -'.facts.csv'.length))
const all = readdirSync(filings, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
const paths = all
  .filter((e) => {
    const place = e.parentPath.split(/[/\\]/).at(-1)
    return labelled.includes(`${place}__${e.name.replace(/\.[^.]+$/, '')}`)
  })
  .map((e) => join(e.parentPath, e.name))
const output = mkdtempSync(join(tmpdir(), 'accuracy-'))
const worker = new URL('../../dist/run/worker.js', import.meta.url)
await processAll(paths, { output, worker, report: false, lists: false })
const scored = spawnSync(process.execPath, [scorer, output, gold, ...(values.list ? ['--list'] : [])], {
  encoding: 'utf8',
})
process.stdout.write(scored.stdout)
process.stderr.write(scored.stderr)
process.exitCode = scored.status ?? 1
