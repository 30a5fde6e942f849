import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checksPage } from '../../src/check/docs.js'
import { EVERY_CHECK } from '../../src/check/every-check.js'
import { checkRegion } from '../../src/check/region/index.js'
import type { ControlCase, DuplicateCase, RegionCase } from '../../src/check/region/region.js'
import { REGION_CHECKS } from '../../src/check/region/registry.js'
import { explainCheck } from '../../src/cli/explain.js'
import { worded } from '../../src/locales/findings.js'
import { speaker } from '../../src/locales/index.js'

const told = (about: RegionCase) =>
  checkRegion(about).map(({ outcome }) => [outcome.outcome, outcome.reason].filter(Boolean).join(' '))
const fixture = <C extends RegionCase>(of: C['of'], which: 'passing' | 'failing'): C =>
  REGION_CHECKS.find((c) => c.failing.of === of)?.[which] as C

describe.each(REGION_CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('has all its parts and a file of its own', () => {
    expect(id).toMatch(/^YS-REGION-[A-Z-]+$/)
    for (const part of [check.asserts.zh, check.asserts.en, check.basis, check.example])
      expect(part.length).toBeGreaterThan(4)
    const folder = new URL('../../src/check/region/checks/', import.meta.url)
    const own = readdirSync(folder).filter((f) =>
      readFileSync(new URL(f, folder), 'utf8').includes(`'${id}'`),
    )
    expect(own).toHaveLength(1)
    expect(EVERY_CHECK.filter((c) => c.id === id)).toEqual([check])
    expect(checksPage()).toContain(`## ${id}`)
    expect(explainCheck(check, speaker('en'), 'en')).toContain(check.asserts.en)
  })

  it('passes its passing fixture, and fails its failing one with a sentence', () => {
    expect(told(check.passing)).toEqual(['pass'])
    expect(told(check.failing)).toEqual(['fail'])
    const finding = checkRegion(check.failing)[0]?.finding
    expect(finding).toMatchObject({ check_id: id, severity: check.severity })
    expect(finding && worded(finding, 'zh-CN').message).toMatch(/\d{4}年(?:部门|单位)[预决]算.*。$/)
  })

  it('judges only cases of its own', () => {
    for (const other of REGION_CHECKS.filter((c) => c !== check))
      expect(check.run(other.failing)).toBeUndefined()
  })
})

describe('a control total', () => {
  const failing = fixture<ControlCase>('control', 'failing')
  const passing = fixture<ControlCase>('control', 'passing')

  it('adds the rounding of all addends, and no more', () => {
    const of = (amount: string) => told({ ...passing, line: { ...passing.line, amount } })
    expect(of('300100')).toEqual(['pass'])
    expect(of('300100.01')).toEqual(['fail'])
    expect(checkRegion(failing)[0]?.outcome).toMatchObject({
      expected: '310000',
      actual: '300000',
      difference: '-10000',
      tolerance: '100',
    })
  })

  it('is open while departments are missing, even where the sum happens to hold', () => {
    expect(told({ ...passing, missing: ['云汀市财政局'] })).toEqual([
      'undecided departments-missing: 云汀市财政局',
    ])
  })

  it('is open where a filing contradicts itself, names nobody, or prints no total', () => {
    const prints = failing.prints.map((p, i) => ({ ...p, contradicts: i === 1 }))
    expect(told({ ...failing, prints })).toEqual(['undecided printed-several-times: 云汀市第2局'])
    expect(told({ ...failing, nameless: 2 })).toEqual(['undecided organization-unknown: 2'])
    const silent = [{ organization: '云汀市第3局', partly: false }]
    expect(told({ ...failing, silent })).toEqual(['undecided department-figure-missing: 云汀市第3局'])
    expect(told({ ...failing, prints: [] })).toEqual(['undecided no-figures'])
  })

  it('takes a class that a department does not print for none, unless pages are unread', () => {
    const line = { ...failing.line, function_code: '205' }
    const silent = (partly: boolean) => [{ organization: '云汀市第3局', partly }]
    expect(told({ ...failing, line, silent: silent(false) })).toEqual(['fail'])
    expect(told({ ...failing, line, silent: silent(true) })).toEqual([
      'undecided department-figure-missing: 云汀市第3局',
    ])
  })

  const message = (about: RegionCase) => {
    const finding = checkRegion(about)[0]?.finding
    return finding && worded(finding, 'zh-CN').message
  }

  it('that cannot be decided is a finding that names who is missing, off the roster or silent', () => {
    const silent = [{ organization: '云汀市第3局', partly: false }]
    const open = { ...failing, missing: ['云汀市财政局'], unlisted: ['云汀市第9局'], silent, nameless: 2 }
    expect(message(open)).toBe(
      '2026年部门预算“本年支出合计”的控制数（控制数文件第2行）不能核对：缺云汀市财政局的文件、云汀市第9局有文件而不在名单上、云汀市第3局的文件没有印出这个数、2份文件没有印出单位名称。',
    )
    expect(checkRegion(open)[0]?.finding).toMatchObject({
      severity: 'warning',
      filing_id: '0000000000000001',
    })
    expect(message({ ...failing, prints: [] })).toContain('没有文件印出这个数')
    expect(checkRegion({ ...failing, prints: [] })[0]?.finding).toMatchObject({ page: null, filing_id: '' })
    const many = Array.from({ length: 30 }, (_, i) => `第${i}局`)
    expect(message({ ...failing, missing: many })).toContain('第19局、等另外10个部门')
  })

  it('that fails says who filed and was not counted', () => {
    expect(message({ ...failing, unlisted: ['云汀市第9局'] })).toContain('不在名单上的云汀市第9局没有计入。')
    expect(message(failing)).not.toContain('名单')
    expect(checkRegion(passing)[0]?.finding).toBeUndefined()
  })

  it('has no filing where nobody prints it', () => {
    const [row] = checkRegion({ ...failing, prints: [] })
    expect(row?.outcome).toMatchObject({ filing_id: '', facts: [] })
    expect(row?.outcome.outcome_id).toMatch(/^region-c-[0-9a-f]{10}$/)
  })
})

