import type { Fixture, Sketch, TableSketch } from '../../src/check/check.js'
import type { Extracted, Fact, FilingTable, Section } from '../../src/model/filing.js'

/** A filing of few parts; what a fixture leaves out is ordinary. */
export function filingOf(fixture: Fixture): Extracted {
  const sketch: Sketch = Array.isArray(fixture) ? { facts: fixture } : fixture
  return {
    filing_id: 'a'.repeat(16),
    source: 'a.pdf',
    sha256: 'a'.repeat(64),
    status: 'ok',
    message: '',
    kind: 'budget',
    fiscal_year: '2026',
    region: '',
    organization: '',
    organization_level: '',
    unit_default: '万元',
    pages: [],
    numbers_printed: 0,
    numbers_unbound: 0,
    loose_numbers: [],
    text_apart: [],
    ...sketch,
    facts: (sketch.facts ?? []).map(factOf),
    sections: (sketch.sections ?? []).map(sectionOf),
    tables: (sketch.tables ?? []).map(tableOf),
  }
}

export const factOf = (over: Partial<Fact>, i: number): Fact => ({
  fact_id: `f${i}`,
  concept: 'expenditure',
  fund: 'general',
  function_code: '',
  economy_code: '',
  government_economy_code: '',
  nature: '',
  entity: '',
  year: '2026',
  basis: 'budget',
  measure: 'amount',
  value: '0',
  unit: '万元',
  raw: '0.00',
  decimals: 2,
  label: '',
  source: 'table',
  section_id: '',
  table_id: 't',
  row: 0,
  column: 0,
  page: 1,
  bbox: '0.0 0.0 1.0 1.0',
  method: 'text',
  confidence: 1,
  status: 'unproven',
  note: [],
  value_read: '',
  ...over,
})

const sectionOf = (over: Partial<Section>, i: number): Section => ({
  section_id: `s${i}`,
  parent_id: '',
  level: 1,
  number: '',
  title: '说明',
  type: 'other',
  page: 1,
  bbox: '0.0 0.0 1.0 1.0',
  text: '',
  lines: [],
  ...over,
})

export const tableOf = ({ lines = [], ...over }: TableSketch, i: number): FilingTable => ({
  table_id: `t${i}`,
  title: '',
  marker: '',
  type: 'unknown',
  unit: '万元',
  page_first: 1,
  page_last: 1,
  rows: lines.length,
  columns: Math.max(0, ...lines.map((line) => line.length)),
  header_rows: 0,
  empty: false,
  total_status: '',
  notes: [],
  section_id: '',
  cells: lines.flatMap((line, row) =>
    line.map((text, column) => ({
      row,
      column,
      row_span: 1,
      column_span: 1,
      text,
      page: 1,
      bbox: '0.0 0.0 1.0 1.0',
    })),
  ),
  ...over,
})
