import { isListed } from '../../model/printed/list-number.js'
import { type Meaning, meaning, type ProseContext, type Scope, sameMeaning } from './meaning.js'
import { isCircumstance, isFormOnly, isGeneric, sideOf } from './phrase.js'
import { meaningsOf, type Naming, topicsOf } from './topics.js'

/** Why nothing is known to be talked about: nothing was named, something without a concept, or a name unknown. */
type Lost = 'nothing' | 'no-concept' | 'unknown'

/** What a paragraph talks about while it is read: the last thing named, and the whole of which it lists parts. */
export class Subject {
  /** What the last figure was about; empty where nothing was named or its name is unknown. */
  current: Meaning[]
  /** Why `current` is empty. */
  private lost: Lost = 'nothing'
  /** The figure before 其中. */
  head: Meaning[] = []
  /** The whole of the sentence: what the first 其中 of several splits. */
  private outer: Meaning[] = []
  /** Amounts of the head and of the last part, as printed. */
  private headAmount = ''
  private lastAmount = ''
  /** Parts of the head are being listed. */
  among = false
  /** What is split is itself not understood: neither are its parts. */
  private amongLost: Lost | undefined
  /** Parts named since the last semicolon, and all since 其中. */
  parts = 0
  listed: Meaning[] = []
  /** Income and spending as wholes, as far as the paragraph has stated them. */
  private readonly wholes = new Map<string, { meaning: Meaning; amount: string }>()
  /** What the last change belonged to. */
  changed: Meaning[] = []
  /** All whose change the paragraph has stated. */
  private readonly allChanged: Meaning[] = []
  changeSign = 1
  /** The last change can belong to the part before it or to the whole that it equals. */
  isOpen = false
  /** Money of the three public expenses as the paragraph names it: their items have it in later sentences too. */
  private threePublic: Pick<Scope, 'threePublic'> = {}
  /** 人员经费： stands over the items after it. */
  nature: Meaning['nature'] = ''

  constructor(
    public scope: Scope,
    private readonly context: ProseContext,
    /** What the section's title names. */
    private readonly title: Meaning[],
    /** The whole whose parts the paragraph lists, announced by the one before it. */
    private readonly announced: Meaning[],
    /** Totals that the section has stated, by side and money. */
    private readonly stated: Map<string, Meaning>,
  ) {
    this.current = announced
    if (announced.length > 0) this.open()
  }

  /** The last name was of a kind that no concept covers: its change and share are none either. */
  get isWithoutConcept(): boolean {
    return this.current.length === 0 && this.lost === 'no-concept'
  }

  /** The last name was not understood: nothing is said of anything else until another is named. */
  get isUnknown(): boolean {
    return this.current.length === 0 && this.lost === 'unknown'
  }

  /** 其中 was read: what follows are parts of what was named before. */
  open(): void {
    if (this.current.length > 0) {
      if (!this.among || this.outer.length === 0) this.outer = this.current
      this.head = this.current
      this.headAmount = this.lastAmount
      this.amongLost = undefined
    } else if (this.lost !== 'nothing') {
      this.head = []
      this.amongLost = this.lost
    }
    this.among = true
    this.parts = 0
    this.listed = []
  }

  /** The same whole is split in another way. */
  anew(): void {
    if (this.among && this.head.length > 0) this.current = this.head
  }

  /** One side of a paper is named whose totals the paragraph has stated: the other is over. */
  turnTo(side: 'revenue' | 'expenditure'): void {
    const stated = this.wholes.get(side)
    if (!stated) return
    this.among = false
    this.name([stated.meaning])
  }

  /** A bracket opens, whose figures are parts of what stands before it; gives back the way out of it. */
  enter(): () => void {
    const { current, lost, head, outer, headAmount, lastAmount, among, amongLost } = this
    const { parts, listed, changed, changeSign, nature } = this
    const before = { current, lost, head, outer, headAmount, lastAmount, among, amongLost }
    const after = { parts, listed, changed, changeSign, nature }
    this.open()
    return () => Object.assign(this, before, after)
  }

