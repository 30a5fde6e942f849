import type { Fund, Nature } from '../model/filing.js'

/** What a phrase of running text is about. `none`: a figure the contract has no concept for. */
export interface Topic {
  concept?: string
  fund?: Fund
  nature?: Nature
  none?: true
}

/**
 * Phrases and what they mean; the text is folded (half-width signs, no spaces). Order does not matter: the longest
 * match at a place counts, and of several in a phrase the one nearest to the figure.
 */
export const TOPICS: readonly (readonly [RegExp, Topic])[] = [
  // three public expenses
  [/"?三公"?(?:经费|费用)/, { concept: 'three-public' }],
  [/因公出国(?:\(境\)|境)?(?:费用?|经费|费)?/, { concept: 'three-public.abroad' }],
  [
    /公务(?:用)?车(?:辆)?购置(?:及|和|与|、)(?:公务用车)?运行(?:维护)?(?:费用?|经费|费|支出)?/,
    { concept: 'three-public.vehicle' },
  ],
  [
    /公务用?车(?:用车|辆)?运行(?:维护)?(?:费用?|经费|费|支出)?/,
    { concept: 'three-public.vehicle-operation' },
  ],
  [/公务用?车(?:辆)?购置(?:费用?|经费|费|支出)?/, { concept: 'three-public.vehicle-purchase' }],
  [/^购置费/, { concept: 'three-public.vehicle-purchase' }],
  [/^运行(?:维护)?费/, { concept: 'three-public.vehicle-operation' }],
  [/公务接待(?:费用?|经费|费|支出)?/, { concept: 'three-public.reception' }],
  [/会议费/, { concept: 'meetings' }],
  [/培训费/, { concept: 'training' }],
  [/(?:机关|财政拨款)运行(?:维护)?(?:经费|费)/, { concept: 'operating-cost' }],
  // procurement
  [/政府采购/, { concept: 'procurement' }],
  [/(?:政府采购|拟?采购|购买)?货物(?:类|采购)?(?:政府采购)?/, { concept: 'procurement.goods' }],
  [/(?:政府采购|拟?采购|购买)?工程(?:类|采购)(?:政府采购)?/, { concept: 'procurement.works' }],
  [/(?:政府采购|拟采购|拟购买)工程/, { concept: 'procurement.works' }],
  [
    /(?:政府采购|拟?采购|拟?购买)服务(?:类|采购)?|服务(?:类|采购)(?:政府采购)?/,
    { concept: 'procurement.services' },
  ],
  [/中小企业|小微企业|小型(?:和|、)?微型|微型企业|合同金额|委托业务费|购买服务/, { none: true }],
  // income by source
  [/财政专户(?:管理)?(?:资金)?(?:收入)?/, { concept: 'revenue.fiscal-account', fund: '' }],
  [/事业收入(?:资金)?/, { concept: 'revenue.institutional', fund: '' }],
  [/(?:事业单位|事业)?经营收入/, { concept: 'revenue.operating', fund: '' }],
  [/上级补助收入/, { concept: 'revenue.superior', fund: '' }],
  [/(?:附属|下级)单位上缴收入/, { concept: 'revenue.affiliate', fund: '' }],
  [/其他收入(?:资金)?/, { concept: 'revenue.other', fund: '' }],
  [/(?:上年)?实户资金(?:余额)?/, { concept: 'revenue.account-balance', fund: '' }],
  [/使用非财政拨款结余|用事业基金弥补收支差额/, { concept: 'revenue.surplus-used', fund: '' }],
  [
    /(?:上年|年初)(?:财政拨款)?(?:资金)?结转(?:和|及|、)?(?:结余)?(?:资金|收入)?/,
    { concept: 'revenue.carry-in' },
  ],
  [/\d{4}年结转的/, { concept: 'revenue.carry-in' }],
  [/其他资金|单位资金|专项资金|其他各项资金/, { none: true }],
  // spending
  [/事业单位经营(?:服务)?支出|(?<!单位)经营支出/, { concept: 'expenditure.operating', fund: '' }],
  [/上缴上级(?:支出)?/, { concept: 'expenditure.to-superior', fund: '' }],
  [/对(?:附属|下级)单位补助(?:支出)?/, { concept: 'expenditure.to-affiliate', fund: '' }],
  [
    /(?:结转下年|年终结转|年末结转)(?:和|及|、)?(?:结余)?(?:资金|支出)?/,
    { concept: 'expenditure.carry-out' },
  ],
  [/结余分配/, { concept: 'expenditure.surplus-distribution' }],
  [/基本支出/, { concept: 'expenditure', nature: 'basic' }],
  [/项目支出|专[项业]业务(?:经费?|费)(?:支出)?/, { concept: 'expenditure', nature: 'project' }],
  [/人员(?:经费|支出)/, { concept: 'expenditure', nature: 'personnel' }],
  [/(?:日常)?公用(?:经费|支出)/, { concept: 'expenditure', nature: 'public' }],
  [/机动经费|增人增资|在职人员经费|转移支付/, { none: true }],
]

