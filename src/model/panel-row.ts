/**
 * One amount of one organization and year, of all that is printed of it. Cells are as in facts.csv and filings.csv;
 * amounts are decimal text in 元.
 */
export interface PanelRow {
  organization_id: string
  organization: string
  organization_level: string
  region: string
  /** Of the filings that print it. */
  kind: string
  basis: string
  year: string
  fund: string
  function_code: string
  economy_code: string
  government_economy_code: string
  nature: string
  concept: string
  /** Of the best print: in a table before prose, then of the most digits, then proven, then in the year's own filing. */
  value_yuan: string
  prints: number
  /** Two prints cannot both be true: their intervals do not meet. */
  conflict: boolean
  /** fact_ids of the largest and the smallest of those; empty where there is no conflict. */
  conflict_facts: string
  status: string
  confidence: number
  fact_id: string
  filing_id: string
  source: string
  page: number
  bbox: string
  /** `table` or `prose`. */
  printed_in: string
  raw: string
  raw_unit: string
  /** Of the file that the print stands in. */
  filing_sha256: string
}
