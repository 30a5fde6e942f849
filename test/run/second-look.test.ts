import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { processAll, type RunOptions } from '../../src/run/index.js'
import { type EarlierOutput, readBaseline } from '../../src/second-look/index.js'
import { wholeFilings } from '../whole-filings.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const samples = fileURLToPath(new URL('../../samples/filings/青屏', import.meta.url))

const folder = (name: string): string => mkdtempSync(join(tmpdir(), `${name} `))
const run = (paths: string, output: string, options: Partial<RunOptions> = {}) =>
  processAll([paths], { output, worker, ...options })
const rows = (output: string, file = 'findings.csv'): Record<string, string>[] =>
  parse(readFileSync(join(output, file)), { bom: true, columns: true })
const baselineOf = async (output: string): Promise<EarlierOutput> => {
  const baseline = await readBaseline(output)
  if (typeof baseline === 'string') throw new Error(baseline)
  return baseline
}

describe('a second look at a run', () => {
  const output = folder('上次')
  beforeAll(async () => {
    await run(samples, output)
  }, 60_000)

  it('says in the sheet and in the JSON what is milder, and proves no figure by it', async () => {
    const raised = folder('门槛')
    const summary = await run(samples, raised, { minDifference: '90000.01' })
    const missing = rows(raised).filter((r) => r.check_id === 'YS-STRUCTURE-REQUIRED')
    // What is missing is apart by no amount.
    expect(missing.map((r) => r.severity)).toEqual(['warning'])
    expect(summary.findings).toMatchObject({ error: 0, warning: 1 })
    // A consequence was milder before.
    const checked = new Map(rows(output).map((r) => [r.finding_id, r.lowered_from || r.severity]))
    expect(checked.size).toBeGreaterThan(3)
    for (const row of rows(raised).filter((r) => !missing.some((m) => m.finding_id === r.finding_id)))
      expect(row).toMatchObject({ severity: 'info', lowered_from: checked.get(row.finding_id) })
    const findings = (await wholeFilings(raised))
      .flatMap((f) => f.findings)
      .filter((f) => f.check_id !== 'YS-STRUCTURE-REQUIRED')
    expect(findings.map((f) => f.severity)).toEqual(findings.map(() => 'info'))
    for (const file of ['facts.csv', 'checks.csv'])
      expect(readFileSync(join(raised, file), 'utf8')).toBe(readFileSync(join(output, file), 'utf8'))
    expect(JSON.parse(readFileSync(join(raised, 'run.json'), 'utf8')).options.min_difference).toBe('90000.01')
  }, 60_000)

  it('leaves no severity of an earlier threshold behind when filings are taken over', async () => {
    const same = folder('同一处')
    const reused: boolean[] = []
    for (const minDifference of ['90000.01', '100', undefined])
      await run(samples, same, { minDifference, onProgress: (p) => reused.push(p.reused) })
    expect(reused.slice(4)).toEqual(Array.from({ length: 8 }, () => true))
    expect(await wholeFilings(same)).toEqual(await wholeFilings(output))
    expect(readFileSync(join(same, 'findings.csv'))).toEqual(readFileSync(join(output, 'findings.csv')))
  }, 60_000)

  it('puts the finding that names a root cause first, in the sheet and in the JSON', async () => {
    const caused = rows(output).filter((r) => r.root_cause_id !== '')
    expect(caused.length).toBeGreaterThan(2)
    const first = (i: number) => caused[i]?.root_cause_id !== caused[i - 1]?.root_cause_id
    expect(caused.map((r) => /处核对同时相符/.test(r.message ?? ''))).toEqual(caused.map((_, i) => first(i)))
    for (const { findings } of await wholeFilings(output))
      for (const root of new Set(findings.map((f) => f.root_cause_id).filter(Boolean)))
        expect(findings.find((f) => f.root_cause_id === root)?.message).toContain('处核对同时相符')
  })

  it('knows the findings of papers issued again, and lists those that are gone in a file of their own', async () => {
    const issued = folder('重发')
    cpSync(samples, issued, { recursive: true })
    // Other bytes, the same print: what a page viewer saves. And one paper left out.
    for (const file of readdirSync(issued)) appendFileSync(join(issued, file), '\n% saved again\n')
    const left = readdirSync(issued).find((f) => f.includes('款不等于项之和')) as string
    rmSync(join(issued, left))
    const now = folder('这次')
    const summary = await run(issued, now, { baseline: await baselineOf(output) })
    const before = rows(output)
    const away = before.filter((r) => r.source?.endsWith(left)).map((r) => r.finding_id)
    expect(away.length).toBeGreaterThan(0)
    const ids = new Set(before.map((r) => r.finding_id))
    expect(rows(now).filter((r) => ids.has(r.finding_id))).toEqual([])
    expect(
      rows(now)
        .filter((r) => r.check_id?.startsWith('YS-TABLES-SAME'))
        .map((r) => r.baseline),
    ).toEqual(['persisting'])
    const gone = rows(now, 'findings-gone.csv')
    expect(gone.map((r) => r.baseline)).toEqual(gone.map(() => 'gone'))
    expect(gone.map((r) => r.finding_id)).toEqual(expect.arrayContaining(away))
    const marks = rows(now).map((r) => r.baseline)
    expect(summary.baseline).toMatchObject({
      persisting: marks.filter((m) => m === 'persisting').length,
      new: marks.filter((m) => m === 'new').length,
      gone: gone.length,
    })
    expect(marks.filter((m) => m === 'persisting').length + gone.length).toBe(before.length)
    const { resources } = JSON.parse(readFileSync(join(now, 'datapackage.json'), 'utf8'))
    const described = resources.find((r: { path: string }) => r.path === 'findings-gone.csv')
    expect(described.schema.fields.map((f: { name: string }) => f.name)).toEqual(Object.keys(gone[0] ?? {}))
    // The next run that compares with nothing leaves no file that speaks of another one.
    await run(issued, now)
    expect(existsSync(join(now, 'findings-gone.csv'))).toBe(false)
    expect(rows(now).map((r) => r.baseline)).toEqual(marks.map(() => ''))
  }, 60_000)

  it('may compare with the very folder it writes to', async () => {
    const same = folder('就地')
    cpSync(output, same, { recursive: true })
    const summary = await run(samples, same, { baseline: await baselineOf(same) })
    expect(summary.baseline).toEqual({ new: 0, persisting: rows(output).length, gone: 0, unseen: 0 })
  }, 60_000)
})
