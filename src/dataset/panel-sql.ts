import { KEY } from '../model/fact-key.js'
import { asPattern } from './duckdb.js'
import { parquetPath } from './parquet.js'
import { prints, text } from './prints-sql.js'

/** What makes an amount the same amount, wherever it is printed; rows are in this order. */
const AMOUNT = ['organization_id', 'organization_level', 'kind', ...KEY].join(', ')

/** Rows of a `PanelRow`: one for each amount of an organization as a whole, the best of its prints. */
export const panelSql = (output: string): string => `
  WITH name AS (SELECT organization_id, name FROM read_parquet(${asPattern(parquetPath(output, 'organizations'))})),
  figure AS (
    SELECT g.organization_id, n.name AS organization, coalesce(g.organization_level, '') AS organization_level, coalesce(g.region, '') AS region, coalesce(g.kind, '') AS kind, ${KEY.map((k) => `p.${k}`).join(', ')},
      p.value, p.half, p.low, p.high, p.status, p.confidence, p.fact_id, p.filing_id, g.source, p.page, p.bbox, p.source AS printed_in, p.raw,
      p.unit AS raw_unit, g.sha256 AS filing_sha256, p.file_row_number, coalesce(CAST(g.fiscal_year AS VARCHAR) = p.year, false) AS own
    FROM (${prints(output)}) p
    JOIN read_parquet(${asPattern(parquetPath(output, 'filings'))}) g USING (filing_id)
    JOIN name n ON n.organization_id = g.organization_id
    WHERE p.measure = 'amount'),
  ranked AS (
    SELECT *, count(*) OVER same AS prints, max(low) OVER same > min(high) OVER same AS conflict,
      first_value(fact_id) OVER (PARTITION BY ${AMOUNT} ORDER BY low DESC, file_row_number) AS largest,
      first_value(fact_id) OVER (PARTITION BY ${AMOUNT} ORDER BY high, file_row_number) AS smallest,
      row_number() OVER (PARTITION BY ${AMOUNT}
        ORDER BY printed_in = 'table' DESC, half, status = 'proven' DESC, own DESC, file_row_number) AS place
    FROM figure WINDOW same AS (PARTITION BY ${AMOUNT}))
  SELECT organization_id, organization, organization_level, region, kind, basis, year, fund, function_code, economy_code,
    government_economy_code, nature, concept, ${text('value')} AS value_yuan, CAST(prints AS INTEGER) AS prints, conflict,
    CASE WHEN conflict THEN largest || ' ' || smallest ELSE '' END AS conflict_facts,
    status, CAST(confidence AS DOUBLE) AS confidence, fact_id, filing_id, source, page, bbox, printed_in, raw, raw_unit, filing_sha256
  FROM ranked WHERE place = 1 ORDER BY ${AMOUNT}`
