import { decimal, type Interval, overlaps } from '../../model/money.js'
import type { NumberToken } from './lexer.js'
import { type Meaning, type ProseContext, type ProseFigure, yuanOf } from './meaning.js'

const TOTAL = /^(revenue|expenditure)(?:\.grand-total)?$/
/** What stands in a grand total beside the year's own money. */
const CARRIED =
  /^(?:revenue\.(?:carry-in|account-balance|surplus-used)|expenditure\.(?:carry-out|surplus-distribution))$/

/** 收支总预算 is one figure of both sides: what the tables say of one alone does not turn its word. */
export function settleTotals(topics: Meaning[], token: NumberToken, context: ProseContext): Meaning[] {
  const settled = topics.map((t) => settleTotal(t, token, context))
  const kinds = (of: Meaning[]) => new Set(of.map((t) => t.concept.endsWith('.grand-total'))).size
  return kinds(settled) > kinds(topics) ? topics : settled
}

/**
 * 收入预算 can be the year's income or the grand total with what is carried over: the table total that the figure
 * equals decides, not the word.
 */
function settleTotal(topic: Meaning, token: NumberToken, context: ProseContext): Meaning {
  const side = TOTAL.exec(topic.concept)?.[1]
  if (!side || topic.functionCode || topic.economyCode || topic.nature) return topic
  const totals = {
    year: context.totals.of(side, topic.fund),
    grand: context.totals.of(`${side}.grand-total`, topic.fund),
  }
  // Where the tables print one of the two only, the word stays.
  if (totals.year.length === 0 || totals.grand.length === 0) return topic
  const concept = equalTo(yuanOf(token), totals) ?? equalTo(roundedUp(token), totals)
  return concept ? { ...topic, concept: concept === 'year' ? side : `${side}.grand-total` } : topic
}

function equalTo(
  printed: Interval,
  totals: { year: string[]; grand: string[] },
): 'year' | 'grand' | undefined {
  const within = (values: string[]) => values.some((v) => printed.low.lte(v) && printed.high.gte(v))
  const year = within(totals.year)
  return year === within(totals.grand) ? undefined : year ? 'year' : 'grand'
}

/** Clerks round a half the other way, or up: one unit in the last place more on either side. */
function roundedUp(token: NumberToken): Interval {
  const { low, high } = yuanOf(token)
  const half = high.minus(low).div(2)
  return { low: low.minus(half), high: high.plus(half) }
}

interface Amount {
  meaning: Meaning
  token: NumberToken
}

/** Wholes and the parts listed of them, in one paragraph. */
export class Lists {
  private last: Amount | undefined
  private readonly lists: { head: Amount; parts: Amount[] }[] = []
  private isOpen = false

  open(): void {
    this.isOpen = false
  }

  /** An amount was bound: a part of the last whole while a list is open. */
  take(meaning: Meaning, token: NumberToken, isPart: boolean): void {
    if (!isPart) {
      this.last = { meaning, token }
      this.isOpen = false
      return
    }
    if (!this.isOpen && this.last) this.lists.push({ head: this.last, parts: [] })
    this.isOpen = true
    this.lists.at(-1)?.parts.push({ meaning, token })
  }

  /** Parts that tell what their whole is: one with carried-over money among them is a grand total. */
  settle(figures: readonly ProseFigure[], context: ProseContext): void {
    for (const { head, parts } of this.lists) {
      const side = TOTAL.exec(head.meaning.concept)?.[1]
      if (!side || head.meaning.nature || head.meaning.functionCode || !addUp(head, parts)) continue
      const carried = parts.some((p) => CARRIED.test(p.meaning.concept) && !p.token.value.eq(0))
      const isGrand = carried || head.meaning.concept.endsWith('.grand-total')
      if (carried) rename(figures, head.meaning, `${side}.grand-total`)
      else if (ALL_OF_IT.test(head.meaning.label) && !isPrintedGrand(side, head, context))
        rename(figures, head.meaning, side)
      // All money of a year with carry-over, split by fund and nothing else: each fund's grand total.
      else if (isGrand && carriesOver(side, context))
        for (const { meaning } of parts)
          if (meaning.concept === side && !meaning.nature && !meaning.functionCode)
            rename(figures, meaning, `${side}.grand-total`)
    }
  }
}

/** 总支出 split into natures or sources alone is the year's, where 支出总计 would be the balance. */
const ALL_OF_IT = /总(?:收入|支出)(?:决算)?(?:为|共)?$/
const isPrintedGrand = (side: string, { meaning, token }: Amount, context: ProseContext): boolean => {
  const { low, high } = yuanOf(token)
  return context.totals.of(`${side}.grand-total`, meaning.fund).some((v) => low.lte(v) && high.gte(v))
}

const carriesOver = (side: string, context: ProseContext): boolean => {
  const year = context.totals.of(side, 'all')
  const grand = context.totals.of(`${side}.grand-total`, 'all')
  return year.length > 0 && grand.length > 0 && !grand.some((g) => year.includes(g))
}

function addUp(head: Amount, parts: readonly Amount[]): boolean {
  const zero = decimal(0)
  const sum = parts
    .map((p) => yuanOf(p.token))
    .reduce((a, b) => ({ low: a.low.plus(b.low), high: a.high.plus(b.high) }), {
      low: zero,
      high: zero,
    })
  return parts.length > 0 && overlaps(sum, yuanOf(head.token))
}

function rename(figures: readonly ProseFigure[], from: Meaning, concept: string): void {
  for (const { key, label } of figures)
    if (
      key.concept === from.concept &&
      key.fund === from.fund &&
      (key.measure === 'amount' ? label === from.label : !/本年|当年/.test(label)) &&
      !key.function_code &&
      !key.economy_code &&
      !key.nature
    )
      key.concept = concept
}
