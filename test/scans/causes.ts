import { KEY } from '../../src/model/fact-key.js'
import { digitsOf, type ReadFigure, type TrueFigure } from './figures.js'

/** Why a value is wrong, from what was printed and what was read: `3 read as 8`, `point lost`, `a digit lost`, … */
export function causeOfWrong(truth: TrueFigure, read: ReadFigure, elsewhere: ReadonlySet<string>): string {
  const printed = digitsOf(truth.raw)
  const got = digitsOf(read.raw)
  const bare = (s: string) => s.replace('.', '')
  if (read.value_read && read.value_read !== read.value && read.value_read === truth.value)
    return 'read right, then settled wrongly'
  if (printed === got) return sameDigits(truth, read)
  if (bare(printed) === bare(got)) return got.includes('.') ? 'point moved' : 'point lost'
  if (elsewhere.has(`${read.page} ${got}`)) return 'another figure of the page in its place'
  if (printed.length === got.length) {
    const at = [...printed].flatMap((c, i) => (c === got[i] ? [] : [i]))
    if (at.length === 1) return `${printed[at[0]!]} read as ${got[at[0]!]}`
    return 'several digits misread'
  }
  if (isPart(got, printed)) return 'digits lost'
  if (isPart(printed, got)) return 'digits added'
  return 'several digits misread'
}

function sameDigits(truth: TrueFigure, read: ReadFigure): string {
  if (truth.value === `-${read.value}` || read.value === `-${truth.value}`) return 'sign'
  return 'unit, or words that state a value'
}

/** `short` is `long` with some characters left out. */
function isPart(short: string, long: string): boolean {
  let i = 0
  for (const c of long) if (c === short[i]) i++
  return i === short.length
}

/** What was read on the page of a missed figure. */
export interface PageRead {
  figures: readonly ReadFigure[]
  /** Numbers that are bound to no figure, with the reason. */
  loose: readonly { text: string; reason: string }[]
}

/**
 * Why a figure is missing: its digits were bound to another meaning (which fields differ), left over, or not read at all.
 * `onPage` holds what no other true figure accounts for.
 */
export function causeOfMissed(truth: TrueFigure, { figures, loose }: PageRead): string {
  if (figures.length === 0 && loose.length === 0) return 'nothing read on the page'
  const digits = digitsOf(truth.raw)
  const same = figures.filter((f) => digitsOf(f.raw) === digits)
  const fewest = same
    .map((f) => KEY.filter((k) => f[k] !== truth[k]))
    .sort((a, b) => a.length - b.length)
    .at(0)
  if (fewest) return `bound to another ${fewest.join(', ') || 'place'}`
  const left = loose.find((n) => digitsOf(n.text) === digits)
  if (left) return `read, but no fact: ${left.reason || 'unexplained'}`
  return 'digits not read'
}
