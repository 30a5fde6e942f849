import { describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import {
  connect as connectPlaced,
  type FilingSummary,
  nameKey,
  withYearOfSet,
} from '../../src/organizations/index.js'
import { hashesOf } from '../../src/organizations/summary.js'
import { placedAll } from './placed.js'

const connect = (filings: readonly FilingSummary[]) => connectPlaced(placedAll(filings))

const one = (over: Partial<FilingSummary>): FilingSummary => ({
  filingId: '1',
  source: 'x/a.pdf',
  status: 'ok',
  kind: 'budget',
  year: '2025',
  region: '云汀市',
  organization: '云汀市古渠局',
  level: 'department',
  hasTables: true,
  hasProse: true,
  isPage: false,
  isAnnex: false,
  statements: hashesOf([]),
  units: [],
  firstPage: '',
  ...over,
})

const idOf = (over: Partial<FilingSummary>) => connect([one(over)]).organizationOf.get('1')

describe('names', () => {
  it.each([
    ['云汀市古渠局', '云汀市古渠局（汇总）'],
    ['云汀市古渠局', '云汀市 古渠局（部门）'],
    ['云汀市古渠局', '云汀市古渠局（本级）'],
    ['云汀市古渠局', '云汀市古渠局本级（机关）'],
    ['云汀市古渠局', '云汀市古渠局机关'],
    ['云汀市发展和改革委员会', '云汀市发改委'],
    ['中国共产党云汀市委员会宣传部', '中共云汀市委宣传部'],
    ['云汀市委办公厅', '中共云汀市委办公厅'],
    ['云汀市环境保护局', '云汀市生态环境局'],
  ])('%s and %s are one', (a, b) => {
    expect(nameKey(b, '云汀市').key).toBe(nameKey(a, '云汀市').key)
  })

  it.each([
    ['云汀市委办公厅', '云汀市人民政府办公厅'],
    ['云汀市政协办公厅', '云汀市委办公厅'],
    ['云汀市古渠局', '云汀市古渠局测量队'],
    ['云汀市机关事务管理局', '云汀市事务管理局'],
    ['云汀市商务局', '云汀市商务委员会'],
  ])('%s and %s are two', (a, b) => {
    expect(nameKey(b, '云汀市').key).not.toBe(nameKey(a, '云汀市').key)
  })

  it('strips every level of a place, and a short province', () => {
    for (const name of ['上海市普陀区财政局', '普陀区财政局', '财政局'])
      expect(nameKey(name, '上海市普陀区').key).toBe('财政局')
  })
})

describe('organizations', () => {
  it('have one id over years, spellings and runs, and another for the unit edition', () => {
    const id = idOf({})
    expect(idOf({ organization: '云汀市古渠局（汇总）', year: '2024' })).toBe(id)
    expect(idOf({ level: '' })).toBe(id)
    expect(idOf({ level: 'unit' })).not.toBe(id)
    expect(idOf({ region: '青屏市', organization: '青屏市古渠局' })).not.toBe(id)
  })

  it('take in a filing whose name lacks the place, from the same folder only', () => {
    const bare = one({ filingId: '2', source: 'x/b.pdf', region: '', organization: '古渠局', year: '2024' })
    const { organizationOf, organizations } = connect([one({}), bare])
    expect(organizationOf.get('2')).toBe(organizationOf.get('1'))
    expect(organizations).toMatchObject([{ name: '云汀市古渠局', aliases: ['古渠局'], first_year: '2024' }])
    expect(organizations[0]?.evidence).toContain('place:云汀市')
    const far = connect([one({}), { ...bare, source: 'y/b.pdf' }])
    expect(far.organizationOf.get('2')).not.toBe(far.organizationOf.get('1'))
  })

  it('connect a unit edition with its department', () => {
    const unit = one({ filingId: '2', source: 'x/b.pdf', level: 'unit' })
    const { organizations, organizationOf, families } = connect([one({}), unit])
    const parent = organizations.find((o) => o.organization_id === organizationOf.get('2'))
    expect(parent?.parent_id).toBe(organizationOf.get('1'))
    expect(families.map((f) => f.filings.map((s) => s.filingId).sort())).toEqual([['1', '2']])
  })

  it.each([
    ['by a row', [{ code: '117002', name: '云汀市桥梁站', from: 'row' as const }], '云汀市桥梁站'],
    ['by a list', [{ code: '', name: '桥梁站', from: 'list' as const }], '云汀市桥梁站'],
    ['by its name', [], '云汀市古渠局桥梁站'],
  ])('connect a unit with its department %s', (_, units, organization) => {
    const unit = one({ filingId: '2', source: 'x/b.pdf', level: 'unit', organization })
    const { organizations, organizationOf } = connect([one({ units }), unit])
    const found = organizations.find((o) => o.organization_id === organizationOf.get('2'))
    expect(found?.parent_id).toBe(organizationOf.get('1'))
    expect(found?.evidence).toContain('parent 云汀市古渠局')
  })

  it('leave a unit alone that two departments list', () => {
    const units = [{ code: '', name: '云汀市桥梁站', from: 'list' as const }]
    const { organizations } = connect([
      one({ units }),
      one({ filingId: '2', source: 'x/b.pdf', organization: '云汀市水文化局', units }),
      one({ filingId: '3', source: 'x/c.pdf', organization: '云汀市桥梁站', level: 'unit' }),
    ])
    expect(organizations.map((o) => o.parent_id)).toEqual(['', '', ''])
  })
})

describe('sets', () => {
  const setsOf = (list: FilingSummary[]) => connect(list).setOf

  it('pair prose and tables of one organization and year as one filing, nothing else', () => {
    const prose = one({ filingId: 'p', hasTables: false })
    const tables = one({ filingId: 't', source: 'x/b.pdf', hasProse: false })
    const other = one({ filingId: 'o', source: 'x/c.pdf', year: '2024', hasProse: false })
    const sets = setsOf([prose, tables, other])
    expect(sets.get('p')).toBe(sets.get('t'))
    expect(sets.get('o')).toBe('o')
  })

  it('take in tables that print no year where only one paper lies beside them', () => {
    const prose = one({ filingId: 'p', hasTables: false })
    const tables = one({ filingId: 't', source: 'x/b.pdf', year: '', hasProse: false })
    expect(setsOf([prose, tables]).get('t')).toBe('p')
    expect([...connect([prose, tables]).yearOf]).toEqual([['t', '2025']])
    expect([...connect([tables]).yearOf]).toEqual([])
    expect(setsOf([prose, { ...tables, source: 'y/b.pdf' }]).get('t')).toBe('t')
    const before = one({ filingId: 'q', source: 'x/c.pdf', year: '2024', hasTables: false })
    expect(setsOf([prose, before, tables]).get('t')).toBe('t')
  })

  it('take in targets published alone', () => {
    const whole = one({ filingId: 'w' })
    const annex = one({ filingId: 'a', source: 'x/b.pdf', isAnnex: true, hasTables: false, hasProse: false })
    expect(setsOf([whole, annex]).get('a')).toBe('w')
    expect(setsOf([whole, annex]).get('w')).toBe('w')
    expect(setsOf([annex]).get('a')).toBe('a')
    expect(setsOf([whole, { ...annex, year: '2024' }]).get('a')).toBe('a')
  })

  it('take prose alone for the same filing as the complete file that states the same, nothing else', () => {
    const statements = hashesOf(['310.5', '88', '12.06', '7', '4.9', '3'].map((v) => `2031 amount ${v}`))
    const page = one({ filingId: 'p', hasTables: false, statements: statements.slice(1) })
    const whole = one({ filingId: 'w', source: 'x/b.pdf', statements })
    const other = one({
      filingId: 'o',
      source: 'x/c.pdf',
      statements: [...hashesOf(['2031 amount 1']), ...statements.slice(4)],
    })
    expect(setsOf([page, other, whole]).get('p')).toBe('w')
    expect(setsOf([page, other]).get('p')).toBe('p')
    // A bureau that is its department's only unit has the same figures and is another filing.
    expect(setsOf([page, { ...whole, level: 'unit' }]).get('p')).toBe('p')
    const few = { ...page, statements: statements.slice(3, 5) }
    expect(setsOf([few, whole]).get('p')).toBe('p')
    expect(setsOf([page, whole, { ...whole, filingId: 'v', source: 'x/d.pdf' }]).get('p')).toBe('p')
  })
})

describe('a file that prints no year', () => {
  const fact = { year: '', note: ['unit-inherited'] }
  const filing = { fiscal_year: '', facts: [fact, { year: '2024', note: [] }] } as unknown as Filing

  it('has that of its set, and none again without it', () => {
    const dated = withYearOfSet(filing, '2025')
    expect([dated.fiscal_year, dated.facts.map((f) => f.year)]).toEqual(['2025', ['2025', '2024']])
    expect(withYearOfSet(dated, '2025')).toBe(dated)
    expect(withYearOfSet(dated, '')).toEqual(filing)
  })

  it('that prints one keeps it', () => {
    const printed = { ...filing, fiscal_year: '2024' }
    expect(withYearOfSet(printed, '2025')).toBe(printed)
  })
})
