import type { DuckDBConnection } from '@duckdb/node-api'

/** Functions in FROM that read nothing but what they are given; others read files, and `enable_logging` writes some. */
const TABLE_FUNCTIONS = new Set([
  'unnest',
  'range',
  'generate_series',
  'json_each',
  'json_tree',
  'duckdb_columns',
  'duckdb_functions',
  'duckdb_types',
  'duckdb_views',
])

/**
 * Whether a text is one SELECT that can do nothing but read the tables: judged by what DuckDB's own parser makes of it.
 * `EXPLAIN ANALYZE COPY … TO` is a question by its first word, and writes.
 */
export async function isQuestion(connection: DuckDBConnection, sql: string): Promise<boolean> {
  const asked = await connection.runAndReadAll('SELECT json_serialize_sql($1::VARCHAR)', [sql])
  const parsed = JSON.parse(String(asked.getRows()[0]?.[0])) as Parsed
  // What cannot be parsed is told by whoever prepares it, in better words.
  if (parsed.error) return parsed.error_type === 'parser'
  return parsed.statements.length === 1 && callsOnly(TABLE_FUNCTIONS, parsed.statements[0])
}

type Parsed = { error: true; error_type: string } | { error: false; statements: unknown[] }

/** Whether no function in FROM, however deep, is another than these. */
function callsOnly(allowed: ReadonlySet<string>, node: unknown): boolean {
  if (Array.isArray(node)) return node.every((child) => callsOnly(allowed, child))
  if (typeof node !== 'object' || node === null) return true
  const { type, function: called } = node as { type?: unknown; function?: { function_name?: string } }
  if (type === 'TABLE_FUNCTION' && !allowed.has(called?.function_name?.toLowerCase() ?? '')) return false
  return Object.values(node).every((child) => callsOnly(allowed, child))
}
