import type { Basis } from '../../model/filing.js'
import type { ProseContext } from './meaning.js'
import type { Subject } from './subject.js'

/** A year before the paper's, and its basis where that is another; empty for the paper's own. */
export interface Time {
  year?: number
  basis?: Basis
}

/** 2019年收入安排617万元，支出617万元；其中…: an earlier year holds for the rest of its sentence and for its parts. */
export class StatedYear {
  /** Of the last amount, of the whole whose parts are listed, of the sentence. */
  private last: Time = {}
  private whole: Time = {}
  private sentence: Time = {}

  constructor(
    private readonly subject: Subject,
    private readonly context: ProseContext,
  ) {}

  /** 其中 was read. */
  open(): void {
    this.whole = this.last
  }

  /** A sentence begins: it is of the paper's year until it says another. */
  beginSentence(): void {
    this.sentence = {}
  }

  /** The time of the amount that a phrase names. */
  of(phrase: string): Time {
    const stated = /(20\d\d)年(?:度)?[^，。；:]*$/.exec(phrase)?.[1]
    if (stated === undefined && !/本年|当年|今年/.test(phrase)) {
      this.last = this.subject.among ? this.whole : this.sentence
      return this.last
    }
    const { kind, fiscalYear } = this.context
    const year = stated === undefined ? fiscalYear : Number(stated)
    const isFinal = kind === 'budget' && /决算/.test(phrase + this.subject.scope.title)
    const time: Time = year < fiscalYear ? { year, ...(isFinal ? { basis: 'final' as const } : {}) } : {}
    // 上年结转2022年项目资金 says of what year that money was, not the sentence.
    this.last = /结转|结余/.test(phrase) ? {} : time
    if (!this.subject.among) this.sentence = this.last
    return time
  }
}
