import type { Fund } from '../../model/filing.js'
import { canonical, type Decimal, decimal, YUAN_PER } from '../../model/money.js'
import type { RegionFiling, RegionPrint } from './region.js'

/** `2025年部门预算`. */
export const titleOf = ({ year, kind, level }: Pick<RegionFiling, 'year' | 'kind' | 'level'>): string =>
  `${year}年${level === 'unit' ? '单位' : '部门'}${kind === 'final' ? '决算' : '预算'}`

const MONEY: Readonly<Record<Fund, string>> = {
  all: '',
  fiscal: '财政拨款',
  general: '一般公共预算',
  'government-fund': '政府性基金预算',
  'state-capital': '国有资本经营预算',
  '': '',
}

/** 一般公共预算 本年支出合计 205. */
export const figureOf = (label: string, fund: Fund, functionCode: string): string =>
  [MONEY[fund], label, functionCode].filter(Boolean).join(' ')

/** 元 with thousands separators. */
export const yuan = (value: Decimal | string): string => `${thousands(canonical(decimal(String(value))))}元`

/** 收入总计 1,234.50万元. */
export const printed = ({ label, raw, unit, value }: RegionPrint): string =>
  `“${label}”${/\d/.test(raw) ? `${raw}${unit}` : `${thousands(value)}${YUAN_PER[unit] || unit === '' ? '元' : unit}`}`

/** The first few of many names. */
export const some = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}个` : names.join('、')

const thousands = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
