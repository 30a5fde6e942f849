import type { Check } from './check.js'
import { codeExists } from './checks/code-exists.js'
import { codeMixed } from './checks/code-mixed.js'
import { codeName } from './checks/code-name.js'
import { codeParent } from './checks/code-parent.js'
import { codePath } from './checks/code-path.js'
import { codePathName } from './checks/code-path-name.js'
import { codeRenamed } from './checks/code-renamed.js'
import { proseEconomyNames } from './checks/prose-economy-names.js'
import { proseNatureParts } from './checks/prose-nature-parts.js'
import { proseOperatingCost } from './checks/prose-operating-cost.js'
import { prosePerformance } from './checks/prose-performance.js'
import { prosePurposeNature } from './checks/prose-purpose-nature.js'
import { proseSameFigure } from './checks/prose-same-figure.js'
import { structureContents } from './checks/structure-contents.js'
import { structureEmptyAgainst } from './checks/structure-empty-against.js'
import { structureEmptyStatement } from './checks/structure-empty-statement.js'
import { structureEmptyUnstated } from './checks/structure-empty-unstated.js'
import { structureReadSettled } from './checks/structure-read-settled.js'
import { structureReadWithDoubt } from './checks/structure-read-with-doubt.js'
import { structureRequired } from './checks/structure-required.js'
import { structureRowTwice } from './checks/structure-row-twice.js'
import { structureTableMissing } from './checks/structure-table-missing.js'
import { structureUnitMagnitude } from './checks/structure-unit-magnitude.js'
import { structureUnitMissing } from './checks/structure-unit-missing.js'
import { structureUnitTwice } from './checks/structure-unit-twice.js'
import { tableBelowZero } from './checks/table-below-zero.js'
import { tableCodeHierarchy } from './checks/table-code-hierarchy.js'
import { tableColumnNature } from './checks/table-column-nature.js'
import { tableColumnSources } from './checks/table-column-sources.js'
import { tableColumnTotal } from './checks/table-column-total.js'
import { tableIncomeParts } from './checks/table-income-parts.js'
import { tableIncomeTotal } from './checks/table-income-total.js'
import { tableNatureOfCode } from './checks/table-nature-of-code.js'
import { tableProcurementParts } from './checks/table-procurement-parts.js'
import { tableRowFunds } from './checks/table-row-funds.js'
import { tableRowNature } from './checks/table-row-nature.js'
import { tableRowSources } from './checks/table-row-sources.js'
import { tableSameTotal } from './checks/table-same-total.js'
import { tableTargetParts } from './checks/table-target-parts.js'
import { tableThreePublicTotal } from './checks/table-three-public-total.js'
import { tableTotalWithCarry } from './checks/table-total-with-carry.js'
import { tableUnitRows } from './checks/table-unit-rows.js'
import { tablesBasicSplit } from './checks/tables-basic-split.js'
import { tablesCarriedList } from './checks/tables-carried-list.js'
import { tablesCarriedSpent } from './checks/tables-carried-spent.js'
import { tablesCarryIn } from './checks/tables-carry-in.js'
import { tablesGrandTotal } from './checks/tables-grand-total.js'
import { tablesSameFigure } from './checks/tables-same-figure.js'
import { tablesSpendingTotal } from './checks/tables-spending-total.js'
import { tablesSubset } from './checks/tables-subset.js'
import { tablesTargetMoney } from './checks/tables-target-money.js'
import { textAreas } from './checks/text-areas.js'
import { textBalance } from './checks/text-balance.js'
import { textBalanceChange } from './checks/text-balance-change.js'
import { textBelowZero } from './checks/text-below-zero.js'
import { textChange } from './checks/text-change.js'
import { textChangeBeyond } from './checks/text-change-beyond.js'
import { textChangePct } from './checks/text-change-pct.js'
import { textCodeParts } from './checks/text-code-parts.js'
import { textCompared } from './checks/text-compared.js'
import { textCompletionBase } from './checks/text-completion-base.js'
import { textCompletionPct } from './checks/text-completion-pct.js'
import { textFundParts } from './checks/text-fund-parts.js'
import { textNatureParts } from './checks/text-nature-parts.js'
import { textProcurementParts } from './checks/text-procurement-parts.js'
import { textRetiredParts } from './checks/text-retired-parts.js'
import { textSameFigure } from './checks/text-same-figure.js'
import { textSetAside } from './checks/text-set-aside.js'
import { textShare } from './checks/text-share.js'
import { textSourceParts } from './checks/text-source-parts.js'
import { textStaffParts } from './checks/text-staff-parts.js'
import { textStaffPosts } from './checks/text-staff-posts.js'
import { textStaffUnits } from './checks/text-staff-units.js'
import { textThreePublicLeft } from './checks/text-three-public-left.js'
import { textThreePublicParts } from './checks/text-three-public-parts.js'
import { textUnitCount } from './checks/text-unit-count.js'
import { threePublicParts } from './checks/three-public-parts.js'
import { wordingCopied } from './checks/wording-copied.js'
import { wordingDate } from './checks/wording-date.js'
import { wordingDepartmentWords } from './checks/wording-department-words.js'
import { wordingDirection } from './checks/wording-direction.js'
import { wordingDoubleMinus } from './checks/wording-double-minus.js'
import { wordingFigureMissing } from './checks/wording-figure-missing.js'
import { wordingFileYear } from './checks/wording-file-year.js'
import { wordingLevel } from './checks/wording-level.js'
import { wordingOrganization } from './checks/wording-organization.js'
import { wordingPunctuation } from './checks/wording-punctuation.js'
import { wordingReasonEmpty } from './checks/wording-reason-empty.js'
import { wordingReasonItem } from './checks/wording-reason-item.js'
import { wordingSaidTwice } from './checks/wording-said-twice.js'
import { wordingSwapped } from './checks/wording-swapped.js'
import { wordingTemplate } from './checks/wording-template.js'
import { wordingTitleBlank } from './checks/wording-title-blank.js'
import { wordingUnitMissing } from './checks/wording-unit-missing.js'
import { wordingYear } from './checks/wording-year.js'
import { wordingZeroBase } from './checks/wording-zero-base.js'

