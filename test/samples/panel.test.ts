import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, it } from 'vitest'
import { addIntervals, decimal, type Interval, intervalOf, YUAN_PER } from '../../src/model/money.js'
import { chosenOcr } from '../../src/read/index.js'
import { processAll } from '../../src/run/index.js'

// The panel against what the samples print, as their generator knows it: every cell, and nothing else.

const root = new URL('../../samples/', import.meta.url).pathname
const output = mkdtempSync(join(tmpdir(), '面板 '))
type Row = Record<string, string>
const csv = (path: string) => parse(readFileSync(path), { bom: true, columns: true }) as Row[]

/** What Tesseract reads instead where onnxruntime is not installed is measured, not promised. */
const recognizes = (await chosenOcr('auto')) === 'ppocr'

const MEANING = ['basis', 'year', 'concept', 'fund', 'function_code', 'economy_code', 'nature']
const keyOf = (filing: Row, fact: Row) =>
  [filing.organization_id, filing.organization_level, filing.kind, ...MEANING.map((k) => fact[k])].join('|')

/** All prints of each amount of an organization as a whole. */
function printsOf(): Map<string, Row[]> {
  const prints = new Map<string, Row[]>()
  for (const filing of csv(join(output, 'filings.csv'))) {
    const [place, file] = filing.source!.split('/').slice(-2) as [string, string]
    if (place === '望川' && !recognizes) continue
    const name = basename(file).replace(/\.\w+$/, '')
    for (const fact of csv(join(root, 'truth', `${place}__${name}.facts.csv`))) {
      // A row that is labelled with the name of a unit is that unit's; targets of the whole and of projects have one key.
      if (
        fact.measure !== 'amount' ||
        fact.concept === 'performance.amount' ||
        fact.label!.startsWith(`${place}市`)
      )
        continue
      const key = keyOf(filing, fact)
      prints.set(key, [...(prints.get(key) ?? []), fact])
    }
  }
  return prints
}

/** Half a unit in the last printed place either way, in 元; nothing where words say the amount. */
function interval({ value, raw, unit }: Row): Interval {
  if (!/\d/.test(raw!)) return { low: decimal(value!), high: decimal(value!) }
  const decimals = raw!.split('.')[1]?.length ?? 0
  return intervalOf(decimal(value!), decimals, decimal(YUAN_PER[unit!] ?? '1'))
}
const width = (print: Row) => {
  const { low, high } = interval(print)
  return Number(high.minus(low))
}

let panel: Map<string, Row[]>
let prints: Map<string, Row[]>
beforeAll(async () => {
  const worker = new URL('../../dist/run/worker.js', import.meta.url)
  await processAll([join(root, 'filings')], {
    output,
    worker,
    report: false,
    ...(recognizes ? {} : { ocr: 'off' }),
  })
  prints = printsOf()
  panel = new Map()
  for (const row of csv(join(output, 'panel.csv')))
    panel.set(keyOf(row, row), [...(panel.get(keyOf(row, row)) ?? []), row])
}, 300_000)

describe('the panel of the samples', () => {
  it('has a row for each amount that they print, and no other', () => {
    expect(prints.size).toBeGreaterThan(1000)
    expect([...panel.keys()].sort()).toEqual([...prints.keys()].sort())
  })

  it('has the best print of each: of those in tables the most exact one', () => {
    for (const [key, all] of prints) {
      const inTables = all.filter((p) => p.source === 'table')
      const among = inTables.length > 0 ? inTables : all
      const best = among.filter((p) => width(p) === Math.min(...among.map(width)))
      // Rows that print both economic codes are amounts of their own: the truth knows one of the two codes.
      for (const row of panel.get(key)!) {
        const values = best.map((p) => `${p.value} ${p.source}`)
        expect(values, key).toContain(`${row.value_yuan} ${row.printed_in}`)
      }
    }
  })

  it('marks as conflicts exactly the amounts of which two prints cannot both be true', () => {
    const apart = (all: Row[]) => all.some((a) => all.some((b) => interval(a).low.gt(interval(b).high)))
    const conflicts = [...prints].filter(([key, all]) => panel.get(key)!.length === 1 && apart(all))
    expect(conflicts.length).toBeGreaterThan(0)
    const marked = [...panel].filter(([, rows]) => rows.some((row) => row.conflict === 'true'))
    expect(marked.map(([key]) => key).sort()).toEqual(conflicts.map(([key]) => key).sort())
  })

  it('adds up: what departments spend is what their items make', () => {
    const rows = [...panel.values()].flat()
    const spent = rows.filter(
      (r) =>
        [r.concept, r.fund, r.nature, r.economy_code].join() === 'expenditure,all,,' &&
        r.conflict === 'false',
    )
    const totals = spent.filter((r) => r.function_code === '')
    let compared = 0
    for (const total of totals) {
      const same = (r: Row) => ['organization_id', 'kind', 'basis', 'year'].every((k) => r[k] === total[k])
      const classes = spent.filter((r) => r.function_code!.length === 3 && same(r))
      if (classes.length < 3) continue
      const parts = addIntervals(
        classes.map((r) => interval({ ...r, value: r.value_yuan!, unit: r.raw_unit! })),
      )
      expect(parts.low.lte(total.value_yuan!) && parts.high.gte(total.value_yuan!), keyOf(total, total)).toBe(
        true,
      )
      compared++
    }
    expect(compared).toBeGreaterThan(2)
  })
})
