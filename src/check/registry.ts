import type { Check } from './check.js'
import { proseSameFigure } from './checks/prose-same-figure.js'
import { tableCodeHierarchy } from './checks/table-code-hierarchy.js'
import { tableColumnTotal } from './checks/table-column-total.js'
import { tableIncomeParts } from './checks/table-income-parts.js'
import { tableRowNature } from './checks/table-row-nature.js'
import { tableTotalWithCarry } from './checks/table-total-with-carry.js'
import { tablesGrandTotal } from './checks/tables-grand-total.js'
import { tablesSameFigure } from './checks/tables-same-figure.js'
import { textChange } from './checks/text-change.js'
import { textChangePct } from './checks/text-change-pct.js'
import { textProcurementParts } from './checks/text-procurement-parts.js'
import { textSameFigure } from './checks/text-same-figure.js'
import { threePublicParts } from './checks/three-public-parts.js'

/** All checks in the order in which they run and are listed. */
export const CHECKS: readonly Check[] = [
  tableRowNature,
  tableCodeHierarchy,
  tableColumnTotal,
  tableIncomeParts,
  tableTotalWithCarry,
  tablesGrandTotal,
  threePublicParts,
  tablesSameFigure,
  proseSameFigure,
  textSameFigure,
  textChange,
  textChangePct,
  textProcurementParts,
]