/** All checks in the order in which they run and are listed. */
export const CHECKS: readonly Check[] = [
  tableRowNature,
  tableCodeHierarchy,
  tableColumnTotal,
  tableColumnNature,
  tableColumnSources,
  tableSameTotal,
  tableIncomeParts,
  tableIncomeTotal,
  tableRowFunds,
  tableRowSources,
  tableUnitRows,
  tableTargetParts,
  tableProcurementParts,
  tableNatureOfCode,
  tableBelowZero,
  tableTotalWithCarry,
  tablesGrandTotal,
  threePublicParts,
  tableThreePublicTotal,
  tablesSameFigure,
  tablesBasicSplit,
  tablesSpendingTotal,
  tablesCarryIn,
  tablesCarriedList,
  tablesCarriedSpent,
  prosePurposeNature,
  proseSameFigure,
  proseEconomyNames,
  proseNatureParts,
  tablesSubset,
  tablesTargetMoney,
  proseOperatingCost,
  prosePerformance,
  textSameFigure,
  textChange,
  textChangeBeyond,
  textBelowZero,
  textBalance,
  textBalanceChange,
  textCodeParts,
  textFundParts,
  textNatureParts,
  textSourceParts,
  textThreePublicParts,
  textThreePublicLeft,
  textAreas,
  textStaffParts,
  textStaffPosts,
  textStaffUnits,
  textRetiredParts,
  textUnitCount,
  textChangePct,
  textCompletionBase,
  textCompared,
  textCompletionPct,
  textShare,
  textProcurementParts,
  textSetAside,
  codeExists,
  codeMixed,
  codeName,
  codeParent,
  codePath,
  codePathName,
  codeRenamed,
  structureEmptyAgainst,
  structureContents,
  structureEmptyStatement,
  structureEmptyUnstated,
  structureReadSettled,
  structureReadWithDoubt,
  structureRequired,
  structureRowTwice,
  structureTableMissing,
  structureUnitMagnitude,
  structureUnitMissing,
  structureUnitTwice,
  wordingCopied,
  wordingDate,
  wordingDepartmentWords,
  wordingDirection,
  wordingDoubleMinus,
  wordingFileYear,
  wordingFigureMissing,
  wordingLevel,
  wordingOrganization,
  wordingPunctuation,
  wordingReasonEmpty,
  wordingSaidTwice,
  wordingReasonItem,
  wordingSwapped,
  wordingTemplate,
  wordingTitleBlank,
  wordingUnitMissing,
  wordingYear,
  wordingZeroBase,
]
