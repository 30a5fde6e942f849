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
  if (year === grand) return topic
  return { ...topic, concept: year ? side : `${side}.grand-total` }
}
