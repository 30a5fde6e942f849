import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact, Finding } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import { type Saying, said } from '../../model/saying.js'
import { shortHash } from '../../model/short-hash.js'
import { decimalsOf, expectedLike, unitOfSentence } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import { at, cellNamed, columnHead, figureNamed, measured } from '../naming.js'
import { writtenFor } from '../pen-slips.js'
import { follow, leadOf } from './consequences.js'
import type { RootCause } from './root-causes.js'
import { lineOf, placeAlong, type Slipped } from './slip.js'

/** The finding that tells a root cause says which, and stands before what follows from it. */
export function ledBy(cause: RootCause, filing: Extracted, findings: Finding[]): void {
  const ids = new Set(cause.explained.map((j) => j.outcome.outcome_id))
  const own = findings.filter((f) => f.outcome_ids.some((id) => ids.has(id)))
  const figures = new Set(cause.slips.flatMap(figuresOf).map((f) => f.fact_id))
  const lead = leadOf(own, (f) => figures.has(f.facts[0] ?? ''))
  // One sentence may say two failing sums: then it says all there is.
  if (!lead || own.length === 1) return
  follow(lead, own, `${filing.filing_id}-r-${shortHash(cause.key)}`)
  const told = toldOf(cause, filing, lead, own.length)
  // What has to be moved is said before the sum that shows it.
  if (isOfMany(cause)) lead.said.unshift(...told)
  else lead.said.push(...told)
  const first = findings.findIndex((f) => own.includes(f))
  findings.splice(findings.indexOf(lead), 1)
  findings.splice(first, 0, lead)
}

const isOfMany = ({ slips: [first] }: RootCause): boolean =>
  first?.pattern === 'shifted' || first?.pattern === 'exchanged' || first?.pattern === 'other-unit'

function figuresOf(slipped: Slipped): readonly Fact[] {
  switch (slipped.pattern) {
    case 'exchanged':
      return [slipped.fact, slipped.other]
    case 'shifted':
      return [slipped.first, slipped.last]
    case 'off-by':
      return slipped.totals
    default:
      return [slipped.fact]
  }
}

function toldOf(cause: RootCause, filing: Extracted, lead: Finding, count: number): Saying[] {
  const [slipped] = cause.slips
  if (!slipped) return []
  switch (slipped.pattern) {
    case 'one-figure':
      return toldOfFigure(slipped, cause, filing, lead, count)
    case 'exchanged':
      return [
        said('root.exchanged', {
          at: at(filing, slipped.fact),
          name: cellNamed(filing, slipped.fact),
          other: cellNamed(filing, slipped.other),
          count,
        }),
      ]
    case 'other-unit':
      return [
        said(slipped.power > 0 ? 'root.unit-too-small' : 'root.unit-too-great', {
          at: at(filing, slipped.fact),
          times: decimal(10).pow(Math.abs(slipped.power)).toFixed(),
          count,
        }),
      ]
    case 'shifted':
      return [
        said(`root.shifted-${DIRECTION[slipped.along][slipped.by > 0 ? 'forth' : 'back']}`, {
          at: at(filing, slipped.first),
          runs: runsOf(cause.slips).map((run) => runNamed(filing, run)),
          count,
        }),
      ]
    case 'off-by':
      return [
        said(
          `root.${slipped.isShort ? 'short-of' : 'off-by'}-${slipped.along === 'row' ? 'columns' : 'rows'}`,
          {
            by: slipped.by.map((f) => lineNamed(filing, f, slipped.along)),
            count,
          },
        ),
      ]
  }
}

/** Where the figures stand that belong one cell further: up is one row above their own. */
const DIRECTION = {
  column: { forth: 'up', back: 'down' },
  row: { forth: 'left', back: 'right' },
} as const

type OneFigure = Extract<Slipped, { pattern: 'one-figure' }>

function toldOfFigure(
  { fact, value }: OneFigure,
  { explained }: RootCause,
  filing: Extracted,
  lead: Finding,
  count: number,
): Saying[] {
  const operands = explained.flatMap((j) => j.judgement.facts)
  // A zero in words is balanced in the unit of what it stands against.
  const like = unitOfSentence([fact, ...operands])
  const isOwn = lead.facts[0] === fact.fact_id
  const written = writtenFor(fact, value)
  const isOfLastYear = filing.facts.some((f) => isLastYear(f, fact))
  return [
    said(isOwn ? 'root.own-figure' : 'root.figure', {
      at: at(filing, fact),
      name: measured(cellNamed(filing, fact), fact.measure),
      value: expectedLike(value.toFixed(), fact, like, decimalsOf(operands, like)),
      count,
    }),
    ...(written ? [said(`slip.${written}`)] : isOfLastYear ? [said('slip.last-year')] : []),
  ]
}

/** The same item of the year before, with the same figure. */
const isLastYear = (other: Fact, fact: Fact): boolean =>
  other.value === fact.value &&
  other.value !== '0' &&
  Number(other.year) === Number(fact.year) - 1 &&
  keyOf(other, ['year', 'basis']) === keyOf(fact, ['year', 'basis'])

type Shifted = Extract<Slipped, { pattern: 'shifted' }>

/** Runs of cells; those that follow each other in one line are one. */
function runsOf(slips: readonly Slipped[]): Shifted[] {
  const shifts = slips.filter((s) => s.pattern === 'shifted')
  const lines = groupBy(shifts, (s) => `${lineOf(s.first, s.along)}`)
  return [...lines.values()].map((runs) => {
    const ends = runs.flatMap((s) => [s.first, s.last])
    const [run] = runs as [Shifted, ...Shifted[]]
    const ordered = ends.sort((a, b) => placeAlong(a, run.along) - placeAlong(b, run.along))
    return { ...run, first: ordered[0] ?? run.first, last: ordered.at(-1) ?? run.last }
  })
}

const runNamed = (filing: Extracted, { along, first, last }: Shifted): Saying =>
  said(`root.run-of-${along}`, {
    line: lineNamed(filing, first, along === 'row' ? 'column' : 'row'),
    first: lineNamed(filing, first, along),
    last: lineNamed(filing, last, along),
  })

/** The cell of a row by its column, of a column by its row. */
function lineNamed(filing: Extracted, fact: Fact, along: 'row' | 'column'): Saying {
  const table = tableOfId(filing, fact.table_id)
  const column = table && along === 'row' ? columnHead(table, fact.column as number) : ''
  return column === '' ? figureNamed(fact) : said('name.column', { column })
}
