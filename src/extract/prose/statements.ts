import { AMONG, DOWN, FLAT, REASON, UNCHOSEN, UP } from '../../catalogue/prose-lexicon.js'
import type { Basis, NumberReason } from '../../model/filing.js'
import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { type NumberToken, numbersOf, yearsIn } from './lexer.js'
import { keyOf, type Meaning, type ProseContext, type ProseFigure } from './meaning.js'
import { allTopicsOf, fundIn, type Scope, topicsOf } from './topics.js'
import { settleTotal } from './totals.js'

/** Something that can state a figure: a number, words for zero, words for no change. */
type Event =
  | { kind: 'number'; start: number; end: number; token: NumberToken }
  | { kind: 'zero'; start: number; end: number; object: string }
  | { kind: 'flat'; start: number; end: number }

const ZERO = /(?:均)?(?:无|没有|未安排|未编制|不涉及)(?:使用)?([^，。；:]{2,60})/g
/** Objects that are no figure: 无变化, 无法…, 无偿. */
const NO_OBJECT =
  /^(?:\d{4}年结转的|增减|变化|变动|法|需|偿|线|形|此|关|相关|论|人|障碍|主|房|独立|下属|其他)/
/** Procurement set aside for small firms is counted a second time. */
const SET_ASIDE = /(?:中小|小微)企业|微型企业/
/** Where the comparison with another figure begins. */
const COMPARED = /(?:比|较|与|同)(?=[^，:]*(?:年|预算|执行|决算|上年|去年|相比))/
/** A phrase that only says: the figure of what was named before. */
const CONTINUED =
  /^(?:其)?(?:\d{4}年(?:度)?|当年|本年)?(?:支出|收入)?(?:年初)?(?:预算|决算|经费|安排)*(?:数|总额|金额)?(?:安排|为|共|共计|合计|计)*$/

/** Reads one paragraph clause by clause; what was named before stays in mind until something else is. */
export class ParagraphReader {
  readonly figures: ProseFigure[] = []
  readonly passed: Passed[] = []
  /** What the last figure or title was about. */
  private current: Meaning[] = []
  /** The figure before 其中, and how many parts followed since the last change. */
  private head: { meanings: Meaning[]; value: string } | undefined
  private parts = 0
  private lastValue = ''
  private changed: Meaning[] = []
  private changeSign = 1
  private among = false
  /** The last amount was of a kind that no concept covers: its change and share are none either. */
  private unnamed = false

  constructor(
    private readonly text: Text,
    private readonly folded: string,
    private readonly scope: Scope,
    private readonly context: ProseContext,
  ) {}

  read(): ProseFigure[] {
    let start = 0
    for (const match of `${this.folded}。`.matchAll(/[。；\n]/g)) {
      this.sentence(start, match.index)
      start = match.index + 1
    }
    return this.figures
  }

  private sentence(start: number, end: number): void {
    const sentence = this.folded.slice(start, end)
    if (SET_ASIDE.test(sentence) && /采购|合同|预留/.test(sentence)) {
      this.passed.push({ text: slice(this.text, start, end), reason: 'no-concept' })
      return
    }
    const reason = sentence.search(REASON)
    if (reason >= 0) this.passed.push({ text: slice(this.text, start + reason, end), reason: 'reason' })
    const events = eventsOf(sentence).filter(
      (e) => reason < 0 || e.start < reason || this.isStatedAnyway(sentence, e),
    )
    if (events.length === 0) {
      this.title(sentence.slice(0, reason < 0 ? undefined : reason))
      return
    }
    let cursor = 0
    for (const event of events) {
      if (event.start < cursor) continue
      const before = sentence.slice(cursor, event.start)
      if (AMONG.test(before)) this.openParts()
      if (event.kind === 'number') this.number(before, sentence, event.token, start)
      else if (event.kind === 'zero') this.zero(before, sentence, event, start)
      else this.flat(before, sentence, event, start)
      cursor = event.end
    }
    if (AMONG.test(sentence.slice(cursor))) this.openParts()
  }

  /** 因…，上年无…: a statement about the prior year stands behind a reason. */
  private isStatedAnyway(sentence: string, event: Event): boolean {
    return event.kind === 'zero' && /(?:上年|去年)$/.test(sentence.slice(0, event.start))
  }

  private openParts(): void {
    if (this.current.length && !this.among) this.head = { meanings: this.current, value: this.lastValue }
    this.among = true
    this.parts = 0
  }

