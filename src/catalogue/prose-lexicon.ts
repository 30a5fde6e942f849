export const FLAT =
  /(?:基本)?持平|(?:未|没有|无)(?:发生)?(?:增减)?(?:变化|变动)|无增减|(?:保持)?(?:一致|不变)|相同|相等|一样|等于(?=(?:上年|去年|上一年|20\d\d年))/g
/** Words for zero and what is zero. */
export const ZERO_WORDS = /(?:均)?(?:无|没有|未安排|未编制|未发生|不涉及)(?:使用|发生)?([^，。；:]{2,60})/g
/** The prior year's figure is zero. */
export const BASE_ZERO = /上年(?:预算)?基数为(?:零|0)/g
/** The amount before it is all of one kind. */
export const WHOLE = /(?:全部|均)为(?!\d)([^，。；:（(\d]{2,20})/g
/** From here on a sentence gives reasons, purposes and explanations; their figures are no facts. */
export const REASON =
  /(?:主要)?原因|主要(?:用于(?!以下)|是|为|系|包括|因|由于)|用于(?!以下)|变动原因|主要安排|因(?!公)[^，]{2,}|由于|其他说明|其中主要|^增减相抵|(?<=，)(?:为(?!\d|上年|去年|年初|预算|决算)[^，]{4,}|系(?!统)|既包括|是指)/g
/** Of these the words that name a purpose: the statement goes on behind them. */
export const PURPOSE = /^(?:主要用于|用于|主要包括|主要安排|为|系|既包括|是指)/
export const RESUMES =
  /，(?=(?:比|较|与|同|和)(?:上年|去年|上一年|20\d\d年)|完成(?:年初|全年|调整后?)?预算数?的?\d)/
/** Behind words that only say what it is for, the statement goes on where its parts or its completion begin. */
export const GOES_ON_WITH_PARTS = /，(?=其中[:，]|完成(?:年初|全年|调整后?)?预算数?的?\d)/
/** Why it differs from the budget; what follows about the year before has a reason of its own. */
export const DIFFERS_FROM_BUDGET = /预算数?的?(?:主要)?$/
export const RESUMES_WITH_REASON =
  /，(?=(?:比|较|与|同|和)(?:上年|去年|上一年|20\d\d年)[^。；]*?\d(?:万元|元|%)[^。；]*?(?:增加|减少|增长|下降|变动|变化|持平)的?(?:主要)?原因)/
/** Accounts whose names begin like a purpose: 用于社会福利的彩票公益金支出（2296002）. */
export const ACCOUNT_NAME = /^用于[^，。；:()]*(?:支出)?(?:\(\d{7}\)|\(\d*项\))/
/** Money called by its definition: what it is for says that it is 基本支出, 项目支出. */
export const DEFINITIONS: readonly (readonly [RegExp, string])[] = [
  [/用于保障[^，。；:]*正常运转的日常支出/, '基本支出'],
  [/用于(?:保障[^。；:]*，用于)?专项业务工作的经费支出/, '项目支出'],
]
/** Examples before the name of a nature: 基本工资、津贴补贴等人员经费. */
export const EXAMPLES_OF_NATURE = /^(?:其中:?)?[^，。；:\d]*等(?=(?:人员|公用)(?:经费|支出))/
/** A paragraph of reasons, and what opens each of its points that has no list number. */
export const REASON_HEADING = /(?:主要)?原因(?:说明|如下|分析)?:$/
export const REASON_POINTS =
  /^(?:[^，。；\d]{0,12}，)?(?:[一二三四五六七八九]是|第[一二三四五六七][，是])|^其[次二三]/
/** A sentence that only adds to the reason before it. */
export const GOES_ON = /^(?:此外|另外|同时|再者|另有|以及)/
/** Procurement set aside for small firms is counted a second time. */
export const SET_ASIDE = /(?=.*(?:采购|合同|预留)).*(?:(?:中小|小微)企业|微型企业)/
export const AMONG = /其中|(?:收入|支出|预算)中(?=[，:])|包括|分别为|具体(?:包括|为)|按[^，]{2,12}分类/
