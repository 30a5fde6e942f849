import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './district.js'
import type { Truth } from './paper.js'

const COLUMNS: { [K in keyof Truth]: readonly (keyof Truth[K][number])[] } = {
  facts: [
    'concept',
    'fund',
    'function_code',
    'economy_code',
    'nature',
    'year',
    'basis',
    'measure',
    'value',
    'unit',
    'raw',
    'source',
    'page',
    'label',
  ],
  sections: ['level', 'number', 'title', 'page'],
  tables: ['title', 'unit', 'page_first', 'page_last', 'empty'],
  findings: ['severity', 'kind', 'pages', 'subject', 'expected', 'actual', 'difference', 'explanation'],
}

const cell = (value: unknown): string => {
  const text = String(value)
  return /[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text
}

/** A planted fault and the filing it stands in. */
export interface Planted extends Fault {
  filing: string
}

const PLANTED: readonly (keyof Planted)[] = [
  'filing',
  'department',
  'kind',
  'family',
  'figure',
  'expected',
  'actual',
]

/** The planted faults of a district as CSV. */
export const plantedText = (list: readonly Planted[]): string =>
  `${[PLANTED.join(','), ...list.map((p) => PLANTED.map((c) => cell(p[c])).join(','))].join('\n')}\n`

/** One CSV of labels as text. */
export function truthText<K extends keyof Truth>(part: K, truth: Truth): string {
  const columns = COLUMNS[part]
  const rows = (truth[part] as Record<string, unknown>[]).map((row) =>
    columns.map((c) => cell(row[c as string])).join(','),
  )
  return `${[columns.join(','), ...rows].join('\n')}\n`
}

/** Writes the labels of a sample beside it, in the form of the reference labels. */
export function writeTruth(folder: string, base: string, truth: Truth): void {
  mkdirSync(folder, { recursive: true })
  for (const part of Object.keys(COLUMNS) as (keyof Truth)[])
    writeFileSync(join(folder, `${base}.${part}.csv`), truthText(part, truth))
}
