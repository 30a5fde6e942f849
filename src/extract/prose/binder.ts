import type { Basis } from '../../model/filing.js'
import { DOWN, UP } from '../../model/printed/direction.js'
import { Dealt } from './dealt.js'
import { type Event, eventsOf } from './events.js'
import type { Ledger } from './ledger.js'
import { type NumberToken, yearsIn } from './lexer.js'
import { type Meaning, type ProseContext, sameMeaning } from './meaning.js'
import { partsOfItem } from './parts-of-item.js'
import {
  basisOf,
  comparedAt,
  comparesOwnBudget,
  type Direction,
  isCircumstance,
  lastDirection,
  lastPhrase,
  overBudget,
} from './phrase.js'
import { StatedYear } from './stated-year.js'
import type { Subject } from './subject.js'
import { allTopicsOf, meaningsOf, type Naming, topicsOf } from './topics.js'
import { Lists, settleTotals } from './totals.js'
import { fundIn } from './words.js'

/** The prior year's own figure, stated directly. */
const PRIOR_FIGURE = /(?:(?<![比较与同和])(?:上年|去年)|(?:上年|去年)(?:年初)?(?:预算|执行|决算|数))数?为?$/
/** The figure compared with stands directly behind its year or basis: 比2025年年初预算数 N, 较上年的 N. */
const COMPARED_FIGURE = /(?:数|预算|决算|执行|的)$/
/** 比上年20万元减少1.4万元: the change behind it says that the figure is the year's before. */
const YEAR_ALONE = /(?:上年|去年|20\d\d年)(?:度)?$/
const MOVES = new RegExp(`^(?:相比，?)?(?:${UP}|${DOWN}|持平)`)
/** One project of a list: its money is a row of the project table. */
const ONE_PROJECT = /[该本]项目(?!支出)/
const OTHER_TERMS = /口径|(?:扣除|剔除)[^，]*后/
/** 完成年初预算的, 占年初预算的, 为全年预算的. */
const COMPLETES = /完成|(?:占|(?:为|达|达到|是)(?=年初|全年|调整))(?:年初|全年|调整后?)?预算数?的?$/
const ONLY_PRIOR =
  /^.(?:上年|去年|上一年|20\d\d年)(?:度)?(?:同期)?(?:收支|收入|支出|年初|预算|决算|执行|总计|合计|总额|金额|数|的)*$/
const NEXT_AMOUNT = /^[、，和及]\d[\d,.]*(?:亿|万)?元/
const EXECUTED = /(20\d\d)年(?:度)?(?:当年)?预算执行数为?$/

/** The clauses before the one directly before a figure: 小学教育（2050202），2023年度决算数为. */
const leadOf = (before: string): string[] => `${before} `.split(/(?<=[，:；])/).slice(0, -1)

/** Binds each event of a paragraph by its role: amount, change, percentage, share, completion, prior figure, zero. */
export class Binder {
  readonly lists = new Lists()
  private readonly dealt = new Dealt()
  private readonly years: StatedYear
  /** What the prior year's figure directly before belongs to. */
  private compared: Meaning[] = []
  private lastNumber: { token: NumberToken; offset: number; basis: Basis | undefined } | undefined
  /** What is compared with is the year's own budget, or no change: percentages behind it are none either. */
  private isAside = false
  /** The basis of what an open bracket splits. */
  private bracketBasis: Basis | undefined
  /** What the next amount of a pair is about. */
  private second: Meaning | undefined

  constructor(
    private readonly subject: Subject,
    private readonly ledger: Ledger,
    private readonly context: ProseContext,
  ) {
    this.years = new StatedYear(subject, context)
  }

  /** 其中 was read. */
  open(): void {
    this.subject.open()
    this.lists.open()
    this.dealt.forget()
    this.years.open()
  }

  beginSentence(): void {
    this.years.beginSentence()
  }

  /** `before`: the words between the event and the one before it; places in the sentence count from `offset`. */
  event(event: Event, before: string, sentence: string, offset: number): void {
    const at = { start: offset + event.start, end: offset + event.end }
    // 按与上年一致的口径相比: what follows compares other figures than those of the two years.
    if (OTHER_TERMS.test(before)) this.subject.lose('unknown')
    if (comparedAt(before) >= 0) this.isAside = false
    if (before !== '') this.compared = []
    if (event.kind === 'number') this.number(before, sentence, event.token, offset)
    else if (event.kind === 'zero') this.zero(before, sentence, event, at)
    else if (event.kind === 'flat') this.flat(before, sentence, event, at)
    else if (event.kind === 'whole') this.whole(event.object)
    else this.ledger.zeros(this.subject.current, 'amount', [this.context.fiscalYear - 1], at)
  }

