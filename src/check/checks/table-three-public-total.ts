import type { Extracted, Fact, FilingTable } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { addIntervals, canonical, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { apartLike, decimalsOf, expectedLike, printedLike } from '../amounts.js'
import { factsOfTable } from '../by-table.js'
import { type CellFigure, figureIn } from '../cell-figures.js'
import type { Check, Judgement } from '../check.js'
import { evidenceOf } from '../findings.js'
import { columnHead, conceptNamed, figureTold, tableAt } from '../naming.js'
import { titleOfTable } from '../print.js'
import { intervalOfFact, sumOf } from '../sums.js'

const header = [['单位', '合计', '“三公”经费小计', '会议费', '培训费']]
const facts = (total: string): Partial<Fact>[] => [
  { table_id: 't', concept: 'three-public', value: '100000', raw: total, row: 0, column: 2 },
  { table_id: 't', concept: 'meetings', value: '20000', raw: '2.00', row: 0, column: 3 },
  { table_id: 't', concept: 'training', value: '30000', raw: '3.00', row: 0, column: 4 },
]
const table = (total: string) => ({
  table_id: 't',
  type: 'three-public' as const,
  header_rows: 1,
  lines: [...header, ['甲局', total, '10.00', '2.00', '3.00']],
})

/** The column 合计 before the three public expenses adds meetings and training to them. */
export const tableThreePublicTotal: Check = {
  id: 'YS-TABLE-THREE-PUBLIC-TOTAL',
  asserts: {
    zh: '“三公”经费及会议费、培训费表同一行中，合计＝“三公”经费小计＋会议费＋培训费。',
    en: 'In one row, the total is the three public expenses plus meetings and training.',
  },
  basis: '表样：合计栏包括“三公”经费、会议费和培训费。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '合计 15.00 = “三公”经费 10.00 + 会议费 2.00 + 培训费 3.00',
  passing: { tables: [table('15.00')], facts: facts('10.00') },
  failing: { tables: [table('12.00')], facts: facts('10.00') },
  run: (filing) =>
    filing.tables.filter((t) => t.type === 'three-public').flatMap((t) => judgeTable(filing, t)),
}

function judgeTable(filing: Extracted, table: FilingTable): Judgement[] {
  const own = factsOfTable(filing, table.table_id).filter(
    (f) => f.row !== null && ['amount', 'change'].includes(f.measure),
  )
  if (!own.some((f) => f.concept === 'meetings' || f.concept === 'training')) return []
  return [...groupBy(own, (f) => `${f.row}|${f.year}|${f.basis}|${f.measure}`).values()].flatMap((group) => {
    const lead = group.find((f) => f.concept === 'three-public')
    const parts = group.filter((f) => ['three-public', 'meetings', 'training'].includes(f.concept))
    const total = lead && totalBefore(table, own, lead)
    return total && lead ? [judge(filing, table, lead, parts, total)] : []
  })
}

/** The figure in the column right before the three public expenses, where its header says 合计. */
function totalBefore(table: FilingTable, own: readonly Fact[], lead: Fact): CellFigure | undefined {
  const column = (lead.column as number) - 1
  if (own.some((f) => f.column === column)) return undefined
  const above = table.cells.filter((c) => c.row < table.header_rows && c.column === column)
  if (!above.some((c) => /^合计$/.test(c.text.replace(/\s/g, '')))) return undefined
  const row = (lead.row as number) + table.header_rows
  const cell = table.cells.find((c) => c.row === row && c.column === column)
  return cell && figureIn(cell, lead.unit)
}

function judge(
  filing: Extracted,
  table: FilingTable,
  lead: Fact,
  parts: Fact[],
  total: CellFigure,
): Judgement {
  const sum = sumOf(parts)
  const interval = addIntervals(parts.map(intervalOfFact))
  const holds = overlaps(interval, total.interval)
  const whole: Fact = { ...lead, raw: total.printed, value: canonical(total.value), label: '' }
  const decimals = decimalsOf([whole, ...parts], lead)
  return {
    subject: `${lead.entity || lead.label}合计=三公+会议+培训 ${lead.year} ${lead.measure}`,
    outcome: holds ? 'pass' : 'fail',
    expected: canonical(sum),
    actual: canonical(total.value),
    difference: canonical(total.value.minus(sum)),
    tolerance: canonical(
      interval.high.minus(interval.low).plus(total.interval.high.minus(total.interval.low)).div(2),
    ),
    facts: parts,
    sumOfAll: true,
    at: {
      page: total.cell.page,
      bbox: total.cell.bbox,
      place: titleOfTable(table),
      evidence: evidenceOf([
        { label: columnHead(table, total.cell.column), raw: total.printed },
        ...parts.map((f) => ({ label: columnHead(table, f.column as number), raw: f.raw })),
      ]),
    },
    says: said('table-three-public-total.sum', {
      at: tableAt(filing, table, total.cell.page),
      name: figureTold(filing, lead),
      total: said('name.column', { column: columnHead(table, total.cell.column) }),
      printed: printedLike(whole, lead),
      operands: parts.map((f) =>
        said('figure.operand', {
          name: said('name.column', {
            column: columnHead(table, f.column as number) || conceptNamed(f),
          }),
          printed: printedLike(f, lead),
        }),
      ),
      sum: expectedLike(canonical(sum), lead, lead, decimals),
      difference: apartLike(total.value.minus(sum), lead, decimals),
    }),
    reason: '',
  }
}
