import type { Speak } from '../locales/index.js'
import { columnsOf, padded } from '../review/width.js'
import type { RunSummary } from '../run/index.js'

const OUTCOMES = [
  ['ok', 'ok'],
  ['partial', 'partial'],
  ['not-a-filing', 'not_a_filing'],
  ['unreadable', 'unreadable'],
  ['failed', 'failed'],
  ['duplicate', 'duplicates'],
] as const

/** The short table at the end of a run, and where the results are. */
export function summaryTable(summary: RunSummary, speak: Speak): string {
  const rows: [string, string][] = [[speak('summary.inputs'), String(summary.totals.inputs)]]
  for (const [outcome, key] of OUTCOMES)
    if (summary.totals[key] > 0) rows.push([`  ${speak(`outcome.${outcome}`)}`, String(summary.totals[key])])
  for (const key of ['kept', 'removed'] as const)
    if (summary[key] > 0)
      rows.push([speak(`summary.${key}`), speak(`summary.${key}.detail`, { count: summary[key] })])
  rows.push([speak('summary.facts'), String(summary.facts)])
  const { printed, unbound } = summary.numbers
  // The share tells an output that was read from one that was not, whatever the count of figures.
  if (printed > 0) {
    const share = `${((100 * unbound) / printed).toFixed(2)}%`
    rows.push([speak('summary.unbound'), speak('summary.unbound.detail', { unbound, share })])
  }
  rows.push([speak('summary.checks'), speak('summary.checks.detail', summary.checks)])
  rows.push([speak('summary.findings'), speak('summary.findings.detail', summary.findings)])
  if (summary.doubts > 0)
    rows.push([speak('summary.doubts'), speak('summary.doubts.detail', { count: summary.doubts })])
  const against = summary.baseline
  if (against) {
    const unseen = against.unseen > 0 ? speak('summary.baseline.unseen', against) : ''
    rows.push([speak('summary.baseline'), speak('summary.baseline.detail', against) + unseen])
  }
  const left = Math.max(...rows.map(([name]) => columnsOf(name)))
  const lines = rows.map(([name, value]) => `  ${padded(name, left)}  ${value}`)
  return [speak('summary.title'), ...lines, speak('summary.output', { path: summary.output })].join('\n')
}
