import { concepts } from '../catalogue/index.js'
import { Fund, Nature } from '../model/filing.js'
import { quoted } from './duckdb.js'
import type { DatasetTable } from './parquet.js'
import { queryDataset } from './query.js'

/** Which amounts of a panel; a list that is left out asks for all. */
export interface PanelRequest {
  concepts?: readonly string[]
  funds?: readonly string[]
  natures?: readonly string[]
  kinds?: readonly string[]
  levels?: readonly string[]
  years?: readonly string[]
  /** Each code of an amount has one of these numbers of digits; 0 is no code. */
  codeDigits?: readonly number[]
}

type Cell = string | number | boolean | null

/** Part of a panel: its columns with their types, and its rows one by one. */
export interface PanelTable {
  columns: DatasetTable['columns']
  rows: AsyncGenerator<Cell[]>
}

const CODES = ['function_code', 'economy_code', 'government_economy_code'] as const
/** What makes an amount another one in the same organization, kind, basis and year. */
const CELL = ['concept', 'fund', 'nature', ...CODES] as const

/** The rows of panel.csv that are asked for, in their order. */
export async function longPanel(
  output: string,
  panel: DatasetTable,
  request: PanelRequest,
): Promise<PanelTable> {
  const { rows } = await queryDataset(output, [panel], `SELECT * FROM panel WHERE ${whereOf(request)}`)
  return { columns: panel.columns, rows }
}

/** A row of the wide form: who, what and when; `fund` only where rows are parted by it. */
const rowKey = (byFund: boolean): string[] => [
  'organization_id',
  'organization_level',
  'kind',
  'basis',
  'year',
  ...(byFund ? ['fund'] : []),
]

/**
 * One row for each organization, level, kind, basis and year (and fund), with a column for each amount that occurs, in 元.
 * Rows are in the order of their keys, columns in that of concepts, funds, natures and codes.
 */
export async function widePanel(
  output: string,
  panel: DatasetTable,
  request: PanelRequest,
  byFund: boolean,
): Promise<PanelTable> {
  const where = whereOf(request)
  const parts = byFund ? CELL.filter((part) => part !== 'fund') : CELL
  const found = await queryDataset(
    output,
    [panel],
    `SELECT DISTINCT ${parts.join(', ')} FROM panel WHERE ${where}`,
  )
  const cells: CellParts[] = []
  for await (const row of found.rows)
    cells.push(Object.fromEntries(parts.map((part, i) => [part, String(row[i] ?? '')])))
  cells.sort(inOrder)
  const names = cells.map(cellName)
  const key = rowKey(byFund)
  const { rows } = await queryDataset(
    output,
    [panel],
    `SELECT ${key.join(', ')}, organization, min(region) OVER (PARTITION BY organization_id) AS region,
      ${parts.join(', ')}, value_yuan, conflict
    FROM panel WHERE ${where} ORDER BY ${key.map((k) => `${k} NULLS FIRST`).join(', ')}`,
  )
  return {
    columns: [
      ...['organization_id', 'organization', 'organization_level', 'region', 'kind', 'basis'].map(asText),
      { name: 'year', type: 'year' },
      ...(byFund ? [asText('fund')] : []),
      { name: 'conflicts', type: 'integer' },
      ...names.map((name) => ({ name, type: 'number' as const })),
    ],
    rows: widened(rows, key.length, parts, new Map(names.map((name, i) => [name, i]))),
  }
}

const asText = (name: string) => ({ name, type: 'string' as const })

/** Puts the amounts of one organization and year beside each other; only one row is in memory. */
async function* widened(
  rows: AsyncIterable<Cell[]>,
  keys: number,
  parts: readonly CellPart[],
  places: ReadonlyMap<string, number>,
): AsyncGenerator<Cell[]> {
  let wide: { of: string; key: Cell[]; conflicts: number; amounts: Cell[] } | undefined
  const finished = () => (wide ? [...wide.key, wide.conflicts, ...wide.amounts] : [])
  for await (const row of rows) {
    const own = row.slice(0, keys)
    const of = JSON.stringify(own)
    if (wide?.of !== of) {
      if (wide) yield finished()
      const [id, ...more] = own
      const [organization, region] = row.slice(keys)
      const key = [id, organization, more[0], region, ...more.slice(1)] as Cell[]
      wide = { of, key, conflicts: 0, amounts: new Array<Cell>(places.size).fill(null) }
    }
    const cell = Object.fromEntries(parts.map((part, i) => [part, String(row[keys + 2 + i] ?? '')]))
    const [value, conflict] = row.slice(keys + 2 + parts.length)
    wide.amounts[places.get(cellName(cell)) as number] = value as Cell
    if (conflict === true) wide.conflicts++
  }
  if (wide) yield finished()
}

type CellPart = (typeof CELL)[number]
type CellParts = Partial<Record<CellPart, string>>

/**
 * Name of an amount's column: concept, fund, nature, functional, economic and government economic code, those that it has,
 * with points between them: `expenditure.general.basic.2050101`. Functional codes begin with 2, economic ones with 3 or 5;
 * what begins otherwise has `f` or `e` before it, a government code beside a department's always `g`.
 */
export function cellName(cell: CellParts): string {
  const { concept, fund, nature, function_code: f, economy_code: e, government_economy_code: g } = cell
  return [
    concept,
    fund,
    nature,
    f && /^2/.test(f) ? f : f && `f${f}`,
    e && /^[35]/.test(e) ? e : e && `e${e}`,
    g && `g${g}`,
  ]
    .filter(Boolean)
    .join('.')
}

function inOrder(a: CellParts, b: CellParts): number {
  for (const part of CELL) {
    const known = ORDERS[part]
    const [x, y] = [a[part] ?? '', b[part] ?? '']
    if (x === y) continue
    const order = known ? known().indexOf(x) - known().indexOf(y) : 0
    return order || (x < y ? -1 : 1)
  }
  return 0
}

const ORDERS: Partial<Record<CellPart, () => readonly string[]>> = {
  concept: () => [...concepts().keys()],
  fund: () => ['', ...Fund.options.filter((f) => f !== '')],
  nature: () => ['', ...Nature.options.filter((n) => n !== '')],
}

/** What is asked, as SQL: texts are quoted, whatever they hold. */
function whereOf({ concepts, funds, natures, kinds, levels, years, codeDigits }: PanelRequest): string {
  const among = (column: string, wanted: readonly string[] | undefined): string[] =>
    wanted ? [`coalesce(CAST(${column} AS VARCHAR), '') IN (${wanted.map(quoted).join(', ')})`] : []
  const digits = codeDigits?.map(Number).join(', ')
  const all = [
    ...among('concept', concepts),
    ...among('fund', funds),
    ...among('nature', natures),
    ...among('kind', kinds),
    ...among('organization_level', levels),
    ...among('year', years),
    ...(digits === undefined ? [] : CODES.map((code) => `length(coalesce(${code}, '')) IN (${digits})`)),
  ]
  return all.length === 0 ? 'true' : all.join(' AND ')
}
