import { functionCodes } from '../../catalogue/index.js'
import type { Extracted, Fact, FilingTable } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type Decimal, decimal, YUAN_PER } from '../../model/money.js'
import { isFigure, numberText } from '../../model/printed/number.js'
import { tableOfId } from '../by-table.js'
import type { Judged } from '../judged.js'
import { compact } from '../print.js'
import type { Misreading } from './misreading.js'

/** A total that lacks exactly what stands in a table right behind its own that nothing is known of: the table went on. */
export function brokenTables(failing: readonly Judged[], filing: Extracted): Misreading[] {
  const sums = failing.filter(
    ({ judgement }) => judgement.sum && judgement.facts.length > 1 && isOneTable(judgement.facts),
  )
  return [...groupBy(sums, (j) => j.judgement.facts[0]?.table_id ?? '')].flatMap(([tableId, group]) => {
    const own = tableOfId(filing, tableId)
    const rows = filing.tables.filter((t) => isContinuation(t, own, filing)).flatMap((t) => rowsOf(t, filing))
    const explains = group.filter(({ judgement }) => isThere(judgement, rows))
    const facts = explains.map((j) => j.judgement.facts[0] as Fact)
    return explains.length > 0 ? [{ code: 'broken-table' as const, facts, as: [], explains }] : []
  })
}

const isOneTable = (facts: readonly Fact[]): boolean =>
  facts.every((f) => f.table_id !== '' && f.table_id === facts[0]?.table_id)

/** Pages on which a table may go on. */
const FURTHER = 2

function isContinuation(table: FilingTable, of: FilingTable | undefined, filing: Extracted): boolean {
  if (!of || table === of || table.type !== 'unknown') return false
  const behind = table.page_first - of.page_last
  return behind >= 0 && behind <= FURTHER && !filing.facts.some((f) => f.table_id === table.table_id)
}

/** Figures behind one name that nothing is known of: its code, and the figures by their columns, in 元. */
interface LostRow {
  code: string
  figures: Map<number, Decimal>
}

const CODE = /^\d{2,7}(?![、.．)）])/

/** Income and spending stand side by side: a name behind a figure begins a row of its own. */
function rowsOf(table: FilingTable, filing: Extracted): LostRow[] {
  const per = YUAN_PER[table.unit || filing.unit_default] ?? '1'
  return [...groupBy(table.cells, (c) => String(c.row)).values()].flatMap((cells) => {
    const rows: { words: string[]; figures: Map<number, Decimal> }[] = []
    for (const cell of [...cells].sort((a, b) => a.column - b.column)) {
      const text = compact(cell.text)
      const last = rows.at(-1)
      if (isFigure(text)) {
        const value = amountIn(text)
        if (!last) rows.push({ words: [], figures: new Map() })
        if (value) rows.at(-1)?.figures.set(cell.column, value.times(per))
      } else if (text !== '') {
        if (last && last.figures.size === 0) last.words.push(text)
        else rows.push({ words: [text], figures: new Map() })
      }
    }
    return rows.map(({ words, figures }) => ({ code: codeOf(words, Number(filing.fiscal_year)), figures }))
  })
}

/** `（二十）住房保障支出`, `8.卫生健康支出`. */
const NUMBERED = /^[(（]?[一二三四五六七八九十百\d]+[)）、.．]/

/** The printed code, in one cell or in several; else that of the name. */
function codeOf(words: readonly string[], year: number): string {
  const printed = words.map((w) => CODE.exec(w)?.[0] ?? '').join('')
  if (printed !== '') return printed
  const named = functionCodes(words.join('').replace(NUMBERED, ''), { year })
  return (named.find((e) => e.code.length === 3) ?? (named.length === 1 ? named[0] : undefined))?.code ?? ''
}

/** What a cell prints that shows itself to be an amount. */
function amountIn(text: string): Decimal | undefined {
  const number = isFigure(text) ? numberText(text) : undefined
  if (!number || number.percent) return undefined
  return decimal(`${number.negative ? '-' : ''}${number.whole || '0'}.${number.fraction || '0'}`)
}

/** Whether rows of one level, all or those below the total's code, add up to what it lacks in one column. */
function isThere({ facts, difference, tolerance }: Judged['judgement'], rows: readonly LostRow[]): boolean {
  const [total] = facts as [Fact]
  const lacking = decimal(difference)
  const above = total.function_code || total.economy_code
  const below = rows.filter((r) => r.code.length > above.length && r.code.startsWith(above))
  if (lacking.lte(0)) return false
  return [...groupBy(below, (r) => String(r.code.length)).values(), rows].some((level) =>
    [...new Set(level.flatMap((r) => [...r.figures.keys()]))].some((column) =>
      level
        .reduce((sum, r) => sum.plus(r.figures.get(column) ?? 0), decimal(0))
        .minus(lacking)
        .abs()
        .lte(tolerance),
    ),
  )
}
