// What totals are made of, in the contract's words; checks of rows, columns and text share these lists.

/** The three budgets that pay fiscal appropriations. */
export const FUNDS: readonly string[] = ['general', 'government-fund', 'state-capital']

/** Income that is no appropriation. */
export const OWN_INCOME: readonly string[] = [
  'revenue.fiscal-account',
  'revenue.institutional',
  'revenue.operating',
  'revenue.superior',
  'revenue.affiliate',
  'revenue.other',
]

/** Savings and money on accounts that a year uses besides what is carried in. */
export const AT_HAND: readonly string[] = ['revenue.surplus-used', 'revenue.account-balance']

/** Spending that is neither basic nor project spending. */
export const OTHER_SPENDING: readonly string[] = [
  'expenditure.operating',
  'expenditure.to-superior',
  'expenditure.to-affiliate',
]