  /** A sentence without figures can be the title of the next: `（一）因公出国（境）费用。` */
  private title(sentence: string): void {
    if (sentence.length > 60) return
    const topics = topicsOf(sentence.replace(/:$/, ''), this.scope, this.context)
    if (topics !== 'none' && topics.length > 0) this.current = topics
  }

  private number(before: string, sentence: string, token: NumberToken, offset: number): void {
    const after = sentence.slice(token.end)
    // Price thresholds, and parts of a stock by kind.
    if (/^(?:\([含不][^)]*\))?(?:以上|以下|以内)/.test(after)) this.pass(token, offset, 'threshold')
    else if (token.kind === 'percent') this.percent(before, token, offset)
    else if (token.kind === 'count') this.pass(token, offset, 'quantity')
    else this.money(before, token, offset)
  }

  /** A number that is understood to be no fact. */
  private pass(token: NumberToken, offset: number, reason: NumberReason): void {
    this.passed.push({ text: slice(this.text, offset + token.start, offset + token.digitsEnd), reason })
  }

  private money(before: string, token: NumberToken, offset: number): void {
    const phrase = lastPhrase(before)
    const compared = COMPARED.exec(before)
    const moved = lastDirection(before)
    if (token.kind === 'bare' && !moved) return
    if (moved) {
      this.change(before, compared?.index, moved, token, offset)
      return
    }
    if (/(?:上年|去年)(?:年初)?(?:预算|执行)数?为?$/.test(before) && this.current.length > 0) {
      this.priorFigure(before, token, offset)
      return
    }
    if (compared && !/[，:]/.test(before.slice(compared.index))) {
      this.priorFigure(before, token, offset)
      return
    }
    const executed = /(20\d\d)年(?:度)?(?:当年)?预算执行数为?$/.exec(before)
    if (executed) {
      this.push(this.current, token, offset, 'amount', { year: Number(executed[1]), basis: 'execution' })
      return
    }
    this.amount(phrase, before, token, offset)
  }

  private amount(phrase: string, before: string, token: NumberToken, offset: number): void {
    const scope = this.partScope()
    let topics = topicsOf(phrase, scope, this.context)
    if (topics === 'none') {
      this.current = []
      this.unnamed = true
      this.pass(token, offset, 'no-concept')
      return
    }
    this.unnamed = false
    const basis = basisOf(phrase, this.context)
    const continued = CONTINUED.test(phrase.replace(/^(?:其中|包括)/, ''))
    if (continued && this.current.length) topics = this.current
    else if (topics.length === 0) {
      const wider = topicsOf(before.replace(/[:，、]+$/, ''), scope, this.context)
      topics =
        wider !== 'none' && phrase.length <= 12 && /(?:为|安排|共|总额|数|计)$/.test(phrase) ? wider : []
    }
    if (topics.length === 0) return
    const meant = this.settled(topics, token)
    const stated = /(20\d\d)年(?:度)?[^，。；:]*$/.exec(phrase)?.[1]
    const own = stated !== undefined && Number(stated) < this.context.fiscalYear ? Number(stated) : undefined
    this.current = meant
    this.changed = []
    this.push(meant, token, offset, 'amount', { ...(basis ? { basis } : {}), ...(own ? { year: own } : {}) })
    this.lastValue = token.value.toFixed()
    if (this.among) this.parts++
  }

  /** Natures among the parts of a coded item are that item's; totals are told from the year's amount by the tables. */
  private settled(topics: Meaning[], token: NumberToken): Meaning[] {
    const head = this.among ? this.head?.meanings[0] : undefined
    return topics.map((topic) => {
      if (head && topic.nature !== '' && topic.functionCode === '' && topic.economyCode === '')
        return { ...topic, functionCode: head.functionCode, economyCode: head.economyCode }
      return settleTotal(topic, token, this.context)
    })
  }

  private change(
    before: string,
    compared: number | undefined,
    moved: Direction,
    token: NumberToken,
    offset: number,
  ): void {
    const clause = before.slice(0, moved.at)
    const named = this.namedBefore(clause, compared)
    const targets = named.length > 0 ? named : this.target(token)
    // What belongs to a figure that no concept covers is none either; an open direction leaves the change unsaid.
    if ((targets.length === 0 && this.unnamed) || moved.sign === 0) this.pass(token, offset, 'no-concept')
    if (targets.length === 0 || moved.sign === 0) return
    this.changed = targets
    this.changeSign = moved.sign
    const unit = token.kind === 'bare' ? '万元' : undefined
    this.push(targets, token, offset, 'change', { sign: moved.sign, ...(unit ? { unit } : {}) })
    if (named.length > 0 && this.current.length === 0) this.current = named
    this.parts = 0
  }

  /** Topics that the clause names itself, outside of what it compares with. */
  private namedBefore(clause: string, compared: number | undefined): Meaning[] {
    const pieces =
      compared === undefined
        ? [clause]
        : [clause.slice(0, compared), clause.slice(compared).replace(/^.*?相比[，]?/, '')]
    for (const piece of pieces.reverse()) {
      if (compared !== undefined && piece === clause.slice(compared)) continue
      const phrase =
        piece
          .replace(/[，:、]+$/, '')
          .split(/[，:；]/)
          .at(-1) ?? ''
      if (phrase.length < 3) continue
      const topics = topicsOf(
        phrase.replace(/(?:均|各|总体|决算数|预算数)$/, ''),
        this.partScope(),
        this.context,
      )
      if (topics !== 'none' && topics.length > 0) return topics
    }
    return []
  }

  /** To what a change without a name of its own belongs: one part takes it, a list of parts leaves it to the head. */
  private target(token: NumberToken): Meaning[] {
    if (this.among && this.head && this.parts >= 2 && token.kind !== 'percent') return this.head.meanings
    return this.current
  }

  private percent(before: string, token: NumberToken, offset: number): void {
    if (this.current.length === 0 && this.unnamed) {
      this.pass(token, offset, 'no-concept')
      return
    }
    if (/完成/.test(before)) {
      this.push(this.current, token, offset, 'completion-pct')
      return
    }
    if (/占/.test(before)) {
      const clause = before.slice(0, before.lastIndexOf('占'))
      const named = this.namedBefore(clause, undefined)
      this.push(named.length ? named : this.current, token, offset, 'share-pct')
      return
    }
    const moved = lastDirection(before)
    if (moved) {
      if (moved.sign === 0) {
        this.pass(token, offset, 'no-concept')
        return
      }
      const targets = this.changed.length > 0 ? this.changed : this.current
      this.push(targets, token, offset, 'change-pct', { sign: moved.sign })
      return
    }
    // `增加 27.47 万元（402.20%）`: the bracket goes with the change before it.
    if (/^\($/.test(before) && this.changed.length > 0)
      this.push(this.changed, token, offset, 'change-pct', { sign: this.changeSign })
  }

  /** `比2025年年初预算数 N`, `较上年的 N`: the figure compared with. */
  private priorFigure(before: string, token: NumberToken, offset: number): void {
    if (this.current.length === 0) return
    const years = yearsIn(before, this.context.fiscalYear)
    const year = years.at(-1) ?? this.context.fiscalYear - 1
    if (year >= this.context.fiscalYear) return
    const basis: Basis = /执行/.test(before)
      ? 'execution'
      : /决算/.test(before) || this.context.kind === 'final'
        ? 'final'
        : 'budget'
    this.push(this.target(token), token, offset, 'amount', { year, basis })
  }

  private zero(
    before: string,
    sentence: string,
    event: Extract<Event, { kind: 'zero' }>,
    offset: number,
  ): void {
    const prior = /(?:上年|去年)$/.test(sentence.slice(0, event.start))
    const coded = this.current[0]?.functionCode || this.current[0]?.economyCode
    // `上年无工资福利支出` behind an item means that item.
    const topics = prior && coded ? this.current : allTopicsOf(event.object, this.partScope(), this.context)
    // 无新增支出 names no money of its own: only a named fund or concept can be zero.
    const named =
      (prior && coded) ||
      fundIn(event.object) !== undefined ||
      topics.some((t) => !/^(?:revenue|expenditure)$/.test(t.concept))
    if (topics.length === 0 || !named) return
    const years = yearsIn(before, this.context.fiscalYear)
    const list = prior ? [this.context.fiscalYear - 1] : [...new Set(years)]
    const raw = slice(this.text, offset + event.start, offset + event.end)
    for (const year of list.length > 0 ? list : [undefined])
      for (const topic of topics)
        this.figures.push({
          key: keyOf(topic, this.context, 'amount', year === undefined ? {} : { year }),
          value: '0',
          unit: '',
          raw,
          decimals: 0,
          label: topic.label,
          note: '',
        })
    if (this.among) this.parts++
  }

  private flat(
    before: string,
    sentence: string,
    event: Extract<Event, { kind: 'flat' }>,
    offset: number,
  ): void {
    // 决算数与预算数持平 compares two bases of one year: no change against the year before.
    const clause = lastPhrase(sentence.slice(0, event.start))
    if (
      /决算数?(?:与|同|和)(?:年初|全年)?预算数?/.test(clause) ||
      (/预算数?(?:与|同)?(?:基本)?$/.test(clause) && this.context.kind === 'final')
    )
      return
    const compared = COMPARED.exec(before)
    const named = this.namedBefore(before, compared?.index)
    const targets = named.length > 0 ? named : this.current
    const stated = targets.some((t) => this.changed.includes(t))
    if (targets.length === 0 || stated) return
    const raw = slice(this.text, offset + event.start, offset + event.end)
    for (const topic of targets)
      this.figures.push({
        key: keyOf(topic, this.context, 'change'),
        value: '0',
        unit: '',
        raw,
        decimals: 0,
        label: topic.label,
        note: '',
      })
    this.changed = targets
    this.parts = 0
  }

  /** Parts of a sum are of the head's side; a fund named by the head goes for functions and natures below it. */
  private partScope(): Scope {
    const head = this.head?.meanings[0] ?? this.current[0]
    if (!this.among || !head) return this.scope
    const side = head.concept.startsWith('revenue')
      ? 'revenue'
      : head.concept.startsWith('expenditure')
        ? 'expenditure'
        : undefined
    const fund = side === 'expenditure' && head.fund !== '' ? head.fund : this.scope.fund
    return { ...this.scope, fund, ...(side ? { side } : {}) }
  }

  private push(
    topics: Meaning[],
    token: NumberToken,
    offset: number,
    measure: ProseFigure['key']['measure'],
    more: { year?: number; basis?: Basis; sign?: number; unit?: string } = {},
  ): void {
    const money = measure === 'amount' || measure === 'change'
    const unit = more.unit ?? token.unit
    const factor = money ? (YUAN_PER[unit] ?? '1') : '1'
    const value = canonical(token.value.times(decimal(factor)).times(more.sign ?? 1))
    const raw = slice(this.text, offset + token.start, offset + token.digitsEnd)
    for (const topic of topics)
      this.figures.push({
        key: keyOf(topic, this.context, measure, more),
        value,
        unit,
        raw,
        decimals: token.decimals,
        label: topic.label,
        note: token.kind === 'bare' ? 'unit-missing' : '',
      })
  }
}

