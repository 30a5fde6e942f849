import type { CheckOutcome } from './filing.js'
import type { Text } from './text.js'

/** The printed characters of figures on scanned pages, by fact id: what was recognized, and what else it may be. */
export type KeptReadings = ReadonlyMap<string, Text>

/** What a check says, for whoever weighs readings by it. */
export interface Identity {
  outcome: CheckOutcome
  /** Its first figure is the sum of the others (one other: they are the same): every digit of each counts. */
  isSum: boolean
}

/** Stable code in the `note` of a scanned figure whose characters are unsure and that no identity confirms. */
export const READ_WITH_DOUBT = 'read-with-doubt'
/** Stable code in the `note` of a figure that was settled; the identities that settled it follow. */
export const SETTLED_BY = 'settled-by'

/** Stable code in the `note` of a figure whose row has a code that is unsure and that its printed name does not confirm. */
export const CODE_DOUBTFUL = 'code-doubtful'
/** Stable code in the `note` of a figure that stands below a head that is hardly legible: what it means is unsure. */
export const HEAD_DOUBTFUL = 'head-doubtful'
/** Stable code in the `note` of a figure whose table has a title or a unit line that no other print of the filing bears out. */
export const TABLE_DOUBTFUL = 'table-doubtful'
/** Stable code in the `note` of a figure whose unit is printed or read otherwise in its own row; what stands there follows. */
export const UNIT_READ_AS = 'unit-read-as'
/** Stable code in the `note` of a figure of a unit that is named so nowhere else. */
export const ENTITY_DOUBTFUL = 'entity-doubtful'
/** Stable code in the `note` of a figure of a filing whose year was read once, or otherwise elsewhere. */
export const YEAR_DOUBTFUL = 'year-doubtful'
/** Stable code in the `note` of a scanned figure that is printed unlike its column or table. */
export const FORMAT_DIFFERS = 'format-differs'
/** Stable code in the `note` of a figure whose characters, which follow, were no figure as they were read. */
export const FORMAT_READ_AS = 'format-read-as'
/** Stable code in the `note` of a figure of which some bytes are damaged, or what it stands in. */
export const PAGE_DAMAGED = 'page-damaged'
/** Stable code in the `note` of a figure whose page prints neither whose it is nor of what year: other pages of its paper do. */
export const PAPER_OF_PAGES = 'paper-of-pages'
/** Misread figures and codes mostly have a character below it, rightly read ones hardly ever. */
export const DOUBT = 0.8

/** A note with one code more. */
export const noted = (note: readonly string[], code: string): string[] =>
  code === '' ? [...note] : [...note, code]

/** A code may be followed by a detail. */
export const isNoted = (fact: { note: readonly string[] }, code: string): boolean =>
  fact.note.some((one) => one === code || one.startsWith(`${code} `))

const MEANING_DOUBTS = [
  CODE_DOUBTFUL,
  HEAD_DOUBTFUL,
  TABLE_DOUBTFUL,
  ENTITY_DOUBTFUL,
  YEAR_DOUBTFUL,
  PAGE_DAMAGED,
]

/** Whatever is proven of the amount: whether it is this row's and this column's was not read surely. */
export const isMeaningDoubtful = (fact: { note: readonly string[] }): boolean =>
  MEANING_DOUBTS.some((code) => isNoted(fact, code))

export const isOfDamage = (fact: { note: readonly string[] }): boolean => isNoted(fact, PAGE_DAMAGED)

export const isReadWithDoubt = (fact: { note: readonly string[] }): boolean => isNoted(fact, READ_WITH_DOUBT)
