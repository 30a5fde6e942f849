import { AMONG } from '../../catalogue/prose-lexicon.js'
import type { Nature } from '../../model/filing.js'
import { isListed, LIST_NUMBER } from '../../model/printed/list-number.js'
import type { Text } from '../../model/text.js'
import { Binder } from './binder.js'
import { eventsOf } from './events.js'
import { Ledger } from './ledger.js'
import { type NumberToken, numbersOf } from './lexer.js'
import { type Meaning, type ProseContext, type Scope, yuanOf } from './meaning.js'
import { natureHeading } from './natures.js'
import { comparedAt, isGeneric, lastDirection, lastPhrase } from './phrase.js'
import { residueOf } from './plain.js'
import { APART, type Bracket, bracketsOf, withoutBrackets } from './scopes.js'
import { beginsWithFigure, stretchesOf } from './stretches.js'
import { Subject } from './subject.js'
import { allTopicsOf, meaningsOf, topicsOf } from './topics.js'

/** A paragraph that only leads to the list of parts in the paragraphs after it. */
const SPLITS_A_SIDE = /^[，；]?(收入|支出)(?:预算|决算)?(?:主要|具体)?包括/
const LEADS_TO_PARTS = /(?:其中|包括|如下|具体为|分别为|明细如下):?$/
const WHOLE_PARAGRAPH_ZERO = /^(?:无|本表数为零|不涉及|0)$/
/** Longer words without a figure are a sentence, no title. */
const LONGEST_TITLE = 60
/** `基本支出：` alone in its paragraph. */
const NAME_BEFORE_COLON = /^[^，。；:]{2,20}:$/
/** What begins the next item of a list. */
const NEXT_ITEM = new RegExp(`[；\\n]|(?<=[。:])${LIST_NUMBER}`, 'g')
/** `3.闸门养护补贴。` alone before its figures. */
const TITLE_OF_ITEM = new RegExp(`^${LIST_NUMBER}([^，、；:。]{2,40})[。:]?$`)

/** What stands around a paragraph. */
export interface Setting {
  /** What the section's title names. */
  title: Meaning[]
  /** The whole whose parts the paragraph lists. */
  head: Meaning[]
  /** The nature under which the paragraph stands. */
  nature: Nature
  /** The title above it is not understood. */
  isUnknown: boolean
  /** Totals that the section has stated, by side and money. */
  stated: Map<string, Meaning>
  /** What the paragraph before stated, where this one only compares it. */
  spoken: Meaning[]
}

/** Reads one paragraph clause by clause; what was named before stays in mind until something else is. */
export class ParagraphReader {
  readonly subject: Subject
  readonly ledger: Ledger
  private readonly binder: Binder
  private readonly brackets: Bracket[]
  private readonly amounts: NumberToken[]

  constructor(
    text: Text,
    private readonly folded: string,
    private readonly scope: Scope,
    private readonly context: ProseContext,
    private readonly setting: Setting,
  ) {
    this.ledger = new Ledger(text, context)
    this.subject = new Subject(scope, context, setting.title, setting.head, setting.stated)
    this.subject.nature = setting.nature
    if (setting.spoken.length > 0) this.subject.name(setting.spoken)
    if (setting.isUnknown) this.subject.lose('unknown')
    this.binder = new Binder(this.subject, this.ledger, context)
    this.brackets = bracketsOf(folded)
    this.amounts = numbersOf(folded).filter((t) => t.kind === 'amount')
  }

  read(): this {
    const alone = this.folded.replace(/。$/, '')
    if (WHOLE_PARAGRAPH_ZERO.test(alone) && this.setting.title.length > 0)
      this.ledger.zeros(this.setting.title, 'amount', [undefined], { start: 0, end: alone.length })
    else {
      this.text(withoutBrackets(this.folded, this.brackets), 0)
      this.binder.lists.settle(this.ledger.figures, this.context)
    }
    return this
  }

