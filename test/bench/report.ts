// What a report over many filings costs, and how soon it answers: filings of the samples under new names, each with ten
// findings, shown in Debian's Chromium:
//   npm run bench:report -- [--filings 2000] [--findings 20000] [--output DIR, which stays]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import type { Filing, Finding } from '../../src/model/filing.js'
import { type FindingRow, headOf } from '../../src/model/finding-row.js'
import type { Organization } from '../../src/model/organization.js'
import { poolOf } from '../../src/run/pool.js'
import { RunReport } from '../../src/run/report.js'
import { ranked } from '../../src/second-look/index.js'
import { inTurn, listOf, newPile } from '../piles.js'
import { CHROMIUM } from '../tools/browser/chromium.js'
import { cpuSeconds } from './cpu-seconds.js'
import { sizeOf } from './report-share.js'

const { values } = parseArgs({
  options: {
    filings: { type: 'string', default: '2000' },
    findings: { type: 'string', default: '20000' },
    output: { type: 'string' },
  },
})
const COUNT = Number(values.filings)
const EACH = Math.ceil(Number(values.findings) / COUNT)
/** A department has so many units and files for so many years. */
const [UNITS, YEARS] = [3, 2]

async function measure(folder: string): Promise<void> {
  const [samples, output] = [join(folder, 'samples'), join(folder, 'output')]
  execFileSync(process.execPath, [
    'dist/cli.js',
    'run',
    'samples/filings',
    '-o',
    samples,
    '--no-report',
    '-q',
  ])
  const templates = readdirSync(join(samples, 'filings')).map((name) =>
    readFileSync(join(samples, 'filings', name), 'utf8'),
  )
  const organizations = new Map<string, Organization>()
  const ids: string[] = []
  mkdirSync(join(output, 'filings'), { recursive: true })
  for (let i = 0; i < COUNT; i++) {
    const filing = madeFiling(templates[i % templates.length] as string, i, organizations)
    ids.push(filing.filing_id)
    writeFileSync(join(output, 'filings', `${filing.filing_id}.json`), JSON.stringify(filing))
  }
  const pool = poolOf({ worker: new URL('../../dist/run/worker.js', import.meta.url) })
  const before = await cpuSeconds()
  const from = performance.now()
  const report = new RunReport(output)
  const rows: FindingRow[] = []
  for (const id of ids) {
    const filing = JSON.parse(readFileSync(join(output, 'filings', `${id}.json`), 'utf8')) as Filing
    report.add(filing)
    for (const finding of filing.findings) rows.push({ finding, filing: headOf(filing), baseline: '' })
  }
  const means = { pool, sources: new Map(), options: {} }
  await report.write(
    { rows: await listOf(ranked(inTurn(rows), newPile)) },
    ids,
    [...organizations.values()],
    { language: 'zh-CN', means },
  )
  pool.stop()
  const wall = (performance.now() - from) / 1000
  const cpu = (await cpuSeconds()) - before
  const overview = statSync(join(output, 'report', 'data', 'overview.js')).size
  console.log(
    `${COUNT} filings, ${rows.length} findings, ${organizations.size} organizations: built in ${wall.toFixed(1)} s, ${cpu.toFixed(1)} CPU s ` +
      `(${((1000 * cpu) / COUNT).toFixed(1)} ms a filing); overview ${kib(overview)} KiB, ` +
      `${kib(sizeOf(join(output, 'report')) / COUNT)} KiB a filing, pictures left out`,
  )
  await look(output)
}

const CHOSEN = { severity: 'error', kind: 'budget', year: '2025', search: '社会保障' } as const
/** Run in the page: milliseconds from the change of the address to the frame that shows what fits. */
const answerScript = (hash: string): string => `(async () => {
  const from = performance.now()
  history.replaceState(null, '', ${JSON.stringify(hash)})
  dispatchEvent(new HashChangeEvent('hashchange'))
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
  return performance.now() - from
})()`