  /** A sentence begins: the list of parts is over, its whole is spoken of again. */
  beginSentence(compares: boolean): void {
    this.parts = 0
    // A paragraph that is one part of a list goes on about its part, behind a list of its own about its whole.
    const isOwnList = this.among && this.head !== this.announced
    if (this.announced.length > 0 && !isOwnList) return
    // …；项目支出600万元，主要用于…。比上年增加80万元: the whole has its change, the part has none yet.
    if (compares && this.among && this.hasChanged(this.head) && !this.hasChanged(this.current)) return
    if (this.among && this.head.length > 0) this.current = this.wholeOfSentence()
    this.outer = this.announced
    this.among = this.announced.length > 0
    if (this.among) this.head = this.announced
    this.amongLost = undefined
  }

  /** Behind A，其中：B，其中：C；D the sentence is about A again; a paragraph that is a part is about its own whole. */
  private wholeOfSentence(): Meaning[] {
    return this.outer.length > 0 && this.outer !== this.announced ? this.outer : this.head
  }

  /** A part of a sentence begins; a comparison behind a list of parts speaks of their whole. */
  beginPart(compares: boolean): void {
    // A 5万元、B 7万元；比上年增加2万元
    if (compares && this.parts >= 2 && this.head.length > 0) this.current = this.head
    this.parts = 0
  }

  private notice(meanings: Meaning[]): void {
    const whole = meanings.find((m) => m.concept === 'three-public' && m.fund !== '')
    if (whole && !this.among) this.threePublic = { threePublic: whole.fund }
  }

  /** A change was bound. */
  change(meanings: Meaning[]): void {
    this.notice(meanings)
    this.current = meanings
    this.changed = meanings
    this.parts = 0
    this.allChanged.push(...meanings)
  }

  /** A change was stated in per cent alone. */
  moved(meanings: Meaning[]): void {
    this.allChanged.push(...meanings)
  }

  private hasChanged(meanings: Meaning[]): boolean {
    return meanings.some((m) => this.allChanged.some((c) => sameMeaning(c, m)))
  }

  /** Something was named without a figure yet. */
  name(meanings: Meaning[]): void {
    this.current = meanings
    this.changed = []
    this.parts = 0
  }

  /** An amount was bound. */
  take(meanings: Meaning[], amount: string): void {
    this.notice(meanings)
    // 年初预算为5万元，决算为4万元: one part, stated twice.
    const isSame = this.current.length > 0 && meanings.every((m, i) => isOf(m, this.current[i]))
    this.current = meanings
    this.lastAmount = amount
    this.changed = []
    for (const m of meanings) {
      if (!isTotal(m) || m.nature !== '' || m.functionCode !== '') continue
      this.wholes.set(sideOfTotal(m), { meaning: m, amount })
      // In a list a total is a part of another one.
      if (!this.among || this.announced.length > 0) this.stated.set(statedAs(m), m)
    }
    if (!this.among || (isSame && this.parts > 0)) return
    this.parts++
    this.listed.push(...meanings)
  }

  /** Income and spending of the same money, where the paragraph states both. */
  bothSides(): Meaning[] {
    const [first, second] = this.wholes.values()
    return first && second && first.meaning.fund === second.meaning.fund
      ? [first.meaning, second.meaning]
      : []
  }

  /** 收入比上年增加 behind 收入总计: by its bare name a total is the one that the section stated last. */
  asStated(meanings: Meaning[]): Meaning[] {
    return meanings.map((m) => {
      const last = BARE_TOTAL.test(m.label) && isYear(m) ? this.stated.get(statedAs(m)) : undefined
      return last ? { ...last, label: m.label } : m
    })
  }

