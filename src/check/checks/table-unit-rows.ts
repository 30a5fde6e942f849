import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { tableAmounts } from '../groups.js'
import { judgeSum, ROW_MISSING } from '../sums.js'

/** The department's row of a table is the sum of its units' rows, column by column. */
export const tableUnitRows: Check = {
  id: 'YS-TABLE-UNIT-ROWS',
  asserts: {
    zh: '同一张表同一列中，部门合计＝所属各单位之和。',
    en: "In one column of one table, the department's total is the sum of its units.",
  },
  basis: '部门汇总表按单位逐行列示，合计为各单位之和。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 35.00 = 117001 本级 30.00 + 117002 信息中心 5.00',
  passing: [
    { concept: 'revenue', entity: '', label: '合计', value: '350000', raw: '35.00', row: 0, column: 3 },
    { concept: 'revenue', entity: '117001 甲', value: '300000', raw: '30.00', row: 1, column: 3 },
    { concept: 'revenue', entity: '117002 乙', value: '50000', raw: '5.00', row: 2, column: 3 },
  ],
  failing: [
    { concept: 'revenue', entity: '', label: '合计', value: '360000', raw: '36.00', row: 0, column: 3 },
    { concept: 'revenue', entity: '117001 甲', value: '300000', raw: '30.00', row: 1, column: 3 },
    { concept: 'revenue', entity: '117002 乙', value: '50000', raw: '5.00', row: 2, column: 3 },
  ],
  run: (filing) => [...tableAmounts(filing.facts).values()].flatMap(judgeTable),
}

function judgeTable(facts: Fact[]): Judgement[] {
  const columns = groupBy(facts, (f) => `${f.column}|${keyOf(f, ['entity'])}`)
  const judged = [...columns.values()].flatMap((column) => {
    const units = leaves(column.filter((f) => f.entity !== ''))
    const repeated = new Set(units.map((f) => f.entity)).size < units.length
    if (units.length === 0 || repeated) return []
    return column
      .filter((f) => f.entity === '')
      .map((total) => judgeSum(`${total.label || '合计'}=Σ单位 第${total.column}列`, total, units))
  })
  return isRowMissing(judged) ? judged.map(withheld) : judged
}

/** Totals above the sum of the units in several columns and below it in none: a unit is in the total and has no row. */
function isRowMissing(judged: readonly Judgement[]): boolean {
  const failed = judged.filter((j) => j.outcome === 'fail')
  return failed.length > 1 && failed.every((j) => !j.difference.startsWith('-'))
}

const withheld = (judgement: Judgement): Judgement =>
  judgement.outcome === 'fail' ? { ...judgement, severity: 'warning', reason: ROW_MISSING } : judgement

/** Rows of units that stand above others by their code (125001 above 12500101) are sums themselves. */
const leaves = (units: Fact[]): Fact[] => {
  const codes = units.map((f) => codeOf(f.entity))
  return units.filter((f) => {
    const own = codeOf(f.entity)
    return own === '' || !codes.some((c) => c.length > own.length && c.startsWith(own))
  })
}

const codeOf = (entity: string): string => /^\d+/.exec(entity)?.[0] ?? ''
