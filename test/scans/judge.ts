import type { Filing } from '../../src/model/filing.js'
import { causeOfMissed, causeOfWrong } from './causes.js'
import { type Comparison, compare, isBelieved, once, type Silent, silent } from './compare.js'
import { contractKey, digitsOf, type KeyOf, labelKey, printedNumbers, type TrueFigure } from './figures.js'
import { isMoney, type Tally, tallyOf } from './tally.js'

/** What is asked of a filing: against the labels, or against what its own text layer gave. */
export const TRUTHS = ['labels', 'text layer'] as const
export type TruthName = (typeof TRUTHS)[number]

/** A figure that went wrong, for a developer to look at. */
export interface Mishap {
  kind: 'wrong' | 'missed' | 'extra'
  cause: string
  /** A reader would believe it. */
  silent: boolean
  money: boolean
  page: number
  /** What is printed and meant; empty for an extra figure. */
  printed: string
  read: string
  key: string
}

export interface Judged {
  compared: Comparison
  all: Tally
  money: Tally
  mishaps: Mishap[]
}

/** What is known of a filing. */
export interface Known {
  labels: readonly TrueFigure[]
  /** The same program over the digital file. */
  digital: Filing
  /** Pages that were scanned; the others are not asked for. */
  pages: ReadonlySet<number>
}

/** Holds one read filing against both truths. */
export function judge(known: Known, read: Filing): Record<TruthName, Judged> {
  const inScans = <T extends { page: number }>(figures: readonly T[]) =>
    figures.filter((f) => known.pages.has(f.page))
  const got = inScans(read.facts)
  return {
    labels: against(
      compare(once(inScans(known.labels), labelKey), once(got, labelKey), labelKey),
      labelKey,
      known,
      read,
    ),
    'text layer': against(compare(inScans(known.digital.facts), got, contractKey), contractKey, known, read),
  }
}

function against(compared: Comparison, keyOf: KeyOf, { digital }: Known, read: Filing): Judged {
  // What the text layer gives alike and the labels do not have is no fault of the scan.
  const given = new Set(digital.facts.map((f) => `${contractKey(f)}=${f.value}`))
  const isOwn = (f: TrueFigure) => !given.has(`${contractKey(f)}=${f.value}`)
  const own = { ...compared, extra: compared.extra.filter(isOwn) }
  const printed = printedNumbers(digital)
  const believed = silent({ ...own, wrong: own.wrong.filter((pair) => isOwn(pair.read)) }, printed)
  return {
    compared: own,
    all: tallyOf(own, believed, () => true),
    money: tallyOf(own, believed, isMoney),
    mishaps: mishapsOf(own, believed, read, printed, keyOf),
  }
}

function mishapsOf(
  { wrong, missed, extra }: Comparison,
  believed: Silent,
  filing: Filing,
  printed: ReadonlySet<string>,
  keyOf: KeyOf,
): Mishap[] {
  const silently = new Set([...believed.wrong, ...believed.misplaced])
  return [
    ...wrong.map(
      ({ truth, read }): Mishap => ({
        kind: 'wrong',
        cause: causeOfWrong(truth, read, printed),
        silent: silently.has(read),
        money: isMoney(truth),
        page: truth.page,
        printed: `${truth.raw} ${truth.label}`,
        read: `${read.raw} = ${read.value} (${read.confidence} ${read.status} ${read.note.join('; ')})`,
        key: keyOf(truth),
      }),
    ),
    ...missed.map(
      (truth): Mishap => ({
        kind: 'missed',
        cause: causeOfMissed(truth, {
          figures: filing.facts.filter((f) => f.page === truth.page && extra.includes(f)),
          loose: filing.loose_numbers.filter((n) => n.page === truth.page),
        }),
        silent: false,
        money: isMoney(truth),
        page: truth.page,
        printed: `${truth.raw} ${truth.label}`,
        read: '',
        key: keyOf(truth),
      }),
    ),
    ...extra.map(
      (read): Mishap => ({
        kind: 'extra',
        cause: printed.has(`${read.page} ${digitsOf(read.raw)}`)
          ? 'misplaced'
          : 'digits that are not printed',
        silent: silently.has(read) && isBelieved(read),
        money: isMoney(read),
        page: read.page,
        printed: '',
        read: `${read.raw} = ${read.value} (${read.confidence} ${read.status} ${read.note.join('; ')}) ${read.label}`,
        key: keyOf(read),
      }),
    ),
  ]
}

/** Error findings of a scan that the digital filing has not, told by check, page and difference. */
export function errorsOfScan({ digital, pages }: Known, read: Filing): string[] {
  const errors = (filing: Filing) =>
    filing.findings
      .filter((f) => f.severity === 'error')
      .map((f) => `p${f.page ?? ''} ${f.check_id} ${f.difference}`)
  const known = new Set(errors(digital))
  return pages.size === 0 ? [] : errors(read).filter((error) => !known.has(error))
}