  /** 收入总计5万元，支出总计5万元，比上年增加1万元: both moved, for both are always equal. */
  private balanced(): Meaning[] {
    const [first, second] = this.wholes.values()
    const isBoth =
      !this.among &&
      this.current.length === 1 &&
      first !== undefined &&
      first.amount === second?.amount &&
      !this.hasChanged([first.meaning]) &&
      sameMeaning(this.current[0] as Meaning, second?.meaning ?? (this.current[0] as Meaning))
    const sides = isBoth ? this.bothSides() : []
    return sides.every((m) => m.concept.endsWith('.grand-total')) ? sides : []
  }

  /** The one part so far is all of its head: what follows can be said of either. */
  partIsWhole(): boolean {
    return (
      this.among && this.listed.length === 1 && this.headAmount !== '' && this.headAmount === this.lastAmount
    )
  }

  /** What splits project spending by names of its own are projects. */
  listsProjects(): boolean {
    const isProject = (m: Meaning) => m.nature === 'project' && m.functionCode === '' && m.economyCode === ''
    return this.among && this.head.length > 0 && this.head.every(isProject)
  }

  /** Something was named that has no concept or that is not understood: nothing may be added to it. */
  lose(lost: Exclude<Lost, 'nothing'>): void {
    this.current = []
    this.changed = []
    this.lost = lost
    this.nature = ''
    if (this.among) this.parts++
  }

  /** To what a change without a name of its own belongs: one part takes it, a list of parts leaves it to the head. */
  target(): Meaning[] {
    if (this.isUnknown) return []
    const both = this.balanced()
    if (both.length > 0) return both
    return this.among && this.head.length > 0 && this.parts >= 2 ? this.head : this.current
  }

  /** Scope of the parts of a head: its side, and its money for what it splits. */
  partScope(): Scope {
    const heads = this.among ? this.head : []
    const head = heads[0]
    // The whole that is split is not understood: it is not the three public expenses named before.
    if (!head) return this.among && this.amongLost ? this.scope : { ...this.scope, ...this.threePublic }
    // 财政拨款收支预算 N，其中基本支出 M: both sides are of that money.
    const isBoth = heads.length > 1 && heads.every((h) => isTotal(h) && h.fund === head.fund)
    const sides = new Set(heads.map((m) => /^(?:revenue|expenditure)/.exec(m.concept)?.[0]))
    const side = sides.size === 1 ? ([...sides][0] as Scope['side']) : undefined
    const inherits = isBoth || side === 'expenditure' || /^(?:three-public|procurement)/.test(head.concept)
    const isYearOf = /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(head.concept)
    const fund = inherits && head.fund !== '' ? head.fund : this.scope.fund
    const isEconomy =
      this.scope.isEconomy || head.economyCode !== '' || /^(?:basic|personnel|public)$/.test(head.nature)
    const whole = head.concept === 'procurement' ? { procurement: head.fund } : {}
    return {
      ...this.scope,
      ...this.threePublic,
      fund,
      isEconomy,
      ...(head.functionCode ? { parent: head.functionCode } : {}),
      ...whole,
      ...(side ? { side } : {}),
      isGrandTotal: isYearOf && head.concept.endsWith('.grand-total'),
    }
  }

  /** What a phrase is about, with what it leaves to the words before it. */
  of(phrase: string, lead: string[]): Naming {
    // 消防（款）：2027年预算支出合计 is the section's, whatever else the words could mean.
    const titled = isFormOnly(phrase) ? this.led(lead.slice(-1)) : []
    if (titled === 'unknown' || meaningsOf(titled).some((t) => t.functionCode)) return titled
    if (isGeneric(phrase)) {
      const generic = this.generic(phrase, lead)
      if (typeof generic === 'string' || generic.length > 0) return generic
    }
    // 收、支各增加 speaks of the sum before it.
    if (this.isUnknown && BARE_SIDES.test(phrase)) return 'unknown'
    const topics = topicsOf(phrase, this.partScope(), this.context)
    // What running costs are made of is another definition of the same words.
    if (this.among && this.head[0]?.concept === 'operating-cost') return 'none'
    return typeof topics === 'string' ? topics : this.placed(topics)
  }

