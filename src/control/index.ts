// Takes the files that a finance bureau supplies, gives their lines: control totals, and who has to file.
// A file that cannot be used is a SuppliedError that says which line and what is wrong with it.
// Never looks at a filing.
import { concepts } from '../catalogue/index.js'
import { canonical, decimal } from '../model/money.js'
import type { ControlLine, RosterLine } from '../model/region.js'
import { readSupplied, SuppliedError, type SuppliedRow } from './csv-file.js'
import { BASES, FUNDS, KINDS, LEVELS } from './words.js'

export { SuppliedError } from './csv-file.js'

const CONTROL = ['kind', 'year', 'basis', 'concept', 'fund', 'function_code', 'amount_yuan']
const ROSTER = ['organization', 'level', 'parent', 'year', 'kind']
const ROSTER_DATES = ['due', 'published']

/** Control totals: one line per figure that the departments have to add up to; amounts in 元. */
export async function readControl(path: string): Promise<ControlLine[]> {
  const rows = await readSupplied(path, CONTROL)
  return rows.map((row) => {
    const cell = reader(path, row)
    const concept = cell.text('concept')
    if (!concepts().has(concept)) cell.fail('concept', similarConcepts(concept), 'unknown-concept')
    return {
      line: row.line,
      kind: cell.word('kind', KINDS),
      year: cell.form('year', /^\d{4}$/, '2025'),
      basis: cell.word('basis', BASES),
      concept,
      fund: cell.word('fund', FUNDS),
      function_code: cell.form('function_code', /^(\d{3}|\d{5}|\d{7})?$/, '205, 20501, 2050101'),
      amount: amountOf(cell.form('amount_yuan', AMOUNT, '12345678.90')),
    }
  })
}

/** Who has to file: one line per organization, year and kind. */
export async function readRoster(path: string): Promise<RosterLine[]> {
  const rows = await readSupplied(path, ROSTER, ROSTER_DATES)
  return rows.map((row) => {
    const cell = reader(path, row)
    return {
      line: row.line,
      organization: cell.form('organization', /\S/, '财政局'),
      level: cell.word('level', LEVELS),
      parent: cell.text('parent'),
      year: cell.form('year', /^\d{4}$/, '2025'),
      kind: cell.word('kind', KINDS),
      ...dated('due', cell.form('due', DATE, '2026-02-28')),
      ...dated('published', cell.form('published', DATE, '2026-02-20')),
    }
  })
}

/** 2026-02-28, 2026/2/28, 2026年2月28日; empty where there is none. */
const DATE = /^(?:\d{4}([-/.])(?:0?[1-9]|1[0-2])\1(?:0?[1-9]|[12]\d|3[01])|\d{4}年\d{1,2}月\d{1,2}日)?$/
const dated = (column: 'due' | 'published', text: string) =>
  text === ''
    ? {}
    : { [column]: (text.match(/\d+/g) ?? []).map((digits) => digits.padStart(2, '0')).join('-') }

/** Spreadsheets write thousands separators, and quote the cell for it. */
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|\d{1,30})(?:\.\d{1,6})?$/
const amountOf = (text: string): string => canonical(decimal(text.replaceAll(',', '')))

function reader(path: string, { line, cells }: SuppliedRow) {
  const text = (column: string): string => cells[column] ?? ''
  const fail = (
    column: string,
    allowed: string,
    code: 'bad-cell' | 'unknown-concept' = 'bad-cell',
  ): never => {
    throw new SuppliedError({ code, path, line, column, value: text(column), allowed })
  }
  return {
    text,
    fail,
    form: (column: string, form: RegExp, example: string): string =>
      form.test(text(column)) ? text(column) : fail(column, example),
    word: <W extends string>(column: string, words: Readonly<Record<string, W>>): W =>
      Object.hasOwn(words, text(column))
        ? (words[text(column)] as W)
        : fail(column, Object.keys(words).filter(Boolean).join(', ')),
  }
}

/** Concepts of the same family, for who mistyped one; the first of all where there is no such family. */
function similarConcepts(concept: string): string {
  const all = [...concepts().keys()]
  const family = all.filter((c) => c.split('.')[0] === concept.split('.')[0])
  return (family.length > 0 ? family : all).slice(0, 12).join(', ')
}
