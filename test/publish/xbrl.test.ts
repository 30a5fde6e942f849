import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser, type Element } from '@xmldom/xmldom'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { addIntervals, decimal, type Interval, overlaps } from '../../src/model/money.js'
import { exportXbrl } from '../../src/publish/index.js'
import { printedValue } from '../../src/publish/xbrl/elements.js'
import { filingsOf, processAll } from '../../src/run/index.js'
import { factOf } from '../check/filing-of.js'
import { call } from '../cli/call.js'

// What a validator would find, as far as it can be found without one: names that lead nowhere, sums that bind where none
// was asserted, verdicts that differ from those of our checks. Arelle itself is run by hand: docs/xbrl.md.

const samples = new URL('../../samples/filings', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), '报告 '))
const output = join(folder, '结果')
const to = join(folder, 'xbrl')

type Row = Record<string, string>
const SUMMATION = 'https://xbrl.org/2023/arcrole/summation-item'
const xml = (name: string) =>
  new DOMParser({
    onError: (_, message) => {
      throw new Error(message)
    },
  }).parseFromString(readFileSync(join(to, 'taxonomy', name), 'utf8'), 'text/xml')
const all = (name: string, tag: string): Element[] => [...xml(name).getElementsByTagName(tag)]
const rowsOf = (report: string, table: string) =>
  parse(readFileSync(join(to, report, `${table}.csv`)), { columns: true }) as Row[]

interface Report {
  documentInfo: { documentType: string; namespaces: Row; taxonomy: string[] }
  dimensions: Row
  tableTemplates: Record<
    string,
    { rowIdColumn: string; columns: Record<string, { dimensions?: Row; decimals?: string }> }
  >
  tables: Record<string, { template: string; url: string }>
}
const reports = () => readdirSync(to).filter((name) => name !== 'taxonomy')
const reportOf = (name: string) => JSON.parse(readFileSync(join(to, name, 'report.json'), 'utf8')) as Report
const everyRow = () =>
  reports().flatMap((report) =>
    Object.keys(reportOf(report).tables).flatMap((table) =>
      rowsOf(report, table).map((row) => ({ report, table, row })),
    ),
  )
const filingOf = (id: string) =>
  JSON.parse(readFileSync(join(output, 'filings', `${id}.json`), 'utf8')) as Filing

let summary: Awaited<ReturnType<typeof exportXbrl>>
beforeAll(async () => {
  const worker = new URL('../../dist/run/worker.js', import.meta.url)
  await processAll([join(samples, '青屏'), join(samples, '云汀'), join(samples, '泽岭')], {
    output,
    worker,
    report: false,
  })
  summary = await exportXbrl(() => filingsOf(output), to)
}, 120_000)

describe('an xBRL-CSV report', () => {
  it('is there for each filing, and describes the columns that its tables have', () => {
    expect(reports()).toHaveLength(summary.reports)
    expect(summary.reports).toBe(10)
    for (const name of reports()) {
      const { documentInfo, dimensions, tableTemplates, tables } = reportOf(name)
      expect(documentInfo.documentType).toBe('https://xbrl.org/2021/xbrl-csv')
      expect(documentInfo.taxonomy).toEqual(['../taxonomy/yusuan.xsd'])
      expect(dimensions.entity).toMatch(/^(organization|file):/)
      for (const { template, url } of Object.values(tables)) {
        const { rowIdColumn, columns } = tableTemplates[template]!
        const [header] = parse(readFileSync(join(to, name, url))) as string[][]
        expect(header).toEqual(expect.arrayContaining(Object.keys(columns)))
        expect(Object.keys(columns)).toHaveLength(header!.length)
        // A column whose cells nothing refers to would be an error.
        const used = new Set([rowIdColumn, 'value'])
        const { dimensions: of = {}, decimals } = columns.value!
        for (const value of [...Object.values(of), decimals!])
          if (value.startsWith('$')) used.add(value.slice(1))
        expect([...used].sort()).toEqual([...header!].sort())
        for (const key of Object.keys(of))
          if (key.includes(':')) expect(documentInfo.namespaces).toHaveProperty('ys')
      }
    }
  })

  it('has every figure once as itself, exact to its printed digits', () => {
    const rows = everyRow()
    for (const report of reports()) {
      const { facts } = filingOf(report)
      const own = rows.filter((r) => r.report === report && r.row.id === `f${r.row.print}`)
      expect(own).toHaveLength(facts.length)
      for (const fact of facts) {
        const { row, table } = own.find((r) => r.row.print === fact.fact_id)!
        expect(table).toBe(['amount', 'change'].includes(fact.measure) ? 'amounts' : 'others')
        const value = fact.measure.endsWith('-pct') ? decimal(fact.value).div(100) : decimal(fact.value)
        expect(value.eq(row.value!), fact.fact_id).toBe(true)
      }
    }
    expect(new Set(rows.map(({ report, row }) => `${report} ${row.id}`)).size).toBe(rows.length)
  })

  it.each([
    [{ value: '120700', raw: '12.07', unit: '万元', decimals: 2 }, '120700', '-2'],
    [{ value: '12.5', raw: '12.50', unit: '元', decimals: 2 }, '12.5', '2'],
    [{ value: '300000000', raw: '3', unit: '亿元', decimals: 0 }, '300000000', '-8'],
    [{ value: '0', raw: '无', unit: '', decimals: 0 }, '0', ''],
    [{ value: '12.08', raw: '12.08', unit: '%', decimals: 2, measure: 'change-pct' as const }, '0.1208', '4'],
    [{ value: '7', raw: '7', unit: '人', decimals: 0, measure: 'count' as const }, '7', ''],
  ])('says how exact a print is: %o', (print, value, decimals) => {
    expect(printedValue(factOf(print, 0))).toEqual({ value, decimals })
  })
})

