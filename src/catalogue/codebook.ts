import { concepts } from './concepts.js'
import { lazy, readData } from './csv.js'

/** The same in both languages. */
export interface InBoth {
  zh: string
  en: string
}

/** What a column of the output says. */
export interface ColumnWords {
  title: InBoth
  description: InBoth
  /** Of its numbers; empty where it holds none. */
  unit: string
  /** What an empty cell says; undefined where none is ever empty. */
  empty?: InBoth
  /** Column type of the Fiscal Data Package's taxonomy of budgets; empty where none fits. */
  columnType: string
}

/** A word that may stand in a column. */
export interface ValueWords extends InBoth {
  value: string
}

/** What a figure is about, in words. */
export interface ConceptWords {
  id: string
  title: InBoth
  description: InBoth
  /** Of its amounts; counts have none. */
  unit: 'yuan' | 'count'
}

/** Rows of a table that has the columns of another and some of its own. */
const LIKE: Readonly<Record<string, string>> = { 'findings-gone': 'findings' }

/** Tables whose words hold for a column, the nearest first; `*` is every table. */
const placesOf = (table: string): string[] => [table, ...(LIKE[table] ? [LIKE[table]] : []), '*']

const columns = lazy(
  () => new Map(readData('columns.tsv').map((row) => [`${row.table}.${row.column}`, row] as const)),
)

/** The words for a column of a table; a column without any is a defect. */
export function columnWords(table: string, column: string): ColumnWords {
  const row = placesOf(table)
    .map((place) => columns().get(`${place}.${column}`))
    .find((found) => found !== undefined)
  if (!row) throw new Error(`columns.tsv has no words for ${table}.${column}`)
  const { title_zh, title_en, zh, en, unit, empty_zh, empty_en, column_type } = row as Record<string, string>
  return {
    title: { zh: title_zh as string, en: title_en as string },
    description: { zh: zh as string, en: en as string },
    unit: unit as string,
    ...(empty_zh ? { empty: { zh: empty_zh, en: empty_en as string } } : {}),
    columnType: column_type as string,
  }
}

const values = lazy(() => {
  const found = new Map<string, ValueWords[]>()
  for (const { column, value, zh, en } of readData('column-values.tsv') as unknown as ValueRow[])
    found.set(column, [...(found.get(column) ?? []), { value, zh, en }])
  return found
})
type ValueRow = ValueWords & { column: string }

/** The words that may stand in a column, in their order; of `concept` all concepts; nothing where any text may. */
export function valuesOf(table: string, column: string): readonly ValueWords[] {
  if (column === 'concept')
    return [...conceptWords().values()].map(({ id, title }) => ({ value: id, ...title }))
  for (const place of placesOf(table)) {
    const words = values().get(place === '*' ? column : `${place}.${column}`)
    if (words) return words
  }
  return []
}

/** All concepts in words, in the contract's order. */
export const conceptWords = lazy<ReadonlyMap<string, ConceptWords>>(() => {
  const rows = new Map(readData('concept-words.tsv').map((row) => [row.concept, row] as const))
  return new Map(
    [...concepts().values()].map(({ id, label, description }) => {
      const { en, zh, unit } = (rows.get(id) ?? {}) as Record<string, string>
      if (!en || !zh || (unit !== 'yuan' && unit !== 'count')) throw new Error(`no words for ${id}`)
      return [id, { id, title: { zh: label, en }, description: { zh, en: description }, unit }]
    }),
  )
})

/** Every entry of the files of words, so that a test can tell one that no column needs. */
export const wordsOnFile = (): { columns: string[]; values: string[] } => ({
  columns: [...columns().keys()],
  values: [...values().keys()],
})
