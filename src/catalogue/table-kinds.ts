import type { Fund, Nature, TableType } from '../model/filing.js'

/** What a table's printed title (spaces, quotes and year removed) says it is; the first that fits counts. */
export const TABLE_TITLES: readonly [TableType, RegExp][] = [
  ['contents', /报表目录|^目录|公开.*目录|预算公开表目录/],
  [
    'performance-overall',
    /整体(?:支出)?绩效|部门绩效目标|单位整体|专项资金(?:总体|整体)?绩效|重点专项资金绩效/,
  ],
  ['performance-project', /绩效|目标申报|自评/],
  ['meetings', /会议费(?:明细|计划|预算明细)/],
  ['trainings', /培训费(?:明细|计划|预算明细)/],
  ['three-public', /三公|因公出国/],
  ['procurement', /政府采购|采购预算/],
  ['purchase-of-services', /购买服务/],
  ['operating-cost', /机关运行经费/],
  ['carry-over', /上年结转.*(?:表|明细)|结转资金/],
  ['government-fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
  [
    'general-basic-by-economy',
    /一般公共预算.*基本支出.*(?:经济|部门预算)|一般公共预算(?:拨款|财政拨款|当年拨款)?基本支出(?:预算|决算|情况|明细)*表?$/,
  ],
  ['general-basic-by-function', /一般公共预算.*基本支出.*功能/],
  ['general-by-economy', /一般公共预算.*经济分类/],
  ['general-by-function', /一般公共预算.*支出/],
  ['fiscal-basic-by-economy', /财政拨款基本支出/],
  ['projects', /专项业务经费|专项资金|项目支出明细|项目清单|财政拨款项目支出|项目预算明细/],
  ['basic-summary', /^(?:部门|单位)?(?:预算)?基本支出(?:预算)?(?:总表|明细表|情况表|表)/],
  ['project-summary', /^(?:部门|单位|市级部门)*(?:预算)?项目支出(?:预算)?(?:总表|明细表|情况表|表)/],
  ['fiscal-summary', /财政拨款.*收.*支.*表|财政拨款收支/],
  ['fiscal-by-function', /财政拨款支出/],
  [
    'income-expenditure-summary',
    /收支(?:预算|决算)*总(?:体情况)?表|收支(?:预算|决算)?(?:总体)?(?:情况)?表|收入支出(?:预算|决算)?(?:总|情况)?表|财务收支|收支.*总表/,
  ],
  ['income-summary', /收入(?:预算|决算)?(?:总体情况|情况|总)?表|收入总表|收入预算总表/],
  ['expenditure-summary', /支出(?:预算|决算)?(?:总体情况|情况|总)?表|支出总表|支出预算总表/],
  ['entities', /预算单位(?:构成|名单|一览)|单位构成|单位名单/],
]

/** Words that stand each in some cell of a form that prints no title; the first that fits counts. */
export const TABLE_WORDS: readonly [TableType, readonly RegExp[]][] = [
  ['performance-overall', [/^(?:整体|部门)(?:支出)?绩效/, /指标/]],
  ['performance-project', [/^(?:年度|实施期|总体|项目)*(?:总体)?(?:绩效)?目标$/, /指标|项目名称|预算数/]],
  ['entities', [/^序号$/, /^(?:预算)?单位名称$/]],
]

/** Money that a title names; the first that fits counts. */
export const TITLE_FUNDS: readonly [Fund, RegExp][] = [
  ['government-fund', /政府性基金/],
  ['state-capital', /国有资本经营/],
  ['general', /一般公共预算/],
  ['fiscal', /财政拨款/],
]

/** Nature that a title gives to all figures of its table. */
export const TITLE_NATURES: readonly [Nature, RegExp][] = [
  ['basic', /基本支出/],
  ['project', /项目支出|结转.*支出/],
]

/** Tables whose rows are kept but bind no figure to a concept: lists, forms, targets. */
export const TABLES_WITHOUT_FACTS: ReadonlySet<TableType> = new Set([
  'contents',
  'performance-overall',
  'performance-project',
  'meetings',
  'trainings',
  'purchase-of-services',
  'entities',
  'projects',
  'project-summary',
  'basic-summary',
  'unknown',
])
