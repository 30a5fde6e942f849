import { describe, expect, it } from 'vitest'
import type { Extracted, Fact } from '../../src/model/filing.js'
import { agreed } from '../../src/verify/agreement.js'
import { factsOfDamage, markDamaged, markDifferences } from '../../src/verify/index.js'

const fact = (over: Partial<Fact> = {}): Fact => ({
  concept: 'expenditure.total',
  fund: 'all',
  function_code: '',
  economy_code: '',
  government_economy_code: '',
  nature: '',
  entity: '',
  year: '2024',
  basis: 'budget',
  measure: 'amount',
  fact_id: 'f1',
  value: '1234500',
  unit: '万元',
  raw: '123.45',
  decimals: 2,
  label: '支出总计',
  source: 'table',
  section_id: '',
  table_id: 't1',
  row: 3,
  column: 1,
  page: 2,
  bbox: '100.0 200.0 140.0 212.0',
  method: 'text',
  confidence: 1,
  status: 'unproven',
  note: [],
  value_read: '',
  ...over,
})

describe('facts of two engines', () => {
  it.each<[string, Partial<Fact>]>([
    ['everything is alike', {}],
    ['ids, labels and rows differ', { fact_id: 'f9', label: '支出', row: 4, table_id: 't2' }],
    ['the box is a little higher', { bbox: '100.0 197.0 140.0 213.5' }],
  ])('agree when %s', (_, over) => {
    expect(agreed([fact()], [fact({ value: '1' }), fact(over)])).toEqual([true])
  })

  it.each<[string, Partial<Fact>]>([
    ['value', { value: '1234600' }],
    ['meaning', { fund: 'fiscal' }],
    ['year', { year: '2023' }],
    ['source', { source: 'prose' }],
    ['page', { page: 3 }],
    ['place', { bbox: '100.0 230.0 140.0 242.0' }],
  ])('differ by %s', (_, over) => {
    expect(agreed([fact()], [fact(over)])).toEqual([false])
  })

  it('differ where the other engine has none', () => {
    expect(agreed([fact(), fact()], [])).toEqual([false, false])
  })
})

describe('marking', () => {
  it('lowers the confidence and adds the code to notes that are there; values stay', () => {
    const first = [
      fact(),
      fact({ value: '7', note: ['unit-inherited'] }),
      fact({ value: '8', confidence: 0.3 }),
    ]
    const marked = markDifferences(first, [fact()])
    expect(marked.map((f) => [f.value, f.confidence, f.note])).toEqual([
      ['1234500', 1, []],
      ['7', 0.5, ['unit-inherited', 'engines-differ']],
      ['8', 0.3, ['engines-differ']],
    ])
  })

  it('leaves the facts it was given alone', () => {
    const first = [fact()]
    markDifferences(first, [])
    expect(first).toEqual([fact()])
  })
})

describe('figures of damaged pages', () => {
  const pages = [1, 2, 3, 4].map((page) => ({ page, doubt: page === 3 ? 'damaged' : '' }))
  const tables = [
    { table_id: 't1', page_first: 2, page_last: 2 },
    { table_id: 't2', page_first: 3, page_last: 4 },
  ]
  const sections = [
    { section_id: 's1', parent_id: '', page: 1 },
    { section_id: 's2', parent_id: 's1', page: 4 },
    { section_id: 's3', parent_id: '', page: 4 },
  ]
  const filing = { pages, tables, sections, fiscal_year: '2024' }
  const ids = (facts: Fact[], over: Partial<Extracted> = {}) => [
    ...factsOfDamage({ ...filing, facts, ...over } as unknown as Extracted),
  ]

  it.each<[string, boolean, Partial<Fact>]>([
    ['on the page itself', true, { page: 3, table_id: '', section_id: 's1' }],
    ['in a table that begins on it', true, { page: 4, table_id: 't2', section_id: 's3' }],
    ['under a heading before it', true, { page: 4, table_id: '', section_id: 's2' }],
    ['under no heading behind it', true, { page: 4, table_id: '', section_id: '' }],
    ['under a heading behind it', false, { page: 4, table_id: '', section_id: 's3' }],
    ['before it', false, { page: 2, table_id: 't1', section_id: 's1' }],
  ])('are those %s: %s', (_, isOf, over) => {
    expect(ids([fact(over)])).toEqual(isOf ? ['f1'] : [])
  })

  it('are all where the year is lost: it may have stood there', () => {
    const before = fact({ page: 1, table_id: '', section_id: 's1' })
    expect(ids([before])).toEqual([])
    expect(ids([before], { fiscal_year: '' })).toEqual(['f1'])
    expect(ids([before], { fiscal_year: '', pages: [] })).toEqual([])
  })

  it('are noted, and read with doubt where the engines differ', () => {
    const first = [fact(), fact({ fact_id: 'f2', value: '7' }), fact({ fact_id: 'f3', value: '8' })]
    const marked = markDamaged(first, new Set(['f1', 'f2']), [fact()])
    expect(marked.map((f) => [f.fact_id, f.confidence, f.note])).toEqual([
      ['f1', 1, ['page-damaged']],
      ['f2', 0.5, ['engines-differ', 'page-damaged', 'read-with-doubt']],
      ['f3', 1, []],
    ])
    // Compared already.
    expect(markDamaged(marked.slice(1, 2), new Set(['f2']), [])[0]?.note[0]).toBe('engines-differ')
  })
})
