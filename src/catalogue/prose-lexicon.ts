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
  [/国有资[源产](?:\(资产\))?有偿使用收入|非税收入|专项收入/, { none: true }],
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
  [/一般(?:公共|共公)预算|公共财政预算/, 'general'],
  [/财政拨款|财政性资金|财政补助|财政预算收入/, 'fiscal'],
]

/** Words that say which way a figure moved. */
export const UP = /增加|增长|上升|提高|增幅|大于|上涨|上浮|扩大/
export const DOWN = /减少|下降|降低|降幅|小于|压减|减幅|下浮|减低|缩减|削减|压缩|下调/
/** The form's alternatives were never chosen between. */
export const UNCHOSEN =
  /(?:增加|增长|上升|提高|大于|减少|下降|降低|小于)(?:\((?:增加|增长|上升|提高|大于|减少|下降|降低|小于)\)|\/(?:减少|下降|降低|增加|增长))/
export const FLAT =
  /(?:基本)?持平|(?:未|没有|无)(?:发生)?(?:增减)?(?:变化|变动)|无增减|(?:保持)?(?:一致|不变)|相同|相等|等于(?=(?:上年|去年|上一年|20\d\d年))/g
/** Words for zero and what is zero. */
export const ZERO_WORDS = /(?:均)?(?:无|没有|未安排|未编制|不涉及)(?:使用|发生)?([^，。；:]{2,60})/g
/** The prior year's figure is zero. */
export const BASE_ZERO = /上年(?:预算)?基数为(?:零|0)/g
/** The amount before it is all of one kind. */
export const WHOLE = /(?:全部|均)为(?!\d)([^，。；:（(\d]{2,20})/g
/** From here on a sentence gives reasons, purposes and explanations; their figures are no facts. */
export const REASON =
  /(?:主要)?原因|主要(?:用于(?!以下)|是|为|系|包括|因|由于)|用于(?!以下)|变动原因|主要安排|因(?!公)[^，]{2,}|由于|其他说明|其中主要|^增减相抵|(?<=，)(?:为(?!\d|上年|去年|年初|预算|决算)[^，]{4,}|既包括|是指)/g
/** Of these the words that name a purpose: the statement goes on behind them. */
export const PURPOSE = /^(?:主要用于|用于|主要包括|主要安排|为|既包括|是指)/
export const RESUMES = /，(?=(?:比|较|与|同|和)(?:上年|去年|上一年|20\d\d年))/
/** Accounts whose names begin like a purpose: 用于社会福利的彩票公益金支出（2296002）. */
export const ACCOUNT_NAME = /^用于[^，。；:()]*(?:支出)?(?:\(\d{7}\)|\(\d*项\))/
/** A paragraph of reasons, and what opens each of its points. */
export const REASON_HEADING = /(?:主要)?原因(?:说明|如下|分析)?:$/
export const REASON_POINTS =
  /^(?:[^，。；\d]{0,12}，)?(?:[一二三四五六七八九]是|第[一二三四五六七][，是])|^(?:\(?[一二三四五六七八九\d]+[)、.．]|[①-⑳]|其[次二三])/
/** A sentence that only adds to the reason before it. */
export const GOES_ON = /^(?:此外|另外|同时|再者|另有|以及)/
/** Procurement set aside for small firms is counted a second time. */
export const SET_ASIDE = /(?=.*(?:采购|合同|预留)).*(?:(?:中小|小微)企业|微型企业)/
export const AMONG = /其中|包括|分别为|具体(?:包括|为)|按[^，]{2,12}分类/

/** Words that name nothing of their own around what a figure is about: time, basis, comparison, form. */
export const PLAIN: readonly string[] = [
  ...[
    '一般公共预算',
    '一般共公预算',
    '公共财政',
    '政府性基金',
    '国有资本经营',
    '财政拨款',
    '财政性资金',
    '财政资金',
    '财政',
  ],
  ...[
    '上年度',
    '上年',
    '上一年',
    '去年',
    '本年度',
    '本年',
    '当年',
    '今年',
    '全年',
    '年初',
    '年末',
    '年度',
    '同期',
    '年',
  ],
  ...[
    '预算内',
    '预算',
    '决算',
    '执行',
    '安排',
    '批复',
    '下达',
    '编制',
    '申报',
    '实际',
    '计划',
    '拟',
    '预计',
    '初步',
    '完成',
    '实现',
  ],
  ...[
    '总额',
    '总量',
    '总数',
    '总计',
    '总的',
    '总体',
    '合计',
    '小计',
    '共计',
    '共',
    '总',
    '金额',
    '规模',
    '额度',
    '数额',
    '数',
    '额',
    '计',
  ],
  ...['支出', '收入', '收支', '资金', '经费', '费用', '拨款', '补助', '款项', '开支', '使用', '发生', '费'],
  ...[
    '相比',
    '对比',
    '比较',
    '相较',
    '同比',
    '比',
    '较',
    '与',
    '同',
    '和',
    '及',
    '以及',
    '并',
    '对',
    '于',
    '按',
    '以',
  ],
  ...['增减', '变化', '变动', '情况', '幅度', '差异', '其中', '包括', '包含', '具体', '含', '有', '无', '其'],
  ...[
    '为',
    '是',
    '的',
    '了',
    '在',
    '中',
    '由',
    '至',
    '达到',
    '达',
    '占',
    '均',
    '各',
    '全部',
    '全',
    '分别',
    '略',
    '所',
    '主要',
    '相应',
    '基本',
    '也',
    '都',
    '则',
    '又',
    '还',
    '仅',
    '只',
    '再',
    '已',
    '要',
    '将',
    '我们',
    '等',
  ],
  ...[
    '本部门',
    '我部门',
    '部门',
    '本单位',
    '我单位',
    '单位',
    '本局',
    '我局',
    '本委',
    '我委',
    '本校',
    '我校',
    '学校',
    '本院',
    '我院',
    '本厅',
    '我厅',
    '本办',
    '我办',
    '本系统',
    '系统',
    '本级',
    '机关',
    '参公',
    '事业单位',
    '行政单位',
    '所属',
    '下属',
    '纳入',
    '项目',
    '采购',
    '类',
    '如下',
    '综合',
    '各项',
    '市级',
    '省级',
    '区级',
    '县级',
    '市本级',
  ],
]