  /** A bracket opens: its figures are parts of the last amount, in the same basis; gives back the way out of it. */
  enter(): () => void {
    const leave = this.subject.enter()
    const before = this.bracketBasis
    this.bracketBasis = this.lastNumber?.basis
    return () => {
      leave()
      this.bracketBasis = before
    }
  }

  /** 因…，上年无…: a statement about the prior year stands behind a reason. */
  behindReason(words: string, offset: number): void {
    for (const event of eventsOf(words))
      if (event.kind === 'zero' && /(?:上年|去年)$/.test(words.slice(0, event.start)))
        this.event(event, '', words, offset)
  }

  private number(before: string, sentence: string, token: NumberToken, offset: number): void {
    const after = sentence.slice(token.end)
    const share = this.dealt.share(before, sentence, token, offset)
    if (share) this.ledger.push(share.meanings, token, offset, share.measure, { sign: share.sign })
    // Price thresholds, and parts of a stock by kind.
    else if (/^(?:\([含不][^)]*\))?(?:以上|以下|以内)/.test(after))
      this.ledger.pass(token, offset, 'threshold')
    else if (token.kind === 'percent') this.percent(before, token, offset)
    else if (token.kind === 'count') this.ledger.pass(token, offset, 'quantity')
    else if (token.kind === 'bare') this.bare(before, after, token, offset)
    else this.money(before, after, token, offset)
  }

  /** A number without a unit: an amount of change whose percentage follows, a percentage in brackets, or zero. */
  private bare(before: string, after: string, token: NumberToken, offset: number): void {
    const { changed, changeSign } = this.subject
    if (/^\($/.test(before) && /^\)/.test(after) && changed.length > 0)
      this.ledger.push(changed, token, offset, 'change-pct', { sign: changeSign, unit: '' })
    else if (lastDirection(before) && /^\(\d[\d.,]*%\)/.test(after)) this.money(before, after, token, offset)
    else if (token.value.eq(0) && /(?:为|预算|数|费|支出|收入|安排)$/.test(before))
      this.money(before, after, token, offset)
  }

  private money(before: string, after: string, token: NumberToken, offset: number): void {
    const moved = lastDirection(before)
    const compared = comparedAt(before)
    const { current } = this.subject
    if (moved) this.change(before, compared, moved, token, offset)
    else if (PRIOR_FIGURE.test(before) && current.length > 0) this.priorFigure(before, token, offset)
    else if (compared >= 0 && !/[，:]/.test(before.slice(compared))) {
      // 比上年 and a word that is no direction: neither the prior figure nor a change is stated.
      // 较上年 N增加: the figure of the year before.
      const isPrior =
        MOVES.test(after) && (YEAR_ALONE.test(before) || ONLY_PRIOR.test(before.slice(compared)))
      if (isPrior || COMPARED_FIGURE.test(before)) this.priorFigure(before, token, offset)
    } else {
      this.isAside = false
      const executed = EXECUTED.exec(before)
      if (executed)
        this.ledger.push(current, token, offset, 'amount', {
          year: Number(executed[1]),
          basis: 'execution',
        })
      else this.amount(before, token, offset, after)
    }
  }

  private amount(before: string, token: NumberToken, offset: number, after: string): void {
    // 公务接待费：1.2万元: a colon only stands between a name and its figure.
    const phrase = lastPhrase(before.replace(/:$/, ''))
    const second = this.second
    this.second = undefined
    if (second && /^[、，和及]$/.test(before)) {
      const meant = settleTotals([second], token, this.context)
      this.subject.take(meant, token.value.toFixed())
      this.ledger.push(meant, token, offset, 'amount')
      return
    }
    // Two amounts in a row: nothing says what the second is.
    if (phrase === '' && before !== '' && this.lastNumber) return
    let topics = this.subject.of(phrase, leadOf(before))
    if (topics.length === 0 && phrase.length <= 12 && /(?:为|安排|共|总额|数|计)$/.test(phrase))
      topics = topicsOf(before.replace(/[:，、]+$/, ''), this.subject.partScope(), this.context)
    if (ONE_PROJECT.test(phrase) || topics === 'none') {
      this.subject.lose('no-concept')
      this.ledger.pass(token, offset, topics === 'none' ? 'no-concept' : 'listed')
      return
    }
    if (topics === 'unknown' && this.subject.listsProjects()) {
      this.subject.lose('no-concept')
      this.ledger.pass(token, offset, 'listed')
      return
    }
    if (topics === 'unknown' || topics.length === 0) {
      this.subject.lose('unknown')
      return
    }
    // 收入、支出总计分别为5万元、4万元.
    const pair = partsOfItem(topics, this.subject)
    const isPair = pair.length === 2 && /分别(?:为|是)$/.test(before) && NEXT_AMOUNT.test(after)
    const meant = settleTotals(isPair ? pair.slice(0, 1) : pair, token, this.context)
    if (isPair) this.second = pair[1]
    this.subject.take(meant, token.malformed ? '' : token.value.toFixed())
    if (token.malformed) return
    const time = this.years.of(phrase)
    const { year } = time
    const basis = basisOf(phrase, this.context) ?? this.bracketBasis ?? time.basis
    this.lastNumber = { token, offset, basis }
    this.dealt.state(meant, offset)
    if (meant.length === 1 && year === undefined && !basis)
      this.lists.take(meant[0] as Meaning, token, this.subject.among)
    this.ledger.push(meant, token, offset, 'amount', {
      ...(basis ? { basis } : {}),
      ...(year ? { year } : {}),
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
    const narrower = meaningsOf(topics)
      .map((t) => ({ ...first, nature: t.nature || first.nature, fund: t.nature ? first.fund : t.fund }))
      .filter((t) => !before.some((b) => sameMeaning(b, t)))
    this.ledger.push(narrower, last.token, last.offset, 'amount', last.basis ? { basis: last.basis } : {})
  }

  private change(
    before: string,
    compared: number,
    moved: Direction,
    token: NumberToken,
    offset: number,
  ): void {
    const clause = before.slice(0, moved.at)
    if (this.isAside || comparesOwnBudget(clause, this.context) || overBudget(before)) {
      this.isAside = true
      this.ledger.pass(token, offset, 'no-concept')
      return
    }
    const targets = this.aimedAt(this.namedBefore(clause, compared), () => this.subject.target())
    const unchosen = moved.sign === 0 && !token.value.eq(0)
    if (targets.length === 0 || unchosen) {
      if (unchosen || this.subject.isWithoutConcept) this.ledger.pass(token, offset, 'no-concept')
      return
    }
    const unit = token.kind === 'bare' ? '万元' : undefined
    this.subject.isOpen = targets === this.subject.current && this.subject.partIsWhole()
    this.ledger.push(targets, token, offset, 'change', {
      sign: moved.sign || 1,
      isOpen: this.subject.isOpen,
      ...(unit ? { unit } : {}),
    })
    this.subject.change(targets)
    this.subject.changeSign = moved.sign || 1
  }

  /** What a figure with words of its own is about; a name without meaning ends the subject. */
  private aimedAt(named: Naming, otherwise: () => Meaning[]): Meaning[] {
    if (named === 'none') this.subject.lose('no-concept')
    else if (named === 'unknown') this.subject.lose('unknown')
    else if (named.length > 0) return this.subject.asStated(partsOfItem(named, this.subject))
    return otherwise()
  }

  /** What the clause names itself, outside of what it compares with. */
  private namedBefore(clause: string, compared: number): Naming {
    const pieces =
      compared < 0
        ? [clause]
        : [clause.slice(compared).replace(/^.*?(?:相比|对比)[，]?/, ''), clause.slice(0, compared)]
    let unknown = false
    for (const piece of pieces) {
      if (compared >= 0 && piece === clause.slice(compared)) continue
      const phrase = lastPhrase(piece.replace(/[，:、]+$/, '')).replace(/(?:均|各|总体|决算数|预算数)$/, '')
      if (phrase.length < 2 || isCircumstance(phrase)) continue
      const topics = this.subject.of(phrase, [])
      if (topics === 'unknown') unknown = true
      else if (topics.length > 0) return topics
    }
    return unknown ? 'unknown' : []
  }

  private percent(before: string, token: NumberToken, offset: number): void {
    const { changed, changeSign, isOpen } = this.subject
    if (this.subject.isWithoutConcept) this.ledger.pass(token, offset, 'no-concept')
    else if (COMPLETES.test(before)) this.completion(before, token, offset)
    else if (/占/.test(before)) {
      const named = this.namedBefore(before.slice(0, before.lastIndexOf('占')), -1)
      this.ledger.push(
        this.aimedAt(named, () => this.subject.current),
        token,
        offset,
        'share-pct',
      )
    } else {
      const moved = lastDirection(before)
      if (moved && moved.sign === 0 && !token.value.eq(0)) this.ledger.pass(token, offset, 'no-concept')
      else if (moved && (this.isAside || comparesOwnBudget(before.slice(0, moved.at), this.context)))
        this.ledger.pass(token, offset, 'no-concept')
      else if (moved) {
        const targets = changed.length > 0 ? changed : this.percentSubject(before, moved)
        this.ledger.push(targets, token, offset, 'change-pct', { sign: moved.sign || 1, isOpen })
        if (changed.length === 0) this.subject.moved(targets)
      }
      // `增加 27.47 万元（402.20%）`: the bracket goes with the change before it.
      else if (/^\($/.test(before) && changed.length > 0)
        this.ledger.push(changed, token, offset, 'change-pct', { sign: changeSign, isOpen })
      // 差异率3%
      else if (!moved && this.namedBefore(before, -1) === 'none')
        this.ledger.pass(token, offset, 'no-concept')
    }
  }

  /** 基本支出完成年初预算的 N: what it names is the subject of what follows. */
  private completion(before: string, token: NumberToken, offset: number): void {
    const named = this.namedBefore(before.slice(0, before.search(COMPLETES)), -1)
    const meant = this.aimedAt(named, () => this.subject.current)
    if (meant !== this.subject.current) this.subject.name(meant)
    this.ledger.push(meant, token, offset, 'completion-pct')
  }

  /** A percentage without an amount of change before it: 收支预算总体较上年减少12.95%. */
  private percentSubject(before: string, moved: Direction): Meaning[] {
    const named = this.namedBefore(before.slice(0, moved.at), comparedAt(before))
    return this.aimedAt(named, () => this.subject.target())
  }

  /** `比2025年年初预算数 N`, `较上年的 N`: the figure compared with. */
  private priorFigure(before: string, token: NumberToken, offset: number): void {
    const targets = this.subject.target()
    if (comparesOwnBudget(before, this.context)) {
      // 比2020年年初预算数 N减少: the year's own budget.
      this.isAside = true
      const own = basisOf(lastPhrase(before), this.context)
      if (own && targets.length > 0) this.ledger.push(targets, token, offset, 'amount', { basis: own })
      return
    }
    if (targets.length === 0) return
    const year = yearsIn(before, this.context.fiscalYear).at(-1) ?? this.context.fiscalYear - 1
    if (year >= this.context.fiscalYear) return
    const final = /决算/.test(before) || this.context.kind === 'final'
    const isBudget = /预算/.test(before) && !/决算/.test(before) && this.context.kind === 'final'
    const budget = /年初预算/.test(before) ? 'initial' : 'budget'
    const basis: Basis = /执行/.test(before) ? 'execution' : isBudget ? budget : final ? 'final' : 'budget'
    this.ledger.push(targets, token, offset, 'amount', { year, basis })
    this.compared = targets
  }

  private zero(before: string, sentence: string, event: Extract<Event, { kind: 'zero' }>, at: Place): void {
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
    this.ledger.zeros(topics, 'amount', list.length > 0 ? list : [undefined], at)
    if (prior) return
    if (this.subject.among) this.subject.take(topics, '0')
    else this.subject.name(topics)
  }

  private flat(before: string, sentence: string, event: Extract<Event, { kind: 'flat' }>, at: Place): void {
    // 决算数与预算数持平 compares two bases of one year: no change against the year before.
    const clause = lastPhrase(sentence.slice(0, event.start))
    const own = /预算数?(?:与|同)?(?:基本)?$/.test(clause) && this.context.kind === 'final'
    const named = this.namedBefore(before, comparedAt(before))
    if (own || comparesOwnBudget(clause, this.context)) {
      // 接待费决算比预算无变化，比上年增加1万元: what it names is the subject of what follows.
      this.isAside = true
      const meant = this.aimedAt(named, () => [])
      if (meant.length > 0) this.subject.name(meant)
      return
    }
    const { listed, among, changed } = this.subject
    const isOfAll = among && listed.length > 1 && /均|各|都/.test(clause) && named.length === 0
    // 与上年预算数24万元持平 says the same of what its figure belongs to.
    const spoken = () => (this.compared.length > 0 ? this.compared : this.subject.current)
    const targets = isOfAll ? listed : this.aimedAt(named, spoken)
    if (targets.some((t) => changed.some((c) => sameMeaning(c, t)))) return
    this.ledger.zeros(targets, 'change', [undefined], at)
    if (targets.length > 0) this.subject.change(targets)
  }
}

interface Place {
  start: number
  end: number
}
