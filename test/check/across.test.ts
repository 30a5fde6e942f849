import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AcrossCheck, FamilySketch, PaperFamily } from '../../src/check/across/across.js'
import { checkFamily } from '../../src/check/across/index.js'
import { ACROSS_CHECKS } from '../../src/check/across/registry.js'
import { checksPage } from '../../src/check/docs.js'
import { CHECKS } from '../../src/check/registry.js'
import { worded } from '../../src/locales/findings.js'
import type { Fact, Finding } from '../../src/model/filing.js'
import { sayWell } from '../locales/say-well.js'
import { factOf, filingOf, tableOf } from './filing-of.js'

/** A family of few papers: departments and units are one organization each, whatever the year. */
function familyOf(sketch: FamilySketch): PaperFamily {
  const papers = sketch.papers.map((paper, i) => {
    const { year = 2026, kind = 'budget', level = 'department' } = paper
    const filing_id = String(i).padStart(16, '0')
    const facts = paper.facts.map((f, n) =>
      factOf({ fact_id: `${filing_id}-f${n}`, year: String(year), ...f }, n),
    )
    const tables = (paper.tables ?? []).map(tableOf)
    const filing = { ...filingOf([]), filing_id, kind, fiscal_year: String(year), facts, tables }
    const organizationId = level === 'department' ? 'o-d' : `o-u${i}`
    return { kind, year, level, organizationId, renamed: false, filings: [filing], facts }
  })
  const units = Object.entries(sketch.units ?? {}).map(([entity, at]) => ({
    filingId: papers[0]?.filings[0]?.filing_id ?? '',
    entity,
    from: 'row' as const,
    organizationId: papers[at]?.organizationId ?? '',
  }))
  return { papers, units }
}

const outcomes = (check: AcrossCheck, sketch: FamilySketch) =>
  check
    .casesOf(familyOf(sketch))
    .flatMap((one) => check.judge(one))
    .map((j) => j.outcome)
const all = (sketch: FamilySketch) => checkFamily(familyOf(sketch))
const money = (raw: string, over: Partial<Fact> = {}): Partial<Fact> => ({
  raw,
  value: `${Math.round(Number(raw) * 10000)}`,
  ...over,
})

describe.each(ACROSS_CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('has all its parts and a file of its own', () => {
    expect(id).toMatch(/^YS-(SERIES|GROUP)-[A-Z-]+$/)
    expect(id.split('-')[1]?.toLowerCase()).toBe(check.scope)
    for (const part of [check.asserts.zh, check.asserts.en, check.basis, check.example])
      expect(part.length).toBeGreaterThan(4)
    const folder = new URL('../../src/check/across/checks/', import.meta.url)
    const own = readdirSync(folder).filter((f) =>
      readFileSync(new URL(f, folder), 'utf8').includes(`'${id}'`),
    )
    expect(own).toHaveLength(1)
    expect(CHECKS.map((c) => c.id)).not.toContain(id)
    expect(checksPage()).toContain(`## ${id}`)
  })

  it('passes its passing fixture', () => {
    const found = outcomes(check, check.passing)
    expect(found).toContain('pass')
    expect(found).not.toContain('fail')
  })

  it('fails its failing fixture, and says so', () => {
    expect(outcomes(check, check.failing)).toContain('fail')
    const finding = all(check.failing).findings.find((f) => f.check_id === id)
    expect(finding && worded(finding, 'zh-CN').message).toMatch(/\d{4}年(?:部门|单位)[预决]算.*。$/)
    sayWell(id, finding ? [finding] : [])
  })
})

