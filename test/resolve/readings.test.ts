import { describe, expect, it } from 'vitest'
import { speaker } from '../../src/locales/index.js'
import type { Fact } from '../../src/model/filing.js'
import type { Alternative } from '../../src/model/page.js'
import { type Identity, isReadWithDoubt } from '../../src/model/reading.js'
import type { Text } from '../../src/model/text.js'
import { candidatesOf } from '../../src/resolve/candidates.js'
import { marked } from '../../src/resolve/doubt.js'
import { weighedByFormat } from '../../src/resolve/format.js'
import { printedFigure } from '../../src/resolve/printed-figure.js'
import { showFiling } from '../../src/review/index.js'
import { pageSvg } from '../../src/review/page-svg.js'
import { factOf, filingOf } from '../check/filing-of.js'

/** Characters of which some are unsure: index → confidence and alternatives. */
const print = (text: string, unsure: Record<number, [number, ...[string, number][]]>): Text => ({
  text,
  glyphs: [...text].map((char, i) => {
    const [confidence, ...others] = unsure[i] ?? [0.99]
    const alternatives: Alternative[] = others.map(([to, c]) => ({ text: to, confidence: c }))
    return {
      text: char,
      page: 1,
      size: 9,
      bold: false,
      x0: i,
      x1: i + 1,
      y0: 0,
      y1: 9,
      confidence,
      alternatives,
    }
  }),
})

const candidates = (text: Text) => candidatesOf(text, text.text).map((c) => c.text)

describe('other readings of a figure', () => {
  it.each<[string, Text, string[]]>([
    ['one unsure digit', print('123.45', { 2: [0.6, ['8', 0.3]] }), ['128.45']],
    ['a sure digit with alternatives', print('123.45', { 2: [0.95, ['8', 0.3]] }), []],
    ['alternatives that are noise', print('123.45', { 2: [0.6, ['8', 0.019]] }), []],
    ['a lost point', print('10050', { 2: [0.8, ['0.', 0.1]] }), ['100.50']],
    ['a character too many', print('1,2334.00', { 4: [0.5, ['', 0.4]] }), ['1,234.00']],
    ['groups that are none', print('1,234.00', { 1: [0.5, ['7', 0.4]] }), ['17234.00']],
    ['a zero in front', print('123.45', { 0: [0.5, ['0', 0.4]] }), []],
    ['letters', print('123.45', { 0: [0.5, ['l', 0.4]] }), []],
    [
      'two unsure digits, likeliest first',
      print('12', { 0: [0.5, ['7', 0.4]], 1: [0.5, ['3', 0.1]] }),
      ['72', '13', '73'],
    ],
    [
      'three unsure digits change two at a time',
      print('111', { 0: [0.5, ['7', 0.4]], 1: [0.5, ['7', 0.4]], 2: [0.5, ['7', 0.4]] }),
      ['711', '171', '117', '771', '717', '177'],
    ],
  ])('%s', (_, text, expected) => {
    expect(candidates(text)).toEqual(expected)
  })

  it('are limited in number', () => {
    const all: [string, number][] = ['2', '3', '4'].map((c) => [c, 0.1])
    const unsure = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [i, [0.5, ...all]]))
    expect(candidates(print('111111111111', unsure as never)).length).toBe(64)
  })
})

describe('a printed figure', () => {
  it.each([
    ['1,234.50', '1234.5', 2],
    ['－3', '-3', 0],
    ['（12.00）', '12', 2],
    ['0.05', '0.05', 2],
    ['12%', '12', 0],
  ])('%s', (text, value, decimals) => {
    const figure = printedFigure(text)
    expect([figure?.value.toFixed(), figure?.decimals]).toEqual([value, decimals])
  })

  it.each(['012', '1,23', '12,3456', '1234,567', '1.2.3', '无', '', '.'])('%s is none', (text) => {
    expect(printedFigure(text)).toBeUndefined()
  })
})

