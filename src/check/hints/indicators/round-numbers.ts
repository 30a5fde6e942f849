import type { Extracted, Fact } from '../../../model/filing.js'
import { groupBy } from '../../../model/group-by.js'
import { decimal } from '../../../model/money.js'
import type { Hint } from '../hint.js'
import { ownAmounts } from '../own-figures.js'

/** 元: a project of so many whole 10 万元 was estimated, not counted. */
const ROUND = 100_000
/** Fewer projects than this are round by chance. */
const FEWEST = 5

export const roundNumbers: Hint = {
  id: 'YS-HINT-ROUND',
  asserts: {
    zh: '项目支出各功能科目的金额为整十万元的占多少，与同类文件相比。',
    en: 'How many of the amounts of project spending by function are whole 100,000 yuan, compared with filings of the same kind.',
  },
  basis: '按项目细算的金额很少是整数；整数过多说明是估列。',
  scope: 'region',
  severity: 'info',
  unit: '%',
  example: '6 个科目的项目支出有 6 个是整十万元：100 %；同类中位数 10 %',
  passing: paper(['12.34', '8.51', '30.07', '44.20', '5.66', '20.00']),
  failing: paper(['10.00', '20.00', '30.00', '40.00', '50.00', '20.00']),
  measure: (filing) => {
    const items = projectItems(filing)
    if (items.length < FEWEST) return undefined
    const round = items.filter((f) => decimal(f.value).mod(ROUND).eq(0))
    return {
      value: decimal(round.length).div(items.length).times(100).round(2),
      facts: round.length > 0 ? round : items,
    }
  },
}

/** Project spending item by item, of the table that prints most items. */
function projectItems(filing: Extracted): Fact[] {
  const items = ownAmounts(filing).filter(
    (f) =>
      f.source === 'table' &&
      f.concept === 'expenditure' &&
      f.nature === 'project' &&
      f.function_code.length === 7 &&
      f.economy_code === '' &&
      f.value !== '0',
  )
  const tables = [...groupBy(items, (f) => `${f.table_id}|${f.column}`).values()]
  return tables.sort((a, b) => b.length - a.length)[0] ?? []
}

function paper(amounts: string[]) {
  return {
    facts: amounts.map((raw, i) => ({
      table_id: 't',
      nature: 'project' as const,
      function_code: `20101${String(i + 1).padStart(2, '0')}`,
      value: `${Math.round(Number(raw) * 10000)}`,
      raw,
      row: i,
      column: 4,
    })),
  }
}
