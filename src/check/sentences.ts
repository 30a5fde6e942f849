import type { Extracted, Fact } from '../model/filing.js'
import { type Saying, said } from '../model/saying.js'
import { apartLike, decimalsOf, expectedLike, printedLike, unitOfSentence } from './amounts.js'
import type { CellFigure } from './cell-figures.js'
import type { Judgement } from './check.js'
import { leftOf, topOf } from './figures-at.js'
import { at, cellNamed, columnBeside, measured, namesOf, pageNamed, placeNamed } from './naming.js'
import { itemOf } from './same-names.js'

/** More operands are counted; the first few are named. */
const MOST_NAMED = 6
const FIRST_NAMED = 3

/** A figure that other figures contradict, in one unit: 第3页《表》“项目”印为…，…印为…，相差…。 */
export function sentenceOf(filing: Extracted, lead: Fact, judgement: Judgement): Saying {
  const { facts, expected, difference } = judgement
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
  const beside = (judgement.beside ?? []).map((f) => besideNamed(filing, lead, f))
  const counted = countedOf(facts, beside.length)
  const [other] = counted
  const isAlone = other !== undefined && counted.length + beside.length === 1
  if (isAlone && (judgement.same || other.table_id !== lead.table_id))
    return said('figure.other-print', {
      ...parts,
      other: otherNamed(filing, lead, other),
      otherPrinted: printed(other),
    })
  const operand = (fact: Fact, before: Fact) =>
    said('figure.operand', { name: placed(filing, nameIn(fact), fact, before), printed: printed(fact) })
  const isSum = judgement.sum && counted.every((f) => f.measure === lead.measure)
  if (isSum && isAlone) return said('figure.one-part', { ...parts, operand: operand(other, lead) })
  const operands = [...counted.map((f, i) => operand(f, counted[i - 1] ?? lead)), ...beside]
  if (operands.length > MOST_NAMED)
    return said(isSum ? 'figure.sum-of-many' : 'figure.by-many', {
      ...parts,
      operands: operands.slice(0, FIRST_NAMED),
      count: operands.length,
    })
  return said(isSum ? 'figure.sum' : 'figure.by', { ...parts, operands })
}

/** The figures that the first is held against; among many of them a zero tells nothing. */
export function countedOf([, ...others]: readonly Fact[], besides = 0): Fact[] {
  return others.length + besides > MOST_NAMED ? others.filter((f) => f.value !== '0') : others
}

/** A figure in the row of another that no fact holds, by its column. */
const besideNamed = (filing: Extracted, lead: Fact, figure: CellFigure): Saying =>
  said('figure.operand', {
    name: said('name.column', { column: columnBeside(filing, lead, figure) }),
    printed: printedLike({ ...lead, raw: figure.printed }, lead),
  })

/** A name with its page or place, where the reader has to turn to another one for it. */
function placed(filing: Extracted, name: Saying, fact: Fact, before: Fact): Saying {
  const place = placeNamed(filing, fact)
  const isThere = JSON.stringify(place) === JSON.stringify(placeNamed(filing, before))
  const onPage = fact.page === before.page
  if (isThere && onPage) return name
  const where = isThere ? pageNamed(filing, fact.page) : onPage ? place : at(filing, fact)
  return said('name.placed', { at: where, name })
}

/** Where the other print stands, and its name where that is another one. */
function otherNamed(filing: Extracted, lead: Fact, other: Fact): Saying {
  const [own, name] = [cellNamed(filing, lead), cellNamed(filing, other)]
  const isAlike = JSON.stringify(own) === JSON.stringify(name)
  const isBeside =
    other.page === lead.page && other.table_id === lead.table_id && other.section_id === lead.section_id
  if (isBeside && isAlike)
    return said(isAfter(other, lead) ? 'elsewhere.behind' : 'elsewhere.before', {
      where: whereNamed(filing, other),
    })
  if (isBeside) return name
  return isAlike ? at(filing, other) : said('name.at', { at: at(filing, other), otherName: name })
}

/** What holds two prints of one figure: an item of a list, the section. */
function whereNamed(filing: Extracted, fact: Fact): Saying {
  const section = filing.sections.find((s) => s.section_id === fact.section_id)
  const number = section && itemOf(filing, section, fact)
  return number === undefined ? said('where.same') : said('where.item', { number })
}

/** Whether a figure is printed further down the page, or further right in its line. */
function isAfter(a: Fact, b: Fact): boolean {
  const [left, top] = [leftOf(a) - leftOf(b), topOf(a) - topOf(b)]
  return Math.abs(top) > 1 ? top > 0 : left > 0
}
