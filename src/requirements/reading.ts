import type { Requirement, Way } from '../catalogue/index.js'
import type { Extracted } from '../model/filing.js'
import type { Paper } from './paper.js'

/** Characters of running text below which the text of a filing is elsewhere. */
const LITTLE_TEXT = 400
/** Money tables below which the tables of a filing are elsewhere. */
const FEW_TABLES = 3
/** An unread table of fewer columns is no table of money. */
const MONEY_COLUMNS = 3

const NO_MONEY = /^(?:contents|entities|unknown|performance-.*)$/

/** Where a way looks. */
const PLACE: Readonly<Record<Way['kind'], 'tables' | 'text' | 'both'>> = {
  table: 'tables',
  filled: 'tables',
  title: 'tables',
  heading: 'text',
  section: 'text',
  facts: 'both',
  some: 'both',
  parts: 'both',
  words: 'text',
  cells: 'tables',
  reason: 'text',
  none: 'both',
  digits: 'both',
  'explained-empty': 'both',
  published: 'both',
}

/** Why what was not found may be in the paper all the same: a stable code; empty where it would have been found. */
export function unreadPart({ how }: Requirement, paper: Paper, first: Extracted): string {
  const { files, tables, passages } = paper
  if (files.some((f) => f.status !== 'ok')) return 'not-read-whole'
  const pages = files.flatMap((f) => f.pages)
  if (pages.some((p) => p.doubt !== '')) return 'pages-unread'
  if (pages.some((p) => p.method === 'ocr')) return 'read-from-pictures'
  if (first.fiscal_year === '') return 'year-not-printed'
  const places = new Set(how.map((way) => PLACE[way.kind]))
  const inTables = places.has('tables') || places.has('both')
  const inText = places.has('text') || places.has('both')
  // A filing of one page of the web has the rest attached to it.
  const attached =
    files.some((f) => /\.html?$/i.test(f.source)) && passages.some((p) => /附件|附表/.test(p.text))
  if (attached) return 'attachments-unread'
  if (inTables && tables.filter((t) => !NO_MONEY.test(t.type)).length < FEW_TABLES) return 'tables-elsewhere'
  if (inTables && tables.some((t) => t.type === 'unknown' && t.columns >= MONEY_COLUMNS))
    return 'tables-unknown'
  if (places.has('tables') && tables.some((t) => t.title === '' && t.marker === '' && !NO_MONEY.test(t.type)))
    return 'tables-untitled'
  if (inText && passages.filter((p) => p.isRunning).reduce((n, p) => n + p.text.length, 0) < LITTLE_TEXT)
    return 'text-elsewhere'
  // The paper itself lists it: it was not found where it is.
  const listed = how.some(
    (way) =>
      (way.kind === 'title' || way.kind === 'heading') &&
      way.words.some((all) => all.every((w) => w.startsWith('!') || paper.contents.includes(w))),
  )
  return listed ? 'listed-in-contents' : ''
}
