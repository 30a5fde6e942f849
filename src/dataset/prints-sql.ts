import { KEY } from '../model/fact-key.js'
import { YUAN_PER } from '../model/money.js'
import { asPattern, quoted } from './duckdb.js'
import { parquetPath } from './parquet.js'

const MONEY = 'DECIMAL(38, 6)'
/** As `canonical()` writes it. */
export const text = (decimal: string): string => `regexp_replace(CAST(${decimal} AS VARCHAR), '\\.?0+$', '')`
const PER_UNIT = Object.entries(YUAN_PER)
  .map(([unit, per]) => `WHEN ${quoted(unit)} THEN ${per}`)
  .join(' ')

/** Half a unit in the last printed place; 无 and counts are exact. */
const HALF = `CASE WHEN measure = 'count' OR NOT regexp_matches(raw, '\\d') THEN 0
  ELSE (CASE unit ${PER_UNIT} ELSE 1 END)
    * CAST('0.' || repeat('0', least(decimals, 10)) || '5' AS DECIMAL(38, 12)) END`

/** Dimensions of a key, and where it stands: what is empty in the CSV equals itself, which NULL does not. */
const AS_TEXT = [...KEY, 'section_id', 'table_id', 'unit', 'raw', 'label']
  .map((name) => `coalesce(CAST(${name} AS VARCHAR), '') AS ${name}`)
  .join(', ')

/** Figures of an organization as a whole; the order of the CSV tells prints apart that are equally exact. */
export const prints = (output: string): string => `
  SELECT *, value - half AS low, value + half AS high FROM (
    SELECT *, CAST(${HALF} AS ${MONEY}) AS half
    FROM (SELECT * REPLACE (${AS_TEXT}) FROM read_parquet(${asPattern(parquetPath(output, 'facts'))}, file_row_number = true))
    WHERE measure IN ('amount', 'count') AND entity = '' AND value IS NOT NULL AND year <> '')`
