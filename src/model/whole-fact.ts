import type { Fact, FactKey } from './filing.js'

/**
 * A fact of its key and the rest, every field written out: what is spread into a longer object (`{ ...key, value }`) gets
 * a hidden class of its own in V8, is made a hundred times more slowly, and slows down whatever reads it.
 */
export const wholeFact = (key: FactKey, rest: Omit<Fact, keyof FactKey>): Fact => ({
  concept: key.concept,
  fund: key.fund,
  function_code: key.function_code,
  economy_code: key.economy_code,
  government_economy_code: key.government_economy_code,
  nature: key.nature,
  entity: key.entity,
  year: key.year,
  basis: key.basis,
  measure: key.measure,
  fact_id: rest.fact_id,
  value: rest.value,
  unit: rest.unit,
  raw: rest.raw,
  decimals: rest.decimals,
  label: rest.label,
  source: rest.source,
  section_id: rest.section_id,
  table_id: rest.table_id,
  row: rest.row,
  column: rest.column,
  page: rest.page,
  bbox: rest.bbox,
  method: rest.method,
  confidence: rest.confidence,
  status: rest.status,
  note: rest.note,
  value_read: rest.value_read,
})
