import type { Fact } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'
import type { FilingPart, PrintedTable } from '../model/report.js'
import type { Voice } from './language.js'

/** Decimal text with thousands apart. */
export function grouped(value: string): string {
  const [, sign = '', whole = '', rest = ''] = /^([-+]?)(\d+)(\..*)?$/.exec(value) ?? []
  return whole === '' ? value : sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

const HUNDRED_MILLION = decimal('100000000')
const TEN_THOUSAND = decimal('10000')

/** An amount in 元 as a person says it: three digits tell which is larger. */
export function spoken(yuan: Decimal, voice: Voice): string {
  const size = yuan.abs()
  if (size.gte(HUNDRED_MILLION))
    return voice.say('plots.hundred-million', { value: grouped(yuan.div(HUNDRED_MILLION).toFixed(2)) })
  if (size.gte(TEN_THOUSAND))
    return voice.say('plots.ten-thousand', { value: grouped(yuan.div(TEN_THOUSAND).toFixed(2)) })
  return voice.say('plots.yuan', { value: grouped(yuan.toFixed()) })
}

/** Heads that count the columns name none. */
const COLUMN_NUMBER = /^\d{1,2}$/

/** Head above a column, its lines from top to bottom. */
export function headOf(table: PrintedTable, column: number): string {
  const over = table.cells.filter(
    (c) =>
      c.row < table.header_rows && c.column <= column && column < c.column + c.column_span && c.text !== '',
  )
  const lines = over.sort((a, b) => a.row - b.row).map((c) => c.text.replace(/\s+/g, ''))
  return [...new Set(lines)].filter((line) => !COLUMN_NUMBER.test(line)).join(' / ')
}

/** A figure as a person finds it: row and column of its table, or the words of its sentence. */
export function nameOf(part: FilingPart, fact: Fact): string {
  const table = part.tables.find((t) => t.table_id === fact.table_id)
  const head = table && fact.column !== null ? headOf(table, fact.column) : ''
  return [fact.label, head].filter(Boolean).join(' · ')
}

/** What a figure means, in words. */
export function meaningOf(fact: Fact, concept: string, voice: Voice): string {
  const codes = [fact.function_code, fact.economy_code, fact.government_economy_code]
    .filter(Boolean)
    .join(' / ')
  return [
    concept,
    voice.name('fund', fact.fund),
    codes,
    voice.name('nature', fact.nature),
    fact.entity,
    fact.year,
    voice.name('basis', fact.basis),
    fact.measure === 'amount' ? '' : voice.name('measure', fact.measure),
  ]
    .filter(Boolean)
    .join(' · ')
}

export interface Place {
  x0: number
  y0: number
  x1: number
  y1: number
}

export function placeOf(bbox: string): Place {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox.split(' ').map(Number)
  return { x0, y0, x1, y1 }
}
