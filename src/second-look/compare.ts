import type { FilingHead, FindingRow, GoneRow } from '../model/finding-row.js'
import type { Cells, EarlierOutput } from './earlier-output.js'

/** What tells one finding from another, the same for a row of this run and of an earlier one. */
interface Trace {
  finding_id: string
  /** The bytes it was found in; the paper where there are none. */
  file: string
  /** Whose filing of which kind and year. */
  paper: string
  check_id: string
  place: string
  item: string
  /** The figures, or the words. */
  printed: string
}

/** A finding within its paper, told by one thing less each time. */
const WITHIN: readonly ((t: Trace) => string[])[] = [
  (t) => [t.check_id, t.place, t.item, t.printed],
  (t) => [t.check_id, t.place, t.item],
  (t) => [t.check_id, t.item, t.printed],
]

/**
 * Two findings are the same thing where one of these agrees, tried in this order. A file that a later version reads keeps
 * its bytes, whatever it is called then; a PDF that was issued again has other bytes, other pages, and often other figures
 * or numbers of headings.
 */
const KEYS: readonly ((t: Trace) => string[])[] = [
  (t) => [t.finding_id],
  ...WITHIN.flatMap((key) => [(t: Trace) => [t.file, ...key(t)], (t: Trace) => [t.paper, ...key(t)]]),
]

type Paper = Pick<FilingHead, 'source' | 'organization' | 'organization_id' | 'kind' | 'fiscal_year'>
type Told = Pick<
  FindingRow['finding'],
  'finding_id' | 'filing_id' | 'check_id' | 'place' | 'item' | 'expected' | 'actual' | 'evidence'
>

/** Marks each finding new or persisting, and gives those of the earlier output that no finding of this run is. */
export function compared(
  rows: readonly FindingRow[],
  filings: readonly FilingHead[],
  earlier: EarlierOutput,
): { rows: FindingRow[]; gone: GoneRow[] } {
  const heads = new Map(filings.map((f) => [f.filing_id, f]))
  const here = rows.map(({ finding, filing }) => traceOf(finding, heads.get(finding.filing_id) ?? filing))
  const before = earlier.findings.map((cells) =>
    traceOfCells(cells, earlier.filings.get(cells.filing_id ?? '')),
  )
  const open = new Set(before.keys())
  const persisting = new Set<number>()
  for (const key of KEYS) pair(key)
  const read = new Set(filings.filter(isRead).flatMap((f) => [f.filing_id, paperOf(f)]))
  return {
    rows: rows.map((row, i) => ({ ...row, baseline: persisting.has(i) ? 'persisting' : 'new' })),
    gone: [...open].map((i) => goneRow(i)),
  }

  /** Each finding is paired once; of several alike the first with the first. */
  function pair(key: (t: Trace) => string[]): void {
    const waiting = new Map<string, number[]>()
    for (const i of open) {
      const name = JSON.stringify(key(before[i] as Trace))
      const alike = waiting.get(name)
      if (alike) alike.push(i)
      else waiting.set(name, [i])
    }
    for (const [i, trace] of here.entries()) {
      if (persisting.has(i)) continue
      const match = waiting.get(JSON.stringify(key(trace)))?.shift()
      if (match === undefined) continue
      open.delete(match)
      persisting.add(i)
    }
  }

  function goneRow(i: number): GoneRow {
    const cells = earlier.findings[i] as Cells
    const again = read.has(cells.filing_id ?? '') || read.has((before[i] as Trace).paper)
    return { cells, because: again ? 'no-longer-found' : 'filing-not-in-run' }
  }
}

const isRead = (filing: FilingHead): boolean => filing.status === 'ok' || filing.status === 'partial'

/** Organization, kind and year; a filing that names nobody is known by its file's name. */
const paperOf = (f: Paper): string =>
  [f.organization_id || f.organization || f.source.split('/').at(-1), f.kind, f.fiscal_year].join('|')

/** What no filing stands behind, as who did not file, is known by whom it speaks of: its row says no more. */
function traceOf({ filing_id, expected, actual, evidence, ...told }: Told, filing: Paper): Trace {
  const { finding_id, check_id, place, item } = told
  const paper = paperOf(
    filing_id === '' ? { ...filing, organization_id: '', kind: '', fiscal_year: '' } : filing,
  )
  const printed = [expected, actual, evidence].join('|')
  return { finding_id, file: filing_id || paper, paper, check_id, place, item, printed }
}

const traceOfCells = (cells: Cells, filing: Cells = {}): Trace =>
  traceOf(
    {
      finding_id: cells.finding_id ?? '',
      filing_id: cells.filing_id ?? '',
      check_id: cells.check_id ?? '',
      place: cells.place ?? '',
      item: cells.item ?? '',
      expected: cells.expected ?? '',
      actual: cells.actual ?? '',
      evidence: cells.evidence ?? '',
    },
    {
      source: cells.source ?? '',
      organization: filing.organization ?? cells.organization ?? '',
      organization_id: filing.organization_id ?? '',
      kind: (filing.kind ?? '') as FilingHead['kind'],
      fiscal_year: filing.fiscal_year ?? '',
    },
  )
