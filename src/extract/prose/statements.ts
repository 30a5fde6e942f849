import { AMONG } from '../../catalogue/prose-lexicon.js'
import type { Basis, Measure, NumberReason } from '../../model/filing.js'
import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { type Event, eventsOf } from './events.js'
import { type NumberToken, yearsIn } from './lexer.js'
import { keyOf, type Meaning, type ProseContext, type ProseFigure, sameMeaning } from './meaning.js'
import {
  basisOf,
  comparedAt,
  comparesOwnBudget,
  type Direction,
  lastDirection,
  lastPhrase,
} from './phrase.js'
import { stretchesOf } from './stretches.js'
import { Subject } from './subject.js'
import { allTopicsOf, fundIn, type Scope, topicsOf } from './topics.js'
import { settleTotal } from './totals.js'

/** The prior year's own figure, stated directly. */
const PRIOR_FIGURE = /(?:上年|去年)(?:年初)?(?:预算|执行|决算)?数?为?$/
const EXECUTED = /(20\d\d)年(?:度)?(?:当年)?预算执行数为?$/
/** A paragraph that only leads to the list of parts in the paragraphs after it. */
const LEADS_TO_PARTS = /(?:其中|包括|如下|具体为|分别为|明细如下):?$/
const WHOLE_PARAGRAPH_ZERO = /^(?:无|本表数为零|不涉及|0)$/

/** Stable codes of what the print leaves open about a figure. */
const noteOf = (token: NumberToken, openTarget: boolean): string =>
  [token.kind === 'bare' && !token.value.eq(0) ? 'unit-missing' : '', openTarget ? 'part-or-whole' : '']
    .filter(Boolean)
    .join(' ')

/** The clauses before the one directly before a figure: 小学教育（2050202），2023年度决算数为. */
const leadOf = (before: string): string[] => before.split(/[，:；]/).slice(0, -1)

/** Reads one paragraph clause by clause; what was named before stays in mind until something else is. */
export class ParagraphReader {
  readonly figures: ProseFigure[] = []
  readonly passed: Passed[] = []
  readonly subject: Subject
  /** The last change can belong to the part before it or to the whole that it equals. */
  private openTarget = false
  private lastNumber: { token: NumberToken; offset: number; basis: Basis | undefined } | undefined

  constructor(
    private readonly text: Text,
    private readonly folded: string,
    private readonly scope: Scope,
    private readonly context: ProseContext,
    /** What the section's title names, and the whole whose parts this paragraph lists. */
    private readonly setting: { title: Meaning[]; head: Meaning[] },
  ) {
    this.subject = new Subject(scope, context, setting.title, setting.head)
  }

  read(): ProseFigure[] {
    const alone = this.folded.replace(/。$/, '')
    if (WHOLE_PARAGRAPH_ZERO.test(alone) && this.setting.title.length > 0) {
      this.zeros(this.setting.title, [undefined], 0, alone.length)
      return this.figures
    }
    for (const stretch of stretchesOf(this.folded)) {
      if (stretch.passed)
        this.passed.push({ text: slice(this.text, stretch.start, stretch.end), reason: stretch.passed })
      if (stretch.opens && stretch.start > 0) this.subject.beginSentence()
      else if (stretch.begins) this.subject.beginPart()
      if (stretch.passed) this.behindReason(stretch.start, stretch.end)
      else this.stretch(stretch.start, stretch.end)
    }
    return this.figures
  }

  /** The whole whose parts the next paragraphs list; empty where none is announced. */
  announced(): Meaning[] {
    return LEADS_TO_PARTS.test(this.folded)
      ? this.subject.among
        ? this.subject.head
        : this.subject.current
      : []
  }

  private stretch(start: number, end: number): void {
    const sentence = this.folded.slice(start, end)
    const events = eventsOf(sentence)
    if (events.length === 0) {
      this.naming(sentence)
      return
    }
    let cursor = 0
    for (const event of events) {
      if (event.start < cursor) continue
      const before = sentence.slice(cursor, event.start)
      // `采购5.00万元：货物…` lists parts as 其中 does.
      if (AMONG.test(before) || (before.startsWith(':') && cursor > 0)) this.subject.open()
      this.event(event, before, sentence, start)
      cursor = event.end
    }
    if (AMONG.test(sentence.slice(cursor))) this.subject.open()
  }

