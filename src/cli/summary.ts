import { join } from 'node:path'
import type { Speak } from '../locales/index.js'
import { shown } from '../model/shown.js'
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
const SEVERITIES = ['error', 'warning', 'info'] as const

/** The tables at the end of a run, and where the results are. */
export function summaryTable(summary: RunSummary, speak: Speak): string {
  const { filings, departments } = summary.worst
  return [
    speak('summary.title'),
    ...counts(summary, speak),
    ...worst(
      'filings',
      filings.map((f) => ({ ...f, name: f.source })),
      speak,
    ),
    ...worst('departments', departments, speak),
    speak('summary.output', { path: summary.output }),
    ...(summary.report ? [speak('summary.report', { path: join(summary.output, summary.report) })] : []),
  ].join('\n')
}

/** By outcome and by severity, and what else is counted. */
function counts(summary: RunSummary, speak: Speak): string[] {
  const rows: [string, string | number][] = [[speak('summary.inputs'), summary.totals.inputs]]
  for (const [outcome, key] of OUTCOMES)
    if (summary.totals[key] > 0) rows.push([`  ${speak(`outcome.${outcome}`)}`, summary.totals[key]])
  for (const key of ['kept', 'removed'] as const)
    if (summary[key] > 0)
      rows.push([speak(`summary.${key}`), speak(`summary.${key}.detail`, { count: summary[key] })])
  const found = SEVERITIES.map((severity) => summary.findings[severity])
  rows.push([speak('summary.findings'), found.reduce((sum, n) => sum + n, 0)])
  for (const [i, severity] of SEVERITIES.entries())
    rows.push([`  ${speak(`severity.${severity}`)}`, found[i] as number])
  rows.push([speak('summary.facts'), summary.facts])
  const { printed, unbound } = summary.numbers
  // The share tells an output that was read from one that was not, whatever the count of figures.
  if (printed > 0) {
    const share = `${((100 * unbound) / printed).toFixed(2)}%`
    rows.push([speak('summary.unbound'), speak('summary.unbound.detail', { unbound, share })])
  }
  rows.push([speak('summary.checks'), speak('summary.checks.detail', summary.checks)])
  if (summary.doubts > 0)
    rows.push([speak('summary.doubts'), speak('summary.doubts.detail', { count: summary.doubts })])
  const against = summary.baseline
  if (against) {
    const unseen = against.unseen > 0 ? speak('summary.baseline.unseen', against) : ''
    rows.push([speak('summary.baseline'), speak('summary.baseline.detail', against) + unseen])
  }
  const left = Math.max(...rows.map(([name]) => columnsOf(name)))
  const right = Math.max(...rows.map(([, value]) => (typeof value === 'number' ? String(value).length : 0)))
  return rows.map(
    ([name, value]) => `  ${padded(name, left)}  ${padded(String(value), right, typeof value === 'number')}`,
  )
}

/** Those with most findings; nothing where there are none. */
function worst(
  of: 'filings' | 'departments',
  counted: readonly { errors: number; warnings: number; name: string }[],
  speak: Speak,
): string[] {
  if (counted.length === 0) return []
  const rows = [
    [speak('severity.error'), speak('severity.warning'), speak(`summary.worst.${of}.name`)],
    ...counted.map(({ errors, warnings, name }) => [String(errors), String(warnings), shown(name)]),
  ]
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => columnsOf(row[i] as string))))
  return [
    speak(`summary.worst.${of}`),
    ...rows.map(
      ([errors = '', warnings = '', name]) =>
        `  ${padded(errors, widths[0] as number, true)}  ${padded(warnings, widths[1] as number, true)}  ${name}`,
    ),
  ]
}
