import { describe, expect, it } from 'vitest'
import type { Fact } from '../../src/model/filing.js'
import { withMeaningDoubts } from '../../src/resolve/borne-out.js'
import { withPairDoubts } from '../../src/resolve/paired-codes.js'
import { withUnitDoubts } from '../../src/resolve/units-named.js'
import { filingOf } from '../check/filing-of.js'

/** A recognized figure of 10,000 元 each. */
const figure = (table_id: string, column: number, raw: string, over: Partial<Fact> = {}): Partial<Fact> => ({
  table_id,
  column,
  row: Number(raw),
  raw: `${raw}.00`,
  value: `${raw}0000`,
  method: 'ocr',
  bbox: `${column} ${raw} 1 1`,
  ...over,
})
const by = (function_code: string, over: Partial<Fact> = {}) => ({ function_code, ...over })
const table = (table_id: string, title = `${table_id}表`) => ({ table_id, title })

const notes = (facts: Partial<Fact>[], tables = ['a', 'b', 'c'].map((id) => table(id))) =>
  withMeaningDoubts(filingOf({ facts, tables })).facts.map((f) => f.note.join(' '))

describe('what was read over scanned figures', () => {
  it('is borne out by another table or by the text, whatever single figures differ', () => {
    const facts = [
      figure('a', 1, '30', by('201')),
      figure('a', 1, '20', by('20101')),
      figure('a', 1, '10', by('20102')),
      figure('b', 1, '30', by('201')),
      figure('b', 1, '20', by('20101')),
      figure('b', 1, '11', by('20102')),
      figure('', 0, '30', by('201', { source: 'prose' })),
    ]
    expect(new Set(notes(facts))).toEqual(new Set(['']))
  })

  it('is in doubt for a whole table whose figures are others elsewhere: a unit without 万, another title', () => {
    const inYuan = (code: string, raw: string) => figure('a', 1, raw, by(code, { unit: '元', value: raw }))
    const facts = [
      inYuan('201', '30'),
      inYuan('20101', '20'),
      // Found nowhere else, it is doubted with its table.
      inYuan('20199', '5'),
      figure('b', 1, '30', by('201')),
      figure('b', 1, '20', by('20101')),
      figure('c', 1, '30', by('201')),
      figure('c', 1, '20', by('20101')),
    ]
    expect(notes(facts)).toEqual(['table-doubtful', 'table-doubtful', 'table-doubtful', '', '', '', ''])
  })

  it('is in doubt where nothing else bears a figure and the unit is not the usual one, or is none of its own', () => {
    const alone = (over: Partial<Fact>) => notes([figure('a', 1, '30', by('201', over))])
    expect(alone({})).toEqual([''])
    expect(alone({ unit: '元', value: '30' })).toEqual(['table-doubtful'])
    expect(alone({ note: ['unit-inherited'] })).toEqual(['unit-inherited table-doubtful'])
  })

  it('is in doubt for a table without title among tables with one', () => {
    const facts = [
      figure('a', 1, '30', by('201')),
      figure('b', 1, '7', by('203')),
      figure('c', 1, '9', by('205')),
    ]
    const tables = [table('a', ''), table('b'), table('c')]
    expect(notes(facts, tables)).toEqual(['table-doubtful', '', ''])
    // Where no table has one, that says nothing.
    expect(new Set(notes(facts, [table('a', ''), table('b', ''), table('c', '')]))).toEqual(new Set(['']))
  })

  it('is in doubt for one column whose figures are others elsewhere', () => {
    const facts = [
      figure('a', 1, '30', by('201')),
      figure('a', 1, '20', by('20101')),
      figure('a', 2, '8', by('201', { nature: 'basic' })),
      figure('a', 2, '6', by('20101', { nature: 'basic' })),
      figure('b', 1, '30', by('201')),
      figure('b', 1, '20', by('20101')),
      figure('b', 2, '9', by('201', { nature: 'basic' })),
    ]
    expect(notes(facts)).toEqual(['', '', 'head-doubtful', 'head-doubtful', '', '', 'head-doubtful'])
  })

  it('is in doubt where one table has two figures of one meaning', () => {
    const total = (column: number, raw: string) => figure('a', column, raw, { nature: 'basic' })
    expect(notes([total(1, '30'), total(2, '20')])).toEqual(['head-doubtful', 'head-doubtful'])
    expect(notes([total(1, '30'), total(2, '30')])).toEqual(['', ''])
  })

  it('says nothing of a text layer', () => {
    const facts = [figure('a', 1, '30', by('201', { unit: '元', value: '30', method: 'text' }))]
    expect(notes(facts)).toEqual([''])
  })
})

