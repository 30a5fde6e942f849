import type { Table } from '../../model/document.js'
import type { Fact, FilingTable, TableType } from '../../model/filing.js'
import { bboxText } from '../../model/geometry.js'
import { canonical, decimal, YUAN_PER } from '../../model/money.js'
import { placeOf } from '../../model/text.js'
import { wholeFact } from '../../model/whole-fact.js'
import { shortHash } from '../ids.js'
import { confidenceOf, methodOf, type ScannedFigures } from '../scanned.js'
import type { TableFigure } from './figure.js'

export interface TableIdentity {
  filingId: string
  tableId: string
  sectionId: string
  /** As declared, or the filing's common one where the table declares none. */
  unit: string
  declared: boolean
  scanned: ScannedFigures
}

/** Figures of a table as facts: amounts in 元, the place of the printed characters. */
export function factsOf(figures: TableFigure[], identity: TableIdentity): Fact[] {
  const facts: Fact[] = []
  const seen = new Map<string, number>()
  for (const figure of figures) {
    const fact = factOf(figure, identity)
    if (!fact) continue
    const times = (seen.get(fact.fact_id) ?? 0) + 1
    seen.set(fact.fact_id, times)
    const own = times > 1 ? { ...fact, fact_id: `${fact.fact_id}-${times}` } : fact
    identity.scanned.keep(own, figure.number.recognized ?? figure.number.raw)
    facts.push(own)
  }
  return facts
}

function factOf(figure: TableFigure, identity: TableIdentity): Fact | undefined {
  const { number, key } = figure
  const place = placeOf(number.raw)
  if (!place) return undefined
  const percent = key.measure.endsWith('-pct')
  const unit = percent ? '%' : identity.unit
  const factor = percent ? '1' : (YUAN_PER[unit] ?? '1')
  const bbox = bboxText(place.box)
  const keyText = Object.values(key).join('|')
  return wholeFact(key, {
    fact_id: `${identity.filingId}-f${place.page}-${shortHash(`${bbox}|${keyText}`)}`,
    value: canonical(number.value.times(decimal(factor))),
    unit,
    raw: number.raw.text,
    decimals: number.decimals,
    label: figure.label,
    source: 'table',
    section_id: identity.sectionId,
    table_id: identity.tableId,
    row: figure.row,
    column: figure.column,
    page: place.page,
    bbox,
    method: methodOf(number.raw),
    confidence: confidenceOf(number.raw),
    status: 'unproven',
    note: identity.declared ? figure.note : [...figure.note, 'unit-inherited'],
    value_read: '',
  })
}

/** The table as it is kept: every cell, header rows included. */
export function keptTable(
  table: Table,
  type: TableType,
  identity: TableIdentity,
  hasFigures: boolean,
): FilingTable {
  return {
    table_id: identity.tableId,
    title: table.title,
    marker: table.marker,
    type,
    unit: identity.unit,
    page_first: table.pageFirst,
    page_last: table.pageLast,
    rows: table.rows - table.headerRows,
    columns: table.columns,
    header_rows: table.headerRows,
    empty: !hasFigures,
    total_status: '',
    notes: table.notes,
    section_id: identity.sectionId,
    cells: table.cells
      .filter((c) => c.text.text !== '')
      .map((c) => ({
        row: c.row,
        column: c.column,
        row_span: c.rowSpan,
        column_span: c.columnSpan,
        text: c.text.text,
        page: c.page,
        bbox: bboxText(c.box),
      })),
  }
}