/** Opens the report, and narrows it, as a person would. */
async function look(output: string): Promise<void> {
  const browser = await chromium.launch(CHROMIUM)
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  const opened: number[] = []
  for (let i = 0; i < 3; i++) {
    await page.goto('about:blank')
    const from = performance.now()
    await page.goto(pathToFileURL(join(output, 'report.html')).href)
    await page.waitForSelector('.what a')
    opened.push(performance.now() - from)
  }
  const answered: string[] = []
  for (const name of ['severity', 'kind', 'year', 'search'] as const) {
    const delay = await page.evaluate<number>(answerScript(`#/?${name}=${encodeURIComponent(CHOSEN[name])}`))
    answered.push(`${name} ${delay.toFixed(0)} ms`)
  }
  const heap = await page.evaluate<number>('performance.memory.usedJSHeapSize')
  console.log(
    `first finding on screen after ${opened.map((ms) => ms.toFixed(0)).join(', ')} ms; filters: ${answered.join(', ')}; ` +
      `heap ${(heap / 2 ** 20).toFixed(0)} MiB`,
  )
  await browser.close()
}

/** A sample under another name, with its findings as often as are asked for. */
function madeFiling(template: string, i: number, organizations: Map<string, Organization>): Filing {
  const { filing_id: old } = JSON.parse(template) as Filing
  const id = i.toString(16).padStart(16, '0')
  const filing = JSON.parse(template.replaceAll(old, id)) as Filing
  const organization = Math.floor(i / YEARS)
  const department = Math.floor(organization / (1 + UNITS))
  const organization_id = `o-${organization}`
  const name = `云汀市第${organization}${organization % (1 + UNITS) === 0 ? '局' : '中心'}`
  organizations.set(organization_id, {
    organization_id,
    name,
    aliases: [],
    region: `地区${department % 20}`,
    parent_id: organization % (1 + UNITS) === 0 ? '' : `o-${department * (1 + UNITS)}`,
    first_year: '',
    last_year: '',
    evidence: '',
  })
  const fact = filing.facts[i % Math.max(1, filing.facts.length)]
  const findings = Array.from({ length: EACH }, (_, n) => madeFinding(filing, n, fact?.fact_id ?? ''))
  return {
    ...filing,
    organization_id,
    organization: name,
    region: `地区${department % 20}`,
    fiscal_year: String(2024 + (i % YEARS)),
    source: `部门预算/${name}${2024 + (i % YEARS)}年部门预算.pdf`,
    findings,
  }
}

const CHECKS = ['YS-TABLE-COLUMN-TOTAL', 'YS-PROSE-SAME-FIGURE', 'YS-TEXT-CHANGE', 'YS-WORDING-YEAR'] as const

const madeFinding = (filing: Filing, n: number, fact: string): Finding => ({
  finding_id: `${filing.filing_id}-x-${n}`,
  filing_id: filing.filing_id,
  check_id: CHECKS[n % CHECKS.length] as string,
  severity: n % 3 === 0 ? 'error' : n % 3 === 1 ? 'warning' : 'info',
  root_cause_id: '',
  page: 1 + (n % Math.max(1, filing.pages.length)),
  bbox: '100.0 200.0 160.0 212.0',
  message: `第${n}页《部门收支总表》“社会保障和就业支出”印为${n}00.00万元，第2页“支出预算”一节为${n}09.00万元，相差9.00万元。`,
  said: [],
  expected: `${n}090000`,
  actual: `${n}000000`,
  difference: `${90000 + n}`,
  unit: '元',
  facts: fact === '' ? [] : [fact],
  evidence: `社会保障和就业支出 ${n}00.00`,
  place: '《部门收支总表》',
  outcome_ids: [],
  item: '',
  lowered_from: '',
  follows_from: '',
})

const kib = (bytes: number): string => (bytes / 1024).toFixed(0)

const folder = values.output ?? mkdtempSync(join(tmpdir(), 'yusuan-bench-'))
try {
  await measure(folder)
} finally {
  if (values.output === undefined) rmSync(folder, { recursive: true, force: true })
}
