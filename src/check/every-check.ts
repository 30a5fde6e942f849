import type { AcrossCheck } from './across/across.js'
import { ACROSS_CHECKS } from './across/registry.js'
import type { Check } from './check.js'
import { CHECKS } from './registry.js'

export type AnyCheck = Check | AcrossCheck

/** Checks inside a filing, then those between filings, in the order in which they are listed. */
export const EVERY_CHECK: readonly AnyCheck[] = [...CHECKS, ...ACROSS_CHECKS]
