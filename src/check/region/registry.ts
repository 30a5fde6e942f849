import { regionControl } from './checks/region-control.js'
import { regionDuplicate } from './checks/region-duplicate.js'
import { regionOverdue } from './checks/region-overdue.js'
import { regionRoster } from './checks/region-roster.js'
import type { RegionCheck } from './region.js'

/** All checks over a region in the order in which they run and are listed. */
export const REGION_CHECKS: readonly RegionCheck[] = [
  regionControl,
  regionDuplicate,
  regionRoster,
  regionOverdue,
]
