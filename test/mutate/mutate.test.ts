import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import { checkFiling } from '../../src/check/index.js'
import { type Figure, figuresOf, withFigure } from './alter.js'
import { type Placed, readFilings } from './filings.js'
import { judge, said } from './judge.js'
import { CHANGES, type Change, changed, type Print } from './print.js'
import { causes, table } from './report.js'
import { type Result, sample } from './sample.js'

const print = (raw: string, value: string, unit = '万元'): Print => ({
  raw,
  value,
  unit,
  decimals: raw.split('.')[1]?.length ?? 0,
})

/** Everything that a change may make of a print. */
const all = (p: Print, change: Change): string[] =>
  [
    ...new Set(
      Array.from({ length: 300 }, (_, seed) => changed(p, change, new Random(seed * 7919))?.raw ?? '-'),
    ),
  ].sort()

describe('a figure printed otherwise', () => {
  const p = print('1,200.50', '12005000')

  it.each([
    ['transposed', ['1,020.50', '1,200.05', '1,205.00', '2,100.50']],
    ['factor-10', ['12,005.00', '120.05']],
    ['factor-10000', ['0.12', '12,005,000.00']],
    ['sign', ['-1,200.50']],
    ['point', ['120,050']],
  ] as const)('%s', (change, prints) => {
    expect(all(p, change)).toEqual([...prints])
  })

  it('has one other digit, and no zero in front', () => {
    const made = all(print('12', '12', '元'), 'digit')
    expect(made).toContain('10')
    expect(made).not.toContain('02')
    expect(made).toHaveLength(17)
  })

  it('keeps raw, value and decimals of one mind', () => {
    expect(changed(p, 'point', new Random(1))).toEqual(print('120,050', '1200500000'))
    // 减少 10.00: the word goes on to make it negative.
    expect(changed(print('10.00', '-100000'), 'point', new Random(1))?.value).toBe('-10000000')
    expect(changed(print('10.00', '-100000'), 'sign', new Random(1))?.value).toBe('100000')
  })

  it('is no change where the value stays, or where no digits say what it is worth', () => {
    expect(changed(print('0.00', '0'), 'sign', new Random(1))).toBeUndefined()
    expect(changed(print('0.00', '0'), 'point', new Random(1))).toBeUndefined()
    expect(changed(print('77', '77', '元'), 'transposed', new Random(1))).toBeUndefined()
    expect(changed(print('无', '0'), 'digit', new Random(1))).toBeUndefined()
    expect(changed(print('12.00', '70000'), 'digit', new Random(1))).toBeUndefined()
    expect(changed(print('12', '12', '人'), 'digit', new Random(1))).toBeUndefined()
  })
})

