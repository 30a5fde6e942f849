import type { Finding } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'

/** How far a finding's figures are apart, in 元; undefined for percentages, counts and words. */
export const yuanApart = (finding: Pick<Finding, 'unit' | 'difference'>): Decimal | undefined =>
  finding.unit === '元' && finding.difference !== '' ? decimal(finding.difference).abs() : undefined
