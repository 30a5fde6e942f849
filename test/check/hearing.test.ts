import { expect, it } from 'vitest'
import type { Judgement } from '../../src/check/check.js'
import { Hearing, type Told } from '../../src/check/misreadings/hearing.js'
import type { Fact } from '../../src/model/filing.js'
import { factOf, filingOf } from './filing-of.js'

const [one, other] = [factOf({ fact_id: 'one', value: '1' }, 0), factOf({ fact_id: 'other', value: '1' }, 1)]
const told = (id: string, outcome: Judgement['outcome'], ...facts: Fact[]): Told => ({
  check: { id, severity: 'error' },
  judgement: {
    subject: id,
    outcome,
    expected: '',
    actual: '',
    difference: '',
    tolerance: '',
    facts,
    reason: '',
  },
})
const meaning = new Map([[one, { ...one, year: '2020' }]])
const changed = new Set([one.fact_id])

it('asks no further once something fails that did not', () => {
  const asked: string[] = []
  const hearing = new Hearing(filingOf([one, other]), {
    judged: () => [told('YS-TEXT-A', 'pass', one, other)],
    *again(_filing, isAsked) {
      for (const id of ['YS-TEXT-A', 'YS-TEXT-B'].filter(isAsked)) {
        asked.push(id)
        yield told(id, 'fail', one, other)
      }
    },
  })
  expect(hearing.of(meaning, changed)).toBeUndefined()
  expect(asked).toEqual(['YS-TEXT-A'])
})

it('hears what would hold that does not, and what holds that would not', () => {
  const hearing = new Hearing(filingOf([one, other]), {
    judged: () => [told('YS-TEXT-A', 'fail', one, other), told('YS-TEXT-B', 'pass', one, other)],
    again: (_filing, isAsked) =>
      isAsked('YS-TEXT-A') ? [told('YS-TEXT-A', 'pass', one, other), told('YS-TEXT-C', 'pass', one)] : [],
  })
  const heard = hearing.of(meaning, changed)
  const ids = (list: readonly Told[] | undefined) => list?.map((t) => t.check.id)
  expect(ids(heard?.explains)).toEqual(['YS-TEXT-A'])
  expect(ids(heard?.gained)).toEqual(['YS-TEXT-A'])
  expect(ids(heard?.lost)).toEqual(['YS-TEXT-B'])
})
