// What looks wrong in a filing without anyone having labelled it. Each sign has innocent causes too: a person looks.

import { keyOf } from '../../src/model/fact-key.js'
import type { Fact, FactKey, Filing, FilingTable, TableCell } from '../../src/model/filing.js'
import { groupBy } from '../../src/model/group-by.js'
import { decimal, type Interval, intervalOf, overlaps, YUAN_PER } from '../../src/model/money.js'

/**
 * `conflict`: one key, values that their printed digits do not reconcile, and no finding about them · `cell`: a cell that
 * looks like money without a fact and without a reason · `slip`: a figure of the text that no other print supports under
 * its key, while a table prints it under the code, fund or nature above or below · `error`: an error finding · `status`:
 * a filing that is not ok.
 */
export const ALARM_KINDS = ['conflict', 'cell', 'slip', 'error', 'status'] as const
export type AlarmKind = (typeof ALARM_KINDS)[number]

export interface Alarm {
  kind: AlarmKind
  page: number
  /** Key, cell or check. */
  subject: string
  /** The figures, as a person finds them on the page. */
  figures: string
}

/** All that a person should look at in one filing. */
export const alarmsOf = (filing: Filing): Alarm[] => [
  ...conflicts(filing),
  // Tables of other papers hold no facts.
  ...(filing.status === 'not-a-filing' ? [] : looseCells(filing)),
  ...slips(filing),
  ...filing.findings
    .filter((finding) => finding.severity === 'error')
    .map(
      ({ page, check_id, message }): Alarm => ({ kind: 'error', page, subject: check_id, figures: message }),
    ),
  ...statusAlarm(filing),
]

function statusAlarm({ status, message }: Filing): Alarm[] {
  return status === 'ok' ? [] : [{ kind: 'status', page: 1, subject: status, figures: message }]
}

/** Figures of which a filing rightly prints several under one key. */
const isManifold = (fact: Fact): boolean =>
  fact.concept.startsWith('performance') ||
  fact.concept.startsWith('equipment') ||
  fact.note.includes('part-or-whole')

function conflicts({ facts, findings, outcomes }: Filing): Alarm[] {
  const understood = outcomes.filter(({ reason }) => /^(?:carry-over|other-spending)-included$/.test(reason))
  const explained = new Set([...findings, ...understood].flatMap((one) => one.facts))
  return [...byKey(facts.filter((fact) => !isManifold(fact)))].flatMap(([key, group]): Alarm[] => {
    const first = group[0] as Fact
    const other = group.find((fact) => !agree(first, fact))
    if (!other || group.some((fact) => explained.has(fact.fact_id))) return []
    return [
      { kind: 'conflict', page: other.page, subject: shortKey(key), figures: group.map(printed).join(' · ') },
    ]
  })
}

/** Two decimals or more, or thousands that are separated. */
const MONEY = /^[-−]?(?:\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?|\d+\.\d{2,})$/
const LABEL = /\p{Script=Han}|^\d{3,}$/u

function looseCells(filing: Filing): Alarm[] {
  const bound = new Set(
    filing.facts.map((fact) => `${fact.table_id}|${fact.page}|${fact.row}|${fact.column}`),
  )
  const reasons = filing.loose_numbers.filter(({ reason }) => reason !== '')
  return filing.tables.flatMap((table) =>
    table.cells
      .filter((cell) => cell.row >= table.header_rows && MONEY.test(cell.text.replace(/\s/g, '')))
      .filter((cell) => labelOf(table, cell) !== undefined)
      .filter(
        (cell) => !bound.has(`${table.table_id}|${cell.page}|${cell.row - table.header_rows}|${cell.column}`),
      )
      .filter((cell) => !reasons.some((loose) => loose.page === cell.page && isInside(loose.bbox, cell.bbox)))
      .map((cell) => ({
        kind: 'cell' as const,
        page: cell.page,
        subject: `${table.title || '(no title)'} [${table.type}] ${labelOf(table, cell)?.text}`,
        figures: cell.text,
      })),
  )
}

/** The nearest name or code on the left. */
const labelOf = (table: FilingTable, { row, column }: TableCell): TableCell | undefined =>
  table.cells
    .filter((c) => c.row <= row && row < c.row + c.row_span && c.column < column && LABEL.test(c.text))
    .at(-1)

function isInside(inner: string, outer: string): boolean {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = inner.split(' ').map(Number)
  const [a0 = 0, b0 = 0, a1 = 0, b1 = 0] = outer.split(' ').map(Number)
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
  return a0 <= x && x <= a1 && b0 <= y && y <= b1
}

/** What a subject that slipped gets wrong, besides the fund. */
const ASPECTS = ['function_code', 'economy_code', 'nature'] as const satisfies (keyof FactKey)[]

function slips({ facts }: Filing): Alarm[] {
  const amounts = facts.filter((fact) => fact.measure === 'amount' && fact.value !== '0' && isMoney(fact))
  const tables = amounts.filter((fact) => fact.source === 'table')
  const same = byKey(amounts)
  const anyFund = byKey(amounts, ['fund'])
  const near = ASPECTS.map((aspect) => ({ aspect, figures: byKey(tables, ['fund', aspect]) }))
  return amounts
    .filter((fact) => fact.source === 'prose')
    .flatMap((fact): Alarm[] => {
      const supports = (other: Fact) => other !== fact && agree(fact, other)
      const own = same.get(keyOf(fact))?.filter((other) => other !== fact) ?? []
      if (own.some(supports)) return []
      const otherFund = anyFund.get(keyOf(fact, ['fund']))?.find(supports)
      // All money may be of one fund; it is another matter where the fund's own figure is printed and differs.
      if (otherFund && own.length === 0) return []
      const other =
        otherFund ??
        near
          .flatMap(({ aspect, figures }) =>
            figures
              .get(keyOf(fact, ['fund', aspect]))
              ?.filter((one) => isNear(fact[aspect], one[aspect], aspect)),
          )
          .find((one) => one && supports(one))
      if (!other) return []
      const subject = `${shortKey(keyOf(fact))} ← ${shortKey(keyOf(other))}`
      return [{ kind: 'slip', page: fact.page, subject, figures: `${printed(fact)} · ${printed(other)}` }]
    })
}

/** One code stands below the other; natures need only differ. */
const isNear = (own: string, other: string, aspect: (typeof ASPECTS)[number]): boolean =>
  own !== other && (aspect === 'nature' || own.startsWith(other) || other.startsWith(own))

const isMoney = (fact: Fact): boolean => fact.unit in YUAN_PER

const digits = (fact: Fact): Interval =>
  intervalOf(decimal(fact.value), fact.decimals, decimal(YUAN_PER[fact.unit] ?? '1'))

const agree = (a: Fact, b: Fact): boolean => a.value === b.value || overlaps(digits(a), digits(b))

const byKey = (facts: Fact[], without: (keyof FactKey)[] = []): Map<string, Fact[]> =>
  groupBy(facts, (fact) => keyOf(fact, without))

const shortKey = (key: string): string => key.split('|').filter(Boolean).join('|')
const printed = ({ page, source, raw, unit, label }: Fact): string =>
  `p${page} ${source} ${label} ${raw}${unit}`
