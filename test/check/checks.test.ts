import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { Check, Fixture } from '../../src/check/check.js'
import { checksPage, type Measured } from '../../src/check/docs.js'
import { checkFiling } from '../../src/check/index.js'
import { CHECKS } from '../../src/check/registry.js'
import type { Extracted, Fact } from '../../src/model/filing.js'
import { filingOf } from './filing-of.js'

const outcomes = (check: Check, fixture: Fixture) => check.run(filingOf(fixture)).map((j) => j.outcome)

/** Ids of all that is said of a filing, with what it says. */
const idsOf = (filing: Extracted) => {
  const { outcomes, findings } = checkFiling(filing)
  return [
    ...outcomes.map((o) => `${o.outcome_id} ${o.outcome}`),
    ...findings.map((f) => `${f.finding_id} ${f.page} ${f.bbox}`),
  ].sort()
}

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, check) => {
  it('has all its parts and a file of its own', () => {
    expect(id).toMatch(
      /^YS-(STRUCTURE|TABLE|TABLES|PROSE|TEXT|CODE|WORDING|SERIES|GROUP|REGION|HINT)-[A-Z-]+$/,
    )
    for (const part of [check.asserts.zh, check.asserts.en, check.basis, check.example])
      expect(part.length).toBeGreaterThan(4)
    expect(check.kinds.length).toBeGreaterThan(0)
    const folder = new URL('../../src/check/checks/', import.meta.url)
    const own = readdirSync(folder).filter((f) =>
      readFileSync(new URL(f, folder), 'utf8').includes(`'${id}'`),
    )
    expect(own).toHaveLength(1)
  })

  it('passes its passing fixture', () => {
    const found = outcomes(check, check.passing)
    expect(found).toContain('pass')
    expect(found).not.toContain('fail')
  })

  it('fails its failing fixture', () => {
    expect(outcomes(check, check.failing)).toContain('fail')
  })

  it('says the same under the same ids whatever the order of facts', () => {
    for (const fixture of [check.passing, check.failing]) {
      const filing = filingOf(fixture)
      const reversed = { ...filing, facts: [...filing.facts].reverse() }
      expect(checkFiling(reversed).findings).toEqual(checkFiling(filing).findings)
      expect(idsOf(reversed)).toEqual(idsOf(filing))
    }
  })
})

describe('checking a filing', () => {
  const row = (value: string, column: number, nature: Fact['nature']) => ({
    value: `${Number(value) * 10000}`,
    raw: value,
    column,
    nature,
  })

  it('sets what holds proven, what fails disputed, what is in no identity unproven', () => {
    const good = checkFiling(
      filingOf([
        row('3.00', 1, ''),
        row('1.00', 2, 'basic'),
        row('2.00', 3, 'project'),
        { concept: 'training', value: '5', table_id: 'u' },
      ]),
    )
    expect(good.facts.map((f) => f.status)).toEqual(['proven', 'proven', 'proven', 'unproven'])
    const bad = checkFiling(
      filingOf([row('4.00', 1, ''), row('1.00', 2, 'basic'), row('2.00', 3, 'project')]),
    )
    expect(bad.facts.map((f) => f.status)).toEqual(['disputed', 'disputed', 'disputed'])
    expect(bad.findings).toHaveLength(1)
    expect(bad.findings[0]).toMatchObject({
      check_id: 'YS-TABLE-ROW-NATURE',
      severity: 'error',
      expected: '30000',
      actual: '40000',
      difference: '10000',
    })
  })

  it('takes rounding of printed digits for no error', () => {
    expect(
      checkFiling(filingOf([row('1.00', 1, ''), row('0.33', 2, 'basic'), row('0.66', 3, 'project')]))
        .findings,
    ).toEqual([])
  })

  it('gives the same ids whatever the order of facts', () => {
    const filing = filingOf([row('4.00', 1, ''), row('1.00', 2, 'basic'), row('2.00', 3, 'project')])
    const reversed = { ...filing, facts: [...filing.facts].reverse() }
    expect(idsOf(reversed)).toHaveLength(3)
    expect(idsOf(reversed)).toEqual(idsOf(filing))
  })

  it('calls too little below a code a warning: secret items are left out without a word', () => {
    const facts = [
      { function_code: '204', value: '300000', raw: '30.00', row: 0, column: 3 },
      { function_code: '20402', value: '250000', raw: '25.00', row: 1, column: 3 },
    ]
    expect(checkFiling(filingOf(facts)).findings.map((f) => f.severity)).toEqual(['warning'])
  })

  it('does not decide about a code that a table prints once per unnamed unit', () => {
    const facts = ['10.00', '20.00'].map((raw, i) => ({
      function_code: '20801',
      raw,
      value: `${Number(raw) * 10000}`,
      row: i,
      column: 3,
    }))
    const child = { function_code: '2080101', raw: '30.00', value: '300000', row: 2, column: 3 }
    const found = checkFiling(filingOf([...facts, child])).outcomes.filter(
      (o) => o.check_id === 'YS-TABLE-CODE-HIERARCHY',
    )
    expect(found.map((o) => [o.outcome, o.reason])).toEqual([['undecided', 'printed-several-times']])
  })
})

it('docs/checks.md is up to date (npm run docs:checks)', () => {
  const docs = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
  const measured = parse(docs('measured/checks.csv'), { columns: true }) as Measured[]
  expect(measured.length).toBeGreaterThan(0)
  expect(docs('checks.md')).toBe(checksPage(measured))
})
