// Reads files that are far longer than a filing, each in a process of its own with the heap of a worker:
//   npm run bench:long -- [--rows 8000,20000] [--columns 5] [--copies 18,36]
// Tables of web pages by their rows; PDFs by the copies of a sample in one file, which `pdfunite` (poppler) makes.
import { execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { findSources } from '../../src/ingest/index.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'

const SAMPLE = fileURLToPath(
  new URL('../../samples/filings/云汀/云汀市水文化局2025年部门预算.pdf', import.meta.url),
)
const HEAP_MIB = 1024

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '8000,20000' },
    columns: { type: 'string', default: '5' },
    copies: { type: 'string', default: '18,36' },
    measure: { type: 'string' },
  },
})
const numbers = (list: string) => list.split(',').filter(Boolean).map(Number)

if (values.measure !== undefined) await measure(values.measure)
else await compare()

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'long-'))
  console.log('| file | pages | figures | CPU s | MiB |\n|---|---|---|---|---|')
  try {
    for (const rows of numbers(values.rows)) {
      const path = join(folder, `${rows} rows of ${values.columns} columns.html`)
      writeFileSync(path, page(rows, Number(values.columns)))
      await inProcess(path)
    }
    for (const copies of numbers(values.copies)) {
      const path = join(folder, `${copies} copies.pdf`)
      execFileSync('pdfunite', [...Array.from({ length: copies }, () => SAMPLE), path])
      await inProcess(path)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function inProcess(path: string): Promise<void> {
  const child = fork(fileURLToPath(import.meta.url), ['--measure', path], {
    execArgv: [...process.execArgv, `--max-old-space-size=${HEAP_MIB}`],
  })
  return new Promise((resolve) =>
    child.on('exit', (code) => {
      if (code !== 0) console.log(`| ${path} | ended with ${code} |`)
      resolve()
    }),
  )
}

async function measure(path: string): Promise<void> {
  const source = (await findSources([path])).sources[0] as Source
  const before = process.cpuUsage()
  const { pages, facts, message } = await processFiling(source, { ocr: 'off' })
  const { user, system } = process.cpuUsage(before)
  const mib = Math.round(process.resourceUsage().maxRSS / 1024)
  const seconds = ((user + system) / 1e6).toFixed(0)
  console.log(
    `| ${source.source} (${message || 'ok'}) | ${pages.length} | ${facts.length} | ${seconds} | ${mib} |`,
  )
}

/** A budget with one table of function codes: code, name and amounts. */
function page(rows: number, columns: number): string {
  const heads = ['科目编码', '科目名称', '合计', '基本支出', '项目支出'].slice(-columns)
  const cells = (i: number) => [`${2130101 + (i % 899)}`, `项${i}`, '3.00', '1.00', '2.00'].slice(-columns)
  const row = (tag: string, texts: readonly string[]) =>
    `<tr>${texts.map((t) => `<${tag}>${t}</${tag}>`).join('')}</tr>`
  const body = Array.from({ length: rows }, (_, i) => row('td', cells(i))).join('')
  return `<h1>云汀市水务局2031年部门预算</h1><h2>第一部分 部门概况</h2><p>主要职责是管理水务。</p><h2>第二部分 部门预算表</h2><p>一般公共预算支出表</p><p>单位：万元</p><table border=1>${row('th', heads)}${body}</table>`
}
