import type { FindingRow } from './finding-row.js'
import { groupBy } from './group-by.js'
import { decimal } from './money.js'
import type { Consequence, Matter, Words } from './report.js'

/** A finding in both languages. */
export type SayFinding = (finding: FindingRow['finding']) => Words

/** Rows of findings.csv as real matters, in their order: what one wrong figure explains is one. */
export function mattersOf(
  rows: readonly FindingRow[],
  printedPage: (filingId: string, page: number) => string,
  say: SayFinding,
): Matter[] {
  const blocks = groupBy(rows, ({ finding }) => finding.root_cause_id || finding.finding_id)
  return [...blocks.values()].map(([lead, ...rest]) => {
    const { finding, filing, baseline } = lead as FindingRow
    return {
      finding_id: finding.finding_id,
      filing_id: finding.filing_id,
      check_id: finding.check_id,
      severity: finding.severity,
      page: finding.page,
      printed_page: finding.page === null ? '' : printedPage(finding.filing_id, finding.page),
      bbox: finding.bbox,
      message: say(finding),
      expected: finding.expected,
      actual: finding.actual,
      difference: finding.difference,
      unit: finding.unit,
      facts: finding.facts,
      evidence: finding.evidence,
      place: finding.place,
      outcome_ids: finding.outcome_ids,
      organization: filing.organization,
      organization_id: filing.organization_id,
      fiscal_year: filing.fiscal_year,
      baseline,
      yuan:
        finding.unit === '元' && finding.difference !== '' ? decimal(finding.difference).abs().toFixed() : '',
      follows: rest.map((row) => consequenceOf(row, say)),
    }
  })
}

const consequenceOf = ({ finding }: FindingRow, say: SayFinding): Consequence => ({
  finding_id: finding.finding_id,
  filing_id: finding.filing_id,
  check_id: finding.check_id,
  severity: finding.severity,
  page: finding.page,
  message: say(finding),
})