  private event(event: Event, before: string, sentence: string, offset: number): void {
    const { fiscalYear } = this.context
    if (event.kind === 'number') this.number(before, sentence, event.token, offset)
    else if (event.kind === 'zero') this.zero(before, sentence, event, offset)
    else if (event.kind === 'flat') this.flat(before, sentence, event, offset)
    else if (event.kind === 'whole') this.whole(event.object)
    else this.zeros(this.subject.current, [fiscalYear - 1], offset + event.start, offset + event.end)
  }

  /** 因…，上年无…: a statement about the prior year stands behind a reason. */
  private behindReason(start: number, end: number): void {
    const words = this.folded.slice(start, end)
    for (const event of eventsOf(words))
      if (event.kind === 'zero' && /(?:上年|去年)$/.test(words.slice(0, event.start)))
        this.zero('', words, event, start)
  }

  /** Words without figures can be the title of what follows: `（一）因公出国（境）费用。` */
  private naming(sentence: string): void {
    if (sentence.length > 60) return
    const topics = topicsOf(sentence.replace(/[:，]$/, ''), this.scope, this.context)
    if (topics !== 'none' && topics.length > 0) this.subject.name(topics)
    if (AMONG.test(sentence)) this.subject.open()
  }

  private number(before: string, sentence: string, token: NumberToken, offset: number): void {
    const after = sentence.slice(token.end)
    // Price thresholds, and parts of a stock by kind.
    if (/^(?:\([含不][^)]*\))?(?:以上|以下|以内)/.test(after)) this.pass(token, offset, 'threshold')
    else if (token.kind === 'percent') this.percent(before, token, offset)
    else if (token.kind === 'count') this.pass(token, offset, 'quantity')
    else if (token.kind === 'bare') this.bare(before, after, token, offset)
    else this.money(before, token, offset)
  }

  /** A number without a unit: an amount of change whose percentage follows, a percentage in brackets, or zero. */
  private bare(before: string, after: string, token: NumberToken, offset: number): void {
    const { changed, changeSign } = this.subject
    if (/^\($/.test(before) && /^\)/.test(after) && changed.length > 0)
      this.push(changed, token, offset, 'change-pct', { sign: changeSign, unit: '' })
    else if (lastDirection(before) && /^\(\d[\d.,]*%\)/.test(after)) this.money(before, token, offset)
    else if (token.value.eq(0) && /(?:为|预算|数|费|支出|收入|安排)$/.test(before))
      this.money(before, token, offset)
  }

  private money(before: string, token: NumberToken, offset: number): void {
    const moved = lastDirection(before)
    const compared = comparedAt(before)
    const { current } = this.subject
    if (moved) this.change(before, compared, moved, token, offset)
    else if (PRIOR_FIGURE.test(before) && current.length > 0) this.priorFigure(before, token, offset)
    else if (compared >= 0 && !/[，:]/.test(before.slice(compared))) this.priorFigure(before, token, offset)
    else {
      const executed = EXECUTED.exec(before)
      if (executed)
        this.push(current, token, offset, 'amount', { year: Number(executed[1]), basis: 'execution' })
      else this.amount(before, token, offset)
    }
  }

  private amount(before: string, token: NumberToken, offset: number): void {
    const phrase = lastPhrase(before)
    // Two amounts in a row: nothing says what the second is.
    if (phrase === '' && before !== '' && this.lastNumber) return
    let topics = this.subject.of(phrase, leadOf(before))
    if (topics === 'none') {
      this.subject.lose(true)
      this.pass(token, offset, 'no-concept')
      return
    }
    if (topics.length === 0 && phrase.length <= 12 && /(?:为|安排|共|总额|数|计)$/.test(phrase)) {
      const wider = topicsOf(before.replace(/[:，、]+$/, ''), this.subject.partScope(), this.context)
      if (wider !== 'none') topics = wider
    }
    if (topics.length === 0) {
      this.subject.lose(false)
      return
    }
    const meant = this.settled(topics, token)
    this.subject.take(meant, token.malformed ? '' : token.value.toFixed())
    if (token.malformed) return
    const basis = basisOf(phrase, this.context)
    const stated = /(20\d\d)年(?:度)?[^，。；:]*$/.exec(phrase)?.[1]
    const year = stated !== undefined && Number(stated) < this.context.fiscalYear ? Number(stated) : undefined
    this.lastNumber = { token, offset, basis }
    this.push(meant, token, offset, 'amount', { ...(basis ? { basis } : {}), ...(year ? { year } : {}) })
  }

  /** Natures among the parts of a coded item are that item's; totals are told from the year's amount by the tables. */
  private settled(topics: Meaning[], token: NumberToken): Meaning[] {
    const { among, head: whole, current } = this.subject
    const head = among ? whole[0] : current[0]
    return topics.map((topic) => {
      if (head && topic.nature !== '' && topic.functionCode === '' && topic.economyCode === '')
        return { ...topic, functionCode: head.functionCode, economyCode: head.economyCode }
      return settleTotal(topic, token, this.context)
    })
  }

  /** 全部为人员经费: the amount before it, under the narrower name too. */
  private whole(object: string): void {
    const last = this.lastNumber
    const before = this.subject.current
    if (!last || before.length === 0) return
    const first = before[0] as Meaning
    const side = first.concept.startsWith('revenue') ? 'revenue' : 'expenditure'
    const topics = topicsOf(object, { ...this.subject.partScope(), side }, this.context)
    if (topics === 'none') return
    const narrower = topics
      .map((t) => ({ ...first, nature: t.nature || first.nature, fund: t.nature ? first.fund : t.fund }))
      .filter((t) => !before.some((b) => sameMeaning(b, t)))
    this.push(narrower, last.token, last.offset, 'amount', last.basis ? { basis: last.basis } : {})
  }

  private change(
    before: string,
    compared: number,
    moved: Direction,
    token: NumberToken,
    offset: number,
  ): void {
    const clause = before.slice(0, moved.at)
    if (comparesOwnBudget(clause)) {
      this.pass(token, offset, 'no-concept')
      return
    }
    const named = this.namedBefore(clause, compared)
    if (named === 'none') this.subject.lose(true)
    const targets = named !== 'none' && named.length > 0 ? named : this.target()
    const open = moved.sign === 0 && !token.value.eq(0)
    if (targets.length === 0 || open) {
      if (open || this.subject.unnamed) this.pass(token, offset, 'no-concept')
      return
    }
    const unit = token.kind === 'bare' ? '万元' : undefined
    this.openTarget = targets === this.subject.current && this.subject.partIsWhole()
    this.push(targets, token, offset, 'change', { sign: moved.sign || 1, ...(unit ? { unit } : {}) })
    if (this.subject.current.length === 0) this.subject.current = targets
    this.subject.changed = targets
    this.subject.changeSign = moved.sign || 1
    this.subject.parts = 0
  }

  /** Topics that the clause names itself, outside of what it compares with. */
  private namedBefore(clause: string, compared: number): Meaning[] | 'none' {
    const pieces =
      compared < 0
        ? [clause]
        : [clause.slice(compared).replace(/^.*?(?:相比|对比)[，]?/, ''), clause.slice(0, compared)]
    for (const piece of pieces) {
      if (compared >= 0 && piece === clause.slice(compared)) continue
      const phrase = lastPhrase(piece.replace(/[，:、]+$/, '')).replace(/(?:均|各|总体|决算数|预算数)$/, '')
      if (phrase.length < 2) continue
      const topics = this.subject.of(phrase, [])
      if (topics === 'none' || topics.length > 0) return topics
    }
    return []
  }

  /** To what a change without a name of its own belongs: one part takes it, a list of parts leaves it to the head. */
  private target(): Meaning[] {
    const { among, head, parts, current } = this.subject
    return among && head.length > 0 && parts >= 2 ? head : current
  }

  private percent(before: string, token: NumberToken, offset: number): void {
    const { current, changed, changeSign, unnamed } = this.subject
    if (current.length === 0 && unnamed) this.pass(token, offset, 'no-concept')
    else if (/完成/.test(before)) this.push(current, token, offset, 'completion-pct')
    else if (/占/.test(before)) {
      const named = this.namedBefore(before.slice(0, before.lastIndexOf('占')), -1)
      this.push(named !== 'none' && named.length ? named : current, token, offset, 'share-pct')
    } else {
      const moved = lastDirection(before)
      const targets = changed.length > 0 ? changed : this.percentSubject(before, moved)
      if (moved && moved.sign === 0 && !token.value.eq(0)) this.pass(token, offset, 'no-concept')
      else if (moved && !comparesOwnBudget(before.slice(0, moved.at)))
        this.push(targets, token, offset, 'change-pct', { sign: moved.sign || 1 })
      // `增加 27.47 万元（402.20%）`: the bracket goes with the change before it.
      else if (/^\($/.test(before) && changed.length > 0)
        this.push(changed, token, offset, 'change-pct', { sign: changeSign })
    }
  }

  /** A percentage without an amount of change before it: 收支预算总体较上年减少12.95%. */
  private percentSubject(before: string, moved: Direction | undefined): Meaning[] {
    const named = moved ? this.namedBefore(before.slice(0, moved.at), comparedAt(before)) : []
    return named !== 'none' && named.length > 0 ? named : this.subject.current
  }

  /** `比2025年年初预算数 N`, `较上年的 N`: the figure compared with. */
  private priorFigure(before: string, token: NumberToken, offset: number): void {
    const targets = this.target()
    if (targets.length === 0) return
    const year = yearsIn(before, this.context.fiscalYear).at(-1) ?? this.context.fiscalYear - 1
    if (year >= this.context.fiscalYear) return
    const final = /决算/.test(before) || this.context.kind === 'final'
    const basis: Basis = /执行/.test(before) ? 'execution' : final ? 'final' : 'budget'
    this.push(targets, token, offset, 'amount', { year, basis })
  }

  private zero(
    before: string,
    sentence: string,
    event: Extract<Event, { kind: 'zero' }>,
    offset: number,
  ): void {
    const { current } = this.subject
    const prior = /(?:上年|去年)$/.test(sentence.slice(0, event.start))
    const coded = current[0]?.functionCode || current[0]?.economyCode
    // `上年无工资福利支出` behind an item means that item.
    const topics =
      prior && coded ? current : allTopicsOf(event.object, this.subject.partScope(), this.context)
    // 无新增支出 names no money of its own: only a named fund or concept can be zero.
    const named =
      (prior && coded) ||
      fundIn(event.object) !== undefined ||
      topics.some((t) => !/^(?:revenue|expenditure)$/.test(t.concept))
    if (topics.length === 0 || !named) return
    const list = prior
      ? [this.context.fiscalYear - 1]
      : [...new Set(yearsIn(before, this.context.fiscalYear))]
    this.zeros(topics, list.length > 0 ? list : [undefined], offset + event.start, offset + event.end)
    if (prior) return
    if (this.subject.among) this.subject.take(topics, '0')
    else this.subject.current = topics
  }

  private zeros(topics: Meaning[], years: (number | undefined)[], start: number, end: number): void {
    for (const year of years)
      for (const topic of topics)
        this.state(topic, 'amount', year === undefined ? {} : { year }, {
          value: '0',
          raw: slice(this.text, start, end),
        })
  }

  private flat(
    before: string,
    sentence: string,
    event: Extract<Event, { kind: 'flat' }>,
    offset: number,
  ): void {
    // 决算数与预算数持平 compares two bases of one year: no change against the year before.
    const clause = lastPhrase(sentence.slice(0, event.start))
    const own = /预算数?(?:与|同)?(?:基本)?$/.test(clause) && this.context.kind === 'final'
    if (own || comparesOwnBudget(clause)) return
    const { listed, among, changed, current } = this.subject
    const named = this.namedBefore(before, comparedAt(before))
    if (named === 'none') return
    const all = among && listed.length > 1 && /均|各|都/.test(clause) && named.length === 0
    const targets = all ? listed : named.length > 0 ? named : current
    if (targets.some((t) => changed.some((c) => sameMeaning(c, t)))) return
    for (const topic of targets)
      this.state(
        topic,
        'change',
        {},
        {
          value: '0',
          raw: slice(this.text, offset + event.start, offset + event.end),
        },
      )
    this.subject.changed = targets
    this.subject.parts = 0
  }

  /** A number that is understood to be no fact. */
  private pass(token: NumberToken, offset: number, reason: NumberReason): void {
    this.passed.push({ text: slice(this.text, offset + token.start, offset + token.digitsEnd), reason })
  }

  private push(
    topics: Meaning[],
    token: NumberToken,
    offset: number,
    measure: Measure,
    more: { year?: number; basis?: Basis; sign?: number; unit?: string } = {},
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
        note: noteOf(token, /^change/.test(measure) && this.openTarget),
      })
  }

  private state(
    topic: Meaning,
    measure: Measure,
    time: { year?: number; basis?: Basis },
    printed: { value: string; raw: Text } & Partial<ProseFigure>,
  ): void {
    this.figures.push({
      key: keyOf(topic, this.context, measure, time),
      unit: '',
      decimals: 0,
      label: topic.label,
      note: '',
      ...printed,
    })
  }
}
