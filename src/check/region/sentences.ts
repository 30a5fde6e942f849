import type { Fund } from '../../model/filing.js'
import { type Decimal, decimal } from '../../model/money.js'
import { type Saying, said } from '../../model/saying.js'
import { amountLike, apartLike, type Printed, printedLike } from '../amounts.js'
import type { RegionFiling, RegionPrint } from './region.js'

/** `2025年部门预算`: of whom a row of checks.csv speaks. */
export const titleOf = ({ year, kind, level }: Pick<RegionFiling, 'year' | 'kind' | 'level'>): string =>
  `${year}年${level === 'unit' ? '单位' : '部门'}${kind === 'final' ? '决算' : '预算'}`

/** The same in a sentence. */
export const paperNamed = ({ year, kind, level }: Pick<RegionFiling, 'year' | 'kind' | 'level'>): Saying =>
  said(`paper.${level}-${kind === 'final' ? 'final' : 'budget'}`, { year })

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

/** The same in a sentence. */
export const figureNamed = (concept: string, fund: Fund, functionCode: string): Saying =>
  said(fund === 'all' || fund === '' ? 'region.figure' : 'region.figure-of-fund', {
    fund: said(`fund.${fund}`),
    concept: said(`concept.${concept}`),
    code: functionCode === '' ? '' : ` ${functionCode}`,
  })

const YUAN: Printed = { raw: '0', unit: '元', value: '0', decimals: 2, measure: 'amount', label: '' }

/** 元 with thousands separators. */
export const yuan = (value: Decimal | string): Saying => amountLike(decimal(String(value)), YUAN)

const figure = (print: RegionPrint): Printed => ({
  ...print,
  measure: 'amount',
  decimals: print.raw.split('.')[1]?.length ?? 0,
})

/** One figure in two filings, in the unit of the first. */
export const against = (first: RegionPrint, second: RegionPrint): Saying =>
  said('region.two-prints', {
    first: printOf(first, first),
    second: printOf(second, first),
    difference: apartLike(decimal(second.value).minus(first.value), figure(first)),
  })

const printOf = (print: RegionPrint, like: RegionPrint): Saying =>
  said('region.print', { label: print.label, printed: printedLike(figure(print), figure(like)) })

/** The first few of many names, for the reason of a row. */
export const some = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join('、')}等${names.length}个` : names.join('、')
