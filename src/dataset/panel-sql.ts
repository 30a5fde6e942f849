import { KEY } from '../model/fact-key.js'
import { asPattern } from './duckdb.js'
import { parquetPath } from './parquet.js'
import { prints, text } from './prints-sql.js'

/** What makes an amount the same amount, wherever it is printed; rows are in this order. */
const SAME = ['organization_id', 'organization_level', 'kind', ...KEY]
const AMOUNT = SAME.join(', ')
const CODELESS = `function_code = '' AND economy_code = '' AND government_economy_code = ''`

/**
 * Money that some totals hold and others of the same name leave out. Two totals that differ by exactly what is carried are
 * not one amount printed twice: the difference itself is printed, in the same year of the same organization.
 */
const WITH_AND_WITHOUT = [
  // 收入预算 that begins with 上年结转 is 收入总计, whatever it is called.
  { concept: 'revenue', nature: '', by: 'revenue.carry-in', larger: 'revenue.grand-total' },
  { concept: 'expenditure', nature: '', by: 'expenditure.carry-out', larger: 'expenditure.grand-total' },
  { concept: 'expenditure.grand-total', nature: '', by: 'expenditure.carry-out', smaller: 'expenditure' },
  // A list of projects that are paid from this year's money is no sum over all projects.
  { concept: 'expenditure', nature: 'project', by: 'revenue.carry-in', smaller: null },
  { concept: 'expenditure', nature: 'project', by: 'expenditure.operating', larger: null },
] as const
/** Rows of `rule`: which of the two is another amount, and what it becomes; nothing where it is none of the panel's. */
const RULES = WITH_AND_WITHOUT.map(
  (rule) =>
    `('${rule.concept}', '${rule.nature}', '${rule.by}', ${'larger' in rule}, ${nameOf('larger' in rule ? rule.larger : rule.smaller)})`,
).join(', ')
function nameOf(concept: string | null): string {
  return concept === null ? "''" : `'${concept}'`
}

/** Rows of a `PanelRow`: one for each amount of an organization as a whole, the best of its prints. */
export const panelSql = (output: string): string => `
  WITH name AS (SELECT organization_id, name FROM read_parquet(${asPattern(parquetPath(output, 'organizations'))})),
  place AS (SELECT table_id, type FROM read_parquet(${asPattern(parquetPath(output, 'tables'))})),
  read AS (
    SELECT g.organization_id, n.name AS organization, coalesce(g.organization_level, '') AS organization_level,
      coalesce(g.region, '') AS region, coalesce(g.kind, '') AS kind, ${KEY.map((k) => (k === 'fund' ? FUND : `p.${k}`)).join(', ')},
      p.value, p.half, p.low, p.high, p.status, p.confidence, p.fact_id, p.filing_id, g.source, p.page, p.bbox,
      p.source AS printed_in, p.raw, p.unit AS raw_unit, g.sha256 AS filing_sha256, p.file_row_number,
      coalesce(CAST(g.fiscal_year AS VARCHAR) = p.year, false) AS own
    FROM (${prints(output)}) p
    JOIN read_parquet(${asPattern(parquetPath(output, 'filings'))}) g USING (filing_id)
    JOIN name n ON n.organization_id = g.organization_id
    LEFT JOIN place t ON t.table_id = p.table_id
    -- Targets of the whole and of its projects have one key.
    WHERE p.measure = 'amount' AND p.concept <> 'performance.amount'),
  rule (concept, nature, carried, of_larger, becomes) AS (VALUES ${RULES}),
  carried AS (
    SELECT DISTINCT organization_id, organization_level, kind, basis, year, fund, concept, low, high FROM read
    WHERE concept IN (SELECT carried FROM rule) AND nature = '' AND value <> 0 AND ${CODELESS}),
  total AS (SELECT * FROM read WHERE concept IN (SELECT concept FROM rule) AND ${CODELESS}),
  other AS (
    SELECT DISTINCT CASE WHEN of_larger THEN a.fact_id ELSE b.fact_id END AS fact_id, becomes
    FROM total a JOIN total b ON ${SAME.map((k) => `a.${k} = b.${k}`).join(' AND ')} AND a.low > b.high
    JOIN rule r ON r.concept = a.concept AND r.nature = a.nature
    JOIN carried c ON ${['organization_id', 'organization_level', 'kind', 'basis', 'year'].map((k) => `c.${k} = a.${k}`).join(' AND ')}
      AND c.concept = r.carried AND c.fund IN (a.fund, 'all', 'fiscal', '')
      AND b.low + c.low <= a.high AND b.high + c.high >= a.low),
  figure AS (
    SELECT r.* REPLACE (coalesce(o.becomes, r.concept) AS concept)
    FROM read r LEFT JOIN other o USING (fact_id) WHERE o.becomes IS DISTINCT FROM ''),
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
    status, CAST(confidence AS DOUBLE) AS confidence, fact_id, filing_id, source, page, bbox, printed_in, raw, raw_unit,
    filing_sha256
  FROM ranked WHERE place = 1 ORDER BY ${AMOUNT}`

/** A kind of spending whose print names no money is spent of that which its table is about. */
const FUND = `CASE WHEN p.fund <> '' OR NOT starts_with(p.concept, 'expenditure.') THEN p.fund
  WHEN starts_with(t.type, 'fiscal-') THEN 'fiscal' WHEN starts_with(t.type, 'general-') THEN 'general'
  WHEN t.type IN ('government-fund', 'state-capital') THEN t.type ELSE '' END AS fund`