describe('a filing with one figure changed', () => {
  let filings: Placed[]
  beforeAll(async () => {
    const root = new URL('../../samples/filings/', import.meta.url).pathname
    filings = [...(await readFilings(`${root}云汀`)), ...(await readFilings(`${root}栖霞岭`))]
  })

  it('differs in the facts of this print, their cell and their sentence, and in nothing else', () => {
    const [{ filing }] = filings as [Placed]
    const figures = figuresOf(filing)
    for (const source of ['table', 'prose']) {
      const figure = figures.find((f) => f.facts[0]?.source === source && f.print.raw.length > 3) as Figure
      const other = withFigure(filing, figure, print('9.99', '99900'))
      expect(other.facts.filter((f) => f.raw === '9.99')).toHaveLength(figure.facts.length)
      expect(other.facts.filter((f, i) => f !== filing.facts[i])).toHaveLength(figure.facts.length)
      const cells = (f: typeof filing) => f.tables.flatMap((t) => t.cells.map((c) => c.text))
      const moved = cells(other).filter((text, i) => text !== cells(filing)[i])
      expect(moved).toEqual(source === 'table' ? ['9.99'] : [])
    }
  })

  it('takes facts of one print together: 收入支出总计 is one figure', () => {
    const two = filings.flatMap(({ filing }) => figuresOf(filing)).filter((f) => f.facts.length > 1)
    expect(two.map((f) => f.facts.map((x) => x.concept).sort())).toContainEqual([
      'expenditure.grand-total',
      'revenue.grand-total',
    ])
  })

  it('raises no alarm while nothing is changed', () => {
    for (const { filing } of filings) {
      const checked = checkFiling(filing)
      expect(checked.findings).toEqual([])
      const before = said(checked)
      for (const figure of figuresOf(filing).slice(0, 20)) {
        const after = said(checkFiling(withFigure(filing, figure, figure.print)))
        expect(judge(figure, figure.print, before, after)).toMatchObject({ noticed: false })
        expect(after.outcomes).toEqual(before.outcomes)
      }
    }
  })

  it('is the same alarm whatever the order of facts', () => {
    const [{ filing }] = filings as [Placed]
    const figure = figuresOf(filing).find((f) => f.facts[0]?.source === 'table') as Figure
    const wrong = withFigure(filing, figure, print('9,876,543.21', '98765432100'))
    const ids = (of: typeof filing) => {
      const { outcomes, findings } = checkFiling(of)
      return [
        ...outcomes.map((o) => `${o.outcome_id} ${o.outcome}`),
        ...findings.map((f) => f.finding_id),
      ].sort()
    }
    expect(checkFiling(wrong).findings.length).toBeGreaterThan(0)
    expect(ids({ ...wrong, facts: [...wrong.facts].reverse() })).toEqual(ids(wrong))
  })

  it('is noticed whenever it leaves every interval it stands in, and no longer proven', () => {
    const results = sample(filings, 120, new Random(3))
    expect(results).toHaveLength(120)
    const out = results.filter((r) => r.leaves)
    expect(out.length).toBeGreaterThan(60)
    // Below the sum of its list a change may be that of items of last year which are gone: nobody can tell.
    const isOpen = (r: Result) => r.reason.endsWith('items-of-last-year')
    expect(out.filter((r) => (!r.noticed && !isOpen(r)) || r.proven)).toEqual([])
    expect(out.filter(isOpen).length).toBeLessThan(3)
    for (const change of CHANGES) expect(results.filter((r) => r.change === change)).toHaveLength(20)
  })

  it('changes the same figures for the same seed', () => {
    const few = filings.slice(0, 1)
    const examples = (seed: number, of = few) => sample(of, 12, new Random(seed)).map((r) => r.example)
    const first = examples(5)
    expect(examples(6)).not.toEqual(first)
    // Neither what was sampled before nor the objects at hand matter.
    expect(examples(5, structuredClone(few))).toEqual(first)
  })
})

describe('the report', () => {
  const result = (over: Partial<Result>): Result => ({
    change: 'digit',
    place: '云汀',
    source: 'table',
    unit: '元',
    kind: 'k',
    example: 'e',
    noticed: true,
    proven: false,
    leaves: true,
    reason: '',
    ...over,
  })
  const results = [
    result({}),
    result({ noticed: false, proven: true, reason: 'why' }),
    result({ leaves: undefined }),
  ]

  it('counts by any key, and apart those that leave every interval', () => {
    expect(
      table('unit', results, (r) => r.unit)
        .split('\n')
        .slice(2),
    ).toEqual([
      '| 元 | 3 | 2 (66.7 %) | 1 | 2 | 1 (50.0 %) | 1 |',
      '| **all** | 3 | 2 (66.7 %) | 1 | 2 | 1 (50.0 %) | 1 |',
    ])
  })

  it('lists causes, the commonest first', () => {
    const list = causes('t', [...results, result({ reason: 'why' })], (r) => r.reason || 'none', 1)
    expect(list.split('\n').slice(2)).toEqual(['- 2 × none — e.g. e', '- and 1 kinds more'])
    expect(causes('t', [], (r) => r.reason)).toBe('')
  })
})