describe('what papers seem to contradict each other in', () => {
  const column = (year: string, values: readonly string[], table_id: string) =>
    values.map((raw, i) =>
      money(raw, { table_id, row: i, column: 1, function_code: `20${i + 1}`, year, fund: 'all' }),
    )
  const papers = (second: string): FamilySketch => ({
    papers: [
      { year: 2025, facts: column('2025', ['11.30', '12.40'], 'a') },
      {
        facts: [...column('2025', ['21.50', second], 'b'), ...column('2026', ['21.50', '22.60'], 'c')],
      },
    ],
  })
  const said = (sketch: FamilySketch) => {
    const { findings, doubts } = all(sketch)
    return [findings.map((f) => f.check_id), doubts.map((d) => `${d.misreading} ${d.check_id}`)]
  }

  it('is a doubt where a whole column agrees everywhere if it is of another year', () => {
    expect(said(papers('22.60'))).toEqual([[], ['year-slip YS-SERIES-PRIOR', 'year-slip YS-SERIES-PRIOR']])
    expect(said(papers('23.60'))).toEqual([['YS-SERIES-PRIOR', 'YS-SERIES-PRIOR'], []])
    expect(worded(all(papers('22.60')).doubts[0] as Finding, 'zh-CN').message).toContain('2026年部门预算')
  })

  it('is a doubt where a figure is in doubt in its own paper', () => {
    const family = familyOf({
      papers: [{ year: 2025, facts: [money('25.00')] }, { facts: [money('35.00', { year: '2025' })] }],
    })
    const [, paper] = family.papers
    const doubted = paper?.facts[0]?.fact_id as string
    const [file] = paper?.filings ?? []
    if (file)
      file.doubts = [{ doubted: [doubted], agrees_with: [], facts: [], misreading: 'fund-slip' } as never]
    const { findings, doubts, outcomes } = checkFamily(family)
    expect(findings).toEqual([])
    expect(doubts.map((d) => d.misreading)).toEqual(['fund-slip'])
    expect(outcomes.find((o) => o.check_id === 'YS-SERIES-PRIOR')).toMatchObject({
      outcome: 'undecided',
      reason: 'may-be-misread: fund-slip',
    })
  })
})

describe('series', () => {
  const before = { year: 2025, facts: [money('25.00')] }
  const now = [money('30.00', { source: 'prose' }), money('6.00', { source: 'prose', measure: 'change' })]
  const change = (sketch: FamilySketch) =>
    all(sketch)
      .outcomes.filter((o) => o.check_id === 'YS-SERIES-CHANGE')
      .map((o) => [o.outcome, o.reason])

  it('leave open what is compared with the execution of the year before', () => {
    const executed = money('24.00', { year: '2025', basis: 'execution' })
    expect(change({ papers: [before, { facts: now }] })).toEqual([['fail', '']])
    expect(change({ papers: [before, { facts: [...now, executed] }] })).toEqual([
      ['undecided', 'against-execution'],
    ])
  })

  it('hold a change of a part or its equal whole that fits neither', () => {
    const open = now.map((f) => (f.measure === 'change' ? { ...f, note: ['part-or-whole'] } : f))
    const whole = money('30.00', { source: 'prose', fund: 'all' })
    const earlier = (raw: string) => ({ year: 2025, facts: [money('25.00'), money(raw, { fund: 'all' })] })
    const fits = (raw: string, facts: Partial<Fact>[]) => change({ papers: [earlier(raw), { facts }] })
    expect(fits('25.00', [...open, whole])).toEqual([['fail', '']])
    expect(fits('24.00', [...open, whole])).toEqual([])
    expect(fits('25.00', open)).toEqual([])
  })

  it('tell several figures that are as far apart once, by a round difference only a whole and its parts', () => {
    const papers = (whole: Partial<Fact>, raw: string, part: Partial<Fact>) => [
      { year: 2025, facts: [money(`25${raw}`, whole), money(`15${raw}`, part)] },
      {
        facts: [
          ...now.map((f) => ({ ...f, ...whole })),
          ...now.map((f) => ({ ...f, ...part, value: f.measure === 'change' ? '60000' : '200000' })),
        ],
      },
    ]
    const told = (sketch: FamilySketch) =>
      all(sketch).findings.map((f) => [f.severity, f.follows_from === '' ? '' : 'follows'])
    const once = [
      ['warning', ''],
      ['info', 'follows'],
    ]
    const apart = [
      ['warning', ''],
      ['warning', ''],
    ]
    const item = (function_code: string) => ({ function_code })
    expect(told({ papers: papers({}, '.23', item('208')) })).toEqual(once)
    expect(told({ papers: papers({}, '.00', item('208')) })).toEqual(once)
    expect(told({ papers: papers(item('210'), '.23', item('208')) })).toEqual(once)
    expect(told({ papers: papers(item('210'), '.00', item('208')) })).toEqual(apart)
    expect(told({ papers: papers({}, '.00', { concept: 'three-public.reception' }) })).toEqual(apart)
  })

  it('hold against the tables of the year before, and not against tables that contradict each other', () => {
    const two = (raw: string, over: Partial<Fact>) => ({
      year: 2025,
      facts: [money(raw, over), money('25.00', { table_id: 'u' })],
    })
    expect(change({ papers: [two('24.00', {}), { facts: now }] })).toEqual([['pass', '']])
    expect(change({ papers: [two('23.00', {}), { facts: now }] })).toEqual([
      ['undecided', 'printed-several-times'],
    ])
    // The text of the year before agrees, and is itself no rounding of its tables.
    expect(change({ papers: [two('24.00', { source: 'prose' }), { facts: now }] })).toEqual([['fail', '']])
    const onlyText = { year: 2025, facts: [money('24.00', { source: 'prose' })] }
    expect(change({ papers: [onlyText, { facts: now }] })).toEqual([['pass', '']])
  })

  it('hold a change against four printed places of the tables, where the text has one of its own', () => {
    const wan = (raw: string, over: Partial<Fact> = {}) =>
      money(raw, { decimals: 4, value: `${Math.round(Number(raw) * 100000000) / 10000}`, ...over })
    const said = [wan('13.9954', { source: 'prose' }), wan('1.6708', { source: 'prose', measure: 'change' })]
    const printed = (table: string) => ({
      year: 2025,
      facts: [wan('12.3246', { source: 'prose' }), wan(table, { table_id: 'u' })],
    })
    const findings = all({ papers: [printed('12.3248'), { facts: said }] }).findings
    expect(findings.map((f) => [f.check_id, f.severity])).toEqual([['YS-SERIES-CHANGE', 'warning']])
    expect(all({ papers: [printed('12.3246'), { facts: said }] }).findings).toEqual([])
  })

  it('take 相等 for a change of nothing', () => {
    const flat = {
      measure: 'change' as const,
      value: '0',
      raw: '相等',
      decimals: 0,
      source: 'prose' as const,
    }
    const equal = (before: string) => ({
      papers: [
        { year: 2025, facts: [money(before)] },
        { facts: [money('10.00', { source: 'prose' }), flat] },
      ],
    })
    expect(change(equal('11.00'))).toEqual([['fail', '']])
    expect(change(equal('10.00'))).toEqual([['pass', '']])
  })

  it('leave open what a reform of the organization may explain', () => {
    const family = familyOf({ papers: [before, { facts: now }] })
    ;(family.papers[0] as { renamed: boolean }).renamed = true
    expect(checkFamily(family).outcomes.map((o) => o.reason)).toContain('organization-reformed')
  })

  it('do not compare years that do not follow each other, nor one of two papers of a year', () => {
    expect(change({ papers: [{ ...before, year: 2024 }, { facts: now }] })).toEqual([])
    expect(change({ papers: [before, before, { facts: now }] })).toEqual([])
  })

  it('take rounding of printed digits for no difference', () => {
    const yuan = { year: 2025, facts: [{ value: '240049', raw: '240049', unit: '元', decimals: 0 }] }
    expect(change({ papers: [yuan, { facts: now }] })).toEqual([['pass', '']])
  })
})

