import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { FilingPart, Overview, Paper, Series } from '../../src/model/report.js'
import { processAll, recheck } from '../../src/run/index.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const faulty = new URL('./workers/faulty.mjs', import.meta.url)
const SAMPLES = new URL('../../samples/filings/', import.meta.url).pathname

function dataOf<T>(output: string, name: string): T {
  const script = readFileSync(join(output, 'report', 'data', `${name}.js`), 'utf8')
  return JSON.parse(inflateSync(Buffer.from(script.split('"')[3] as string, 'base64')).toString())
}

/** Every file of the report with its bytes. */
const bytesOf = (output: string): Map<string, string> =>
  new Map(
    ['report', ''].flatMap((folder) =>
      readdirSync(join(output, folder), { recursive: folder !== '', withFileTypes: true })
        .filter((entry) => entry.isFile() && (folder !== '' || entry.name === 'report.html'))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(output.length), readFileSync(path).toString('base64')]),
    ),
  )

describe('the report of a run', () => {
  const home = mkdtempSync(join(tmpdir(), '报告 '))
  const [input, output] = [join(home, '青屏'), join(home, '结果')]
  let first: Map<string, string>

  beforeAll(async () => {
    cpSync(join(SAMPLES, '青屏'), input, { recursive: true })
    cpSync(join(SAMPLES, '望川'), join(input, '望川'), { recursive: true })
    await processAll([input], { output, worker })
    first = bytesOf(output)
  }, 300_000)

  it('shows every filing, every finding once, and the way to each file', () => {
    const { filings, matters } = dataOf<Overview>(output, 'overview')
    const rows = readFileSync(join(output, 'findings.csv'), 'utf8').trim().split('\n').length - 1
    expect(filings).toHaveLength(5)
    expect(matters.reduce((sum, m) => sum + 1 + m.follows.length, 0)).toBe(rows)
    expect(filings.map((f) => decodeURIComponent(f.href)).sort()).toEqual(
      filings.map((f) => `../${f.source}`).sort(),
    )
  })

  it('has a picture of every place that a matter is about, and all of each scanned page', async () => {
    const { filings, matters } = dataOf<Overview>(output, 'overview')
    const parts = new Map(
      filings.map((f) => [f.filing_id, dataOf<FilingPart>(output, `filings/${f.filing_id}`)]),
    )
    const about = matters.flatMap((m) => [
      { id: m.filing_id, page: m.page, bbox: m.bbox },
      ...m.facts.map((fact) => {
        const id = fact.slice(0, 16)
        const { page, bbox } = parts.get(id)?.facts.find((f) => f.fact_id === fact) ?? { page: 0, bbox: '' }
        return { id, page, bbox }
      }),
    ])
    expect(about.length).toBeGreaterThan(10)
    for (const { id, page, bbox } of about) {
      const [, y0 = 0, , y1 = 0] = bbox.split(' ').map(Number)
      const picture = parts.get(id)?.pictures.find((p) => p.page === page && p.y0 <= y0 && p.y1 >= y1)
      expect(picture, `${id} ${page} ${bbox}`).toBeDefined()
    }
    for (const { pages, pictures } of parts.values()) {
      for (const { page, height } of pages.filter((p) => p.method === 'ocr'))
        expect(pictures).toContainEqual(expect.objectContaining({ page, y0: 0, y1: height }))
      for (const { file, x0, x1 } of pictures) {
        const { format, width } = await sharp(join(output, 'report', file)).metadata()
        expect(format).toBe('webp')
        expect(Math.abs((width ?? 0) - ((x1 - x0) * 110) / 72)).toBeLessThan(2)
      }
    }
  })

  it('draws the pages that have a text layer as they were read', () => {
    const { filings } = dataOf<Overview>(output, 'overview')
    for (const { filing_id, pages, pages_ocr } of filings) {
      const paper = dataOf<Paper>(output, `papers/${filing_id}`)
      expect(paper.pages).toHaveLength(pages - pages_ocr)
    }
  })

  it('has what the panel says of an organization', () => {
    const { organizations } = dataOf<Overview>(output, 'overview')
    const panel = readFileSync(join(output, 'panel.csv'), 'utf8')
    for (const { organization_id } of organizations) {
      const { rows } = dataOf<Series>(output, `organizations/${organization_id}`)
      expect(rows.length).toBeGreaterThan(5)
      for (const row of rows) expect(panel).toContain(`,${row.fact_id},`)
    }
  })

  it('is the same again, after another run, after a check, and made alone from what is there', async () => {
    await processAll([input], { output, worker })
    expect(bytesOf(output)).toEqual(first)
    await recheck(output, { worker })
    expect(bytesOf(output)).toEqual(first)
    await processAll([input], { output, worker, report: false })
    expect(readdirSync(output).filter((name) => name.startsWith('report'))).toEqual([])
    await recheck(output, { worker, inputs: [input] })
    expect(bytesOf(output)).toEqual(first)
  })

  it('keeps the pictures of files that are gone, has none of what is no more, and leaves what is not its own', async () => {
    const foreign = join(output, 'report', '我的笔记.txt')
    writeFileSync(foreign, '')
    rmSync(join(input, '望川'), { recursive: true })
    await recheck(output, { worker, inputs: [input] })
    const without = bytesOf(output)
    without.delete('/report/我的笔记.txt')
    const [overview] = ['/report/data/overview.js']
    expect([...without.keys()]).toEqual([...first.keys()])
    expect([...without].filter(([file, bytes]) => first.get(file) !== bytes).map(([file]) => file)).toEqual([
      overview,
    ])
    await processAll([input], { output, worker })
    expect(dataOf<Overview>(output, 'overview').filings).toHaveLength(4)
    expect(readFileSync(foreign, 'utf8')).toBe('')
    expect([...bytesOf(output).keys()].length).toBeLessThan(first.size)
  })
})

it('a filing that cannot be drawn is shown without pictures, and the run goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'in '))
  for (const name of ['a.pdf', 'undrawable.pdf']) writeFileSync(join(folder, name), `%PDF-1.4 ${name}`)
  const output = mkdtempSync(join(tmpdir(), 'out '))
  const summary = await processAll([folder], { output, worker: faulty })
  expect(summary.report).toBe('report.html')
  expect(dataOf<Overview>(output, 'overview').filings).toHaveLength(2)
})
