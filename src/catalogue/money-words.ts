import type { Basis, Fund, Measure, Nature } from '../model/filing.js'

/** What a printed word adds to the meaning of the figures it stands over or beside. */
export interface Meaning {
  concept?: string
  fund?: Fund
  nature?: Nature
  basis?: Basis
  measure?: Measure
  /** Years before (-1) the fiscal year. */
  yearOffset?: number
  /** A year printed in words of its own. */
  year?: string
  /** No concept of the contract covers the figures: kept in the table, no facts. */
  none?: true
  /** The word only says that this is the figure of what stands above or before it. */
  plain?: true
}

type Words = readonly (readonly [RegExp, Meaning])[]

/** Money by source: the same words stand over columns and beside rows. */
const SOURCES: Words = [
  [
    /专项资金|教育收费|捐赠|公共财政拨款[（(]补助|债务资金|专项收入|非税收入|其中:?动用|基本建设资金/,
    { none: true },
  ],
  [/财政专户/, { concept: 'revenue.fiscal-account', fund: '' }],
  [/事业(?:单位)?经营|^经营收入|经营收入$/, { concept: 'revenue.operating', fund: '' }],
  [/^(?:部门|单位)?事业收入|事业(?:预算)?收入/, { concept: 'revenue.institutional', fund: '' }],
  [/上级补助/, { concept: 'revenue.superior', fund: '' }],
  [/(?:附属|下级|所属)单位(?:上缴|缴款|上交)/, { concept: 'revenue.affiliate', fund: '' }],
  [/^(?:单位|非同级财政拨款|其他)资金(?:收入)?$|^单位资金|本年其他资金|^其他资金/, { none: true }],
  [/^其他(?:各项|预算)?收入(?:资金)?$/, { concept: 'revenue.other', fund: '' }],
  [/政府性基金/, { concept: 'revenue', fund: 'government-fund' }],
  [/国有资本经营|国有资本/, { concept: 'revenue', fund: 'state-capital' }],
  [/公共预算|公共财政(?:预算|拨款)|经费拨款/, { concept: 'revenue', fund: 'general' }],
  [/财政拨款/, { concept: 'revenue', fund: 'fiscal' }],
]

/** Rows and columns of income. */
export const REVENUE_WORDS: Words = [
  [
    /使用非财政拨款|用事业基金|弥补收支差额|事业基金弥补|动用.*结余/,
    { concept: 'revenue.surplus-used', fund: '' },
  ],
  [/非财政拨款(?:资金)?(?:结转|结余)/, { none: true }],
  [/实户资金余额/, { concept: 'revenue.account-balance', fund: '' }],
  [/(?:上年|年初)(?:财政拨款)?(?:资金)?(?:结转|结余)|财政拨款资金结转/, { concept: 'revenue.carry-in' }],
  [/^(?:本年|当年)(?:财政拨款)?(?:预算)?收入(?:合计|小计|总计)?$|^本年收入合计/, { concept: 'revenue' }],
  [/^(?:部门|单位)(?:综合)?预算$/, { concept: 'revenue' }],
  [/^财政拨款(?:收入|资金)?(?:小计|合计)?$/, { concept: 'revenue', fund: 'fiscal' }],
  [/^(?:收入)?(?:合计|总计)$|^收入(?:预算|决算)?(?:合计|总计)$/, { concept: 'revenue.grand-total' }],
  ...SOURCES,
]

/** Rows and columns of spending, besides names of the classifications. */
export const EXPENDITURE_WORDS: Words = [
  [
    /扣除基建|基本建设资金|机动经费|预留|未安排支出|债务还本付息$|中小企业|小微企业|小型|微型|其中:?政府采购/,
    { none: true },
  ],
  [
    /^(?:结转下年|年终结转|年末.*结转|年终财政拨款结转|结转下年支出|年末财政拨款)|结转下年/,
    { concept: 'expenditure.carry-out' },
  ],
  [/结余分配/, { concept: 'expenditure.surplus-distribution' }],
  [/上缴上级/, { concept: 'expenditure.to-superior', fund: '' }],
  [/对(?:附属|下级|所属)单位/, { concept: 'expenditure.to-affiliate', fund: '' }],
  [/事业单位经营(?:服务)?支出|^经营支出/, { concept: 'expenditure.operating', fund: '' }],
  [
    /^(?:本年|当年)(?:财政拨款)?(?:预算)?支出(?:合计|小计|总计)?$|^(?:部门|单位)(?:综合)?预算$|^财政拨款(?:支出)?(?:小计|合计)?$/,
    { concept: 'expenditure' },
  ],
  [/人员(?:经费|支出)?(?:和|及|、)(?:日常)?公用(?:经费|支出)/, { concept: 'expenditure', nature: 'basic' }],
  [
    /^人员(?:经费|支出)(?:支出|合计|小计)?$|^在?职?人员经费合计$/,
    { concept: 'expenditure', nature: 'personnel' },
  ],
  [/^(?:日常)?公用(?:经费|支出)(?:支出|合计|小计)?$/, { concept: 'expenditure', nature: 'public' }],
  [/^基本支出(?:小计|合计|预算)?$|^其中:?基本支出$/, { concept: 'expenditure', nature: 'basic' }],
  [
    /^项目支出(?:总数|小计|合计|预算)?$|专项业务(?:经)?费(?:支出)?/,
    { concept: 'expenditure', nature: 'project' },
  ],
  [/^支出(?:预算|决算)?(?:合计|总计)$|^(?:合计|总计)$/, { concept: 'expenditure.grand-total' }],
]

/** Columns of spending that tell whose money it is. */
export const EXPENDITURE_FUNDS: Words = [
  [/专项资金/, { none: true }],
  [/政府性基金/, { fund: 'government-fund' }],
  [/国有资本经营|国有资本/, { fund: 'state-capital' }],
  [/公共预算|公共财政/, { fund: 'general' }],
  [/财政拨款/, { fund: 'fiscal' }],
  [
    /财政专户|事业收入|事业单位经营收入|上级补助|事业基金|收支差额|(?:附属|下级)单位上缴|其他收入|实户|上年结转|上年结余|单位资金|其他资金/,
    { none: true },
  ],
]

/** Rows and columns of the three public expenses and what is printed with them. */
export const THREE_PUBLIC_WORDS: Words = [
  [/因公出国|出国[(]?境|^因公/, { concept: 'three-public.abroad' }],
  [/接待/, { concept: 'three-public.reception' }],
  [
    /购置及运行|购置和运行|购置与运行|购置、运行|公务用车(?:费|经费)|车辆购置及/,
    { concept: 'three-public.vehicle' },
  ],
  [/运行(?:维护)?费|运维费|公务用车运行/, { concept: 'three-public.vehicle-operation' }],
  [/(?:公务用车|车辆)?购置(?:费|支出)?/, { concept: 'three-public.vehicle-purchase' }],
  [/会议费/, { concept: 'meetings' }],
  [/培训费/, { concept: 'training' }],
  [/机关运行经费/, { concept: 'operating-cost', fund: '' }],
  [/三公/, { concept: 'three-public' }],
]

export const PROCUREMENT_WORDS: Words = [
  [/^(?:[一二三]、)?(?:A[-—]?)?货物类?(?:A)?$|政府采购货物/, { concept: 'procurement.goods' }],
  [/^(?:[一二三]、)?(?:B[-—]?)?工程类?(?:B)?$|政府采购工程/, { concept: 'procurement.works' }],
  [/^(?:[一二三]、)?(?:C[-—]?)?服务类?(?:C)?$|政府采购服务/, { concept: 'procurement.services' }],
  [/^(?:合计|总计)$/, { concept: 'procurement' }],
]

/** Words about time, basis and measure in column heads and row labels. */
export const TIME_WORDS: Words = [
  [/增减(?:变化)?(?:情况|金额|额|数)?|增减变动|比上年增减(?!.*%)/, { measure: 'change' }],
  [/增减?(?:幅度|率|%)|增长(?:率|%)|变化率/, { measure: 'change-pct' }],
  [/占(?:比|总)|比重/, { measure: 'share-pct' }],
  [/完成(?:预算|年初预算)?(?:的)?(?:%|百分比|比例|率)/, { measure: 'completion-pct' }],
  [/上年(?:预算)?执行数|上年决算数/, { yearOffset: -1, basis: 'execution' }],
  [/^上年(?:预算|年初预算)?(?:数)?$/, { yearOffset: -1 }],
  [/年初预算/, { basis: 'initial' }],
  [/(?:全年|调整)(?:后)?预算/, { basis: 'adjusted' }],
  [/执行数/, { basis: 'execution' }],
  [/决算数/, { basis: 'final' }],
  [/预算数/, { basis: 'budget' }],
  [/^本年(?:数|度)?$|^当年(?:数)?$/, {}],
]

/** Words that only say: the figure. */
export const PLAIN_WORDS =
  /^(?:合计|总计|小计|金额|预算数|决算数|本年(?:收入|支出)?(?:合计|小计|总计)?|支出(?:总计|合计)|收入(?:总计|合计)|预算(?:金额)?|数额|总额|预算总额|(?:20\d\d)?年?预算数?|本年数|机关运行经费支出)$/

export function meaningOf(text: string, words: Words): Meaning | undefined {
  for (const [pattern, meaning] of words) if (pattern.test(text)) return meaning
  return undefined
}
