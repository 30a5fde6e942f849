import type { PageSummary } from '../model/document.js'
import type { Fact, FilingStatus, FilingTable } from '../model/filing.js'
import type { FilingReason } from './filing-or-not.js'
import type { SettledNumbers } from './number-account.js'
import { isListed } from './tables/index.js'

/** Status of a file and, as stable codes with their detail, why it is not `ok`. */
export interface Status {
  status: FilingStatus
  /** `code` or `code: detail`, several joined by `; `; the words for people are in `locales/`. */
  message: string
}

/** What was read of a filing. */
export interface ReadFiling {
  fiscalYear: string
  tables: readonly FilingTable[]
  facts: readonly Fact[]
  numbers: SettledNumbers
}

/** Share of the printed numbers that may be unbound in a filing that is read: the contract's. */
const MOST_UNBOUND = 0.05

/** What was read and whether it is a filing tell the status; whatever was not read or understood makes it partial. */
export function statusOf(pages: readonly PageSummary[], reason: FilingReason, read: ReadFiling): Status {
  const notAsked = onPages(
    'pages-not-asked',
    pages.filter((p) => p.doubt === 'not-asked').map((p) => p.number),
  )
  const doubtful = pages.filter((p) => p.doubt && p.doubt !== 'not-asked')
  const damaged = onPages(
    'page-damaged',
    pages.filter((p) => p.damaged === 'bytes' && !p.doubt).map((p) => p.number),
  )
  if (reason === 'no-text')
    return { status: 'unreadable', message: joined(doubtful[0]?.doubt ?? (damaged || 'no-text'), notAsked) }
  if (reason !== 'filing' && reason !== 'target-annex') {
    // What says that it is one may have stood where the damage is, which may have left no text, or on a page that nobody
    // asked for.
    const anyDamaged = onPages(
      'page-damaged',
      pages.filter((p) => p.damaged === 'bytes').map((p) => p.number),
    )
    if (anyDamaged) return { status: 'unreadable', message: joined(anyDamaged, notAsked) }
    const titled = reason === 'other-paper' && pages[0]?.doubt !== 'not-asked'
    const status = notAsked === '' || titled ? 'not-a-filing' : 'partial'
    return { status, message: joined(reason, notAsked) }
  }
  const missing = [
    notAsked,
    onPages(
      'pages-unread',
      doubtful.map((p) => p.number),
    ),
    damaged,
    onPages(
      'fonts-damaged',
      pages.filter((p) => p.damaged === 'characters' && !p.doubt).map((p) => p.number),
    ),
    ...(reason === 'filing' ? notUnderstood(read) : []),
  ]
  const message = joined(...missing)
  return { status: message === '' ? 'ok' : 'partial', message }
}

const joined = (...messages: string[]): string => messages.filter((message) => message !== '').join('; ')

/** What a filing owes and was not understood; an annex of targets owes no figure. */
function notUnderstood({ fiscalYear, tables, facts, numbers }: ReadFiling): string[] {
  const { printed, unbound } = numbers
  const withoutUnit = tables.filter((t) => t.unit === '' && isMoneyTable(t, facts)).map((t) => t.page_first)
  return [
    facts.length === 0 ? 'no-facts' : '',
    fiscalYear === '' ? 'year-not-printed' : '',
    onPages('unit-unknown', [...new Set(withoutUnit)]),
    unbound > MOST_UNBOUND * printed ? `numbers-unbound: ${percent(unbound, printed)}` : '',
  ]
}

/** A table with figures whose amounts nobody can state without a unit; counts and shares have none. */
function isMoneyTable(table: FilingTable, facts: readonly Fact[]): boolean {
  if (table.empty || table.type === 'unknown' || isListed(table.type)) return false
  const own = facts.filter((f) => f.table_id === table.table_id)
  return own.length === 0 || own.some((f) => f.measure === 'amount' && f.unit === '')
}

/** Printed with one decimal, so that a share just above the limit does not read as the limit. */
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`

const onPages = (code: string, numbers: number[]): string =>
  numbers.length > 0 ? `${code}: ${spans(numbers)}` : ''

/** `3-5,9` */
function spans(numbers: number[]): string {
  const out: string[] = []
  let start = 0
  numbers.forEach((n, i) => {
    if (numbers[i + 1] === n + 1) return
    const first = numbers[start] as number
    out.push(first === n ? `${n}` : `${first}-${n}`)
    start = i + 1
  })
  return out.join(',')
}
