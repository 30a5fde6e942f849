import { describe, expect, it } from 'vitest'
import type { Matter, Overview, ReportFiling } from '../../src/model/report.js'
import { routeOf } from '../../src/viewer/route.js'
import {
  choiceOf,
  EVERYBODY,
  fittingMatters,
  indexOf,
  ofOrganization,
  ranking,
} from '../../src/viewer/select.js'

const filing = (id: string, over: Partial<ReportFiling> = {}): ReportFiling => ({
  filing_id: id,
  source: `夹/${id}.pdf`,
  href: '',
  status: 'ok',
  message: { zh: '', en: '' },
  kind: 'budget',
  fiscal_year: '2026',
  region: '云汀市',
  organization: '水文化局',
  organization_level: 'department',
  organization_id: 'o-1',
  set_id: id,
  pages: 10,
  pages_ocr: 0,
  pages_unread: 0,
  facts: { proven: 1, unproven: 1, disputed: 0 },
  checks: { pass: 3, fail: 1, undecided: 2 },
  numbers_printed: 9,
  numbers_unbound: 0,
  doubts: 0,
  score: 90,
  ...over,
})

const matter = (id: string, filing_id: string, over: Partial<Matter> = {}): Matter => ({
  finding_id: id,
  filing_id,
  check_id: 'YS-TABLE-COLUMN-TOTAL',
  severity: 'error',
  bbox: '0.0 0.0 1.0 1.0',
  expected: '',
  actual: '',
  difference: '',
  unit: '元',
  facts: [],
  evidence: '',
  place: '',
  outcome_ids: [],
  page: 1,
  printed_page: '',
  message: { zh: '合计不等于各行之和', en: 'The total is not the sum' },
  organization: '水文化局',
  organization_id: 'o-1',
  fiscal_year: '2026',
  baseline: '',
  yuan: '',
  follows: [],
  ...over,
})

const organization = (organization_id: string, name: string, parent_id = '') => ({
  organization_id,
  name,
  region: '云汀市',
  parent_id,
})

const overview = (over: Partial<Overview>): Overview => ({
  tool: '',
  language: 'zh-CN',
  filings: [],
  organizations: [],
  matters: [],
  gone: [],
  compared: false,
  checks: {},
  requirements: {},
  concepts: {},
  spending: [],
  checks_apart: { pass: 0, fail: 0, undecided: 0 },
  control: [],
  roster: [],
  ...over,
})

const DISTRICT = overview({
  filings: [
    filing('a'),
    filing('b', { organization_id: 'o-2', organization: '乡史中心', fiscal_year: '2025', score: null }),
    filing('c', { organization_id: 'o-3', organization: '古渠局', kind: 'final', pages_unread: 2 }),
    filing('d', { organization_id: '', organization: '' }),
  ],
  organizations: [
    organization('o-1', '水文化局'),
    organization('o-2', '乡史中心', 'o-1'),
    organization('o-3', '古渠局'),
  ],
  matters: [
    matter('m1', 'a', { yuan: '90000' }),
    matter('m2', 'b', { organization_id: 'o-2', severity: 'warning', yuan: '100000' }),
    matter('m3', 'c', { organization_id: 'o-3', check_id: 'YS-PROSE-SAME-FIGURE', yuan: '20' }),
    matter('m4', 'c', { organization_id: 'o-3', severity: 'info', yuan: '999999' }),
    matter('m5', '', { organization: '没报的局', organization_id: '', page: null }),
  ],
  roster: [
    {
      organization: '没报的局',
      level: 'department',
      kind: 'budget',
      year: '2026',
      filing_id: '',
      answer: 'missing',
    },
  ],
})

const choose = (query: string) => choiceOf(new URLSearchParams(query))
const ids = (query: string) => fittingMatters(indexOf(DISTRICT), choose(query)).map((m) => m.finding_id)

describe('what a person chooses', () => {
  it.each([
    ['', ['m1', 'm2', 'm3', 'm4', 'm5']],
    ['severity=error', ['m1', 'm3', 'm5']],
    ['family=PROSE', ['m3']],
    ['kind=final', ['m3', 'm4']],
    ['year=2025', ['m2']],
    ['region=云汀市', ['m1', 'm2', 'm3', 'm4']],
    ['search=合计 c.PDF', ['m3', 'm4']],
    ['search=the+total&severity=warning', ['m2']],
  ])('%s', (query, expected) => {
    expect(ids(query)).toEqual(expected)
  })

  it('takes a department with its units', () => {
    const index = indexOf(DISTRICT)
    const all = fittingMatters(index, choose(''))
    expect(ofOrganization(index, all, 'o-1').map((m) => m.finding_id)).toEqual(['m1', 'm2'])
    expect(ofOrganization(index, all, 'o-2').map((m) => m.finding_id)).toEqual(['m2'])
    expect(ofOrganization(index, all, 'name:没报的局').map((m) => m.finding_id)).toEqual(['m5'])
  })
})

describe('the ranking', () => {
  const index = indexOf(DISTRICT)
  const lines = ranking(index, fittingMatters(index, choose('')), choose(''))

  it('has departments with their units, those with most errors and then warnings first', () => {
    expect(lines.map((l) => [l.name, l.errors, l.warnings])).toEqual([
      ['水文化局', 1, 1],
      ['古渠局', 1, 0],
      ['没报的局', 1, 0],
      ['', 0, 0],
    ])
    expect(lines[0]?.units.map((u) => [u.name, u.warnings])).toEqual([['乡史中心', 1]])
  })

  it('adds up what stands behind them: the largest difference of errors and warnings, pages, checks, years', () => {
    const [water, canal, missing] = lines
    expect(water).toMatchObject({ undecided: 4, filings: 2, score: 90, years: ['2025', '2026'] })
    expect(water?.largest?.toFixed()).toBe('100000')
    expect(canal).toMatchObject({ unread: 2, infos: 1 })
    expect(canal?.largest?.toFixed()).toBe('20')
    expect(missing).toMatchObject({ missing: 1, filings: 0 })
  })

  it('keeps what is about the sum of all apart from filings that name nobody', () => {
    const over = matter('m6', '', { organization: '', organization_id: '', page: null, severity: 'warning' })
    const all = indexOf(
      overview({ filings: [filing('d', { organization_id: '', organization: '' })], matters: [over] }),
    )
    const line = (id: string) => ranking(all, [over], choose('')).find((l) => l.id === id)
    expect(line(EVERYBODY)).toMatchObject({ warnings: 1, filings: 0 })
    expect(line('name:')).toMatchObject({ warnings: 0, filings: 1 })
    expect(ofOrganization(all, [over], EVERYBODY)).toEqual([over])
  })
})

describe('an address', () => {
  it('names what is shown, whatever somebody typed', () => {
    expect(routeOf('#/filing/ab%2Fc/tables?page=3')).toMatchObject({ path: ['filing', 'ab/c', 'tables'] })
    expect(routeOf('#/matter/%E0%A4%A').path).toEqual(['matter', '%E0%A4%A'])
    expect(routeOf('').path).toEqual([])
  })
})