  /** The whole whose parts the next paragraphs list; empty where none is announced. */
  announced(): Meaning[] {
    if (!LEADS_TO_PARTS.test(this.folded)) return []
    // 本年收入…；本年支出…。具体情况如下： leads to parts of both.
    if (/情况如下:?$/.test(this.folded)) {
      const sides = this.subject.bothSides()
      if (sides.length > 0) return sides
    }
    return this.subject.among ? this.subject.head : this.subject.current
  }

  /** The one thing that the paragraph states: a whole with its parts, or all its amounts are of it. */
  spokenOf(): Meaning[] {
    const { among, head, current } = this.subject
    if (among && head.length > 0) return head
    const labels = new Set(this.ledger.figures.filter((f) => f.key.measure === 'amount').map((f) => f.label))
    return labels.size === 1 ? current : []
  }

  /** Whether the paragraph is the title of an item: a name with the mark of its level or a colon, and no figure. */
  isTitleOfItem(): boolean {
    return (
      this.folded.length <= LONGEST_TITLE &&
      (/项\)[。:]?$/.test(this.folded) ||
        (NAME_BEFORE_COLON.test(this.folded) && !LEADS_TO_PARTS.test(this.folded))) &&
      numbersOf(this.folded).every((t) => t.kind === 'form')
    )
  }

  /** What such a title names. */
  named(): Pick<Setting, 'title' | 'isUnknown'> {
    return { title: this.subject.current, isUnknown: this.subject.isUnknown }
  }

  /** Reads the paragraph or what stands in one of its brackets; places count from `at`. */
  private text(text: string, at: number, isBracket = false): void {
    for (const stretch of stretchesOf(text, (part) => this.speaksOfBudget(part))) {
      if (stretch.passed) this.ledger.passBetween(at + stretch.start, at + stretch.end, stretch.passed)
      const words = text.slice(stretch.start, stretch.end)
      if (stretch.opens && stretch.start > 0 && !isBracket) this.beginSentence(words)
      else if (stretch.begins) this.subject.beginPart(BEGINS_COMPARING.test(words))
      if (stretch.opens && at + stretch.start > 0 && beginsWithFigure(words)) this.subject.lose('unknown')
      if (stretch.passed) this.binder.behindReason(words, at + stretch.start)
      else this.stretch(words, at + stretch.start)
    }
  }

  private beginSentence(words: string): void {
    this.subject.beginSentence(BEGINS_COMPARING.test(words))
    this.binder.beginSentence()
  }

  private stretch(sentence: string, at: number): void {
    const events = eventsOf(sentence)
    if (events.length === 0) this.naming(sentence, at)
    let cursor = 0
    for (const event of events) {
      if (event.start < cursor) continue
      this.bracketsBefore(at + event.start, at + cursor)
      const before = sentence.slice(cursor, event.start).replaceAll(APART, '')
      this.under(before)
      this.ofYear(before)
      this.ofSide(before)
      if (SPLITS_ANEW.test(before)) this.subject.anew()
      // `采购5.00万元：货物…` lists parts as 其中 does.
      if (AMONG.test(before) || (before.startsWith(':') && cursor > 0)) this.binder.open()
      this.lookAhead(at + event.start)
      this.binder.event(event, before, sentence, at)
      cursor = event.end
    }
    this.bracketsBefore(at + sentence.length, at + cursor)
    if (events.length > 0 && AMONG.test(sentence.slice(cursor))) this.binder.open()
  }

  /** Reads the brackets between two places: their figures are parts of what stands before, and end with them. */
  private bracketsBefore(place: number, from: number): void {
    for (const { start, end } of this.brackets.filter((b) => b.start >= from && b.end <= place)) {
      const leave = this.binder.enter()
      this.text(this.folded.slice(start + 1, end - 1), start + 1, true)
      leave()
    }
  }

  /** `本年收入中，一般公共预算拨款…`: the part that is split next is named without a figure. */
  private ofYear(before: string): void {
    const part = /^((?:本年|当年)[^，]{0,8}(?:收入|支出))中，/.exec(before)?.[1]
    const meant = part ? meaningsOf(this.subject.of(part, [])) : []
    if (meant.length === 0) return
    this.subject.name(meant)
    this.binder.open()
  }

  /** `收入包括：一般公共预算拨款…` behind the totals of both sides: one of them is split. */
  private ofSide(before: string): void {
    const side = SPLITS_A_SIDE.exec(before)?.[1]
    if (side) this.subject.turnTo(side === '收入' ? 'revenue' : 'expenditure')
  }

  /** `①人员经费：行政运行（2013901）…`: a nature stands over the items behind it. */
  private under(before: string): void {
    const titles = before.split(':').slice(0, -1)
    const nature = natureHeading(titles.at(-1) ?? '')
    if (nature !== '') this.subject.nature = nature
  }

  /** Words without figures can be the title of what follows: `（一）因公出国（境）费用。` */
  private naming(sentence: string, at: number): void {
    if (sentence.length > LONGEST_TITLE) return
    this.lookAhead(at)
    const nature = natureHeading(sentence)
    if (nature !== '' && (sentence.endsWith(':') || isListed(sentence))) this.subject.nature = nature
    const topics = topicsOf(sentence.replace(/[:，]$/, ''), this.subject.scope, this.context)
    if (topics === 'unknown' && (/[类款项]\)/.test(sentence) || this.isUnknownItem(sentence)))
      this.subject.lose(topics)
    else if (meaningsOf(topics).length > 0) this.subject.name(this.subject.natured(meaningsOf(topics)))
    if (AMONG.test(sentence)) this.binder.open()
  }

  /** The title of an item that is a name unknown, and not a few words unknown among those of form. */
  private isUnknownItem(sentence: string): boolean {
    const name = TITLE_OF_ITEM.exec(sentence)?.[1]
    return name !== undefined && 2 * residueOf(name, this.context).length > name.length
  }

  /** The amounts between a place and the next item: they can tell what its name means. */
  private lookAhead(place: number): void {
    NEXT_ITEM.lastIndex = place + 1
    const end = NEXT_ITEM.exec(this.folded)?.index ?? this.folded.length
    const ahead = this.amounts
      .filter((t) => t.start >= place && t.start < end && !t.value.eq(0))
      .filter((t) => !lastDirection(this.folded.slice(Math.max(0, t.start - 20), t.start)))
    this.subject.scope = { ...this.scope, ahead: ahead.map(yuanOf) }
  }

  /** Whether a part of a sentence behind a reason names something that the budget has, with a figure of its own. */
  private speaksOfBudget(part: string): boolean {
    if (BEGINS_COMPARING.test(part)) return true
    const first = eventsOf(part)[0]
    if (!first) return false
    const listed = isListed(part)
    if (first.kind === 'zero') return allTopicsOf(first.object, this.scope, this.context).length > 0
    const before = part.slice(0, first.start).replaceAll(APART, '')
    const moved = first.kind === 'number' ? lastDirection(before) : undefined
    // A name with an amount and a comparison of its own is no point of a reason, known or not.
    if (first.kind === 'number' && !moved && COMPARES.test(part)) return true
    // 日常公用经费减少1万元 goes on with the reason; what is compared or has a reason of its own does not.
    if (moved && comparedAt(before) < 0 && !listed && !OWN_REASON.test(part)) return false
    const clause = before.slice(0, moved?.at)
    const compared = comparedAt(clause)
    return (compared < 0 ? clause : clause.slice(0, compared)).split(/[，:]/).some((piece) => {
      const phrase = lastPhrase(piece)
      if (phrase.length < 2) return false
      if (isGeneric(phrase)) return /年|预算|决算/.test(phrase)
      return listed || meaningsOf(topicsOf(phrase, this.scope, this.context)).length > 0
    })
  }
}

/** 按功能分类，…；按经济分类，… split the same whole. */
const SPLITS_ANEW = /按[^，]{2,12}分类/
const BEGINS_COMPARING = /^(?:比|较|与|同|和)(?:上年|去年|上一年|20\d\d年)/
const COMPARES = /，(?:比|较|与|同|和)(?:上年|去年|上一年|20\d\d年)/
const OWN_REASON = /主要(?:是|为|系|因|由于|原因)/
