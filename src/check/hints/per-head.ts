import type { Extracted } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import type { Sketch } from '../check.js'
import type { Indication } from './hint.js'
import { ownAmounts, peopleOf, total } from './own-figures.js'

/** What is spent on a concept for each of the people in post, 元 a head. */
export function perHead(filing: Extracted, concept: string): Indication | undefined {
  const spent = total(ownAmounts(filing), concept, ['', 'fiscal', 'general', 'all'])
  const people = peopleOf(filing)
  return spent && people
    ? { value: decimal(spent.value).div(people.value).round(2), facts: [spent, people] }
    : undefined
}

/** A filing of twenty people that spends so much (万元) on a concept. */
export const ofTwenty = (concept: string, raw: string): Sketch => ({
  facts: [
    { concept, fund: '', value: `${Number(raw) * 10000}`, raw },
    { concept: 'staff.actual', measure: 'count', value: '20', raw: '20', unit: '人', decimals: 0 },
  ],
})
