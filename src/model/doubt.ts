import { z } from 'zod'

/**
 * What we may have misread: the item that a figure belongs to (`subject-slip`), a part by nature taken for the whole
 * (`nature-slip`), a unit's figure taken for the department's (`scope-slip`), the kind of money, the year, the basis or
 * the unit of money (`fund-slip`, `year-slip`, `basis-slip`, `unit-slip`), rows of a table that went on elsewhere
 * (`broken-table`), a column that is no part of its row's total (`memo-column`), or
 * one that is and was given another meaning (`column-slip`).
 */
export const MisreadingCode = z.enum([
  'subject-slip',
  'nature-slip',
  'scope-slip',
  'fund-slip',
  'year-slip',
  'basis-slip',
  'unit-slip',
  'broken-table',
  'memo-column',
  'column-slip',
])
export type MisreadingCode = z.infer<typeof MisreadingCode>
