import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, QueryError, queryDataset } from '../../src/dataset/index.js'
import { Filing } from '../../src/model/filing.js'
import type { ControlLine, RosterLine } from '../../src/model/region.js'
import { TABLES_OF_OUTPUT } from '../../src/publish/index.js'
import { OutputError, processAll, recheck } from '../../src/run/index.js'
import { readWhole } from '../../src/run/standing.js'

const samples = new URL('../../samples/filings', import.meta.url).pathname
const worker = new URL('../../dist/run/worker.js', import.meta.url)
/** A name that DuckDB would take for a pattern, and SQL for the end of a text. */
const output = join(mkdtempSync(join(tmpdir(), '数据集 ')), "结果 [1]*'")

const control: ControlLine[] = [
  {
    line: 2,
    kind: 'budget',
    year: '2025',
    basis: 'budget',
    concept: 'expenditure',
    fund: 'all',
    function_code: '',
    amount: '1',
  },
  {
    line: 3,
    kind: 'budget',
    year: '1999',
    basis: 'budget',
    concept: 'expenditure',
    fund: 'all',
    function_code: '',
    amount: '1',
  },
]
const roster: RosterLine[] = [
  { line: 2, organization: '云汀市水文化局', level: 'department', parent: '', year: '2025', kind: 'budget' },
  { line: 3, organization: '无名市局', level: 'department', parent: '', year: '2025', kind: 'budget' },
]

