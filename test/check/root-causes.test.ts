import { describe, expect, it } from 'vitest'
import { followOwn } from '../../src/check/causes/between-filings.js'
import { hinted } from '../../src/check/causes/hints.js'
import { ledBy } from '../../src/check/causes/led-by.js'
import { ledByOneDifference } from '../../src/check/causes/one-difference.js'
import { rootCauses } from '../../src/check/causes/root-causes.js'
import type { Check, Judgement } from '../../src/check/check.js'
import type { Judged } from '../../src/check/judged.js'
import { writtenFor } from '../../src/check/pen-slips.js'
import { judgeQuotient, quotientOfChange } from '../../src/check/quotients.js'
import { judgeSame, judgeSum } from '../../src/check/sums.js'
import type { CheckOutcome, Fact, Finding } from '../../src/model/filing.js'
import { decimal } from '../../src/model/money.js'
import type { Saying } from '../../src/model/saying.js'
import { filingOf } from './filing-of.js'

const fact = (id: string, value: string, over: Partial<Fact> = {}): Fact =>
  ({
    fact_id: id,
    label: id,
    value,
    raw: value,
    unit: '元',
    decimals: 0,
    measure: 'amount',
    page: 1,
    bbox: id,
    source: 'table',
    table_id: 't',
    row: null,
    column: null,
    year: '2031',
    ...over,
  }) as Fact
const cell = (row: number, column: number, value: string, table = 't'): Fact =>
  fact(`${table}-${row}-${column}`, value, { row, column, table_id: table, label: `行${row}` })

let count = 0
const judged = (judgement: Judgement, id = 'YS-TABLE-ROW-NATURE'): Judged => ({
  check: { id } as Check,
  judgement,
  outcome: { outcome_id: `${judgement.subject}-${count++}` } as CheckOutcome,
})
const sum = (total: Fact, parts: Fact[], id?: string) => judged(judgeSum(total.fact_id, total, parts), id)
const findingsOf = (list: readonly Judged[], severity: Finding['severity'] = 'error'): Finding[] =>
  list
    .filter((j) => j.judgement.outcome === 'fail')
    .map(
      (j) =>
        ({
          finding_id: j.outcome.outcome_id,
          outcome_ids: [j.outcome.outcome_id],
          facts: j.judgement.facts.map((f) => f.fact_id),
          difference: j.judgement.difference,
          severity,
          said: [] as Saying[],
          root_cause_id: '',
          lowered_from: '',
          follows_from: '',
        }) as unknown as Finding,
    )
const codes = (finding: Finding | undefined) => finding?.said.map((s) => s.code)

/** Each row total = two natures, a column of parents over items: 6 rows, of which the total column may be broken. */
const ITEMS = ['120', '75', '33', '48', '91', '57']
function table(totals: readonly string[]) {
  const rows = ITEMS.map((whole, i) => {
    const basic = `${Number(whole) - 10 - i}`
    return [cell(i, 1, totals[i] as string), cell(i, 2, basic), cell(i, 3, `${10 + i}`)] as const
  })
  const top = cell(9, 1, '424')
  return {
    facts: [top, ...rows.flat()],
    judged: [
      ...rows.map(([total, ...parts]) => sum(total, parts)),
      sum(
        top,
        rows.map(([total]) => total),
        'YS-TABLE-COLUMN-TOTAL',
      ),
    ],
  }
}

