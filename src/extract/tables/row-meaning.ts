import type { Aspects } from '../../model/aspects.js'
import type { Nature } from '../../model/filing.js'
import { folded } from '../../model/printed/folded.js'
import { understand } from '../aspects/printed-words.js'
import type { TableMeaning } from '../aspects/table-kind.js'
import type { RowMeaning } from './bind.js'
import type { ListReader } from './lists.js'
import type { RowCodes } from './row-codes.js'
import { isTotal, type RowLabel } from './row-label.js'

/** A body row as it is printed. */
export interface PrintedRow {
  label: RowLabel
  code: RowCodes
  /** It names the organization or one of its units. */
  isUnit: boolean
  /** The code of its name, where the table prints names alone. */
  named: RowMeaning | undefined
  /** No other row holds figures: without a label it is the whole. */
  isOnly: boolean
}

/** What a row's code or words say; `listed` where the contract keeps it without facts, undefined where nobody knows. */
export function rowMeaning(
  row: PrintedRow,
  table: TableMeaning,
  sources: ListReader,
  hasArticles: boolean,
): RowMeaning | 'listed' | undefined {
  const { label, code, isUnit, named, isOnly } = row
  const { type, aspects } = table
  const { aspects: words, whole } = understand(label.name, 'row')
  if (type === 'procurement') return procurementRow(row, words, whole, hasArticles)
  if (type === 'three-public') return threePublicRow(row, words, whole)
  // A list of carried-over money repeats part of the year's figures: its totals have no key of their own.
  const coded = codeMeaning(code)
  if (type === 'carry-over' && !coded) return 'listed'
  if (coded ?? named) return ofYear(coded ?? (named as RowMeaning), label.year)
  if (isTotal(label.text) || isUnit || (label.text === '' && isOnly)) return {}
  // 人员经费合计 sums up what stands above it, 人员经费 alone is a row of a table by nature.
  const isNature =
    whole && words.nature && !words.concept && (words.total || table.aspects.nature === undefined)
  if (isNature) return ofYear({ nature: words.nature as Nature }, label.year)
  if (whole && words.none) return 'listed'
  // Income without codes is listed by its sources.
  if (aspects.side === 'revenue' || type === 'income-summary') {
    const read = sources.read(label.text, label.indent)
    return read === 'no-concept' ? 'listed' : read
  }
  return isProjectList(table) ? 'listed' : undefined
}

/** A column of years tells the rows of one name apart; undefined where its words are not understood. */
function ofYear(meaning: RowMeaning, year: string): RowMeaning | undefined {
  const time = understand(year, 'row')
  return time.whole ? { ...meaning, ...timeOf(time.aspects) } : undefined
}

function threePublicRow(
  { label, isUnit, isOnly }: PrintedRow,
  words: Aspects,
  whole: boolean,
): RowMeaning | 'listed' | undefined {
  if (whole && words.none) return 'listed'
  const time = understand(label.year || folded(label.text), 'row')
  if (whole && words.concept) return { ...(time.whole ? timeOf(time.aspects) : {}), ...words }
  if (time.whole && hasTime(time.aspects)) return timeOf(time.aspects)
  // 支出合计 below 三公经费支出
  const isSpendingTotal = whole && words.total === 'whole' && words.side === 'expenditure' && !words.nature
  return isTotal(label.text) || isSpendingTotal || isUnit || (label.text === '' && isOnly) ? {} : undefined
}

/** Of projects the contract takes the total alone. */
export const isProjectList = ({ type, aspects }: TableMeaning): boolean =>
  type === 'projects' || aspects.nature === 'project'

export const isCoded = (code: RowCodes): boolean => Boolean(code.function || code.economy || code.government)

function procurementRow(
  { label, code }: PrintedRow,
  words: Aspects,
  whole: boolean,
  hasArticles: boolean,
): RowMeaning | 'listed' {
  if (isTotal(label.text)) return { concept: 'procurement' }
  // A code beside an article says what it is bought for; rows that are codes are figures of their own.
  if (code.function && !hasArticles) return { concept: 'procurement', functionCode: code.function }
  // What is bought, kind by kind below goods, works and services, is a list.
  return whole && words.concept?.startsWith('procurement') && label.outermost
    ? { concept: words.concept }
    : 'listed'
}

function codeMeaning(code: RowCodes): RowMeaning | undefined {
  if (!code.function && !code.economy && !code.government) return undefined
  return {
    ...(code.function ? { functionCode: code.function } : {}),
    ...(code.economy ? { economyCode: code.economy } : {}),
    ...(code.government ? { governmentCode: code.government } : {}),
  }
}

const hasTime = (a: Aspects): boolean =>
  a.year !== undefined || a.yearOffset !== undefined || a.measure !== undefined || a.basis !== undefined

const timeOf = ({ year, yearOffset, measure, basis }: Aspects): RowMeaning => ({
  ...(year === undefined ? {} : { year }),
  ...(yearOffset === undefined ? {} : { yearOffset }),
  ...(measure === undefined ? {} : { measure }),
  ...(basis === undefined ? {} : { basis }),
})