/** Money by fund, inside a phrase. */
export const FUND_WORDS: readonly (readonly [RegExp, Fund])[] = [
  [/政府性基金/, 'government-fund'],
  [/国有资本经营/, 'state-capital'],
  [/一般公共预算|公共财政预算/, 'general'],
  [/财政拨款|财政性资金/, 'fiscal'],
]

/** Words that say which way a figure moved. */
export const UP = /增加|增长|上升|提高|增幅|大于|上涨/
export const DOWN = /减少|下降|降低|降幅|小于|压减|减幅|下浮/
/** The form's alternatives were never chosen between. */
export const UNCHOSEN =
  /(?:增加|增长|上升|提高|大于|减少|下降|降低|小于)(?:\((?:增加|增长|上升|提高|大于|减少|下降|降低|小于)\)|\/(?:减少|下降|降低|增加|增长))/
export const FLAT =
  /(?:基本)?持平|无(?:增减)?(?:变化|变动)|没有(?:发生)?(?:增减)?变化|无增减|(?:保持)?(?:一致|不变)|相同/g
/** Words for zero and what is zero. */
export const ZERO_WORDS = /(?:均)?(?:无|没有|未安排|未编制|不涉及)(?:使用)?([^，。；:]{2,60})/g
/** The prior year's figure is zero. */
export const BASE_ZERO = /上年(?:预算)?基数为(?:零|0)/g
/** The amount before it is all of one kind. */
export const WHOLE = /(?:全部|均)为(?!\d)([^，。；:（(\d]{2,20})/g
/** From here on a sentence gives reasons and purposes; their figures are no facts. */
export const REASON =
  /(?:主要)?原因|主要(?:用于(?!以下)|是|为|系|包括|因|由于)|用于(?!以下)|变动原因|主要安排|因(?!公)[^，]{2,}|由于|其他说明|其中主要|^增减相抵/
/** Of these the words that name a purpose: the statement goes on behind them. */
export const PURPOSE = /^(?:主要用于|用于|主要包括|主要安排)/
export const RESUMES = /，(?=(?:比|较|与|同)(?:上年|去年|上一年|20\d\d年))/
/** A paragraph of reasons, and what opens each of its points. */
export const REASON_HEADING = /(?:主要)?原因(?:说明|如下|分析)?:$/
/** A statement of its own ends a reason in points: 本部门当年预算支出…, 项目支出12.00万元，… */
export const FRESH =
  /^(?:其中:?)?(?:(?:20\d\d年度?)?(?:当年)?(?:本|我)(?:部门|单位|局|委|校)|[\u4e00-\u9fff"()]{2,20}?(?:支出|收入|经费|费|拨款|预算)(?:预算|安排)?[\d,.]+万?元)/
export const REASON_POINTS =
  /^(?:[一二三四五六七八九]是|第[一二三四五六七]|\(?[一二三四五六七八九\d]+[)、.．]|[①-⑨]|其[次二三]|此外|另外|同时)/
/** Procurement set aside for small firms is counted a second time. */
export const SET_ASIDE = /(?=.*(?:采购|合同|预留)).*(?:(?:中小|小微)企业|微型企业)/
export const AMONG = /其中|包括|分别为|具体(?:包括|为)|按[^，]{2,12}分类/
