import type { Aspects, Classification } from '../../model/aspects.js'
import type { Table } from '../../model/document.js'
import type { TableType } from '../../model/filing.js'
import { oncePer } from '../../model/once-per.js'
import { folded } from '../../model/printed/folded.js'
import { isShortFor } from '../short-name.js'
import { type Column, columnsOf, panelsOf } from '../tables/columns.js'
import { isPairOfLists } from '../tables/list-panel.js'
import { type Matrix, matrixOf } from '../tables/matrix.js'
import { labelOf } from '../tables/words.js'
import { meet } from './meet.js'
import { understand } from './printed-words.js'

/** What a table is, and what that says of all its figures. */
export interface TableMeaning {
  type: TableType
  aspects: Aspects
  /** Its title, or the heading it stands under, is understood: what it does not narrow is the whole. */
  titled: boolean
  /** Its title has words that nothing here knows: they may narrow whatever it does not name itself. */
  unread: boolean
}

/** A kind needs this much evidence; the weights stand in the lexicon. */
const ENOUGH = 20
/** One head that only such tables have, where nothing else says what a table is. */
const HINT = 10
/** Two columns or rows of the three public expenses are more than a mention. */
const THREE_PUBLIC_ENOUGH = 3
const WEIGHT_OF_CONTENT = 40
/** A form's words are short; running text in a cell is no evidence. */
const LONGEST_WORD = 12

/** The kind of a table of `owner`, scored from its title, the headings above it, its heads, codes and rows. */
export function tableMeaning(table: Table, headings: readonly string[], owner = ''): TableMeaning {
  const matrix = matrixOf(table)
  const columns = columnsOf(matrix)
  const title = understand(folded(table.title), 'title')
  const above = table.title === '' ? headingAspects(headings) : undefined
  const named = meet(above ?? {}, title.aspects) ?? title.aspects
  const aspects =
    named.side === undefined && isPairOfLists(panelsOf(columns), columns)
      ? { ...named, side: 'both' as const }
      : named
  const all = votes(table, title.aspects)
  const type =
    strongest(all, ENOUGH) ?? composed(aspects, matrix, columns) ?? strongest(all, HINT) ?? 'unknown'
  const titled = isTelling(title.aspects) || above !== undefined
  return { type, aspects, titled, unread: !isShortFor(title.rest.replace(SIGNS, ''), folded(owner)) }
}

/** Numbers and marks of a title name nothing: （预算表3）. */
const SIGNS = /[\dA-Za-z\p{P}\p{S}一二三四五六七八九十]/gu

const isTelling = ({ side, fund, nature, kinds }: Aspects): boolean =>
  side !== undefined || fund !== undefined || nature !== undefined || kinds !== undefined

/** Money and nature that the nearest heading with such a word names. */
function headingAspects(headings: readonly string[]): Aspects | undefined {
  for (const heading of headings) {
    const { fund, nature, side } = understand(folded(heading), 'title').aspects
    if (fund || nature)
      return { ...(fund ? { fund } : {}), ...(nature ? { nature } : {}), ...(side ? { side } : {}) }
  }
  return undefined
}

type Votes = Partial<Record<TableType, number>>

function votes(table: Table, title: Aspects): Votes {
  const all: Votes = { ...title.kinds }
  for (const [kind, weight] of votesOfCells(table)) all[kind] = (all[kind] ?? 0) + weight
  return all
}