describe('root causes', () => {
  const total = fact('total', '100')
  const section = fact('section', '70')
  const other = fact('other', '40')
  const item = fact('item', '60')

  it('names the one figure whose change makes several sums hold', () => {
    const list = [sum(total, [section, other]), sum(section, [item])]
    const causes = rootCauses(list, [])
    expect(causes).toHaveLength(1)
    expect(causes[0]?.explained).toEqual(list)
    expect(causes[0]?.slips).toMatchObject([{ pattern: 'one-figure', fact: { fact_id: 'section' } }])
  })

  it('names none where another sum already confirms the figure, or one sum fails alone', () => {
    const list = [sum(total, [section, other]), sum(section, [item])]
    expect(rootCauses([...list, sum(section, [fact('again', '70')])], [])).toEqual([])
    expect(rootCauses(list.slice(0, 1), [])).toEqual([])
  })

  it('takes a percentage that holds with the figure for a second witness, and no other', () => {
    const change = fact('change', '30', { measure: 'change' })
    const changes = [fact('c1', '12', { measure: 'change' }), fact('c2', '8', { measure: 'change' })]
    const pct = (printed: string): Judged => {
      const percentage = fact('pct', printed, { measure: 'change-pct', unit: '%', decimals: 2 })
      const now = fact('now', '120')
      return judged(judgeQuotient('pct', [percentage, now, change], quotientOfChange(now, change)))
    }
    // 20 of 100 more than the year before; 30 would be a third.
    const list = [sum(change, changes), pct('20')]
    const [cause] = rootCauses(list, [])
    expect(cause?.explained).toEqual(list)
    expect(cause?.slips).toMatchObject([{ pattern: 'one-figure', fact: { fact_id: 'change' } }])
    expect(rootCauses([sum(change, changes), pct('50')], [])).toEqual([])
  })

  it('blames the print that the fewest others support', () => {
    const text = fact('text', '88', { source: 'prose', table_id: '', section_id: 's' } as Partial<Fact>)
    const tables = ['a', 'b', 'c'].map((id) => fact(id, '873', { table_id: id }))
    const rest = fact('rest', '127', { source: 'prose', table_id: '', section_id: 's' } as Partial<Fact>)
    const whole = fact('whole', '1000', { source: 'prose', table_id: '', section_id: 's' } as Partial<Fact>)
    const list = [...tables.map((t) => judged(judgeSame('same', text, t))), sum(whole, [text, rest])]
    const [cause, ...others] = rootCauses(list, [])
    expect(others).toEqual([])
    expect(cause?.slips).toMatchObject([{ pattern: 'one-figure', fact: { fact_id: 'text' } }])
    expect(cause?.explained).toHaveLength(4)
  })

  it('finds a column whose figures stand one row too high, and its one finding above what follows', () => {
    const whole = table(ITEMS)
    expect(rootCauses(whole.judged, whole.facts)).toEqual([])
    const shifted = table(['120', '33', '48', '91', '57', '0'])
    const [cause, ...others] = rootCauses(shifted.judged, shifted.facts)
    expect(others).toEqual([])
    expect(cause?.slips).toMatchObject([{ pattern: 'shifted', along: 'column', by: 1 }])
    const findings = findingsOf(shifted.judged)
    ledBy(cause as NonNullable<typeof cause>, filingOf(shifted.facts), findings)
    expect(findings.map((f) => f.severity).filter((s) => s === 'error')).toHaveLength(1)
    const [lead, ...rest] = findings
    expect(codes(lead)).toEqual(['root.shifted-up'])
    expect(rest.every((f) => f.follows_from === lead?.finding_id && f.lowered_from === 'error')).toBe(true)
  })

  it('finds two figures that stand in each other’s place', () => {
    const swapped = table(['120', '33', '75', '48', '91', '57'])
    const [cause, ...others] = rootCauses(swapped.judged, swapped.facts)
    expect(others).toEqual([])
    expect(cause?.slips).toMatchObject([{ pattern: 'exchanged' }])
    expect(cause?.explained).toHaveLength(2)
  })

  it('finds a table whose money is in another unit', () => {
    const own = [cell(0, 1, '12', 'a'), cell(1, 1, '5', 'a'), cell(2, 1, '7', 'a')]
    const theirs = [cell(0, 1, '120000', 'b'), cell(1, 1, '50000', 'b'), cell(2, 1, '70000', 'b')]
    const others = [cell(0, 1, '120000', 'c'), cell(1, 1, '50000', 'c'), cell(2, 1, '70000', 'c')]
    const list = [
      sum(own[0] as Fact, own.slice(1)),
      ...own.map((f, i) => judged(judgeSame('same', f, theirs[i] as Fact))),
      ...theirs.map((f, i) => judged(judgeSame('same', f, others[i] as Fact))),
    ]
    const [cause, ...more] = rootCauses(list, [...own, ...theirs, ...others])
    expect(more).toEqual([])
    expect(cause?.slips).toMatchObject([{ pattern: 'other-unit', power: 4 }])
    expect(cause?.explained).toHaveLength(3)
  })

  it('finds totals of a column that all leave out one of theirs', () => {
    const rows = [
      [30, 20, 7],
      [50, 31, 9],
      [44, 12, 4],
    ].map((parts, i) => [
      cell(i, 1, `${(parts[0] as number) + (parts[1] as number)}`),
      ...parts.map((p, j) => cell(i, j + 2, `${p}`)),
    ])
    const list = rows.map(([whole, ...parts]) => sum(whole as Fact, parts))
    const [cause, ...others] = rootCauses(list, rows.flat())
    expect(others).toEqual([])
    expect(cause?.slips).toMatchObject([
      { pattern: 'off-by', along: 'row', isShort: true, by: [{ column: 4 }] },
    ])
    const findings = findingsOf(list)
    ledBy(cause as NonNullable<typeof cause>, filingOf(rows.flat()), findings)
    expect(codes(findings[0])).toEqual(['root.short-of-columns'])
  })

  it('puts the finding that names the figure before the others, and moves no finding of another cause', () => {
    const list = [sum(total, [section, other]), sum(section, [item])]
    const [whole, part] = findingsOf(list) as [Finding, Finding]
    const between = { ...whole, finding_id: 'between', outcome_ids: ['x'], said: [] }
    const findings = [whole, between, part]
    const [cause] = rootCauses(list, [])
    ledBy(cause as NonNullable<typeof cause>, filingOf([]), findings)
    expect(findings.map((f) => f.finding_id)).toEqual([part.finding_id, whole.finding_id, 'between'])
    expect(findings.map((f) => f.severity)).toEqual(['error', 'info', 'error'])
    expect(codes(part)).toEqual(['root.own-figure'])
  })

  it('joins what is as far apart, and takes equal totals of tables that exceed their rows for a row not published', () => {
    const of = (table_id: string, value: string) =>
      sum(
        fact(`${table_id}-total`, value, { table_id }),
        [fact(`${table_id}-a`, '100', { table_id }), fact(`${table_id}-b`, '23', { table_id })],
        'YS-TABLE-COLUMN-TOTAL',
      )
    const alike = [of('a', '468'), of('b', '468')]
    const withheld = findingsOf(alike)
    ledByOneDifference(filingOf([]), alike, withheld)
    expect(withheld.map((f) => f.severity)).toEqual(['warning', 'info'])
    expect(codes(withheld[0])).toEqual(['root.row-withheld'])
    const chain = [of('a', '468'), sum(fact('c', '568'), [fact('d', '223'), fact('e', '0')])]
    const joined = findingsOf(chain)
    ledByOneDifference(filingOf([]), chain, joined)
    expect(joined.map((f) => f.severity)).toEqual(['error', 'info'])
    const unlike = [of('a', '468'), of('b', '469')]
    const apart = findingsOf(unlike)
    ledByOneDifference(filingOf([]), unlike, apart)
    expect(apart.map((f) => f.root_cause_id)).toEqual(['', ''])
  })

  it('says of a lone sum which part it is short of, of two prints how they differ', () => {
    const list = [
      sum(fact('whole', '1000'), [fact('a', '877'), fact('b', '123'), fact('c', '456')]),
      judged(judgeSame('same', fact('x', '337770'), fact('y', '337700'))),
      judged(judgeSame('same', fact('v', '4012'), fact('w', '9999'))),
    ]
    const findings = findingsOf(list)
    hinted(filingOf([]), list, findings)
    expect(findings.map(codes)).toEqual([['slip.left-out'], ['slip.apart.digit-other'], []])
  })
})

