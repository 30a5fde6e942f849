import { TABLE_TITLES } from '../catalogue/table-kinds.js'
import type { Document } from '../model/document.js'
import type { TableType } from '../model/filing.js'
import { compact, type FrontTitle } from './front-page.js'

/**
 * `filing`: enough of what makes a budget filing or final account · `no-text`: nothing could be read ·
 * `other-paper`: the title says it is something else · `too-little`: too few signs of a filing.
 */
export type FilingReason = 'filing' | 'no-text' | 'other-paper' | 'too-little'

export interface FilingDecision {
  isFiling: boolean
  reason: FilingReason
  /** The signs that were found, for people. */
  signs: string[]
}

/** Titles of papers that use the same words: notices, evaluations, forms, standards, statistics, whole governments. */
const OTHER_PAPER =
  /通知$|通知书|批复|申请表|绩效(?:评价|自评)(?:结果|报告)|工作年度报[表告]|流程图|经济指标|标准$|规范$|预算草案|预算执行情况|审计(?:结果|报告)|工作报告|办法$/
const FILING_TITLE = /(?:部门|单位)(?:综合)?[预决]算(?:信息)?(?:公开|情况|说明|报表|表|$)/

/** Tables that hold a department's money; one alone may stand in other papers, three hardly. */
const MONEY_TABLES: ReadonlySet<TableType> = new Set([
  'income-expenditure-summary',
  'income-summary',
  'expenditure-summary',
  'fiscal-summary',
  'fiscal-by-function',
  'general-by-function',
  'general-by-economy',
  'general-basic-by-function',
  'general-basic-by-economy',
  'fiscal-basic-by-economy',
  'government-fund',
  'state-capital',
  'three-public',
])

const SUBJECTS: readonly RegExp[] = [
  /收支|收入.*支出|收入[预决]算|支出[预决]算/,
  /财政拨款|一般公共预算/,
  /三公/,
  /机关运行经费/,
  /政府采购/,
  /国有资产/,
  /绩效/,
]
const TOTALS = /(?:收入|支出|收支)(?:总)?(?:[预决]算|总计|合计)[^。；，]{0,12}?[\d,]+(?:\.\d+)?(?:万|亿)?元/

/** Three of six signs, one of them tables or sections with money: a file may hold only tables or only prose. */
const SIGNS_NEEDED = 3

/** Decides by structure whether a document is a filing; single words (预算, 绩效, codes, 单位：) stand in others too. */
export function isFiling(
  document: Document,
  found: { title: FrontTitle; year: string; kind: string; organization: string },
): FilingDecision {
  if (document.pages.every((p) => p.characters === 0))
    return { isFiling: false, reason: 'no-text', signs: [] }
  const { title } = found
  if (OTHER_PAPER.test(title.text) && !FILING_TITLE.test(title.text)) {
    return { isFiling: false, reason: 'other-paper', signs: [title.text] }
  }
  const kinds = new Set<TableType>()
  const heads: string[] = []
  let totals = false
  for (const block of document.blocks) {
    if (block.kind === 'table') {
      const tableTitle = compact(block.title).replace(/[“”"]/g, '')
      const kind = TABLE_TITLES.find(([, pattern]) => pattern.test(tableTitle))?.[0]
      if (kind && MONEY_TABLES.has(kind)) kinds.add(kind)
    } else {
      const text = compact(block.kind === 'heading' ? block.title.text : block.text.text)
      if (block.kind === 'heading' || block.role === 'contents' || text.length < 40) heads.push(text)
      if (!totals && block.kind === 'paragraph') totals = TOTALS.test(text)
    }
  }
  const subjects = SUBJECTS.filter((subject) => heads.some((h) => subject.test(h))).length
  const signs: string[] = []
  if (title.year && title.kind && found.organization) signs.push('title')
  else if (found.year && found.kind && found.organization) signs.push('year-and-name')
  if (kinds.has('income-expenditure-summary') || kinds.has('fiscal-summary')) signs.push('summary-table')
  if (kinds.size >= 3) signs.push('money-tables')
  if (subjects >= 3) signs.push('sections')
  if (totals) signs.push('totals-in-prose')
  if (heads.some((h) => /名[词称]解释/.test(h))) signs.push('glossary')
  const money = signs.some((s) => s !== 'title' && s !== 'year-and-name' && s !== 'glossary')
  const enough = money && signs.length >= SIGNS_NEEDED
  return { isFiling: enough, reason: enough ? 'filing' : 'too-little', signs }
}
