import type { Measure } from '../../model/filing.js'
import { type NumberToken, numbersOf } from './lexer.js'
import type { Meaning } from './meaning.js'
import { type Direction, lastDirection } from './phrase.js'

/** What a figure dealt out by 分别 is: whose, and of what kind. */
export interface Share {
  meanings: Meaning[]
  measure: Measure
  sign: Direction['sign']
}

/** 会议费2万元、培训费3万元，分别较上年增加0.5万元、减少0.2万元: each figure goes with the amount in its place. */
export class Dealt {
  /** What the amounts of a stretch are about, in order; the stretch is told by where it begins. */
  private stated: { offset: number; amounts: Meaning[][] } = { offset: -1, amounts: [] }
  /** 分别 was read: what the figures up to `end` belong to. */
  private open: (Omit<Share, 'meanings'> & { targets: Meaning[][]; offset: number; end: number }) | undefined

  /** Amounts before 其中 are dealt nothing that stands behind it. */
  forget(): void {
    this.stated.amounts = []
  }

  state(meanings: Meaning[], offset: number): void {
    if (this.stated.offset !== offset) this.stated = { offset, amounts: [] }
    this.stated.amounts.push(meanings)
  }

  /** The share that a figure is of; undefined where nothing is dealt out. Without meanings where nobody knows whose. */
  share(before: string, sentence: string, token: NumberToken, offset: number): Share | undefined {
    const moved = lastDirection(before)
    const measure = /占/.test(before) ? 'share-pct' : token.kind === 'percent' ? 'change-pct' : 'change'
    if (/分别(?!为|是)[^，。；]*$/.test(before) && (moved || measure === 'share-pct')) {
      const rest = sentence.slice(token.start).split(/[，。；]/)[0] as string
      const figures = numbersOf(rest).filter((t) => t.kind === 'amount' || t.kind === 'percent')
      const amounts = this.stated.offset === offset ? this.stated.amounts : []
      // Of more figures than amounts nobody knows which is whose.
      const targets = figures.length === amounts.length ? [...amounts] : []
      this.open = { targets, measure, sign: moved?.sign ?? 1, offset, end: token.start + rest.length }
    }
    const { open } = this
    if (!open || open.offset !== offset || token.start >= open.end) return undefined
    open.sign = moved?.sign || open.sign || 1
    return { meanings: open.targets.shift() ?? [], measure: open.measure, sign: open.sign }
  }
}
