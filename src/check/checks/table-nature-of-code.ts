import type { Fact } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import type { Check, Judgement } from '../check.js'
import { keyOf, nameOf } from '../groups.js'
import { amountLike } from '../print.js'

/** Contributions and subsidies that are paid for people: pensions, annuities, medical care, housing. */
const FOR_PEOPLE = /^(?:2080505|2080506|2101101|2101102|2101103|221020[123])$/

/** Contributions for people are personnel spending. */
export const tableNatureOfCode: Check = {
  id: 'YS-TABLE-NATURE-OF-CODE',
  asserts: {
    zh: '养老保险、职业年金、医疗、住房公积金等缴费科目列为人员经费，不列为公用经费。',
    en: 'Pension, annuity, medical and housing contributions are personnel spending, never public spending.',
  },
  basis: '这些科目对应的经济分类为 301、303（人员经费）；302（公用经费）没有这类支出。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '2080506 机关事业单位职业年金缴费支出：公用经费 32.05 万元',
  passing: [{ function_code: '2080506', nature: 'personnel', value: '320500', raw: '32.05' }],
  failing: [{ function_code: '2080506', nature: 'public', value: '320500', raw: '32.05' }],
  run: (filing) => {
    const split = filing.facts.filter(
      (f) =>
        f.source === 'table' &&
        f.measure === 'amount' &&
        FOR_PEOPLE.test(f.function_code) &&
        (f.nature === 'personnel' || f.nature === 'public') &&
        f.value !== '0',
    )
    return split.map(judge)
  },
}

function judge(fact: Fact): Judgement {
  const holds = fact.nature === 'personnel'
  return {
    subject: `${nameOf(fact)} ${keyOf(fact, ['function_code', 'nature'])} 人员经费`,
    outcome: holds ? 'pass' : 'fail',
    expected: '',
    actual: fact.value,
    difference: '',
    tolerance: '',
    // Where it stands in the right column says nothing of its digits.
    facts: holds ? [] : [fact],
    ...(holds
      ? {}
      : {
          says: `第${fact.page}页“${fact.label}”（${fact.function_code}）的${amountLike(decimal(fact.value), fact)}列在公用经费，这个科目应为人员经费。`,
        }),
    reason: '',
  }
}
