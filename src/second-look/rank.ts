import type { Finding } from '../model/filing.js'
import type { FindingRow } from '../model/finding-row.js'
import { type Decimal, decimal } from '../model/money.js'
import { yuanApart } from './difference.js'

const GRAVITY: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }
/** Below every difference, even 0: counts and words come after all money. */
const NO_MONEY = decimal(-1)

/** What a row, or the gravest and dearest of several, is ranked by. */
interface Weight {
  gravity: number
  yuan: Decimal
}

/** Rows of one root cause, the leading one first; or one row alone. */
interface Block {
  rows: FindingRow[]
  weight: Weight
}

/**
 * Gravest first, then the most 元 apart; percentages, counts and words after, all in the order they came. What one wrong
 * figure explains stays together under the finding that names it, ranked as its gravest and dearest finding.
 */
export function ranked(rows: readonly FindingRow[]): FindingRow[] {
  const blocks = new Map<string, FindingRow[]>()
  for (const row of rows) {
    const cause = row.finding.root_cause_id || row.finding.finding_id
    const block = blocks.get(cause)
    if (block) block.push(row)
    else blocks.set(cause, [row])
  }
  return [...blocks.values()]
    .map(blockOf)
    .sort((a, b) => byWeight(a.weight, b.weight))
    .flatMap((block) => block.rows)
}

function blockOf(rows: FindingRow[]): Block {
  const weighed = rows.map((row) => ({ row, weight: weightOf(row.finding) }))
  const [lead, ...others] = weighed
  const ordered = lead ? [lead, ...others.sort((a, b) => byWeight(a.weight, b.weight))] : []
  return { rows: ordered.map((w) => w.row), weight: heaviest(weighed.map((w) => w.weight)) }
}

const weightOf = (finding: FindingRow['finding']): Weight => ({
  gravity: GRAVITY[finding.severity],
  yuan: yuanApart(finding) ?? NO_MONEY,
})

/** The dearest difference of the gravest severity: an info of millions makes no error dearer. */
const heaviest = (weights: Weight[]): Weight => weights.reduce((a, b) => (byWeight(a, b) <= 0 ? a : b))

const byWeight = (a: Weight, b: Weight): number => a.gravity - b.gravity || b.yuan.cmp(a.yuan)