describe('two filings of one organization', () => {
  const failing = fixture<DuplicateCase>('duplicate', 'failing')

  it('say whether they are the same or which totals differ', () => {
    const message = (about: DuplicateCase) => {
      const finding = checkRegion(about)[0]?.finding
      return finding && worded(finding, 'zh-CN').message
    }
    expect(message(failing)).toContain('中1项不同：“支出总计”30.00万元和“支出总计”31.00万元（相差1万元）')
    expect(message({ ...failing, differ: 0, differing: [] })).toContain('9项数字全部相同，是同一份')
  })

  it('are left open where they have nothing in common, or hardly anything', () => {
    expect(told({ ...failing, compared: 0, differ: 0, differing: [] })).toEqual([
      'undecided no-common-figures',
    ])
    expect(told({ ...failing, differ: 8 })).toEqual(['undecided perhaps-two-organizations'])
    const part = { ...failing, figures: 90, differ: 0, differing: [] }
    expect(told(part)).toEqual(['undecided perhaps-parts-of-one-filing'])
    expect(told({ ...failing, figures: 90 })).toEqual(['fail'])
  })
})

describe('a day by which to publish', () => {
  const { line } = fixture<Extract<RegionCase, { of: 'publication' }>>('publication', 'failing')

  it('is kept on the day itself, overdue a day later, and open without a date', () => {
    const on = (published: string) =>
      told({ of: 'publication', line: { ...line, due: '2026-02-28', published } })
    expect(on('2026-02-28')).toEqual(['pass'])
    expect(on('2026-03-01')).toEqual(['fail'])
    expect(on('')).toEqual(['undecided publication-date-missing'])
    const finding = checkRegion({ of: 'publication', line })[0]?.finding
    expect(finding && worded(finding, 'zh-CN').message).toContain(
      '应在2026-02-28前公开，2026-03-05才公开，迟5天',
    )
  })
})

describe('a roster', () => {
  const { line, filing } = fixture<Extract<RegionCase, { of: 'roster' }>>('roster', 'passing')

  it('names who is missing without a filing or a page, and hints at who is not on it', () => {
    const missing = checkRegion({ of: 'roster', line: line! })[0]
    expect(missing?.finding).toMatchObject({
      filing_id: '',
      page: null,
      bbox: '',
      organization: '云汀市水文化局',
      fiscal_year: '2026',
    })
    const unlisted = checkRegion({ of: 'roster', filing: filing! })[0]
    expect(unlisted?.finding).toMatchObject({ severity: 'info', filing_id: filing!.filingId, page: 1 })
    expect(told({ of: 'roster', line: line!, ambiguous: true })).toEqual(['undecided name-of-several'])
  })
})
