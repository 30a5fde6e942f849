import { KEY } from '../model/fact-key.js'
import { asPattern, quoted } from './duckdb.js'
import { parquetPath } from './parquet.js'
import { prints, text } from './prints-sql.js'

/** What the run knows and no CSV holds yet. */
export const INPUT_TABLES = `
  CREATE TABLE paper (filing_id VARCHAR, set_id VARCHAR, organization_id VARCHAR, level VARCHAR, kind VARCHAR, year VARCHAR,
    source VARCHAR, organization VARCHAR, status VARCHAR, first_page VARCHAR);
  CREATE TABLE control (line INTEGER, kind VARCHAR, year VARCHAR, basis VARCHAR, concept VARCHAR, fund VARCHAR,
    function_code VARCHAR)`

/** A filing as a `DatasetPaper`. */
export const paperSql = (filingId: string): string => `
  SELECT filing_id AS "filingId", set_id AS "setId", organization_id AS "organizationId", level, kind, year, source,
    organization, status, first_page AS "firstPage"
  FROM paper WHERE filing_id = ${quoted(filingId)}`

/** Of several prints the one with the narrowest interval, then the one in a table, then the first. */
const exactest = (prints: string): string =>
  `first(${prints} ORDER BY ${prints}.half, ${prints}.source DESC, ${prints}.file_row_number)`

/** Table or section by its printed title, for the figure `f`. */
const placeOf = (f: string): string => `CASE
  WHEN ${f}.table_id <> '' THEN '《' || (SELECT coalesce(t.title, t.type) FROM place_table t
    WHERE t.table_id = ${f}.table_id) || '》'
  WHEN ${f}.section_id <> '' THEN '“' || (SELECT coalesce(s.number, '') || s.title FROM place_section s
    WHERE s.section_id = ${f}.section_id) || '”'
  ELSE '正文' END`

const places = (output: string): string => `
  place_table AS (SELECT table_id, title, type FROM read_parquet(${asPattern(parquetPath(output, 'tables'))})),
  place_section AS (SELECT section_id, number, title FROM read_parquet(${asPattern(parquetPath(output, 'sections'))}))`

/** A figure as the fields of a `Print`; exact decimals as text. */
const printFields = (f: string): readonly (readonly [name: string, sql: string])[] => [
  ['factId', `${f}.fact_id`],
  ['filingId', `${f}.filing_id`],
  ['value', text(`${f}.value`)],
  ['half', text(`${f}.half`)],
  ['raw', `${f}.raw`],
  ['unit', `${f}.unit`],
  ['label', `${f}.label`],
  ['page', `${f}.page`],
  ['bbox', `${f}.bbox`],
  ['place', placeOf(f)],
]
const asColumns = (f: string): string =>
  printFields(f)
    .map(([name, sql]) => `${sql} AS "${name}"`)
    .join(', ')
const asStruct = (f: string): string =>
  `{${printFields(f)
    .map(([name, sql]) => `${quoted(name)}: ${sql}`)
    .join(', ')}}`

/** Per control line and department: its most exact print of the figure. Units have none: their department counts them. */
export const controlPrintsSql = (output: string): string => `
  WITH print AS (${prints(output)}),
  hit AS (
    SELECT c.line, p.organization_id, f.*
    FROM control c
    JOIN paper p ON p.kind = c.kind AND p.year = c.year AND p.level = 'department' AND p.organization_id <> ''
    JOIN print f ON f.filing_id = p.filing_id AND f.concept = c.concept AND f.fund = c.fund
      AND f.function_code = c.function_code AND f.year = c.year AND f.basis = c.basis
    WHERE f.measure = 'amount' AND f.nature = '' AND f.economy_code = '' AND f.government_economy_code = ''),
  best AS (
    SELECT line, organization_id, max(low) > min(high) AS contradicts, ${exactest('hit')} AS f
    FROM hit GROUP BY line, organization_id),
  ${places(output)}
  SELECT line, organization_id AS "organizationId", contradicts, ${asColumns('f')}
  FROM best ORDER BY line, organization_id`

/** Differences that are worth a sentence. */
const MOST_DIFFERING = 20

/**
 * `twin`: papers that stand twice for one organization, kind and year (`first` stands for all, `second` is another).
 * `twin_figure`: each figure of these papers once, by the row of its print in facts.parquet. Rows are narrow and are
 * joined within one organization, kind and year only, so that a thousand copies cost a thousand times one.
 */
export const twinTablesSql = (output: string): string => `
  CREATE TEMP TABLE twin AS
    SELECT * FROM (
      SELECT set_id AS second, min(set_id) OVER (PARTITION BY organization_id, kind, year) AS first FROM (
        SELECT DISTINCT set_id, organization_id, kind, year FROM paper
        WHERE organization_id <> '' AND kind <> '' AND year <> ''))
    WHERE first <> second;
  CREATE TEMP TABLE twin_figure AS
    WITH member AS (SELECT first, first AS set_id FROM twin UNION SELECT first, second FROM twin)
    SELECT m.first, m.set_id, ${KEY.map((k) => `p.${k}`).join(', ')},
      first({row: p.file_row_number, value: p.value, low: p.low, high: p.high}
        ORDER BY p.half, p.source DESC, p.file_row_number) AS f
    FROM (${prints(output)}) p JOIN paper USING (filing_id) JOIN member m USING (set_id)
    WHERE p.year = paper.year OR p.measure = 'count'
    GROUP BY ALL`

/** Per two papers of one organization, kind and year: how many figures both print, and on which they differ. */
export const duplicatesSql = (output: string): string => `
  WITH pair AS (
    SELECT a.first, b.set_id AS second, a.f AS a, b.f AS b, a.f.low > b.f.high OR b.f.low > a.f.high AS differs,
      regexp_matches(a.concept, '^(revenue|expenditure)(\\.grand-total)?$') AND a.function_code = ''
        AND a.economy_code = '' AND a.nature = '' AS is_total
    FROM twin_figure a JOIN twin_figure b ON ${['first', ...KEY].map((k) => `a.${k} = b.${k}`).join(' AND ')}
    WHERE a.set_id = a.first AND b.set_id <> b.first),
  told AS (
    SELECT first, second, a.row AS a, b.row AS b, row_number() OVER (
      PARTITION BY first, second ORDER BY is_total DESC, abs(a.value - b.value) DESC, a.row) AS rank
    FROM pair WHERE differs QUALIFY rank <= ${MOST_DIFFERING}),
  print AS (${prints(output)}),
  ${places(output)},
  worded AS (
    SELECT told.first, second, list({'first': ${asStruct('a')}, 'second': ${asStruct('b')}} ORDER BY rank) AS differing
    FROM told JOIN print a ON a.file_row_number = told.a JOIN print b ON b.file_row_number = told.b
    GROUP BY told.first, second),
  counted AS (
    SELECT first, second, count(*) AS compared, count(*) FILTER (differs) AS differ FROM pair GROUP BY first, second),
  size AS (SELECT set_id, count(*) AS figures FROM twin_figure GROUP BY set_id)
  SELECT first, second, CAST(coalesce(compared, 0) AS INTEGER) AS compared,
    CAST(greatest(one.figures, other.figures) AS INTEGER) AS figures,
    CAST(coalesce(differ, 0) AS INTEGER) AS differ, coalesce(differing, []) AS differing
  FROM twin LEFT JOIN counted USING (first, second) LEFT JOIN worded USING (first, second)
    LEFT JOIN size one ON one.set_id = first LEFT JOIN size other ON other.set_id = second
  ORDER BY first, second`