const copyOf = (folder: string): string => {
  const copy = mkdtempSync(join(tmpdir(), '副本 '))
  cpSync(folder, copy, { recursive: true })
  return copy
}
const filesOf = (folder: string): Map<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((e) => e.isFile())
      .map((e) => {
        const path = join(e.parentPath, e.name)
        return [path.slice(folder.length), readFileSync(path).toString('base64')] as const
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
const csv = (folder: string, name: string) =>
  parse(readFileSync(join(folder, `${name}.csv`)), { bom: true, columns: true }) as Record<string, string>[]
async function rows(answer: Promise<Answer>): Promise<unknown[][]> {
  const all = []
  for await (const row of (await answer).rows) all.push(row)
  return all
}
const ask = (sql: string, folder = output) => rows(queryDataset(folder, TABLES_OF_OUTPUT, sql))

beforeAll(async () => {
  const summary = await processAll([samples], { output, worker, report: false, lists: false })
  expect(summary.dataset_fault).toBeUndefined()
})

describe('the dataset', () => {
  it.each(TABLES_OF_OUTPUT.map(({ name, columns }) => [name, columns] as const))(
    'has the rows of %s.csv in their order, cell by cell',
    async (name, columns) => {
      const cells = await ask(`SELECT * FROM "${name}"`)
      const expected = csv(output, name)
      expect(cells).toHaveLength(expected.length)
      for (const [i, row] of expected.entries())
        expect(cells[i]?.map((c) => String(c ?? ''))).toEqual(
          columns.map((c) => row[c.name]?.replace(/^'(?=[=+\-@\t\r])/, '')),
        )
    },
  )

  it('holds money exactly', async () => {
    const [types] = await ask('SELECT typeof(any_value(value)), typeof(sum(value)) FROM facts')
    expect(types).toEqual(['DECIMAL(38,6)', 'DECIMAL(38,6)'])
    const floating = await ask(
      "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND data_type IN ('DOUBLE', 'FLOAT')",
    )
    expect(floating).toEqual([])
    const sum = csv(output, 'facts').reduce((s, f) => s + BigInt(Math.round(Number(f.value) * 100)), 0n)
    const [[total]] = (await ask('SELECT sum(value) FROM facts')) as [[string]]
    expect(BigInt(Math.round(Number(total) * 100))).toBe(sum)
  })

  it('leaves no temporary files', () => {
    expect(readdirSync(output).filter((n) => n.startsWith('.') || n.endsWith('.part'))).toEqual(['.yusuan'])
    expect(readdirSync(join(output, '.yusuan')).sort()).toEqual(['filings.sha256', 'output.json'])
  })

  it('does not cost the CSV files when it cannot be written, and leaves no part of it', async () => {
    const folder = copyOf(output)
    const before = filesOf(folder)
    // What is in the way of a file: a disk that is full fails at the same place.
    mkdirSync(join(folder, 'checks.parquet.part', 'x'), { recursive: true })
    const summary = await recheck(folder, { report: false, lists: false })
    expect(summary.dataset_fault).toMatchObject({ code: 'failed' })
    const left = filesOf(folder)
    for (const [name, bytes] of before)
      if ((name.endsWith('.csv') && name !== '/panel.csv') || name.startsWith('/filings/'))
        expect(left.get(name), name).toBe(bytes)
    // It is made from the dataset: an earlier one would say something else.
    expect(left.has('/panel.csv')).toBe(false)
    expect([...left.keys()].filter((n) => n.endsWith('.parquet'))).toEqual([])
    await expect(ask('SELECT 1', folder)).rejects.toMatchObject({ code: 'no-dataset' })
  })
})

describe('the panel', () => {
  const YUAN = { 元: 1, 千元: 1e3, 万元: 1e4, 亿元: 1e8 } as Readonly<Record<string, number>>
  type Row = Record<string, string>
  /** Half a unit in the last printed place, in 元; nothing where words say the amount. */
  const half = (f: Row) => (/\d/.test(f.raw!) ? (0.5 * (YUAN[f.unit!] ?? 1)) / 10 ** Number(f.decimals) : 0)
  const keyOf = (fact: Row, filing: Row) =>
    [
      ...['organization_id', 'organization_level', 'kind'].map((c) => filing[c]),
      ...['basis', 'year', 'concept', 'fund', 'function_code', 'economy_code'].map((c) => fact[c]),
      ...['government_economy_code', 'nature'].map((c) => fact[c]),
    ].join('|')
  const panelKey = (row: Row) => keyOf(row, row)
  /** All prints of each amount, as the filings have them. */
  const printsOf = () => {
    const filings = new Map(csv(output, 'filings').map((f) => [f.filing_id, f]))
    const prints = new Map<string, Row[]>()
    for (const fact of csv(output, 'facts')) {
      if (
        fact.measure !== 'amount' ||
        fact.concept === 'performance.amount' ||
        fact.entity !== '' ||
        fact.year === ''
      )
        continue
      const key = keyOf(fact, filings.get(fact.filing_id) as Row)
      prints.set(key, [...(prints.get(key) ?? []), fact])
    }
    return prints
  }

  it('has one row for each amount of an organization and year, and says of how many prints it is the best', () => {
    const panel = csv(output, 'panel')
    const prints = printsOf()
    expect(panel.length).toBeGreaterThan(500)
    expect(panel.map(panelKey).sort()).toEqual([...prints.keys()].sort())
    for (const row of panel) {
      const all = prints.get(panelKey(row)) as Row[]
      const best = all.find((f) => f.fact_id === row.fact_id) as Row
      expect(row.prints).toBe(String(all.length))
      expect([row.value_yuan, row.raw, row.raw_unit, row.page, row.bbox]).toEqual(
        ['value', 'raw', 'unit', 'page', 'bbox'].map((c) => best[c]),
      )
      const inTables = all.filter((f) => f.source === 'table')
      const among = inTables.length > 0 ? inTables : all
      expect(among).toContain(best)
      expect(half(best)).toBe(Math.min(...among.map(half)))
    }
  })

  it('names the bytes of the file that each amount stands in', () => {
    const { inputs } = JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')) as {
      inputs: { source: string; sha256: string }[]
    }
    const hashes = new Map<string | undefined, string>()
    for (const { source, sha256 } of inputs) {
      const bytes = readFileSync(join(samples, source.replace(/^filings\//, '')))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
      hashes.set(source, sha256)
    }
    for (const row of csv(output, 'filings')) {
      expect(row.sha256).toBe(hashes.get(row.source))
      expect(row.sha256?.startsWith(row.filing_id as string)).toBe(true)
      const json = readFileSync(join(output, 'filings', `${row.filing_id}.json`), 'utf8')
      expect(JSON.parse(json).sha256).toBe(row.sha256)
    }
    for (const row of csv(output, 'panel')) expect(row.filing_sha256).toBe(hashes.get(row.source))
  })

  it('marks amounts of which two prints cannot both be true, and names these two', () => {
    const prints = printsOf()
    const low = (f: Row) => Number(f.value) - half(f)
    const high = (f: Row) => Number(f.value) + half(f)
    const conflicts = csv(output, 'panel').filter((row) => row.conflict === 'true')
    expect(conflicts.length).toBeGreaterThan(0)
    for (const row of csv(output, 'panel')) {
      const all = prints.get(panelKey(row)) as Row[]
      const apart = Math.max(...all.map(low)) > Math.min(...all.map(high)) + 1e-6
      expect(row.conflict, panelKey(row)).toBe(String(apart))
      const [largest, smallest] = row
        .conflict_facts!.split(' ')
        .map((id) => all.find((f) => f.fact_id === id))
      if (apart) expect(low(largest as Row)).toBeGreaterThan(high(smallest as Row))
      else expect(row.conflict_facts).toBe('')
    }
  })

  it('answers what departments spend without a word on which print to take', async () => {
    const sums = await ask(`SELECT year, sum(value_yuan) FROM panel
      WHERE kind = 'budget' AND basis = 'budget' AND organization_level = 'department' AND concept = 'expenditure'
        AND fund = 'all' AND coalesce(function_code, economy_code, nature) IS NULL GROUP BY ALL ORDER BY ALL`)
    expect(sums.length).toBeGreaterThan(0)
    const rows = csv(output, 'panel').filter(
      (r) =>
        [r.kind, r.basis, r.organization_level, r.concept, r.fund].join() ===
          'budget,budget,department,expenditure,all' && r.function_code! + r.economy_code! + r.nature! === '',
    )
    for (const [year, sum] of sums)
      expect(Number(sum)).toBeCloseTo(
        rows.filter((r) => r.year === String(year)).reduce((s, r) => s + Number(r.value_yuan), 0),
        2,
      )
  })
})

describe('checking again', () => {
  it('writes what the run wrote, byte by byte, and Parquet too', async () => {
    const folder = copyOf(output)
    await recheck(folder, { report: false, lists: false })
    expect(filesOf(folder)).toEqual(filesOf(output))
  })

  it('adds the region, the same each time, and takes it back', async () => {
    const folder = copyOf(output)
    const first = await recheck(folder, { control, roster, report: false, lists: false })
    const written = filesOf(folder)
    expect(await recheck(folder, { control, roster, report: false, lists: false })).toEqual(first)
    expect(filesOf(folder)).toEqual(written)
    const checks = csv(folder, 'checks')
    const region = checks.filter((c) => c.scope === 'region')
    expect(region.map((c) => c.check_id)).toContain('YS-REGION-CONTROL')
    expect(region.find((c) => c.subject?.startsWith('1999'))).toMatchObject({
      filing_id: '',
      outcome: 'undecided',
    })
    const found = (severity: string, id?: string) =>
      csv(folder, 'findings').filter((f) => f.severity === severity && f.filing_id === id).length
    // The counts of filings.csv, the JSON and the rows say the same.
    for (const filing of csv(folder, 'filings')) {
      const own = checks.filter((c) => c.filing_id === filing.filing_id)
      const json = (await readWhole(folder, filing.filing_id as string)) as Filing
      // Nothing that the schema does not know: it allows no other property.
      expect(Filing.parse(json)).toEqual(json)
      expect(json.outcomes.map((o: { outcome_id: string }) => o.outcome_id)).toEqual(
        own.map((o) => o.outcome_id),
      )
      expect(filing.checks_failed).toBe(String(own.filter((o) => o.outcome === 'fail').length))
      for (const severity of ['error', 'warning'])
        expect(filing[`${severity}s`]).toBe(String(found(severity, filing.filing_id)))
    }
    const missing = csv(folder, 'findings').find(
      (f) => f.check_id === 'YS-REGION-ROSTER' && f.filing_id === '',
    )
    expect(missing).toMatchObject({
      organization: '无名市局',
      page: '',
      fiscal_year: '2025',
      severity: 'warning',
    })
    await recheck(folder, { report: false, lists: false })
    expect(filesOf(folder)).toEqual(filesOf(output))
  })

  it('sums each department once, its units left out, by the figures of the CSV', async () => {
    const folder = copyOf(output)
    await recheck(folder, { control, report: false, lists: false })
    const row = csv(folder, 'checks').find((c) => c.check_id === 'YS-REGION-CONTROL' && c.actual !== '')
    const filings = new Map(csv(folder, 'filings').map((f) => [f.filing_id, f]))
    const facts = new Map(csv(folder, 'facts').map((f) => [f.fact_id, f]))
    const used = row!.facts!.split(' ').map((id) => facts.get(id)!)
    expect(used.length).toBeGreaterThan(2)
    for (const fact of used)
      expect(filings.get(fact.filing_id!)).toMatchObject({
        kind: 'budget',
        fiscal_year: '2025',
        organization_level: 'department',
      })
    const organizations = used.map((f) => filings.get(f.filing_id!)!.organization_id)
    expect(new Set(organizations).size).toBe(used.length)
    expect(Number(row!.actual)).toBe(used.reduce((s, f) => s + Number(f.value), 0))
  })

  it('tells one filing that stands twice, and two that differ', async () => {
    const folder = copyOf(output)
    const original = csv(folder, 'filings').find(
      (f) => f.organization_level === 'department' && Number(f.facts) > 100,
    )!
    const json = readFileSync(join(folder, 'filings', `${original.filing_id}.json`), 'utf8')
    const add = (id: string, text: string) => {
      writeFileSync(
        join(folder, 'filings', `${id}.json`),
        text
          .replaceAll(original.filing_id!, id)
          .replaceAll(`"source": "${original.source}"`, `"source": "zz/${id}.pdf"`),
      )
      const run = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
      const entry = run.inputs.find((i: { filing_id: string }) => i.filing_id === original.filing_id)
      run.inputs = [
        ...run.inputs.filter((i: { filing_id: string }) => i.filing_id !== id),
        { ...entry, filing_id: id },
      ]
      writeFileSync(join(folder, 'run.json'), JSON.stringify(run))
      // As if no hash was on record: what is changed by hand is refused.
      rmSync(join(folder, '.yusuan', 'filings.sha256'), { force: true })
    }
    const twice = () =>
      csv(folder, 'findings')
        .filter(
          (f) => f.check_id === 'YS-REGION-DUPLICATE' && f.message?.includes(basename(original.source!)),
        )
        .map((f) => f.message)
    const id = 'f'.repeat(16)
    add(id, json)
    await recheck(folder, { report: false, lists: false })
    expect(twice()).toEqual([expect.stringMatching(/全部相同，是同一份。$/)])
    const filing = JSON.parse(json)
    for (const fact of filing.facts)
      if (
        fact.concept === 'expenditure' &&
        fact.function_code + fact.economy_code === '' &&
        fact.measure === 'amount'
      )
        fact.value = String(Number(fact.value) + 1000000)
    add(id, JSON.stringify(filing, null, 1))
    await recheck(folder, { report: false, lists: false })
    expect(twice()).toEqual([expect.stringMatching(/中\d+项不同：“.*”[\d,.]+万?元和“.*”/)])
  })

  it('says what is no output, and what an output lacks', async () => {
    await expect(recheck(samples, { report: false, lists: false })).rejects.toMatchObject({
      code: 'no-output',
    })
    const folder = copyOf(output)
    rmSync(join(folder, 'filings', `${csv(folder, 'filings')[0]!.filing_id}.json`))
    await expect(recheck(folder, { report: false, lists: false })).rejects.toBeInstanceOf(OutputError)
  })
})

describe('a question', () => {
  it('gets numbers without superfluous zeros, and lists and NULL as text and nothing', async () => {
    expect(
      await ask(
        "SELECT 1.50::DECIMAL(38, 6), 10::DECIMAL(38, 6), 0::DECIMAL(9, 2), NULL, [1, 2], 3::BIGINT, '1.50'",
      ),
    ).toEqual([['1.5', '10', '0', null, '[1,2]', 3, '1.50']])
  })

  it.each([
    ['selec 1', 'sql'],
    ['SELECT nothing FROM facts', 'sql'],
    ["SELECT * FROM read_csv('/etc/passwd')", 'not-a-question'],
    ["SELECT * FROM '/etc/passwd.csv'", 'sql'],
    ["COPY facts TO '/tmp/yusuan-planted.csv'", 'not-a-question'],
    [
      "FROM enable_logging(storage = 'file', storage_config = {'path': '/tmp/yusuan-planted'})",
      'not-a-question',
    ],
    ["SELECT * FROM query('SELECT 1')", 'not-a-question'],
    ["SELECT (SELECT any_value(x) FROM glob('*') AS g(x))", 'not-a-question'],
    ['EXPLAIN ANALYZE SELECT 1', 'not-a-question'],
    ['PRAGMA database_list', 'not-a-question'],
    ['SELECT 1; SELECT 2', 'not-a-question'],
    ['', 'not-a-question'],
    ['SET threads = 4', 'not-a-question'],
    ['DROP VIEW facts', 'not-a-question'],
  ])('is refused: %s', async (sql, code) => {
    const error = await ask(sql).catch((e) => e)
    expect(error).toBeInstanceOf(QueryError)
    expect(error.code).toBe(code)
    expect(error.message).not.toContain('\n')
  })

  it.each([
    ['FROM range(3)', 3],
    ['WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 3) FROM t', 3],
    ['SELECT unnest([1, 2])', 2],
    [
      "SELECT column_name FROM duckdb_columns() WHERE table_name = 'sections' AND column_name = 'section_id'",
      1,
    ],
    ['(SELECT 1) UNION ALL VALUES (2), (3)', 3],
  ])('may be %s', async (sql, count) => expect(await ask(sql)).toHaveLength(count))

  it('ends when its time is over', async () => {
    const endless = 'WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT count(*) FROM t'
    await expect(rows(queryDataset(output, TABLES_OF_OUTPUT, endless, 0.5))).rejects.toMatchObject({
      code: 'timeout',
    })
  })

  it('cannot overwrite the dataset it may read', async () => {
    const path = join(output, 'facts.parquet')
    const before = readFileSync(path).toString('base64')
    const copy = `COPY (SELECT 1) TO '${path.replaceAll("'", "''")}'`
    for (const sql of [copy, `EXPLAIN ANALYZE ${copy}`, `/* a question */ explain (analyze) ${copy}`])
      await expect(ask(sql)).rejects.toMatchObject({ code: 'not-a-question' })
    expect(readFileSync(path).toString('base64')).toBe(before)
  })
})
