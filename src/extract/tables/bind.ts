import type { Aspects } from '../../model/aspects.js'
import type { Basis, FactKey, FilingKind, Fund, Nature, NumberReason } from '../../model/filing.js'
import { FORMAT_READ_AS, HEAD_DOUBTFUL } from '../../model/reading.js'
import type { Passed } from '../number-account.js'
import type { Column } from './columns.js'
import type { TableFigure } from './figure.js'
import type { Matrix } from './matrix.js'
import { likeliestNumber, printedNumber } from './printed-number.js'

/** What all figures of a table are where neither row nor column says more. */
export interface Defaults {
  concept: 'revenue' | 'expenditure' | 'operating-cost' | 'procurement' | 'three-public'
  /** Undefined where nothing says whose money it is: then a figure that does not say so itself stays unbound. */
  fund: Fund | undefined
  /** Undefined where the table may be about one nature of spending, and nobody knows which. */
  nature: Nature | undefined
  basis: Basis
  year: string
}

/** Aspects of a figure with the codes of its row. */
export interface RowMeaning extends Aspects {
  functionCode?: string
  economyCode?: string
  governmentCode?: string
}

/** Concepts whose money the contract leaves open unless the print names it. */
const OPEN_FUND =
  /^(?:operating-cost|procurement|meetings|training|three-public|revenue\.(?:institutional|fiscal-account|operating|superior|affiliate|other|account-balance|surplus-used)|expenditure\.(?:operating|to-superior|to-affiliate))/

/** The key of a figure; undefined where its concept or its money is not known. */
export function keyOf(meaning: RowMeaning, defaults: Defaults): FactKey | undefined {
  const concept = meaning.concept ?? defaults.concept
  const fund = meaning.fund ?? (OPEN_FUND.test(concept) ? '' : defaults.fund)
  const nature = concept.startsWith('expenditure') ? (meaning.nature ?? defaults.nature) : ''
  if (fund === undefined || nature === undefined) return undefined
  const year = meaning.year ?? String(Number(defaults.year) + (meaning.yearOffset ?? 0))
  const measure = meaning.measure ?? 'amount'
  const code = meaning.economyCode ?? meaning.governmentCode ?? ''
  return {
    concept,
    fund,
    function_code: meaning.functionCode ?? '',
    economy_code: code,
    government_economy_code: meaning.economyCode && meaning.governmentCode ? meaning.governmentCode : '',
    nature,
    entity: '',
    year: measure === 'amount' ? year : defaults.year,
    // In a budget the figure of the beginning of a year is its budget.
    basis:
      meaning.basis === 'initial' && defaults.basis === 'budget'
        ? 'budget'
        : (meaning.basis ?? defaults.basis),
    measure,
  }
}

export const basisOf = (kind: FilingKind): Basis => (kind === 'final' ? 'final' : 'budget')

/** Marks the number of a cell as understood to be none. */
export function passOver(
  passed: Passed[],
  matrix: Matrix,
  row: number,
  column: Column,
  reason: NumberReason,
): void {
  const cell = matrix.at(row, column.index)
  if (cell) passed.push({ text: cell.text, reason })
}

/** The figure of a cell, if one is printed in it. */
export function figureAt(
  matrix: Matrix,
  row: number,
  column: Column,
  key: FactKey,
  label: string,
  note: readonly string[] = [],
): TableFigure | undefined {
  const cell = matrix.at(row, column.index)
  if (!cell || cell.row !== row || cell.column !== column.index) return undefined
  const number = printedNumber(cell.text) ?? likeliestNumber(cell.text)
  if (!number) return undefined
  const codes = [
    ...(number.recognized ? [`${FORMAT_READ_AS} ${number.recognized.text}`] : []),
    ...(column.doubtful ? [HEAD_DOUBTFUL] : []),
  ]
  return {
    key,
    number,
    cell,
    label,
    row: row - matrix.headerRows,
    column: column.index,
    note: [...note, ...codes],
  }
}
