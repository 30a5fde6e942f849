import type { Filing } from '../model/filing.js'

/** The mean score of each organization's filings; files that are one filing count once. */
export class Scores {
  private readonly sums = new Map<string, { total: number; filings: number }>()

  add({ filing_id, set_id, organization_id, score }: Filing): void {
    if (score === null || organization_id === '' || set_id !== filing_id) return
    const sum = this.sums.get(organization_id) ?? { total: 0, filings: 0 }
    this.sums.set(organization_id, { total: sum.total + score, filings: sum.filings + 1 })
  }

  of(organizationId: string): number | null {
    const sum = this.sums.get(organizationId)
    return sum ? Math.round((10 * sum.total) / sum.filings) / 10 : null
  }
}