  /** Topics among the parts of their head, below the nature that stands over them. */
  private placed(topics: Meaning[]): Naming {
    const inLost = this.among && this.amongLost
    // Money and natures split a whole, and so do kinds of costs: of one that is not understood nothing is known.
    const splits = (t: Meaning) =>
      /^(?:revenue|expenditure)/.test(t.concept)
        ? !t.functionCode
        : /^(?:three-public|procurement)\./.test(t.concept) && t.fund === ''
    if (inLost && topics.some(splits)) return inLost === 'no-concept' ? 'none' : 'unknown'
    // 基本支出5万元、项目支出4万元、其他支出1万元: no class beside natures.
    if (topics[0]?.functionCode === OTHER_SPENDING && this.isAmongNatures()) return 'none'
    return this.carried(this.ofSide(this.moneyOf(this.natured(topics))))
  }

  private isAmongNatures(): boolean {
    const beside = this.among ? [...this.listed, ...this.current] : this.current
    return beside.some(
      (m) =>
        (m.concept === 'expenditure' && m.nature !== '' && m.functionCode === '') ||
        /^expenditure\.(?:operating|to-)/.test(m.concept),
    )
  }

  /** 三公经费15万元（其中：一般公共预算支出12万元）: money by fund splits what is listed, not the year's spending. */
  private moneyOf(topics: Meaning[]): Meaning[] {
    const head = this.among ? this.head[0] : undefined
    if (!head || /^(?:revenue|expenditure)/.test(head.concept)) return topics
    return topics.map((t) =>
      t.concept === 'expenditure' && t.fund !== 'all' && !t.nature && !t.functionCode && !t.economyCode
        ? { ...head, fund: t.fund, label: t.label }
        : t,
    )
  }

  /** Items below the nature that stands over them. */
  natured(topics: Meaning[]): Meaning[] {
    const whole = this.among ? this.head[0] : undefined
    const split = whole && /^(?:basic|project)$/.test(whole.nature) ? whole.nature : ''
    return topics.map((t) => {
      if (t.nature !== '' || !(t.functionCode || t.economyCode)) return t
      // 工资福利支出 of basic spending, 资本性支出 of projects.
      return { ...t, nature: (t.functionCode && this.nature) || split || this.scope.nature }
    })
  }

  /** 上年结转200万元，其中一般公共预算拨款收入200万元: money of a kind that is carried over, no income of the year. */
  private carried(topics: Naming): Naming {
    const head = this.among ? this.head[0] : undefined
    if (typeof topics === 'string' || !head) return topics
    // 一般公共预算拨款N（财政专户管理的收入M…）: what one kind of money is said to hold is no source beside it.
    if (
      head.concept === 'revenue' &&
      ONE_MONEY.test(head.fund) &&
      topics.some((t) => OWN_SOURCE.test(t.concept))
    )
      return 'none'
    const whole = head.concept
    // 项目支出200万元，其中一般公共预算150万元: projects of that money.
    if (whole === 'expenditure' && (head.nature || head.functionCode || head.economyCode))
      return topics.map((t) =>
        t.concept === whole && t.fund !== head.fund && !t.nature && !t.functionCode && !t.economyCode
          ? { ...t, nature: head.nature, functionCode: head.functionCode, economyCode: head.economyCode }
          : t,
      )
    if (!CARRIED.test(whole)) return topics
    return topics.map((t) =>
      t.concept === sideIn(whole) && t.fund !== 'all' && !t.nature && !t.functionCode && !t.economyCode
        ? { ...t, concept: whole }
        : t,
    )
  }

