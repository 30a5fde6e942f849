import type { Hint } from './hint.js'
import { changeOverYears } from './indicators/change-over-years.js'
import { operatingCostPerHead } from './indicators/operating-cost-per-head.js'
import { otherShare } from './indicators/other-share.js'
import { roundNumbers } from './indicators/round-numbers.js'
import { threePublicPerHead } from './indicators/three-public-per-head.js'

/** All indicators in the order in which they are listed. */
export const HINTS: readonly Hint[] = [
  threePublicPerHead,
  operatingCostPerHead,
  otherShare,
  changeOverYears,
  roundNumbers,
]