describe('groups', () => {
  const unit = (...facts: Partial<Fact>[]) => ({ level: 'unit' as const, facts })

  it('hold the year before of a department against that of its units', () => {
    const housing = (raw: string, year: string) => money(raw, { year, function_code: '2210201' })
    const outcomesOf = (department: Partial<Fact>[], ...facts: Partial<Fact>[]) =>
      all({ papers: [{ facts: department }, unit(...facts)] })
        .outcomes.filter((o) => o.check_id === 'YS-GROUP-PRIOR')
        .map((o) => [o.outcome, o.reason].filter(Boolean).join(' '))
    const whole = money('90.00', { year: '2025' })
    const part = money('70.00', { year: '2025' })
    expect(outcomesOf([whole, housing('19.80', '2025')], part, housing('20.50', '2025'))).toEqual([
      'pass at-least',
      'fail',
    ])
    // All figures of the unit are greater: it was no part of the department then.
    expect(outcomesOf([part, housing('19.80', '2025')], whole, housing('20.50', '2025'))).toEqual([
      'undecided unit-may-have-joined',
      'undecided unit-may-have-joined',
    ])
    const same = (now: string) =>
      all({
        papers: [
          { facts: [housing('20.50', '2025'), housing(now, '2026')] },
          unit(housing('20.50', '2025'), housing('21.00', '2026')),
        ],
      })
        .findings.filter((f) => f.check_id === 'YS-GROUP-PRIOR')
        .map((f) => f.severity)
    expect(same('30.00')).toEqual(['info'])
    expect(same('21.00')).toEqual([])
  })
  const reasons = (sketch: FamilySketch, id: string) =>
    all(sketch)
      .outcomes.filter((o) => o.check_id === id)
      .map((o) => `${o.outcome} ${o.reason}`.trim())

  it('sum up only where every listed unit has filed', () => {
    const papers = [{ facts: [money('35.00')] }, unit(money('20.00')), unit(money('10.00'))]
    expect(reasons({ papers, units: { 甲: 1, 乙: 2 } }, 'YS-GROUP-SUM')).toEqual(['fail'])
    expect(reasons({ papers, units: { 甲: 1, 乙: 2, 丙: 9 } }, 'YS-GROUP-SUM')).toEqual([])
    expect(reasons({ papers, units: { 甲: 1, 乙: 2, 丙: 9 } }, 'YS-GROUP-AT-LEAST')).toEqual([
      'pass at-least',
      'pass at-least',
    ])
  })

  it('leave open an item that a unit does not print', () => {
    const papers = [{ facts: [money('35.00')] }, unit(money('20.00')), unit()]
    expect(reasons({ papers, units: { 甲: 1, 乙: 2 } }, 'YS-GROUP-SUM')).toEqual([
      'undecided unit-figure-missing',
    ])
  })

  it('leave open totals of all money where units pay each other', () => {
    const paid = money('5.00', { concept: 'revenue.affiliate', fund: 'all' })
    const total = (raw: string) => money(raw, { fund: 'all' })
    const papers = [{ facts: [total('30.00')] }, unit(total('20.00'), paid), unit(total('15.00'))]
    expect(reasons({ papers, units: { 甲: 1, 乙: 2 } }, 'YS-GROUP-SUM')).toEqual([
      'undecided units-pay-each-other',
    ])
  })

  it('count counts exactly', () => {
    const cars = (value: string): Partial<Fact> => ({
      concept: 'vehicles',
      measure: 'count',
      value,
      raw: value,
      decimals: 0,
    })
    const papers = [{ facts: [cars('4')] }, unit(cars('2')), unit(cars('1'))]
    expect(reasons({ papers, units: { 甲: 1, 乙: 2 } }, 'YS-GROUP-SUM')).toEqual(['fail'])
  })

  it('do not miss a row in a table whose rows do not add up to its total', () => {
    const check = ACROSS_CHECKS.find((c) => c.id === 'YS-GROUP-ROW-MISSING') as AcrossCheck
    const [department, own] = check.failing.papers as [FamilySketch['papers'][0], FamilySketch['papers'][0]]
    const tables = department.tables?.map((t) => ({ ...t, total_status: '' as const }))
    expect(outcomes(check, { papers: [{ ...department, tables }, own] })).toEqual(['undecided'])
  })
})

