import type { Document } from '../model/document.js'
import type { FilingStatus } from '../model/filing.js'
import type { FilingReason } from './filing-or-not.js'

/** Status of a file and, as a stable code with its pages, why it is not `ok`. */
export interface Status {
  status: FilingStatus
  /** `code` or `code: pages`; the words for people are in `locales/`. */
  message: string
}

/** What was read and whether it is a filing tell the status; pages that could not be read make it partial. */
export function statusOf(document: Document, reason: FilingReason): Status {
  const doubtful = document.pages.filter((p) => p.doubt)
  if (reason === 'no-text') return { status: 'unreadable', message: doubtful[0]?.doubt ?? 'no-text' }
  if (reason !== 'filing') return { status: 'not-a-filing', message: reason }
  if (doubtful.length > 0)
    return { status: 'partial', message: `pages-unread: ${spans(doubtful.map((p) => p.number))}` }
  return { status: 'ok', message: '' }
}

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
