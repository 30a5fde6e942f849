import type { Fact } from './filing.js'
import { isReadWithDoubt } from './reading.js'

/** What became of a printed number; of scanned ones also whether it is unsure or was settled by arithmetic. */
export type Fate = 'proven' | 'unproven' | 'disputed' | 'unsure' | 'settled' | 'explained' | 'unbound'

export const fateOfFact = (fact: Fact): Fate =>
  isReadWithDoubt(fact) ? 'unsure' : fact.value_read !== '' ? 'settled' : fact.status
