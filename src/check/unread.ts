import type { Extracted, Fact, LooseNumber } from '../model/filing.js'
import { type Decimal, decimal, YUAN_PER } from '../model/money.js'
import type { Judgement } from './check.js'

/** Rows and columns of one table print their figures this exactly below each other, in points. */
const SAME_LINE = 3

/**
 * A sum that lacks exactly what the print has beside its figures and nobody understood is no error of the print: nothing
 * can be said of it.
 */
export function withoutUnread(judgement: Judgement, filing: Extracted): Judgement {
  if (judgement.outcome !== 'fail' || !judgement.sum) return judgement
  const lead = judgement.facts[0] as Fact
  // On scans such a sum says which figure could not be read.
  if (lead.method === 'ocr') return judgement
  const difference = decimal(judgement.difference)
  const isMissing = (value: Decimal) => value.minus(difference).abs().lte(judgement.tolerance)
  return missingParts(lead, judgement.facts, filing.loose_numbers).some(isMissing)
    ? { ...judgement, outcome: 'undecided', reason: 'figures-without-meaning' }
    : judgement
}

/** What the unread numbers in the row, in the column or around a figure of the text could add to it, in 元. */
function missingParts(lead: Fact, facts: readonly Fact[], loose: readonly LooseNumber[]): Decimal[] {
  const pages = new Set(facts.map((f) => f.page))
  const near = loose.filter((n) => n.reason === '' && pages.has(n.page))
  const values = (numbers: readonly LooseNumber[]) => numbers.flatMap((n) => yuanOf(n, lead))
  const own = boxOf(lead.bbox)
  const row = values(
    near.filter((n) => n.page === lead.page && Math.abs(middle(n) - middle(lead)) < SAME_LINE),
  )
  const column = values(near.filter((n) => overlaps(boxOf(n.bbox), own)))
  const around = lead.source === 'prose' ? values(near) : []
  return [...row, ...column, ...around, sumOf(row), sumOf(column)]
}

interface Span {
  x0: number
  x1: number
}

const boxOf = (bbox: string): Span => {
  const [x0 = 0, , x1 = 0] = bbox.split(' ').map(Number)
  return { x0, x1 }
}

const middle = ({ bbox }: { bbox: string }): number => {
  const [, y0 = 0, , y1 = 0] = bbox.split(' ').map(Number)
  return (y0 + y1) / 2
}

const overlaps = (a: Span, b: Span): boolean => a.x0 < b.x1 && b.x0 < a.x1

function yuanOf({ text }: LooseNumber, { unit }: Fact): Decimal[] {
  const digits = text.replace(/[\s,，]/g, '').replace(/^[－−]/, '-')
  return /^-?\d+(?:\.\d+)?$/.test(digits) ? [decimal(digits).times(YUAN_PER[unit] ?? '1')] : []
}

const sumOf = (values: readonly Decimal[]): Decimal =>
  values.reduce((sum, value) => sum.plus(value), decimal('0'))
