import type { FactStatus } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'
import type { PanelRow } from '../model/panel-row.js'
import type { Spending } from '../model/report.js'

/** The name of a class of a classification in a year. */
export type ClassName = (by: Spending['by'], code: string, year: string) => string

/** Adds up what departments spend on each class; only the money that each filing is about: budgets planned, final accounts spent. */
export class SpendingSums {
  private readonly sums = new Map<string, Omit<Spending, 'value'> & { sum: Decimal }>()

  constructor(private readonly nameOf: ClassName) {}

  add(row: PanelRow): void {
    const by = classified(row)
    if (!by || row.organization_level !== 'department' || row.kind !== row.basis) return
    const code = by === 'function' ? row.function_code : row.economy_code
    const status = row.status as FactStatus
    const { region, kind, year } = row
    const key = [region, kind, year, by, code, status].join('|')
    const sum = this.sums.get(key)
    if (sum) {
      sum.sum = sum.sum.plus(row.value_yuan)
      sum.departments++
      return
    }
    const name = this.nameOf(by, code, year)
    this.sums.set(key, {
      region,
      kind,
      year,
      by,
      code,
      name,
      status,
      departments: 1,
      sum: decimal(row.value_yuan),
    })
  }

  rows(): Spending[] {
    return [...this.sums]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { sum, ...row }]) => ({ ...row, value: sum.toFixed() }))
  }
}

/** Whether a row is the spending of a class, and of which classification. */
function classified(row: PanelRow): Spending['by'] | undefined {
  const { concept, fund, nature, function_code, economy_code, government_economy_code } = row
  if (concept !== 'expenditure' || government_economy_code !== '') return undefined
  if (fund === 'all' && nature === '' && function_code.length === 3 && economy_code === '') return 'function'
  if (fund === 'general' && nature === 'basic' && function_code === '' && /^3\d\d$/.test(economy_code))
    return 'economy'
  return undefined
}
