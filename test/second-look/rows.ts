import type { Finding } from '../../src/model/filing.js'
import type { FilingHead, FindingRow } from '../../src/model/finding-row.js'

export const headOf = (over: Partial<FilingHead> = {}): FilingHead => ({
  filing_id: 'a'.repeat(16),
  source: '夹/a.pdf',
  status: 'ok',
  kind: 'budget',
  fiscal_year: '2026',
  organization: '云汀市水文化局',
  organization_id: 'o-1',
  ...over,
})

/** A finding of few parts; what is left out is ordinary. */
export const findingOf = (over: Partial<Finding> = {}): Finding => ({
  finding_id: 'x',
  filing_id: 'a'.repeat(16),
  check_id: 'YS-TABLE-COLUMN-TOTAL',
  severity: 'error',
  root_cause_id: '',
  page: 1,
  bbox: '0.0 0.0 1.0 1.0',
  message: '…',
  said: [],
  expected: '100',
  actual: '110',
  difference: '10',
  unit: '元',
  facts: [],
  evidence: '合计 110；行政运行 100',
  place: '《支出总表》',
  outcome_ids: [],
  item: '合计=Σ类',
  lowered_from: '',
  follows_from: '',
  ...over,
})

export const rowOf = (finding: Partial<Finding>, filing: Partial<FilingHead> = {}): FindingRow => ({
  finding: findingOf(finding),
  filing: headOf(filing),
  baseline: '',
})
