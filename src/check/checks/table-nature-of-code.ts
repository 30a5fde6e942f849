import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { FOR_PEOPLE } from '../for-people.js'
import { nameOf } from '../groups.js'
import { at, figureNamed } from '../naming.js'

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
    return split.map((fact) => judge(filing, fact))
  },
}

function judge(filing: Extracted, fact: Fact): Judgement {
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
          says: said('table-nature-of-code.public', {
            at: at(filing, fact),
            name: figureNamed(fact),
            code: fact.function_code,
            printed: printedLike(fact, fact),
          }),
        }),
    reason: '',
  }
}