/** What the cells say, whoever asks and whatever stands above: reckoned once of each table. */
const votesOfCells = oncePer((table: Table): readonly (readonly [TableType, number])[] => {
  const matrix = matrixOf(table)
  const columns = columnsOf(matrix)
  const all: [TableType, number][] = []
  const add = (kind: TableType, weight: number) => {
    all.push([kind, weight])
  }
  const seen = new Set<string>()
  for (const { text } of table.cells) {
    const word = folded(text.text)
    if (word.length > LONGEST_WORD || seen.has(word) || !/[\u4e00-\u9fff]/.test(word)) continue
    seen.add(word)
    const { aspects, whole } = understand(word, 'head')
    if (whole)
      for (const [kind, weight] of Object.entries(aspects.kinds ?? {})) add(kind as TableType, weight)
  }
  if (listsThreePublic(matrix, columns)) add('three-public', WEIGHT_OF_CONTENT)
  const amounts = columns.filter((c) => c.kind === 'amount')
  if (
    amounts.length > 0 &&
    amounts.every((c) => c.path.some((t) => understand(t, 'head').aspects.concept === 'operating-cost'))
  )
    add('operating-cost', WEIGHT_OF_CONTENT)
  if (columns.some((c) => c.kind === 'entity') && amounts.length === 0) add('entities', ENOUGH)
  return all
})

/** The three public expenses side by side, or under each other among few other rows. */
function listsThreePublic(matrix: Matrix, columns: readonly Column[]): boolean {
  const over = new Set(columns.flatMap((c) => c.path.flatMap(threePublicOf)))
  if (over.size >= THREE_PUBLIC_ENOUGH) return true
  const labels = rowLabels(matrix, columns)
  const rows = labels.filter((label) => threePublicOf(label).length > 0)
  return rows.length >= THREE_PUBLIC_ENOUGH && rows.length >= labels.length / 2
}

const threePublicOf = (text: string): string[] => {
  const { aspects, whole } = understand(text, 'head')
  return whole && aspects.concept?.startsWith('three-public.') ? [aspects.concept] : []
}

function rowLabels(matrix: Matrix, columns: readonly Column[]): string[] {
  const name = columns.find((c) => c.kind === 'name')
  if (!name) return []
  return Array.from(
    { length: matrix.rows - matrix.headerRows },
    (_, r) => labelOf(matrix.at(matrix.headerRows + r, name.index)?.text.text ?? '').name,
  ).filter((label) => label !== '')
}

function strongest(all: Votes, enough: number): TableType | undefined {
  const [first] = Object.entries(all).sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
  return first && first[1] >= enough ? (first[0] as TableType) : undefined
}

/** A table of income and spending is what its money, nature and classification say together. */
function composed(
  { side, fund, nature, classification }: Aspects,
  matrix: Matrix,
  columns: readonly Column[],
): TableType | undefined {
  if (fund === 'government-fund' || fund === 'state-capital') return fund
  // Codes under columns of income and spending are no lists side by side.
  const isByCode =
    panelsOf(columns).length === 1 && columns.some((c) => c.kind === 'code' || c.kind === 'class')
  if (side === 'both' && !(isByCode && fund)) return fund ? 'fiscal-summary' : 'income-expenditure-summary'
  if (side === 'revenue') return 'income-summary'
  if (side !== 'expenditure' && !fund) return undefined
  const digits = classificationOfCodes(matrix, columns)
  const by = classification ?? digits
  if (fund === 'general') {
    if (nature === 'basic')
      return by === 'function' ? 'general-basic-by-function' : 'general-basic-by-economy'
    return by === 'function' || by === undefined ? 'general-by-function' : 'general-by-economy'
  }
  if (fund === 'fiscal') {
    if (nature === 'basic') return 'fiscal-basic-by-economy'
    return by === 'function' || by === undefined ? 'fiscal-by-function' : 'fiscal-by-economy'
  }
  if (nature === 'basic') return 'basic-summary'
  return nature === 'project' ? 'project-summary' : 'expenditure-summary'
}

/** First digit of the first code: 2 function, 3 the department's economic kinds, 5 the government's. */
function classificationOfCodes(matrix: Matrix, columns: readonly Column[]): Classification | undefined {
  const coded = columns.filter((c) => c.kind === 'code' || c.kind === 'class')
  for (let row = matrix.headerRows; row < matrix.rows; row++)
    for (const column of coded) {
      const digit = /^\D?([235])\d\d/.exec(folded(matrix.at(row, column.index)?.text.text ?? ''))?.[1]
      if (digit) return digit === '2' ? 'function' : digit === '3' ? 'economy' : 'government'
    }
  return undefined
}
