import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import type { Document } from '../../src/model/document.js'
import type { Extracted } from '../../src/model/filing.js'
import type { Glyph, Page } from '../../src/model/page.js'
import { damageTable, silentList } from './damage-report.js'
import { damaged, isHarmless, judged, type Outcome } from './damaged.js'
import { withGlyphs } from './damages/in-tables.js'
import { WORD_DAMAGES } from './damages/in-words.js'
import { Damager, KINDS } from './damages/index.js'
import { wordsOf } from './damages/places.js'
import { type Recognized, recognizedFilings, understood } from './recognized.js'

const glyphs = (text: string): Glyph[] =>
  [...text].map((c, i) => ({
    text: c,
    page: 1,
    x0: 10 * i,
    x1: 10 * i + 10,
    y0: 0,
    y1: 10,
    size: 10,
    bold: false,
    confidence: 0.99,
    alternatives: [],
  }))

const read = (place: keyof typeof WORD_DAMAGES, name: string, text: string, sure = true, seed = 1) =>
  WORD_DAMAGES[place][name]?.(glyphs(text), new Random(seed), sure)
const textOf = (found: Glyph[] | undefined) => found?.map((g) => g.text).join('')

describe('words as a recognizer damages them', () => {
  it.each([
    ['head', 'character doubled', '款', '款款'],
    ['head', 'character in two pieces', '合', '人口'],
    ['head', 'all lost', '款', ''],
    ['unit line', '万 lost', '单位：万元', '单位：元'],
    ['unit line', '元 as 无', '单位：万元', '单位：万无'],
    ['page number', 'as strokes', '—8—', '-1丨'],
    ['page number', 'as a letter', '8', 'B'],
    ['page number', 'all lost', '—8—', ''],
    ['code', 'digit doubled', '7', '77'],
  ] as const)('%s: %s', (place, name, printed, as) => {
    expect(textOf(read(place, name, printed))).toBe(as)
  })

  it('leaves what a damage does not fit', () => {
    expect(read('unit line', '万 lost', '单位：元')).toBeUndefined()
    expect(read('head', 'look-alike', '—')).toBeUndefined()
    expect(read('year', 'other year', '二〇三一')).toBeUndefined()
  })

  it('knows what is printed only where it is not sure', () => {
    const [sure] = read('head', 'look-alike', '未') ?? []
    expect(sure).toMatchObject({ text: '末', confidence: 0.98, alternatives: [] })
    const [unsure] = read('head', 'look-alike', '未', false) ?? []
    expect(unsure).toMatchObject({ text: '末', confidence: 0.6, alternatives: [{ text: '未' }] })
  })

  it('puts the halves of a character where it stood', () => {
    const halves = read('head', 'character in two pieces', '款') ?? []
    expect(halves.map((g) => [g.x0, g.x1])).toEqual([
      [0, 5],
      [5, 10],
    ])
  })
})

