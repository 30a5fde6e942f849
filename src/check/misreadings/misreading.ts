import type { MisreadingCode } from '../../model/doubt.js'
import type { Fact } from '../../model/filing.js'
import type { Judged } from '../judged.js'

/** A way in which we may have misread a filing, under which everything agrees that seems to be wrong with it. */
export interface Misreading<T = Judged> {
  code: MisreadingCode
  /** The figures that may have been given a wrong meaning. */
  facts: Fact[]
  /** The prints with which they would agree. */
  as: Fact[]
  /** They agree as a sum or a share, not each with a print of its own. */
  addsUp?: true
  /** The failures that it explains. */
  explains: T[]
}