interface Direction {
  sign: -1 | 0 | 1
  at: number
}

/** The direction word of the last clause before a figure; 0 where the form's alternatives were left in. */
function lastDirection(before: string): Direction | undefined {
  const from = Math.max(before.lastIndexOf('，'), before.lastIndexOf(':'), before.lastIndexOf('、'))
  const clause = before.slice(from + 1)
  const open = UNCHOSEN.exec(clause)
  if (open) return { sign: 0, at: from + 1 + open.index }
  const up = lastIndex(clause, UP)
  const down = lastIndex(clause, DOWN)
  if (up < 0 && down < 0) return undefined
  return up > down ? { sign: 1, at: from + 1 + up } : { sign: -1, at: from + 1 + down }
}

const lastIndex = (text: string, pattern: RegExp): number =>
  [...text.matchAll(new RegExp(pattern.source, 'g'))].at(-1)?.index ?? -1

/** The words directly before a figure. */
const lastPhrase = (before: string): string =>
  (before.split(/[，:；]/).at(-1) ?? '').replace(/^(?:其中|包括|分别为)+/, '')

function basisOf(phrase: string, context: ProseContext): Basis | undefined {
  if (/年初预算(?:数)?(?:安排)?为?$/.test(phrase)) return context.kind === 'final' ? 'initial' : 'budget'
  if (/(?:全年|调整)预算(?:数)?为?$/.test(phrase)) return 'adjusted'
  if (context.kind === 'final' && /(?<!决算)预算(?:数)?(?:安排)?为?$/.test(phrase) && !/决算/.test(phrase))
    return 'initial'
  return undefined
}

function eventsOf(sentence: string): Event[] {
  const events: Event[] = numbersOf(sentence)
    .filter((token) => token.kind !== 'form')
    .map((token) => ({ kind: 'number', start: token.start, end: token.end, token }))
  for (const match of sentence.matchAll(ZERO)) {
    const object = match[1] as string
    if (NO_OBJECT.test(object) || /\d+(?:\.\d+)?(?:万元|元|%)/.test(object)) continue
    events.push({
      kind: 'zero',
      start: match.index,
      end: match.index + match[0].length,
      object: object.split(/、(?=[无没])/)[0] as string,
    })
  }
  for (const match of sentence.matchAll(new RegExp(FLAT.source, 'g')))
    events.push({ kind: 'flat', start: match.index, end: match.index + match[0].length })
  return events.sort((a, b) => a.start - b.start)
}
