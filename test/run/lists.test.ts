import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { processAll, recheck } from '../../src/run/index.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const samples = fileURLToPath(new URL('../../samples/filings/青屏', import.meta.url))

type Row = Record<string, string | number>
const rowsOf = (path: string, sheet: string): Row[] =>
  utils.sheet_to_json<Row>(read(readFileSync(path)).Sheets[sheet]!, { range: 1, defval: '' })
const bytesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

describe('lists of a run', () => {
  const output = mkdtempSync(join(tmpdir(), '清单 '))
  const folder = join(output, '清单')
  const again = (options = {}) => recheck(output, { report: false, worker, ...options })
  beforeAll(async () => {
    await processAll([samples], { output, worker, report: false, concurrency: 1 })
  }, 120_000)

  it('say of each department what findings.csv says, one row for one cause', () => {
    const findings = parse(readFileSync(join(output, 'findings.csv')), {
      bom: true,
      columns: true,
    }) as Record<string, string>[]
    const facts = parse(readFileSync(join(output, 'facts.csv')), { bom: true, columns: true }) as Record<
      string,
      string
    >[]
    const printOf = ({ facts: ids = '', actual, unit }: Record<string, string>) => {
      if (unit !== '元') return expect.anything()
      const named = ids.split(' ').map((id) => facts.find((f) => f.fact_id === id))
      const print = named.find((f) => f?.value === actual)
      return print ? `${print.raw} ${print.unit}` : ''
    }
    const causes = new Set<string>()
    const leads = findings.filter((f) => {
      const cause = f.root_cause_id || f.finding_id || ''
      return !causes.has(cause) && causes.add(cause)
    })
    const asked = leads.filter((f) => f.severity !== 'info')
    expect(asked.length).toBeGreaterThan(3)
    const listed = readdirSync(folder)
      .filter((name) => name.endsWith('.xlsx') && name !== '汇总.xlsx')
      .flatMap((name) => rowsOf(join(folder, name), '问题').map((row) => ({ name, ...row }) as Row))
    expect(listed).toHaveLength(asked.length)
    for (const finding of asked) {
      const row = listed.find((r) => r.问题 === finding.message)
      expect(row).toMatchObject({
        name: `${finding.organization}.xlsx`,
        文件: finding.source?.split('/').at(-1),
        印刷数: printOf(finding),
        '印刷数折合（元）': finding.unit === '元' && finding.actual ? Number(finding.actual) : '',
        '应为（金额折成元）':
          finding.unit === '元' && finding.expected ? Number(finding.expected) : expect.anything(),
        '差额（元）': finding.unit === '元' && finding.difference ? Number(finding.difference) : '',
        部门回复: '',
      })
      expect(String(row?.页码)).toMatch(new RegExp(`^${finding.page}(（印 .*）)?$`))
      expect(row?.依据).toContain(`（${finding.check_id}）`)
    }
    expect(listed.map((r) => r.印刷数)).toContain('1,055.55 万元')
    expect(rowsOf(join(folder, '汇总.xlsx'), '问题')).toHaveLength(leads.length)
    const [worst] = rowsOf(join(folder, '汇总.xlsx'), '排名')
    expect(worst).toMatchObject({ 部门: '青屏市水文化局', 错误: 3, '最大差额（元）': 90000 })
  })

  it('say the same in documents', () => {
    const name = '青屏市水文化局'
    const xml = strFromU8(unzipSync(readFileSync(join(folder, `${name}.docx`)))['word/document.xml']!)
    const [table = ''] = xml.split('</w:tbl>')
    const rows = table
      .split('<w:tr>')
      .slice(1)
      .map((row) =>
        row
          .split('<w:tc>')
          .slice(1)
          .map((cell) => [...cell.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text).join('\n')),
      )
    const listed = rowsOf(join(folder, `${name}.xlsx`), '问题')
    expect(rows[0]).toEqual(Object.keys(listed[0]!))
    const number = (text = '') => (/^-?[\d,]+\.\d+$/.test(text) ? Number(text.replaceAll(',', '')) : text)
    for (const [i, row] of listed.entries())
      expect(rows[i + 1]?.map(number)).toEqual(
        Object.values(row).map((v) => (typeof v === 'number' && Math.abs(v) < 1000 ? String(v) : v)),
      )
    expect(xml).toContain('<w:tblHeader/>')
  })

  it('have the same bytes when they are made again, by more workers too', async () => {
    const first = bytesIn(folder)
    await again()
    expect(bytesIn(folder)).toEqual(first)
    const other = mkdtempSync(join(tmpdir(), '清单 '))
    await processAll([samples], { output: other, worker, report: false, concurrency: 2 })
    expect(bytesIn(join(other, '清单'))).toEqual(first)
  }, 120_000)

  it('leave alone what a person put there, and move aside what a person wrote into', async () => {
    const name = '青屏市水文化局.xlsx'
    const clean = readFileSync(join(folder, name))
    writeFileSync(join(folder, '笔记.txt'), '我的')
    for (const reply of ['已核实', '已改正']) {
      writeFileSync(join(folder, name), reply)
      await again()
    }
    expect(readFileSync(join(folder, name)).equals(clean)).toBe(true)
    expect(readFileSync(join(folder, '青屏市水文化局 已填.xlsx'), 'utf8')).toBe('已核实')
    expect(readFileSync(join(folder, '青屏市水文化局 已填2.xlsx'), 'utf8')).toBe('已改正')
    // In another language they have other names; those of before go, what a person has stays.
    writeFileSync(join(folder, '汇总.xlsx'), '看过')
    await again({ language: 'en' })
    expect(readdirSync(folder).sort()).toEqual(
      ['汇总 filled in.xlsx', '笔记.txt', '青屏市水文化局 已填.xlsx', '青屏市水文化局 已填2.xlsx'].sort(),
    )
    expect(rowsOf(join(output, 'lists', 'summary.xlsx'), 'Ranking')[0]).toMatchObject({ Errors: 3 })
    await again({ lists: false })
    expect(existsSync(join(output, 'lists'))).toBe(false)
    expect(readFileSync(join(folder, '笔记.txt'), 'utf8')).toBe('我的')
  }, 120_000)
})