describe('a filing with one damage', () => {
  let filing: Recognized
  let whole: { document: Document; filing: Extracted }
  beforeAll(async () => {
    const samples = new URL('../../samples/filings/', import.meta.url).pathname
    const found = await recognizedFilings(`${samples}泽岭`, '综合预算.pdf')
    filing = found[0] as Recognized
    whole = understood(filing.source, filing.pages)
  })

  const after = (page: Page) =>
    understood(
      filing.source,
      filing.pages.map((p) => (p.number === page.number ? page : p)),
    ).filing.facts

  it('is read as its text layer is, though every character is a recognized one', () => {
    const { facts } = whole.filing
    expect(facts.length).toBeGreaterThan(200)
    expect(facts.every((f) => f.method === 'ocr')).toBe(true)
    const again = judged(facts, understood(filing.source, filing.pages).filing.facts)
    expect(isHarmless({ ...again, kind: '', file: '', page: 0, what: '' })).toBe(true)
  })

  it('holds every kind of words, and every kind of damage can be drawn', () => {
    const places = new Set(wordsOf(whole.document).map((w) => w.place))
    expect([...places].sort()).toEqual(
      ['code', 'head', 'heading', 'name', 'owner', 'page number', 'title', 'unit line', 'year'].sort(),
    )
    const damager = new Damager(filing.pages, whole.document)
    expect(KINDS.filter((kind) => !damager.draw(kind, new Random(3), true))).toEqual([])
  })

  it('counts a figure that another stands in place of, and one that is gone', () => {
    const [first, second, ...rest] = whole.filing.facts.filter((f) => f.page > 0)
    if (!first || !second) throw new Error('no facts')
    const other = { ...first, year: '1999', status: 'proven' as const }
    const silent = judged([first, second, ...rest], [other, ...rest])
    expect([silent.silent.length, silent.proven.length, silent.lost]).toEqual([1, 1, 1])
    expect(silent.silent[0]?.truth).toBe(first)
    const noted = judged([first], [{ ...other, note: ['read-with-doubt'] }])
    expect([noted.silent.length, noted.marked]).toEqual([0, 1])
    const disputed = judged([first], [{ ...other, status: 'disputed' as const }])
    expect([disputed.silent.length, disputed.disputed]).toEqual([0, 1])
  })

  it.each([
    ['unit line', '万'],
    ['year', '5'],
  ] as const)('is noticed where its %s is another: no figure is silently wrong', (place, char) => {
    const damaged = wordsOf(whole.document).find(
      (w) => w.place === place && w.glyphs.some((g) => g.text === char),
    )
    const glyph = damaged?.glyphs.findLast((g) => g.text === char)
    const page = filing.pages.find((p) => p.number === damaged?.page)
    if (!glyph || !page) throw new Error(`no ${place} with ${char}`)
    const read = place === 'year' ? [{ ...glyph, text: '4' }] : []
    const outcome = judged(whole.filing.facts, after(withGlyphs(page, new Map([[glyph, read]]))))
    expect(outcome.marked + outcome.disputed).toBeGreaterThan(10)
    expect([...outcome.silent, ...outcome.proven]).toEqual([])
  })

  it('misleads nobody by its page numbers', () => {
    const kinds = KINDS.filter((k) => k.startsWith('page number'))
    const outcomes = damaged([filing], kinds.length, new Random(1), kinds)
    expect(outcomes).toHaveLength(kinds.length)
    expect(outcomes.flatMap((o) => [...o.silent, ...o.proven])).toEqual([])
  })

  it('is damaged alike for the same seed', () => {
    const of = (seed: number) => damaged([filing], 4, new Random(seed)).map((o) => o.what)
    const first = of(5)
    expect(of(5)).toEqual(first)
    expect(of(6)).not.toEqual(first)
  })
})

describe('the report of damages', () => {
  const outcome = (over: Partial<Outcome>): Outcome => ({
    kind: 'head: all lost',
    file: 'f.pdf',
    page: 2,
    what: '款 → (nothing)',
    lost: 0,
    marked: 0,
    disputed: 0,
    silent: [],
    proven: [],
    doubted: 0,
    ...over,
  })

  it('counts by kind, by place and in all', () => {
    const all = [
      outcome({}),
      outcome({ lost: 3 }),
      outcome({ marked: 2 }),
      outcome({ kind: 'year: other', disputed: 1 }),
    ]
    expect(damageTable(all).split('\n').slice(2)).toEqual([
      '| head: all lost | 3 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 1.0 | 0.0 |',
      '| year: other | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0.0 | 0.0 |',
      '| **head** | 3 | 1 | 1 | 1 | 0 | 0 | 0 | 0 | 1.0 | 0.0 |',
      '| **year** | 1 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0.0 | 0.0 |',
      '| **all** | 4 | 1 | 1 | 1 | 1 | 0 | 0 | 0 | 0.8 | 0.0 |',
    ])
  })

  it('lists only what misleads', () => {
    expect(silentList([outcome({ marked: 2 })])).toBe('')
  })
})
