import type { AcrossCheck } from './across.js'
import { groupAtLeast } from './checks/group-at-least.js'
import { groupChange } from './checks/group-change.js'
import { groupOneFiling } from './checks/group-one-filing.js'
import { groupPrior } from './checks/group-prior.js'
import { groupRowMissing } from './checks/group-row-missing.js'
import { groupSum } from './checks/group-sum.js'
import { groupUnitRow } from './checks/group-unit-row.js'
import { seriesChange } from './checks/series-change.js'
import { seriesInitial } from './checks/series-initial.js'
import { seriesPrior } from './checks/series-prior.js'
import { seriesStock } from './checks/series-stock.js'
import { seriesVehicles } from './checks/series-vehicles.js'

/** All checks between filings in the order in which they run and are listed. */
export const ACROSS_CHECKS: readonly AcrossCheck[] = [
  seriesPrior,
  seriesChange,
  seriesInitial,
  seriesVehicles,
  seriesStock,
  groupSum,
  groupUnitRow,
  groupAtLeast,
  groupPrior,
  groupRowMissing,
  groupChange,
  groupOneFiling,
]
