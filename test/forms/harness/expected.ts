// What a form expects and what the program gave, as lines that can be held against each other.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import type { Filing } from '../../../src/model/filing.js'

/** A line of an expectation file; `where` helps to find an unexpected one on the page. */
export interface Row {
  values: string[]
  where: string
}

const COLUMNS = {
  'facts.csv': [
    'concept',
    'fund',
    'function_code',
    'economy_code',
    'government_economy_code',
    'nature',
    'entity',
    'year',
    'basis',
    'measure',
    'value',
  ],
  'sections.csv': ['level', 'number', 'title'],
  'tables.csv': ['title', 'type', 'unit'],
  'filing.csv': ['field', 'value'],
  'findings.csv': ['check_id', 'severity', 'expected', 'actual'],
}
type CsvName = keyof typeof COLUMNS
const LISTS = ['unbound.txt', 'errors.txt', 'warnings.txt'] as const
const NAMES = [...(Object.keys(COLUMNS) as CsvName[]), ...LISTS]
export type ExpectationName = (typeof NAMES)[number]
export type Expectations = ReadonlyMap<ExpectationName, Row[]>

/** One of these has to be there: a form that expects nothing shows nothing. */
const SUBSTANCE: ExpectationName[] = ['facts.csv', 'sections.csv', 'tables.csv', 'filing.csv']
export const hasSubstance = (expected: Expectations): boolean => SUBSTANCE.some((name) => expected.has(name))

const isCsv = (name: ExpectationName): name is CsvName => name in COLUMNS

export function readExpectations(folder: string): Expectations {
  const found = new Map<ExpectationName, Row[]>()
  for (const name of NAMES) {
    const path = join(folder, name)
    if (!existsSync(path)) continue
    const text = readFileSync(path, 'utf8')
    const lines = isCsv(name)
      ? csvRows(text, name)
      : text
          .split(/\r?\n/)
          .filter(Boolean)
          .map((line) => [line])
    found.set(
      name,
      lines.map((values) => ({ values, where: '' })),
    )
  }
  return found
}

function csvRows(text: string, name: CsvName): string[][] {
  const [head = [], ...rows] = parse(text, { bom: true, skip_empty_lines: true }) as string[][]
  if (head.join() !== COLUMNS[name].join())
    throw new Error(`${name}: its head is not ${COLUMNS[name].join()}`)
  return rows
}

/** A form is one page: what a whole filing has to publish is not asked of it. */
const findingsOf = (filing: Filing): Filing['findings'] =>
  filing.findings.filter((f) => f.check_id !== 'YS-STRUCTURE-REQUIRED')

/** What stands on the pages behind the first `before` ones, and the error findings of the whole file. */
export function actualOf(filing: Filing, before: number): Expectations {
  const here = <T extends { page: number }>(all: T[]) => all.filter(({ page }) => page > before)
  const findings = (severity: string) =>
    findingsOf(filing)
      .filter((finding) => finding.severity === severity)
      .map((finding) => ({ values: [finding.check_id], where: `p${finding.page} ${finding.message}` }))
  return new Map<ExpectationName, Row[]>([
    [
      'facts.csv',
      here(filing.facts).map((fact) => ({
        values: COLUMNS['facts.csv'].map((column) => fact[column as keyof typeof fact] as string),
        where: `p${fact.page} ${fact.raw} ${fact.label}`,
      })),
    ],
    [
      'sections.csv',
      here(filing.sections).map(({ level, number, title, page }) => ({
        values: [String(level), number, title],
        where: `p${page}`,
      })),
    ],
    [
      'tables.csv',
      here(filing.tables.map((table) => ({ ...table, page: table.page_first }))).map((table) => ({
        values: [table.title, table.type, table.unit],
        where: `p${table.page}`,
      })),
    ],
    [
      'filing.csv',
      Object.entries(filing)
        .filter(([, value]) => typeof value === 'string')
        .map(([field, value]) => ({ values: [field, value as string], where: '' })),
    ],
    [
      'unbound.txt',
      here(filing.loose_numbers)
        .filter(({ reason }) => reason === '')
        .map(({ text, page }) => ({ values: [text], where: `p${page}` })),
    ],
    [
      'findings.csv',
      findingsOf(filing).map((finding) => ({
        values: COLUMNS['findings.csv'].map((column) => finding[column as keyof typeof finding] as string),
        where: `p${finding.page} ${finding.message}`,
      })),
    ],
    ['errors.txt', findings('error')],
    ['warnings.txt', findings('warning')],
  ])
}

/** Rewrites what a form expects; a new form gets facts, sections and tables, as far as there are any. */
export function writeExpectations(folder: string, actual: Expectations): void {
  const before = readExpectations(folder)
  const isNew = !hasSubstance(before)
  for (const [name, rows] of actual) {
    if (name === 'warnings.txt' || (name === 'findings.csv' && !before.has(name))) continue
    const path = join(folder, name)
    const fields = new Set(before.get('filing.csv')?.map(({ values }) => values[0]))
    const kept = name === 'filing.csv' ? rows.filter(({ values }) => fields.has(values[0])) : rows
    const wanted = before.has(name) || (isCsv(name) ? isNew : true)
    if (!wanted || (kept.length === 0 && !(isCsv(name) && before.has(name)))) rmSync(path, { force: true })
    else if (isCsv(name)) writeFileSync(path, stringify([COLUMNS[name], ...kept.map(({ values }) => values)]))
    else writeFileSync(path, kept.map(({ values }) => `${values[0]}\n`).join(''))
  }
}

/** Missing and unexpected lines, for a person to read; empty where all is as expected. */
export function differences(expected: Expectations, actual: Expectations): string[] {
  return NAMES.flatMap((name) => {
    const wanted = expected.get(name)
    // What a form does not speak of is not compared; numbers left unbound and errors have to be expected.
    const named = name === 'unbound.txt' || (name === 'errors.txt' && !expected.has('findings.csv'))
    if (!wanted && !named) return []
    const left = [...(actual.get(name) ?? [])]
    const missing = (wanted ?? []).filter((row) => {
      const found = left.findIndex((other) => compact(other) === compact(row))
      if (found >= 0) left.splice(found, 1)
      return found < 0
    })
    const open = name === 'warnings.txt' || name === 'filing.csv'
    const lines = [
      ...missing.map((row) => `  missing  ${compact(row)}`),
      ...(open ? [] : left).map((row) => `  extra    ${compact(row)}   (${row.where})`),
    ]
    return lines.length > 0 ? [name, ...lines] : []
  })
}

/** The key between bars, without what is empty at its end, and the value behind it. */
const compact = ({ values }: Row): string =>
  values.length > 3 ? `${values.slice(0, -1).join('|')} = ${values.at(-1)}` : values.join(' | ')
