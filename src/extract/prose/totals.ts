import { decimal, intervalOf, YUAN_PER } from '../../model/money.js'
import type { NumberToken } from './lexer.js'
import type { Meaning, ProseContext } from './meaning.js'

/**
 * 收入预算 can be the year's income or the grand total with what is carried over: the table total that the figure
 * equals decides, not the word.
 */
export function settleTotal(topic: Meaning, token: NumberToken, context: ProseContext): Meaning {
  const side = /^(revenue|expenditure)(?:\.grand-total)?$/.exec(topic.concept)?.[1]
  if (!side || topic.functionCode || topic.economyCode || topic.nature) return topic
  const factor = decimal(YUAN_PER[token.unit] ?? '1')
  const printed = intervalOf(token.value.times(factor), token.decimals, factor)
  const equals = (concept: string) =>
    context.totals.of(concept, topic.fund).some((v) => printed.low.lte(v) && printed.high.gte(v))
  const year = equals(side)
  const grand = equals(`${side}.grand-total`)
  // Where the tables print one of the two only, the word stays.
  const both =
    context.totals.of(side, topic.fund).length > 0 &&
    context.totals.of(`${side}.grand-total`, topic.fund).length > 0
  if (year === grand || !both) return topic
  return { ...topic, concept: year ? side : `${side}.grand-total` }
}
