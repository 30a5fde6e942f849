import { describe, expect, it } from 'vitest'
import { causeOfMissed, causeOfWrong } from './causes.js'
import { compare, once, silent } from './compare.js'
import { contractKey, digitsOf, labelKey, type ReadFigure, type TrueFigure } from './figures.js'
import { tallyOf, verdicts } from './tally.js'

const truth = (raw: string, more: Partial<TrueFigure> = {}): TrueFigure => ({
  concept: 'expenditure',
  fund: 'all',
  function_code: '',
  economy_code: '',
  government_economy_code: '',
  nature: '',
  entity: '',
  year: '2025',
  basis: 'budget',
  measure: 'amount',
  value: digitsOf(raw),
  raw,
  source: 'table',
  page: 1,
  label: '合计',
  ...more,
})
const read = (raw: string, more: Partial<ReadFigure> = {}): ReadFigure => ({
  ...truth(raw),
  confidence: 0.99,
  status: 'unproven',
  value_read: '',
  note: [],
  ...more,
})
const counts = (c: ReturnType<typeof compare>) =>
  Object.fromEntries(Object.entries(c).map(([name, list]) => [name, list.length]))
const against = (t: TrueFigure[], r: ReadFigure[]) => compare(t, r, contractKey)

describe('figures of a scan against the truth', () => {
  it.each([
    ['right', [truth('12.5')], [read('12.5')], { right: 1 }],
    ['other value', [truth('12.5')], [read('12.6')], { wrong: 1 }],
    ['not read', [truth('12.5')], [], { missed: 1 }],
    ['a key that is not printed', [], [read('12.5')], { extra: 1 }],
    ['other code', [truth('12.5', { function_code: '201' })], [read('12.5')], { missed: 1, extra: 1 }],
    [
      'a key twice, one read',
      [truth('12.5'), truth('12.5', { page: 2 })],
      [read('12.5')],
      { right: 1, missed: 1 },
    ],
    [
      'a key twice, one wrong',
      [truth('12.5'), truth('12.5')],
      [read('12.5'), read('125')],
      { right: 1, wrong: 1 },
    ],
    [
      'read more often than printed',
      [truth('12.5')],
      [read('12.5'), read('12.5')],
      { right: 1, repeated: 1 },
    ],
    ['one value more than printed', [truth('12.5')], [read('12.5'), read('7')], { right: 1, extra: 1 }],
    [
      'two values under a key, each where it stands',
      [truth('1', { page: 1 }), truth('2', { page: 2 })],
      [read('2', { page: 2 }), read('7', { page: 1 })],
      { right: 1, wrong: 1 },
    ],
  ])('%s', (_, t, r, expected) => {
    const none = { right: 0, wrong: 0, missed: 0, repeated: 0, extra: 0 }
    expect(counts(against(t, r))).toEqual({ ...none, ...expected })
  })

  it('pairs a wrong value with the figure of its own page', () => {
    const { wrong } = against(
      [truth('1', { page: 1 }), truth('2', { page: 2 })],
      [read('9', { page: 2 }), read('8', { page: 1 })],
    )
    expect(wrong.map((p) => [p.truth.raw, p.read.raw])).toEqual([
      ['1', '8'],
      ['2', '9'],
    ])
  })

  it('counts a key and value once where the labels do', () => {
    expect(
      once([truth('1'), truth('1', { page: 2 }), truth('2')], labelKey).map((f) => [f.raw, f.page]),
    ).toEqual([
      ['1', 1],
      ['2', 1],
    ])
  })
})

describe('what a reader would believe though it is wrong', () => {
  const silently = (figure: Partial<ReadFigure>) =>
    silent(against([truth('12.5')], [read('12.6', figure)]), new Set()).wrong.length
  it.each<[string, Parameters<typeof silently>[0], number]>([
    ['sure and in no identity', {}, 1],
    ['sure and proven', { status: 'proven' }, 1],
    ['disputed', { status: 'disputed' }, 0],
    ['little confidence', { confidence: 0.79 }, 0],
    ['little confidence, but proven', { confidence: 0.79, status: 'proven' }, 1],
    ['little confidence, but settled', { confidence: 0.5, value_read: '12.4' }, 1],
    ['marked by the program', { note: ['read-with-doubt'] }, 0],
  ])('%s', (_, figure, expected) => expect(silently(figure)).toBe(expected))

  it('is an extra figure too: made up, or printed and misplaced', () => {
    const compared = against([], [read('7'), read('1,000.5'), read('8', { confidence: 0.1 })])
    const { wrong, misplaced } = silent(compared, new Set(['1 1000.5', '2 7']))
    expect(wrong.map((f) => f.raw)).toEqual(['7'])
    expect(misplaced.map((f) => f.raw)).toEqual(['1,000.5'])
  })

  it('is no repeated figure', () => {
    expect(silent(against([truth('1')], [read('1'), read('1')]), new Set())).toEqual({
      wrong: [],
      misplaced: [],
    })
  })
})

it('counts, and says which targets are met', () => {
  const compared = against(
    [truth('1'), truth('2', { fund: 'general' }), truth('3', { measure: 'count' })],
    [read('1', { confidence: 0.5 }), read('4', { fund: 'general' })],
  )
  const believed = silent(compared, new Set())
  const all = tallyOf(compared, believed, () => true)
  const money = tallyOf(compared, believed, (f) => f.measure === 'amount')
  expect(all).toMatchObject({ truth: 3, right: 1, wrong: 1, missed: 1, read: 2, unsure: 1, silentWrong: 1 })
  expect(money).toMatchObject({ truth: 2, missed: 0 })
  const lines = verdicts({ recall: 30, silent: 0, unsure: 50 }, all, money)
  expect(lines.map((line) => line.startsWith('met'))).toEqual([true, false, true])
})

describe('the cause', () => {
  const wrong = (printed: string, got: string, elsewhere: string[] = []) =>
    causeOfWrong(truth(printed), read(got), new Set(elsewhere))
  it.each([
    ['1,234.56', '1,284.56', '3 read as 8'],
    ['1,234.56', '1,289.56', 'several digits misread'],
    ['1,234.56', '123456', 'point lost'],
    ['1,234.56', '12.3456', 'point moved'],
    ['1,234.56', '234.56', 'digits lost'],
    ['234.56', '1234.56', 'digits added'],
    ['12', '12万', 'unit, or words that state a value'],
  ])('of %s as %s: %s', (printed, got, cause) => expect(wrong(printed, got)).toBe(cause))

  it('may be another figure of the page, or a hand that settled it wrongly', () => {
    expect(wrong('12.5', '13.5', ['1 13.5'])).toBe('another figure of the page in its place')
    expect(causeOfWrong(truth('12.5'), read('13.5', { value_read: '12.5' }), new Set())).toBe(
      'read right, then settled wrongly',
    )
  })

  it('of a missed figure says where its digits went', () => {
    const figure = truth('1,234.56', { function_code: '2010301' })
    const other = [read('1,234.56', { function_code: '2010801' }), read('1,234.56', { fund: 'general' })]
    expect(causeOfMissed(figure, { figures: other, loose: [] })).toBe('bound to another function_code')
    const loose = [{ text: '1234.56', reason: 'listed' }]
    expect(causeOfMissed(figure, { figures: [read('9')], loose })).toBe('read, but no fact: listed')
    expect(causeOfMissed(figure, { figures: [read('9')], loose: [] })).toBe('digits not read')
    expect(causeOfMissed(figure, { figures: [], loose: [] })).toBe('nothing read on the page')
  })
})
