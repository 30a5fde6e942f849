import type { Fact } from '../../model/filing.js'
import type { Decimal } from '../../model/money.js'
import type { Judged } from '../judged.js'
import type { Equation, Moves } from './equations.js'

/** How whoever made the paper may have gone wrong. */
export type Slipped =
  /** One figure; with `value`, in its own measure, all holds. */
  | { pattern: 'one-figure'; fact: Fact; value: Decimal }
  /** Two figures stand in each other's place. */
  | { pattern: 'exchanged'; fact: Fact; other: Fact }
  /** All figures of a table in another unit of money: each times ten to the power. */
  | { pattern: 'other-unit'; fact: Fact; power: number }
  /** Figures of a column that stand one row off, or of a row one column off: each belongs `by` cells further. */
  | { pattern: 'shifted'; along: 'row' | 'column'; first: Fact; last: Fact; by: 1 | -1 }
  /** Totals of one column that are all off by the figures of other columns of their rows; rows likewise. */
  | {
      pattern: 'off-by'
      along: 'row' | 'column'
      totals: readonly Fact[]
      by: readonly Fact[]
      isShort: boolean
    }

export interface Slip {
  slipped: Slipped
  id: string
  /** Slips of one key are one cause. */
  key: string
  moves: Moves
  mended: Equation[]
  /** Percentages that hold with it. */
  quotients?: readonly Judged[]
  broken: Equation[]
  /** Equations that the slip balances though no fact moves: their total is none. */
  balances: readonly Equation[]
  /** How many other prints speak for the figures as they are: of two causes the one with fewer is likelier. */
  confirmed: number
}

/** Which of a cell's two numbers tells the line it stands in. */
export const placeAlong = (fact: Fact, along: 'row' | 'column'): number =>
  (along === 'row' ? fact.column : fact.row) as number
export const lineOf = (fact: Fact, along: 'row' | 'column'): number =>
  (along === 'row' ? fact.row : fact.column) as number