describe('the form of a column', () => {
  const column = (...raws: string[]) =>
    weighedByFormat(
      raws.map((raw, i) =>
        factOf(
          {
            raw,
            value: raw === '0' ? '0' : '1',
            decimals: raw.split('.')[1]?.length ?? 0,
            row: i,
            method: 'ocr',
            confidence: 0.9,
          },
          i,
        ),
      ),
    ).map((f) => f.confidence)

  it('lowers what has other decimals, no groups, or a zero in front', () => {
    expect(column('1.00', '2.00', '3.00', '4.00', '500')).toEqual([0.9, 0.9, 0.9, 0.9, 0.5])
    expect(column('1,001.00', '2,001.00', '3,001.00', '4,001.00', '5001.00')).toEqual([
      0.9, 0.9, 0.9, 0.9, 0.5,
    ])
    expect(column('1.00', '2.00', '3.00', '4.00', '05.00')).toEqual([0.9, 0.9, 0.9, 0.9, 0.5])
  })

  it('leaves zeros, small figures and columns without a form of their own', () => {
    expect(column('1.00', '2.00', '3.00', '4.00', '0')).not.toContain(0.5)
    expect(column('1,001.00', '2,001.00', '3,001.00', '4,001.00', '5.00')).not.toContain(0.5)
    expect(column('1.00', '2.0', '3', '4.00', '5')).not.toContain(0.5)
  })

  it('is told by the rest of the table where a column has too few figures', () => {
    const cell = (raw: string, column: number) =>
      factOf(
        { raw, value: '1', decimals: raw.split('.')[1]?.length ?? 0, column, method: 'ocr', confidence: 0.9 },
        column,
      )
    const row = (...raws: string[]) => weighedByFormat(raws.map(cell)).map((f) => f.confidence)
    expect(row('1.00', '2.00', '3.00', '4.00', '5.0')).toEqual([0.9, 0.9, 0.9, 0.9, 0.5])
    expect(row('1.00', '2.00', '3', '4', '5.0')).not.toContain(0.5)
  })

  it('is nothing to a text layer', () => {
    const facts = ['1.00', '2.00', '3.00', '4.00', '5'].map((raw, i) => factOf({ raw, value: '1' }, i))
    expect(weighedByFormat(facts)).toEqual(facts)
  })
})

describe('an unsure digit of which no other reading is known', () => {
  const figure = { method: 'ocr', confidence: 0.6, raw: '12.34', value: '123400' } as const
  const total = { method: 'ocr', confidence: 0.99, raw: '12.34', value: '123400' } as const
  /** Whether the figure stays in doubt beside a sum that holds, which sees no less than this many 元. */
  const isDoubtful = (unsure: number, tolerance: string, isSum = true) => {
    const filing = filingOf([figure, total])
    const facts = filing.facts.map((f) => f.fact_id)
    const outcome = { outcome: 'pass', facts, tolerance } as Identity['outcome']
    const readings = new Map([['f0', print('12.34', { [unsure]: [0.6] })]])
    return marked(filing, readings, [{ outcome, isSum }]).facts.map(isReadWithDoubt)[0]
  }

  it('is confirmed by a sum that one more of it would break', () => {
    expect(isDoubtful(0, '100')).toBe(false)
    expect(isDoubtful(4, '10')).toBe(false)
  })

  it('is not by a sum that would hold all the same', () => {
    expect(isDoubtful(4, '100')).toBe(true)
    expect(isDoubtful(3, '1000')).toBe(true)
    expect(isDoubtful(0, '100', false)).toBe(true)
  })

  it('counts what it is worth in the unit that it is printed in', () => {
    const filing = filingOf([{ ...figure, unit: '元', value: '12.34' }])
    const outcome = { outcome: 'pass', facts: ['f0'], tolerance: '1' } as Identity['outcome']
    const of = (at: number) =>
      marked(filing, new Map([['f0', print('12.34', { [at]: [0.6] })]]), [{ outcome, isSum: true }])
    expect([0, 1].map((at) => of(at).facts.some(isReadWithDoubt))).toEqual([false, true])
  })
})

describe('what a person is shown of doubt', () => {
  const speak = speaker('en')
  const scanned: Partial<Fact> = { method: 'ocr', raw: '3.20', value: '32000', bbox: '10.0 10.0 30.0 20.0' }
  const filing = {
    ...filingOf([
      { ...scanned, confidence: 0.98 },
      { ...scanned, confidence: 0.5, note: ['read-with-doubt'], bbox: '10.0 30.0 30.0 40.0' },
      { ...scanned, confidence: 0.5, value_read: '82000', bbox: '10.0 50.0 30.0 60.0' },
    ]),
    pages: [
      { page: 1, width: 100, height: 80, method: 'ocr' as const, doubt: '', characters: 4, printed_page: '' },
    ],
    contract_version: '1' as const,
    set_id: '',
    organization_id: '',
    completeness: [],
    score: null,
    engine: '',
    outcomes: [],
    doubts: [],
    findings: [],
  }

  it('as text: what is unsure, what was read otherwise, and nothing of what was read well', () => {
    const lines = showFiling(filing, speak)
      .split('\n')
      .filter((l) => l.startsWith('p1'))
    expect(lines.map((l) => [/unsure/.test(l), /read as 82000/.test(l)])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ])
  })

  it('as a picture: a box for each, with its name', () => {
    const text = print('3', { 0: [0.5] })
    const line = { page: 1, box: { x0: 0, y0: 0, x1: 1, y1: 9 }, text, size: 9, bold: false }
    const svg = pageSvg(filing, [line], 1, (fate) => `<${fate}>`)
    expect(svg.match(/<rect x=.*/g)?.map((r) => /&lt;(\w+)&gt;/.exec(r)?.[1])).toEqual([
      'unproven',
      'unsure',
      'settled',
    ])
    expect(svg).toMatch(/<text x="0" .*>3<\/text>/)
  })
})