  /** In a list of spending parts, income words name the source of the money: no concept. */
  private ofSide(topics: Meaning[]): Naming {
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
  private led(lead: string[]): Naming {
    for (const printed of [...lead].reverse()) {
      const clause = printed.replace(/[，:；]$/, '')
      const topics = topicsOf(clause, this.partScope(), this.context)
      if (topics === 'none') return topics
      // Words before a figure's own clause may be anything, but a title or the name of an item.
      if (topics === 'unknown' && isTitle(printed) && !isCircumstance(clause)) return topics
      if (meaningsOf(topics).length > 0) return this.placed(meaningsOf(topics))
    }
    return []
  }

  /** 2025年预算安排, 支出决算为: the figure of what the clauses before it, the last figure or the title named. */
  private generic(phrase: string, lead: string[]): Naming {
    const side = sideOf(phrase)
    const led = this.led(lead)
    if (typeof led === 'string') return led
    const whole = side && this.among ? this.head.filter((m) => isTotal(m) && m.concept.startsWith(side)) : []
    // 收入比上年增加 behind a list of parts speaks of the whole.
    if (BARE_SIDE.test(phrase) && whole.length > 0 && led.length === 0) return whole
    // …，包括财政拨款收入80万元、非税收入20万元；支出预算100万元: the other side of the paper begins.
    const isOther = side && this.among && this.head.some((m) => isTotal(m) && !m.concept.startsWith(side))
    if (led.length === 0 && this.isUnknown && !isOther) return 'unknown'
    if (led.length === 0 && this.isWithoutConcept && !isOther) return 'none'
    const base = led.length > 0 ? led : this.current.length > 0 ? this.current : this.title
    if (!side) return base
    const year = (m: Meaning) =>
      /本年|当年/.test(phrase) && isTotal(m) ? { ...m, concept: side, label: phrase } : m
    // 一般公共预算收入5万元；本年支出4万元 in a list of both sides: the spending of the same money.
    const part = this.among && this.head.length > 1 ? this.current[0] : undefined
    if (part && led.length === 0 && isYear(part) && part.fund !== this.head[0]?.fund)
      return [meaning(side, part.fund, phrase)]
    const own = base.filter((m) => m.concept.startsWith(side))
    const matching = own.filter((m) => isTotal(m) || m.functionCode || m.economyCode || m.nature)
    if (matching.length > 0) return matching.map(year)
    if (whole.length > 0) return whole.map(year)
    // The other side of the paper begins: the list of parts is over.
    const first = (this.among && this.head.length > 0 ? this.head : base)[0]
    if (!first) return []
    // 三公 and its like are spent: 支出决算为 is theirs.
    if (!/^(?:revenue|expenditure)/.test(first.concept)) return side === 'expenditure' ? base : []
    this.among = false
    return [meaning(side, first.fund === '' ? this.scope.fund : first.fund, phrase)]
  }
}

/** `闸门养护补贴：2025年预算5万元`, `3.闸门养护补贴，…`, `…夜巡（项），…` name what the figure behind them is about. */
const isTitle = (clause: string): boolean => /:$|[类款项]\)，?$/.test(clause) || isListed(clause)

const BARE_SIDES = /^(?:收支|收、支|收入、支出|收入和支出|收入支出)(?:总计|总额)?(?:各|均|都|分别)?$/
const isOf = (m: Meaning, other: Meaning | undefined): boolean => other !== undefined && sameMeaning(m, other)
const statedAs = (m: Meaning): string => `${sideOfTotal(m)} ${m.fund}`
const BARE_TOTAL =
  /^(?:20\d\d年(?:度)?|今年)?(?:财政拨款|一般公共预算(?:财政拨款)?|政府性基金预算(?:财政拨款)?)?(?:收入支出|收入、支出|收、支|收支|收入|支出)$/
const OTHER_SPENDING = '229'
const BARE_SIDE = /^(?:收入|支出)$/
const sideOfTotal = (m: Meaning): string => m.concept.replace(/\..*$/, '')
const isYear = (m: Meaning): boolean => /^(?:revenue|expenditure)$/.test(m.concept) && !m.nature
const ONE_MONEY = /^(?:general|government-fund|state-capital)$/
const OWN_SOURCE = /^revenue\.(?!carry-in|grand-total)/
const sideIn = (concept: string): string => concept.split('.')[0] as string
const CARRIED = /^(?:revenue\.carry-in|expenditure\.carry-out)$/
const isTotal = (m: Meaning): boolean => /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(m.concept)
