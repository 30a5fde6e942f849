import type { AcrossCheck } from './across/across.js'
import { ACROSS_CHECKS } from './across/registry.js'
import type { Check } from './check.js'
import type { Hint } from './hints/hint.js'
import { HINTS } from './hints/registry.js'
import type { RegionCheck } from './region/region.js'
import { REGION_CHECKS } from './region/registry.js'
import { CHECKS } from './registry.js'

export type AnyCheck = Check | AcrossCheck | RegionCheck | Hint

/** Checks inside a filing, then those between filings and over all of them, then the hints, in the order in which they are listed. */
export const EVERY_CHECK: readonly AnyCheck[] = [...CHECKS, ...ACROSS_CHECKS, ...REGION_CHECKS, ...HINTS]
