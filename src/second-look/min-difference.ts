import type { RowFinding } from '../model/finding-row.js'
import { decimal } from '../model/money.js'
import { yuanApart } from './difference.js'

/** A threshold as a person types it, in 元: decimal text from 0 up; undefined for anything else. */
export const asMinDifference = (text: string): string | undefined =>
  /^\d{1,15}(?:\.\d{1,6})?$/.test(text) ? text : undefined

/**
 * A finding whose figures are less than so many 元 apart, as info. What an earlier run lowered is first put back to the
 * check's own severity: taken-over filings never keep the threshold of the run that made them.
 */
export function lowered<F extends RowFinding>(finding: F, minDifference = '0'): F {
  // A consequence is info whatever the threshold.
  if (finding.follows_from !== '') return finding
  const severity = finding.lowered_from || finding.severity
  const yuan = yuanApart(finding)
  if (severity === 'info' || yuan === undefined || yuan.gte(decimal(minDifference)))
    return { ...finding, severity, lowered_from: '' }
  return { ...finding, severity: 'info', lowered_from: severity }
}
