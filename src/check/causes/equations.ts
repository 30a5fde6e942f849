import type { Fact } from '../../model/filing.js'
import { type Decimal, decimal } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { printKey } from '../print.js'
import { ROW_MISSING, WITH_UNBOUND } from '../sums.js'
import { isFailingQuotient } from './quotients.js'

/** A printed total and its printed parts: total − Σ parts = apart. */
export interface Equation {
  judged: Judged
  /** Undefined where the total is printed and no fact. */
  total: Fact | undefined
  parts: readonly Fact[]
  /** As printed; no more than the slack where it holds. */
  apart: Decimal
  slack: Decimal
}

/** What is added to printed figures, in their own measure. */
export type Moves = ReadonlyMap<Fact, Decimal>

/** What holds and what no longer holds when figures are moved. */
export interface Effect {
  mended: Equation[]
  broken: Equation[]
}

export const membersOf = ({ total, parts }: Equation): Fact[] => (total ? [total, ...parts] : [...parts])

/** The sums of a filing, with what was assumed of its figures so far; one print that is two facts is one figure. */
export class Equations {
  readonly all: readonly Equation[]
  /** Percentages that do not fit their figures: one that fits with a figure mended speaks for that. */
  readonly quotients: readonly Judged[]
  readonly #prints = new Map<string, Fact>()
  readonly #around = new Map<Fact, Equation[]>()
  readonly #moved = new Map<Fact, Decimal>()
  readonly #apart = new Map<Equation, Decimal>()

  constructor(judged: readonly Judged[]) {
    this.quotients = judged.filter(isFailingQuotient)
    this.all = judged.filter(isSum).map((j) => this.#equationOf(j))
    for (const equation of this.all)
      for (const fact of new Set(membersOf(equation))) {
        const known = this.#around.get(fact)
        if (known) known.push(equation)
        else this.#around.set(fact, [equation])
      }
  }

  around = (fact: Fact): readonly Equation[] => this.#around.get(fact) ?? []

  /** The one fact that stands for a print. */
  printOf = (fact: Fact): Fact => this.#prints.get(printKey(fact)) ?? fact

  /** Of what the paper prints wrong, what still fails with what is assumed. */
  failing = (): Equation[] => this.all.filter((e) => isPrintedWrong(e) && !this.holds(e))

  /** Figures of what still fails. */
  suspects = (): Set<Fact> => new Set(this.failing().flatMap(membersOf))

  holds = (equation: Equation): boolean => this.apartOf(equation).abs().lte(equation.slack)

  apartOf = (equation: Equation): Decimal => this.#apart.get(equation) ?? equation.apart

  valueOf = (fact: Fact): Decimal => decimal(fact.value).plus(this.#moved.get(fact) ?? 0)

  effectOf(moves: Moves): Effect {
    const effect: Effect = { mended: [], broken: [] }
    for (const equation of this.#touchedBy(moves)) {
      const before = this.holds(equation)
      const after = this.apartAfter(equation, moves).abs().lte(equation.slack)
      if (!before && after) effect.mended.push(equation)
      if (before && !after) effect.broken.push(equation)
    }
    return effect
  }

  /** From here on the figures are taken as moved, and the equations as balanced. */
  assume(moves: Moves, balanced: readonly Equation[] = []): void {
    for (const equation of this.#touchedBy(moves)) this.#apart.set(equation, this.apartAfter(equation, moves))
    for (const [fact, by] of moves) this.#moved.set(fact, by.plus(this.#moved.get(fact) ?? 0))
    for (const equation of balanced) this.#apart.set(equation, decimal(0))
  }

  #touchedBy(moves: Moves): Set<Equation> {
    return new Set([...moves.keys()].flatMap((f) => this.around(f)))
  }

  /** What the equation would be apart if figures were moved. */
  apartAfter(equation: Equation, moves: Moves): Decimal {
    const ofTotal = equation.total && moves.get(equation.total)
    const start = this.apartOf(equation).plus(ofTotal ?? 0)
    return equation.parts.reduce((apart, part) => apart.minus(moves.get(part) ?? 0), start)
  }

  #equationOf(judged: Judged): Equation {
    const { facts, difference, tolerance, sumOfAll } = judged.judgement
    const prints = facts.map((f) => this.#print(f))
    return {
      judged,
      total: sumOfAll ? undefined : prints[0],
      parts: sumOfAll ? prints : prints.slice(1),
      apart: decimal(difference),
      slack: decimal(tolerance),
    }
  }

  #print(fact: Fact): Fact {
    const known = this.#prints.get(printKey(fact))
    if (!known) this.#prints.set(printKey(fact), fact)
    return known ?? fact
  }
}

export const isPrintedWrong = ({ judged }: Equation): boolean => judged.judgement.outcome === 'fail'

/** A missing row is a cause of its own, found where the rows are counted; what no figure bound balances proves none. */
const isSum = ({ judgement }: Judged): boolean =>
  (judgement.sum === true || judgement.sumOfAll === true) &&
  judgement.outcome !== 'undecided' &&
  !(judgement.outcome === 'pass' && judgement.reason === WITH_UNBOUND) &&
  judgement.reason !== ROW_MISSING