describe('its taxonomy', () => {
  it('declares the item and every member of every fact, amounts as money', () => {
    const declared = new Map(all('yusuan.xsd', 'xs:element').map((e) => [e.getAttribute('name'), e]))
    for (const { table, row } of everyRow()) {
      const item = declared.get(row.element!.replace(/^ys:/, ''))
      expect(item?.getAttribute('substitutionGroup'), row.element).toBe('xbrli:item')
      expect(item?.getAttribute('type')).toBe(`xbrli:${table === 'amounts' ? 'monetary' : 'pure'}ItemType`)
      for (const member of [row.fund, row.basis])
        expect(declared.has(member!.replace(/^ys:/, '')), member).toBe(true)
      expect([row.entity, row.print, row.value].every((cell) => cell !== '')).toBe(true)
      expect(row.entity).not.toMatch(/^#(?!#)/)
      expect(row.year).toMatch(/^\d{4}$/)
    }
    for (const axis of ['FundAxis', 'BasisAxis', 'EntityAxis', 'PrintAxis'])
      expect(declared.get(axis)?.getAttribute('substitutionGroup')).toBe('xbrldt:dimensionItem')
    const names = all('yusuan.xsd', 'xs:element').map((e) => e.getAttribute('name'))
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[A-Za-z_][\w.-]*$/)
  })

  it('has links that lead to what it declares, and roles and labels for them', () => {
    const ids = new Set(
      [...all('yusuan.xsd', 'xs:element'), ...all('yusuan.xsd', 'link:roleType')].map((e) =>
        e.getAttribute('id'),
      ),
    )
    const roles = all('yusuan.xsd', 'link:roleType').map((e) => e.getAttribute('roleURI'))
    for (const [file, arc] of [
      ['labels.xml', 'link:labelArc'],
      ['dimensions.xml', 'link:definitionArc'],
      ['calculation.xml', 'link:calculationArc'],
    ] as const) {
      const labels = new Set(all(file, 'link:loc').map((e) => e.getAttribute('xlink:label')))
      for (const resource of all(file, 'link:label')) labels.add(resource.getAttribute('xlink:label'))
      for (const at of [...all(file, 'link:loc'), ...all(file, 'link:roleRef')])
        expect(ids.has(at.getAttribute('xlink:href')!.replace(/^yusuan\.xsd#/, '')), at.toString()).toBe(true)
      const arcroles = all(file, 'link:arcroleRef').map((e) => e.getAttribute('arcroleURI'))
      for (const a of all(file, arc)) {
        for (const end of ['xlink:from', 'xlink:to'])
          expect(labels.has(a.getAttribute(end)), a.toString()).toBe(true)
        const arcrole = a.getAttribute('xlink:arcrole')!
        if (!arcrole.startsWith('http://www.xbrl.org/2003/')) expect(arcroles).toContain(arcrole)
      }
      for (const ref of all(file, 'link:roleRef')) expect(roles).toContain(ref.getAttribute('roleURI'))
    }
    expect(
      all('calculation.xml', 'link:calculationArc').every(
        (a) => a.getAttribute('xlink:arcrole') === SUMMATION,
      ),
    ).toBe(true)
  })
})

/** The interval that a fact's `decimals` leaves, both ends included; without them it is exact. */
function intervalOf({ value, decimals }: Row): Interval {
  const half = decimals === '' ? decimal(0) : decimal(10).pow(-Number(decimals)).div(2)
  return { low: decimal(value!).minus(half), high: decimal(value!).plus(half) }
}

/** Calculations 1.1: a total binds with the parts that share all its dimensions; their intervals have to meet. */
function judge(rows: readonly Row[]): { print: string; total: string; holds: boolean }[] {
  const arcs = new Map<string, string[]>()
  for (const arc of all('calculation.xml', 'link:calculationArc')) {
    const from = `ys:${arc.getAttribute('xlink:from')}`
    arcs.set(from, [...(arcs.get(from) ?? []), `ys:${arc.getAttribute('xlink:to')}`])
  }
  const contexts = new Map<string, Map<string, Row>>()
  for (const row of rows) {
    const context = [row.year, row.fund, row.basis, row.entity, row.print].join('|')
    const facts = contexts.get(context) ?? new Map<string, Row>()
    // Duplicates would have to be weighed against each other: there are none.
    expect(facts.has(row.element!), `${row.element} ${context}`).toBe(false)
    contexts.set(context, facts.set(row.element!, row))
  }
  return [...contexts.values()].flatMap((facts) =>
    [...facts].flatMap(([element, total]) => {
      const parts = (arcs.get(element) ?? []).flatMap((part): Row[] => {
        const fact = facts.get(part)
        return fact ? [fact] : []
      })
      if (parts.length === 0) return []
      const holds = overlaps(intervalOf(total), addIntervals(parts.map(intervalOf)))
      return [{ print: total.print!, total: element, holds }]
    }),
  )
}

describe('its calculations', () => {
  it('hold where our checks hold, fail where they fail, and bind nothing else', () => {
    let failing = 0
    let bound = 0
    for (const report of reports()) {
      const verdicts = judge(
        everyRow()
          .filter((r) => r.report === report)
          .map((r) => r.row),
      )
      const outcomes = new Map(filingOf(report).outcomes.map((o) => [o.outcome_id, o.outcome]))
      expect(new Set(verdicts.map((v) => v.print)).size).toBe(verdicts.length)
      for (const { print, holds } of verdicts)
        expect([print, holds ? 'pass' : 'fail']).toEqual([print, outcomes.get(print)])
      failing += verdicts.filter((v) => !v.holds).length
      bound += verdicts.length
    }
    expect(bound).toBe(summary.sums.linked)
    expect(bound).toBeGreaterThan(300)
    // The faults that are planted in the samples.
    expect(failing).toBeGreaterThan(0)
  })
})

describe('yusuan export', () => {
  it('writes the same bytes again, beside the output', () => {
    const { status, stdout } = call('export', 'xbrl', '-o', output)
    expect(status).toBe(0)
    expect(stdout).toContain(`${output}-xbrl`)
    const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    for (const { parentPath, name } of files)
      expect(readFileSync(join(parentPath, name).replace(to, `${output}-xbrl`), 'utf8')).toBe(
        readFileSync(join(parentPath, name), 'utf8'),
      )
  })

  it('touches nothing of others, and says what it cannot do', () => {
    const full = join(folder, '别的')
    mkdirSync(full)
    writeFileSync(join(full, 'a.txt'), '')
    for (const [args, says] of [
      [['pdf', '-o', output], 'xbrl'],
      [['xbrl', '-o', folder], 'run.json'],
      [['xbrl', '-o', output, '--to', full], '别的文件'],
      [['xbrl', '-o', output, '--to', join(output, 'x')], '结果文件夹里面'],
      [['xbrl', '-o', output, '--to', join(full, 'a.txt', 'x')], '不能写'],
    ] as const) {
      const { status, stdout, stderr } = call('export', ...args)
      expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([2, '', 1])
      expect(stderr).toContain(says)
    }
  })
})