describe('what fails between filings', () => {
  const change = fact('change', '-30', { measure: 'change' })
  const amounts = [
    fact('now', '120'),
    fact('pct', '33.33', { measure: 'change-pct', unit: '%', decimals: 2 }),
  ]
  const facts = new Map([change, ...amounts, fact('old', '90')].map((f) => [f.fact_id, f]))
  const finding = (id: string, of: string[], difference: string, over: Partial<Finding> = {}) =>
    ({
      ...{ finding_id: id, facts: of, difference, unit: '元', severity: 'error', root_cause_id: '' },
      ...{ lowered_from: '', follows_from: '' },
      ...over,
    }) as Finding
  const follows = (between: Finding, own: Finding): string => {
    followOwn([between], [own], facts)
    return between.follows_from
  }

  it('follows from what the filing of one of its figures shows alone, as far apart', () => {
    const own = finding('own', ['now', 'x'], '-90')
    expect(follows(finding('sum', ['now', 'unit'], '90'), own)).toBe('own')
    expect(follows(finding('sum', ['now', 'unit'], '70'), own)).toBe('')
    expect(follows(finding('sum', ['other', 'unit'], '90'), own)).toBe('')
    // A hint explains no error, a consequence leads to what it follows from.
    expect(follows(finding('sum', ['now'], '90'), { ...own, severity: 'info' })).toBe('')
  })

  it('follows from a percentage that the same figure makes hold', () => {
    const own = finding('own', ['pct', 'now', 'change'], '-53', { unit: '%' })
    // 120 − 30 = 90: the change was printed as less.
    expect(follows(finding('series', ['change', 'now', 'old'], '60'), own)).toBe('own')
    expect(follows(finding('series', ['change', 'now', 'old'], '50'), own)).toBe('')
  })
})

describe('slips of the pen', () => {
  const printed = (value: string) => fact('f', value, { unit: '万元', decimals: 2 })
  it.each([
    ['50221000', '52001000', undefined],
    ['52010000', '52100000', 'transposed'],
    ['8736170', '87361700', 'point'],
    ['8736170', '873617', 'point'],
    ['8873600', '873600', 'digit-more'],
    ['873600', '8873600', 'digit-less'],
    ['189537300', '189537800', 'digit-other'],
    ['100', '900', undefined],
    ['8736100', '-8736100', undefined],
    ['8736100', '0', undefined],
  ])('%s for %s: %s', (value, meant, written) => {
    expect(writtenFor(printed(value), decimal(meant))).toBe(written)
  })
})
