import { type Meaning, meaning, type ProseContext } from './meaning.js'
import { isGeneric, sideOf } from './phrase.js'
import { type Scope, topicsOf } from './topics.js'

/** What a paragraph talks about while it is read: the last thing named, and the whole of which it lists parts. */
export class Subject {
  /** What the last figure was about; empty where nothing was named or its name is unknown. */
  current: Meaning[]
  /** The figure before 其中. */
  head: Meaning[] = []
  /** Amounts of the head and of the last part, as printed. */
  private headAmount = ''
  private lastAmount = ''
  /** Parts of the head are being listed. */
  among = false
  /** Parts named since the last semicolon, and all since 其中. */
  parts = 0
  listed: Meaning[] = []
  /** What the last change belonged to. */
  changed: Meaning[] = []
  changeSign = 1
  /** The last amount was of a kind that no concept covers: its change and share are none either. */
  unnamed = false

  constructor(
    private readonly scope: Scope,
    private readonly context: ProseContext,
    /** What the section's title names. */
    private readonly title: Meaning[],
    /** The whole whose parts the paragraph lists, announced by the one before it. */
    private readonly announced: Meaning[],
  ) {
    this.current = announced
    if (announced.length > 0) this.open()
  }

  /** 其中 was read: what follows are parts of what was named before. */
  open(): void {
    if (this.current.length > 0) {
      this.head = this.current
      this.headAmount = this.lastAmount
    }
    this.among = true
    this.parts = 0
    this.listed = []
  }

  /** A sentence begins: the list of parts is over, its whole is spoken of again. */
  beginSentence(): void {
    this.parts = 0
    // A paragraph that is one part of a list goes on about its part.
    if (this.announced.length > 0) return
    if (this.among && this.head.length > 0) {
      this.current = this.head
      this.unnamed = false
    }
    this.among = false
  }

  /** A part of a sentence begins. */
  beginPart(): void {
    this.parts = 0
  }

  /** Something was named without a figure yet. */
  name(meanings: Meaning[]): void {
    this.current = meanings
    this.changed = []
    this.unnamed = false
    this.parts = 0
  }

  /** An amount was bound. */
  take(meanings: Meaning[], amount: string): void {
    this.current = meanings
    this.lastAmount = amount
    this.changed = []
    this.unnamed = false
    if (!this.among) return
    this.parts++
    this.listed.push(...meanings)
  }

  /** The one part so far is all of its head: what follows can be said of either. */
  partIsWhole(): boolean {
    return (
      this.among && this.listed.length === 1 && this.headAmount !== '' && this.headAmount === this.lastAmount
    )
  }

  /** Something was named that has no concept (`known`) or that is not understood: nothing may be added to it. */
  lose(known: boolean): void {
    this.current = []
    this.changed = []
    this.unnamed = known
    if (this.among) this.parts++
  }

  /** Scope of the parts of a head: its side, and its money for what it splits. */
  partScope(): Scope {
    const head = (this.among ? this.head : this.current)[0]
    if (!this.among || !head) return this.scope
    const side = head.concept.startsWith('revenue')
      ? 'revenue'
      : head.concept.startsWith('expenditure')
        ? 'expenditure'
        : undefined
    const inherits = side === 'expenditure' || /^(?:three-public|procurement)/.test(head.concept)
    const fund = inherits && head.fund !== '' ? head.fund : this.scope.fund
    const whole = head.concept === 'procurement' ? { procurement: head.fund } : {}
    return { ...this.scope, fund, ...whole, ...(side ? { side } : {}) }
  }

  /** What a phrase is about; `none` where it names a kind of figure that no concept covers. */
  of(phrase: string, lead: string[]): Meaning[] | 'none' {
    if (isGeneric(phrase)) {
      const generic = this.generic(phrase, lead)
      if (generic.length > 0) return generic
    }
    const topics = topicsOf(phrase, this.partScope(), this.context)
    return topics === 'none' ? topics : this.ofSide(topics)
  }

  /** In a list of spending parts, income words name the source of the money: no concept. */
  private ofSide(topics: Meaning[]): Meaning[] | 'none' {
    const head = this.among ? this.head : []
    if (
      !head.some((h) => h.concept.startsWith('expenditure')) ||
      head.some((h) => /^revenue/.test(h.concept))
    )
      return topics
    const turned = topics.flatMap((t) => {
      if (!t.concept.startsWith('revenue')) return [t]
      // 一般公共预算拨款收入 in the spending half is the slip of a pen.
      return t.concept === 'revenue' && t.fund !== 'all' ? [{ ...t, concept: 'expenditure' }] : []
    })
    return turned.length === 0 && topics.length > 0 ? 'none' : turned
  }

  /** What the nearest of the clauses before a phrase names. */
  private led(lead: string[]): Meaning[] {
    for (const clause of [...lead].reverse()) {
      const topics = topicsOf(clause, this.partScope(), this.context)
      if (topics === 'none') return []
      if (topics.length > 0) return topics
    }
    return []
  }

  /** 2025年预算安排, 支出决算为: the figure of what the clauses before it, the last figure or the title named. */
  private generic(phrase: string, lead: string[]): Meaning[] {
    const side = sideOf(phrase)
    const led = this.led(lead)
    const base = led.length > 0 ? led : this.current.length > 0 ? this.current : this.title
    if (!side) return base
    const year = (m: Meaning) => (/本年|当年/.test(phrase) && isTotal(m) ? { ...m, concept: side } : m)
    const whole = this.among ? this.head.filter((m) => isTotal(m) && m.concept.startsWith(side)) : []
    // 收入比上年增加 behind a list of parts speaks of the whole.
    if (BARE_SIDE.test(phrase) && whole.length > 0) return whole
    const own = base.filter((m) => m.concept.startsWith(side))
    const matching = own.filter((m) => isTotal(m) || m.functionCode || m.economyCode || m.nature)
    if (matching.length > 0) return matching.map(year)
    if (whole.length > 0) return whole.map(year)
    // The other side of the paper begins: the list of parts is over.
    const first = (this.among ? this.head : base)[0]
    if (!first) return []
    // 三公 and its like are spent: 支出决算为 is theirs.
    if (!/^(?:revenue|expenditure)/.test(first.concept)) return side === 'expenditure' ? base : []
    this.among = false
    return [meaning(side, first.fund === '' ? this.scope.fund : first.fund, phrase)]
  }
}

const BARE_SIDE = /^(?:收入|支出)$/
const isTotal = (m: Meaning): boolean => /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(m.concept)
