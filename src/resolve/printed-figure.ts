import { type Decimal, decimal } from '../model/money.js'

/** What the characters of a figure say, before unit and meaning. */
export interface PrintedFigure {
  value: Decimal
  /** Digits printed after the point. */
  decimals: number
}

const SIGNED = /^([-－−–+]?)[¥￥]?([\d,，]+)(?:\.(\d+))?[%％]?$/
/** Groups of three or none, and no zero before other digits. */
const WELL_FORMED = /^(?:0|[1-9]\d*|[1-9]\d{0,2}(?:[,，]\d{3})+)$/

/** Reads a well-formed figure; undefined for any other characters. An accountant's brackets say nothing here. */
export function printedFigure(text: string): PrintedFigure | undefined {
  const bare = /^[（(](.+)[）)]$/.exec(text)?.[1] ?? text
  const match = SIGNED.exec(bare)
  if (!match) return undefined
  const [, sign, whole = '', fraction = ''] = match
  if (!WELL_FORMED.test(whole)) return undefined
  const value = decimal(whole.replace(/[,，]/g, '') + (fraction === '' ? '' : `.${fraction}`))
  return {
    value: sign === '' || sign === '+' ? value : value.times(-1),
    decimals: fraction.length,
  }
}
