import type { Finding } from '../model/filing.js'
import type { FindingRow } from '../model/finding-row.js'
import { consecutive } from '../model/group-by.js'
import { decimal } from '../model/money.js'
import type { NewPile } from '../model/pile.js'
import { yuanApart } from './difference.js'

const GRAVITY: Readonly<Record<Finding['severity'], number>> = { error: 0, warning: 1, info: 2 }
/** Below every difference, even 0: counts and words come after all money. */
const NO_MONEY = '-1'

/** What a row, or the gravest and dearest of several, is ranked by; 元 as decimal text. */
interface Weight {
  gravity: number
  yuan: string
}

/** A row and when it came. */
interface Placed {
  at: number
  row: FindingRow
}

/** Rows of one root cause, the leading one first; or one row alone. Came with its first. */
interface Block {
  at: number
  rows: FindingRow[]
  weight: Weight
}

/**
 * Gravest first, then the most 元 apart; percentages, counts and words after, all in the order they came. What one wrong
 * figure explains stays together under the finding that names it, ranked as its gravest and dearest finding.
 */
export async function* ranked(rows: AsyncIterable<FindingRow>, newPile: NewPile): AsyncGenerator<FindingRow> {
  const byCause = newPile<Placed>((a, b) => ordered(causeOf(a), causeOf(b)))
  let at = 0
  for await (const row of rows) await byCause.add({ at: at++, row })
  const blocks = newPile<Block>((a, b) => byWeight(a.weight, b.weight) || a.at - b.at)
  for await (const block of consecutive(byCause.rows(), causeOf)) await blocks.add(blockOf(block))
  for await (const { rows } of blocks.rows()) yield* rows
}

const causeOf = ({ row: { finding } }: Placed): string => finding.root_cause_id || finding.finding_id

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function blockOf(placed: readonly Placed[]): Block {
  const weighed = placed.map(({ row }) => ({ row, weight: weightOf(row.finding) }))
  const [lead, ...others] = weighed
  const rows = lead ? [lead, ...others.sort((a, b) => byWeight(a.weight, b.weight))] : []
  const weight = heaviest(weighed.map((w) => w.weight))
  return { at: placed[0]?.at ?? 0, rows: rows.map((w) => w.row), weight }
}

const weightOf = (finding: FindingRow['finding']): Weight => ({
  gravity: GRAVITY[finding.severity],
  yuan: yuanApart(finding)?.toFixed() ?? NO_MONEY,
})

/** The dearest difference of the gravest severity: an info of millions makes no error dearer. */
const heaviest = (weights: Weight[]): Weight => weights.reduce((a, b) => (byWeight(a, b) <= 0 ? a : b))

const byWeight = (a: Weight, b: Weight): number =>
  // Floating point keeps the order of decimals, but for those that it takes for equal.
  a.gravity - b.gravity || Number(b.yuan) - Number(a.yuan) || decimal(b.yuan).cmp(decimal(a.yuan))
