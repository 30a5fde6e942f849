import type { Extracted, Fact } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { amountLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { at, cellNamed } from '../naming.js'
import { wordsHold } from '../print.js'

/** What arithmetic settled of a scan: listed, so that a person can hold it against the paper. */
export const structureReadSettled: Check = {
  id: 'YS-STRUCTURE-READ-SETTLED',
  asserts: {
    zh: '扫描页上的数字按识别结果采用；按核对改定的逐个列出。',
    en: 'Figures of scanned pages stand as they were read; those that identities settled are listed.',
  },
  basis:
    '识别不清的字符有多种读法时，只有一种读法使至少两项互相独立的核对同时相符，才按它改定；读到的数保留在 value_read。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  ofReading: true,
  example: '“教育支出”读作 1,234.56，“3”又像“8”；按 1,284.56，合计与另一张表同时相符',
  passing: [{ method: 'ocr', raw: '1,284.56', value: '12845600' }],
  failing: [
    {
      method: 'ocr',
      raw: '1,284.56',
      value: '12845600',
      value_read: '12345600',
      note: ['settled-by YS-TABLE-COLUMN-TOTAL'],
    },
  ],
  run: (filing) => {
    const scanned = filing.facts.filter((f) => f.method === 'ocr')
    if (scanned.length === 0) return []
    const settled = scanned.filter((f) => f.value_read !== '')
    return settled.length > 0 ? settled.map((f) => judge(filing, f)) : [wordsHold('扫描页上的数字')]
  },
}

function judge(filing: Extracted, fact: Fact): Judgement {
  return {
    ...wordsHold(`${fact.label || fact.concept} p${fact.page}`),
    outcome: 'fail',
    expected: fact.value,
    actual: fact.value_read,
    difference: canonical(decimal(fact.value_read).minus(fact.value)),
    facts: [fact],
    says: said('structure-read-settled.settled', {
      at: at(filing, fact),
      name: cellNamed(filing, fact),
      read: amountLike(decimal(fact.value_read), fact),
      settled: amountLike(decimal(fact.value), fact),
    }),
    reason: 'read-settled',
  }
}
