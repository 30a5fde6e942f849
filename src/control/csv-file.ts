import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'

/** Why a supplied file cannot be used; said to the person who supplied it. */
export interface SuppliedFault {
  code: 'not-found' | 'no-csv' | 'missing-column' | 'empty' | 'bad-cell' | 'unknown-concept'
  path: string
  /** 0 where it is no line's. */
  line: number
  column: string
  value: string
  /** What stands there otherwise: columns found, values allowed. */
  allowed: string
}

export class SuppliedError extends Error {
  constructor(readonly fault: SuppliedFault) {
    super(`${fault.code}: ${fault.path}`)
  }
}

/** A row by column, with its line in the file. */
export interface SuppliedRow {
  line: number
  cells: Record<string, string>
}

/**
 * Rows of a CSV that has at least the given columns, in any order; cells are trimmed, empty rows left out. A column that
 * may be missing is empty then.
 */
export async function readSupplied(
  path: string,
  columns: readonly string[],
  optional: readonly string[] = [],
): Promise<SuppliedRow[]> {
  const fail = (code: SuppliedFault['code'], over: Partial<SuppliedFault> = {}): never => {
    throw new SuppliedError({ code, path, line: 0, column: '', value: '', allowed: '', ...over })
  }
  const bytes = await readFile(path).catch(() => fail('not-found'))
  const lines = linesOf(bytes) ?? fail('no-csv')
  const [header, ...body] = lines
  if (!header) return fail('empty')
  const missing = columns.filter((c) => !header.cells.includes(c))
  if (missing.length > 0)
    return fail('missing-column', { column: missing.join(', '), allowed: header.cells.join(', ') })
  if (body.length === 0) return fail('empty')
  return body.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      [...columns, ...optional].map((c) => [c, cells[header.cells.indexOf(c)] ?? '']),
    ),
  }))
}

/** Excel in China saves CSV as GB 18030, or as UTF-8 with a mark; what is valid UTF-8 is no GB 18030 by chance. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function linesOf(bytes: Uint8Array): { line: number; cells: string[] }[] | undefined {
  try {
    const records = parse(textOf(bytes), {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return records
      .map(({ record, info }) => ({ line: info.lines, cells: record.map((c) => c.trim()) }))
      .filter(({ cells }) => cells.some(Boolean))
  } catch {
    return undefined
  }
}