describe('units of scanned rows', () => {
  const of = (entities: [string, string][], text = '') =>
    withUnitDoubts(
      filingOf({
        facts: entities.map(([table_id, entity]) => figure(table_id, 1, '3', { entity })),
        sections: [{ text }],
        organization: '梅渡市水利局',
      }),
    ).facts.map((f) => f.note.join(' '))

  it('are named so in another table', () => {
    const unit = '221003 梅渡市水文站'
    expect(
      of([
        ['a', unit],
        ['b', unit],
        ['b', '2210033 梅渡市水文站'],
      ]),
    ).toEqual(['', '', 'entity-doubtful'])
  })

  it('are the organization itself, whose own office one table names', () => {
    expect(of([['a', '梅渡市水利局（本级）']])).toEqual([''])
    expect(of([['a', '221001 梅渡市水利局(机关)']])).toEqual([''])
    expect(of([['a', '梅渡市水利局（木级）']])).toEqual(['entity-doubtful'])
    expect(of([['a', '梅渡市木利局（本级）']])).toEqual(['entity-doubtful'])
  })

  it('are named in the text, where one code bears the name', () => {
    const text = '所属单位：梅渡市 水文站。'
    expect(of([['a', '梅渡市水文站']], text)).toEqual([''])
    expect(of([['a', '221003 梅渡市水文站']], text)).toEqual([''])
    expect(of([['a', '梅渡市木文站']], text)).toEqual(['entity-doubtful'])
    expect(
      of(
        [
          ['a', '221003 梅渡市水文站'],
          ['b', '221008 梅渡市水文站'],
        ],
        text,
      ),
    ).toEqual(['entity-doubtful', 'entity-doubtful'])
  })

  it('are counted where they have no names, unless a code of their table is in doubt', () => {
    const list = (table_id: string, entity: string, over: Partial<Fact> = {}) =>
      figure(table_id, 1, '3', { entity, ...over })
    const doubts = (facts: Partial<Fact>[]) =>
      withUnitDoubts(filingOf({ facts })).facts.map((f) => f.note.includes('entity-doubtful'))
    expect(doubts([list('a', '#1'), list('a', '#2')])).toEqual([false, false])
    const doubtful = { note: ['code-doubtful'] }
    expect(doubts([list('a', '#1'), list('a', '#2', doubtful)])).toEqual([true, true])
    // The code of a figure that is of no list says nothing of them.
    expect(doubts([list('a', '#1'), list('a', '', doubtful)])).toEqual([false, false])
    // Nor does another table, whose lists are counted by themselves.
    expect(doubts([list('a', '#1'), list('b', '#1', doubtful)])).toEqual([false, true])
  })

  it('are named so by enough tables, where others read the name otherwise', () => {
    const unit = '221003 梅渡市水文站'
    const read = (alike: number, ...otherwise: string[]) => {
      const tables = [...Array<string>(alike).fill(''), ...otherwise]
      const facts = tables.map((as, i) =>
        figure(`t${i}`, 1, '3', { entity: unit, note: as === '' ? [] : [`unit-read-as ${as}`] }),
      )
      return new Set(withUnitDoubts(filingOf({ facts })).facts.map((f) => f.note.includes('entity-doubtful')))
    }
    const [one, two] = ['221003 梅渡市木文站', '221003 梅渡市水文占']
    expect(read(2)).toEqual(new Set([false]))
    expect(read(2, one)).toEqual(new Set([true]))
    expect(read(4, one)).toEqual(new Set([false]))
    expect(read(4, one, two)).toEqual(new Set([false]))
    expect(read(4, one, one, one)).toEqual(new Set([true]))
  })
})

it('doubts a scanned row with one code where all others have that of both classifications', () => {
  const row = (n: string, economy_code: string, government_economy_code: string) =>
    figure('a', 1, n, { economy_code, government_economy_code })
  const facts = [
    row('9', '301', ''),
    row('1', '30101', '50101'),
    row('2', '30102', '50101'),
    row('3', '30201', '50201'),
    row('4', '30202', '50201'),
    row('5', '30211', ''),
  ]
  const doubts = (of: typeof facts) =>
    withPairDoubts(filingOf({ facts: of })).facts.map((f) => f.note.join(' '))
  expect(doubts(facts)).toEqual(['', '', '', '', '', 'code-doubtful'])
  expect(new Set(doubts(facts.map((f) => ({ ...f, method: 'text' }))))).toEqual(new Set(['']))
  expect(new Set(doubts(facts.slice(3)))).toEqual(new Set(['']))
})
