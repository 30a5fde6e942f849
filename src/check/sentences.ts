import type { Extracted, Fact } from '../model/filing.js'
import { type Saying, said } from '../model/saying.js'
import { apartLike, decimalsOf, expectedLike, printedLike, unitOfSentence } from './amounts.js'
import type { Judgement } from './check.js'
import { at, cellNamed, measured, namesOf } from './naming.js'

/** More operands are counted; the first few are named. */
const MOST_NAMED = 6
const FIRST_NAMED = 3

/** A figure that other figures contradict, in one unit: 第3页《表》“项目”印为…，…印为…，相差…。 */
export function sentenceOf(filing: Extracted, lead: Fact, judgement: Judgement): Saying {
  const { facts, expected, difference, reason } = judgement
  const others = facts.slice(1)
  const like = unitOfSentence(facts)
  const decimals = decimalsOf(facts, like)
  const nameIn = namesOf(filing, facts)
  const printed = (fact: Fact) => printedLike(fact, unitOfSentence(facts, fact))
  const parts = {
    at: at(filing, lead),
    name: measured(nameIn(lead), lead.measure),
    printed: printed(lead),
    expected: expectedLike(expected, lead, like, decimals),
    difference: apartLike(difference, { ...like, measure: lead.measure }, decimals),
  }
  if (reason === 'with-unbound-columns') return said('figure.rest-of-row', parts)
  const [other] = others
  const isAlone = other !== undefined && others.length === 1
  if (isAlone && (judgement.same || other.table_id !== lead.table_id))
    return said('figure.other-print', {
      ...parts,
      other: otherNamed(filing, lead, other),
      otherPrinted: printed(other),
    })
  const operand = (fact: Fact) => said('figure.operand', { name: nameIn(fact), printed: printed(fact) })
  const isSum = judgement.sum && others.every((f) => f.measure === lead.measure)
  if (isSum && isAlone) return said('figure.one-part', { ...parts, operand: operand(other) })
  const counting = others.length > MOST_NAMED ? others.filter((f) => f.value !== '0') : others
  if (counting.length > MOST_NAMED)
    return said(isSum ? 'figure.sum-of-many' : 'figure.by-many', {
      ...parts,
      operands: counting.slice(0, FIRST_NAMED).map(operand),
      count: counting.length,
    })
  return said(isSum ? 'figure.sum' : 'figure.by', { ...parts, operands: counting.map(operand) })
}

/** Where the other print stands, and its name where that is another one. */
function otherNamed(filing: Extracted, lead: Fact, other: Fact): Saying {
  const [own, name] = [cellNamed(filing, lead), cellNamed(filing, other)]
  const isAlike = JSON.stringify(own) === JSON.stringify(name)
  const isBeside =
    other.page === lead.page && other.table_id === lead.table_id && other.section_id === lead.section_id
  if (isBeside) return isAlike ? said('elsewhere') : name
  return isAlike ? at(filing, other) : said('name.at', { at: at(filing, other), otherName: name })
}
