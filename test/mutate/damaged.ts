import type { Random } from '../../samples/generator/random.js'
import type { Fact } from '../../src/model/filing.js'
import { compare, isBelieved, isUnsure } from '../scans/compare.js'
import { contractKey } from '../scans/figures.js'
import { Damager, KINDS } from './damages/index.js'
import { type Recognized, understood } from './recognized.js'

/** One damage and what became of the figures. */
export interface Outcome {
  kind: string
  file: string
  page: number
  what: string
  /** Figures that are there no more. */
  lost: number
  /** Other figures than without the damage, marked as unsure … */
  marked: number
  /** … or in dispute. */
  disputed: number
  /** Others that a reader would believe. */
  silent: Other[]
  /** Others of which the program says that they are proven. */
  proven: Other[]
  /** Right figures that are marked as unsure or disputed, and were not. */
  doubted: number
}

/** A figure with another meaning than it has. */
export interface Other {
  read: Fact
  /** What is printed in its place; undefined where no figure is. */
  truth: Fact | undefined
}

/** Damages `count` times, every filing as often as any other, with as many damages of each kind. */
export function damaged(
  filings: readonly Recognized[],
  count: number,
  random: Random,
  kinds: readonly string[] = KINDS,
  onDamage?: (outcome: Outcome) => void,
): Outcome[] {
  const outcomes: Outcome[] = []
  filings.forEach(({ source, pages }, i) => {
    const share = Math.floor(((i + 1) * count) / filings.length) - Math.floor((i * count) / filings.length)
    const { document, filing } = understood(source, pages)
    const damager = new Damager(pages, document)
    for (let n = 0; n < share; n++) {
      // Each filing begins with another kind, so that few damages of many filings hold them all.
      const turn = Math.floor((i * count) / filings.length) + n
      const kind = kinds[turn % kinds.length] as string
      const damage = damager.draw(kind, random, Math.floor(turn / kinds.length) % 2 === 0)
      if (!damage) continue
      const { page, what } = damage
      const after = understood(
        source,
        pages.map((p) => (p.number === page.number ? page : p)),
      )
      const outcome = {
        kind,
        file: source.source,
        page: page.number,
        what,
        ...judged(filing.facts, after.filing.facts),
      }
      outcomes.push(outcome)
      onDamage?.(outcome)
    }
  })
  return outcomes
}

/** Holds what was read of damaged pages against what was read of them whole. */
export function judged(
  before: readonly Fact[],
  after: readonly Fact[],
): Omit<Outcome, 'kind' | 'file' | 'page' | 'what'> {
  const { right, wrong, missed, extra } = compare(before, after, contractKey)
  const others = [...wrong.map(({ read }) => read), ...extra] as Fact[]
  const withTruth = (read: Fact): Other => ({
    read,
    truth: before.find((f) => f.page === read.page && f.bbox === read.bbox && f.source === read.source),
  })
  return {
    lost: Math.max(0, missed.length + wrong.length - others.length),
    marked: others.filter(isMarked).length,
    disputed: others.filter((f) => !isMarked(f) && f.status === 'disputed').length,
    silent: others.filter((f) => isBelieved(f) && !isMarked(f)).map(withTruth),
    proven: others.filter((f) => f.status === 'proven' && !isMarked(f)).map(withTruth),
    doubted: right.filter(({ truth, read }) => isBelieved(truth as Fact) && !isBelieved(read)).length,
  }
}

/** Unsure, or with no year: whoever asks for a year does not find it, and the filing says `year-not-printed`. */
const isMarked = (read: Fact): boolean => isUnsure(read) || read.year === ''

/** Whether every figure is as it would be without the damage. */
export const isHarmless = ({ lost, marked, disputed, silent }: Outcome): boolean =>
  lost + marked + disputed + silent.length === 0
