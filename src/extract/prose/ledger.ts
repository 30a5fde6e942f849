import type { Basis, Measure, NumberReason } from '../../model/filing.js'
import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import type { NumberToken } from './lexer.js'
import { keyOf, type Meaning, type ProseContext, type ProseFigure } from './meaning.js'

/** What a figure's words add to its meaning. */
export interface Printed {
  year?: number
  basis?: Basis
  sign?: number
  unit?: string
  /** The change can be the part's before it or its whole's. */
  isOpen?: boolean
}

/** The figures of a paragraph as they are bound, and the numbers understood to be none. */
export class Ledger {
  readonly figures: ProseFigure[] = []
  readonly passed: Passed[] = []

  constructor(
    private readonly text: Text,
    private readonly context: ProseContext,
  ) {}

  /** A number that is understood to be no fact. */
  pass(token: NumberToken, offset: number, reason: NumberReason): void {
    this.passBetween(offset + token.start, offset + token.digitsEnd, reason)
  }

  passBetween(start: number, end: number, reason: NumberReason): void {
    this.passed.push({ text: slice(this.text, start, end), reason })
  }

  /** A printed number that states something of each topic. */
  push(
    topics: readonly Meaning[],
    token: NumberToken,
    offset: number,
    measure: Measure,
    more: Printed = {},
  ): void {
    const money = measure === 'amount' || measure === 'change'
    const unit = more.unit ?? token.unit
    const factor = money ? (YUAN_PER[unit] ?? '1') : '1'
    const value = canonical(token.value.times(decimal(factor)).times(more.sign ?? 1))
    const raw = slice(this.text, offset + token.start, offset + token.digitsEnd)
    for (const topic of topics)
      this.state(topic, measure, more, {
        value,
        unit,
        raw,
        decimals: token.decimals,
        note: [
          token.kind === 'bare' && !token.value.eq(0) ? unitNote(this.text, offset + token.digitsEnd) : '',
          more.isOpen && /^change/.test(measure) ? 'part-or-whole' : '',
          topic.note ?? '',
        ].filter(Boolean),
      })
  }

  /** Words that state zero of each topic. */
  zeros(
    topics: readonly Meaning[],
    measure: Measure,
    years: readonly (number | undefined)[],
    at: Place,
  ): void {
    for (const year of years)
      for (const topic of topics)
        this.state(topic, measure, year === undefined ? {} : { year }, {
          value: '0',
          raw: slice(this.text, at.start, at.end),
          note: topic.note ? [topic.note] : [],
        })
  }

  private state(
    topic: Meaning,
    measure: Measure,
    time: Printed,
    printed: { value: string; raw: Text } & Partial<ProseFigure>,
  ): void {
    this.figures.push({
      key: keyOf(topic, this.context, measure, time),
      unit: '',
      decimals: 0,
      label: topic.label,
      note: [],
      ...printed,
    })
  }
}

/** Share of the type size: a digit is half of it wide, and letters of a line that is spread stand closer. */
const CHARACTER = 0.35

/** A sign drawn as a picture is no character of the text: it leaves its place blank. */
function unitNote({ glyphs }: Text, end: number): 'unit-missing' | 'unit-unread' {
  const [last, next] = [glyphs[end - 1], glyphs[end]]
  const isBeside = last && next && last.page === next.page && next.x0 > last.x0
  return isBeside && next.x0 - last.x1 > CHARACTER * last.size ? 'unit-unread' : 'unit-missing'
}

interface Place {
  start: number
  end: number
}
