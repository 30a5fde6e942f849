import { keyOf } from '../model/fact-key.js'
import type { Extracted, Fact } from '../model/filing.js'
import { decimal, YUAN_PER } from '../model/money.js'
import { said } from '../model/saying.js'
import { factsOfTable } from './by-table.js'
import type { Judgement } from './check.js'
import { sumOf } from './sums.js'

/** The text adds up what each unit rounded for itself; the table adds up what it prints. */
export function withUnitsRounded(judgement: Judgement, filing: Extracted): Judgement {
  const [text, table] = judgement.facts
  if (judgement.outcome !== 'fail' || !text || !table || text.source !== 'prose') return judgement
  const units = unitsOf(filing, table)
  if (units.length < 2 || !sumOf(units).eq(table.value)) return judgement
  const factor = decimal(YUAN_PER[text.unit] ?? '1')
  const rounded = units.reduce(
    (sum, u) => sum.plus(decimal(u.value).div(factor).round(text.decimals)),
    decimal(0),
  )
  return rounded.times(factor).eq(text.value)
    ? {
        ...judgement,
        severity: 'info',
        reason: 'units-rounded',
        because: said('because.units-rounded', { decimals: text.decimals }),
      }
    : judgement
}

/** The same figure of each unit, in the table's column. */
const unitsOf = (filing: Extracted, table: Fact): Fact[] =>
  factsOfTable(filing, table.table_id).filter(
    (f) => f.column === table.column && f.entity !== '' && keyOf(f, ['entity']) === keyOf(table, ['entity']),
  )