describe('files of one filing', () => {
  const set = (...facts: Partial<Fact>[][]): PaperFamily => {
    const { papers } = familyOf({ papers: facts.map((f) => ({ facts: f })) })
    const [first] = papers
    if (!first) throw new Error('no paper')
    return {
      papers: [
        { ...first, filings: papers.flatMap((p) => p.filings), facts: papers.flatMap((p) => p.facts) },
      ],
      units: [],
    }
  }
  const prose = (raw: string, over = {}) => money(raw, { source: 'prose', table_id: '', ...over })

  it('hold prose against tables, and confirm what agrees', () => {
    const good = checkFamily(set([prose('30.00')], [money('30.00')]))
    expect(good.outcomes.map((o) => [o.check_id, o.outcome])).toEqual([['YS-PROSE-SAME-FIGURE', 'pass']])
    expect(good.telling.size).toBe(1)
    const bad = checkFamily(set([prose('31.00')], [money('30.00')]))
    expect(bad.findings).toMatchObject([{ check_id: 'YS-PROSE-SAME-FIGURE', filing_id: '0'.repeat(16) }])
  })

  it('take an income that is the total with carry-over in the tables for that', () => {
    const table = [money('30.00', { concept: 'revenue' }), money('35.00', { concept: 'revenue.grand-total' })]
    const told = (raw: string) =>
      checkFamily(set([prose(raw, { concept: 'revenue' })], table)).outcomes.map((o) => o.outcome)
    expect(told('35.00')).toEqual(['pass'])
    expect(told('36.00')).toEqual(['fail'])
  })
})
