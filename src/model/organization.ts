/** One organization over all filings of a run. */
export interface Organization {
  /** From place, name and level alone: the same over years and runs. */
  organization_id: string
  name: string
  aliases: string[]
  region: string
  parent_id: string
  first_year: string
  last_year: string
  /** What was matched to what, and why. */
  evidence: string
}
