import type { Extracted, Fact } from '../model/filing.js'
import { tableOfId } from './by-table.js'

/** The total of the table of spending (支出总表), which some places call 总计 as the summary does. */
export const isSpendingTotal = (fact: Fact, filing: Extracted): boolean =>
  fact.concept === 'expenditure.grand-total' &&
  isPlain(fact) &&
  tableOfId(filing, fact.table_id)?.type === 'expenditure-summary'

/** All money of the filing's own organization, not split. */
export const isPlain = (f: Fact): boolean =>
  f.source === 'table' &&
  f.measure === 'amount' &&
  (f.fund === 'all' || f.fund === '') &&
  f.function_code + f.economy_code + f.nature + f.entity === ''
