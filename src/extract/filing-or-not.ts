import { sectionTypeOf } from '../catalogue/section-titles.js'
import type { Document } from '../model/document.js'
import type { SectionType, TableType } from '../model/filing.js'
import { tableMeaning } from './aspects/table-kind.js'
import { compact, type FrontTitle, labelledNames } from './front-page.js'
import { isTargetAnnex } from './target-annex.js'

/**
 * `filing`: enough of what makes a budget filing or final account · `target-annex`: the targets of a named department,
 * published as a file of their own · `no-text`: nothing could be read ·
 * `other-paper`: the title says it is something else · `too-little`: too few signs of a filing.
 */
export type FilingReason = 'filing' | 'target-annex' | 'no-text' | 'other-paper' | 'too-little'

export interface FilingDecision {
  isFiling: boolean
  reason: FilingReason
  /** The signs that were found, for people. */
  signs: string[]
}

/** Titles of papers that use the same words: notices, evaluations, forms, standards, statistics, whole governments. */
const OTHER_PAPER =
  /通知|批复|申请表|绩效(?:评价|自评|目标)|工作年度报[表告]|流程图|经济指标|标准$|规范$|办法$|预算草案|预算执行|预算调整|政府[预决]算|财政总?[预决]算|审计(?:结果|报告)|工作报告/
const FILING_TITLE = /(?:部门|单位)(?:综合)?[预决]算(?:信息)?(?:公开|情况|编制|说明|报表|表|$)/

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

/** Sections in which a filing explains its money and what the law wants told beside it. */
const MONEY_SECTIONS: ReadonlySet<SectionType> = new Set([
  'revenue-expenditure',
  'fiscal-appropriation',
  'general-budget',
  'government-fund',
  'state-capital',
  'three-public',
  'operating-cost',
  'procurement',
  'assets',
])

/** A sentence that states a total: `收入预算总计4,651.67万元`, `收支总预算99,230.46万元`. */
const TOTALS =
  /(?:(?:收入|支出|收支)总?(?:[预决]算|总计|合计)|[预决]算(?:收入|支出)|总(?:收入|支出))[^。；，]{0,12}?[\d,]+(?:\.\d+)?(?:万|亿)?元/

/**
 * So many kinds of money tables, the tables of all income and all spending among them, are a department's whole set:
 * a file of tables alone needs to say nothing else. What a whole government publishes has no 收支总表.
 */
const WHOLE_SET = 4
const OF_ALL_MONEY: readonly TableType[] = [
  'income-expenditure-summary',
  'income-summary',
  'expenditure-summary',
]

/** Three signs, one of them money: a file may hold only tables or only prose. A page or two show less. */
const SIGNS_NEEDED = 3
const SIGNS_NEEDED_OF_A_PAGE = 2
const FEW_PAGES = 2

/** Which money tables there are, and whether one of them declares both whose it is and in what unit. */
function moneyTables(document: Document): { kinds: Set<TableType>; declared: boolean } {
  const kinds = new Set<TableType>()
  let declared = false
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue
    const kind = tableMeaning(block, []).type
    if (!MONEY_TABLES.has(kind)) continue
    kinds.add(kind)
    const captions = block.captionLines.join(' ')
    declared ||= labelledNames(captions).length > 0 && /单位[:：]\s*[百千万亿]*元/.test(captions)
  }
  return { kinds, declared }
}

/** Which money sections there are by their heads and contents, and whether a sentence states a total. */
function moneyProse(document: Document): { kinds: Set<SectionType>; totals: boolean } {
  const kinds = new Set<SectionType>()
  let totals = false
  for (const block of document.blocks) {
    if (block.kind === 'table') continue
    const text = compact(block.kind === 'heading' ? block.title.text : block.text.text).replace(/[“”"]/g, '')
    // A head may be read as a short paragraph; a long paragraph is none.
    const kind = block.kind === 'heading' || text.length < 40 ? sectionTypeOf(text) : undefined
    if (kind) kinds.add(kind)
    if (block.kind === 'paragraph') totals ||= TOTALS.test(text)
  }
  return { kinds, totals }
}

/** Decides by structure whether a document is a filing; single words (预算, 绩效, codes, 单位：) stand in others too. */
export function isFiling(
  document: Document,
  found: { title: FrontTitle; year: string; kind: string; organization: string },
): FilingDecision {
  if (document.pages.every((p) => p.characters === 0))
    return { isFiling: false, reason: 'no-text', signs: [] }
  const { title } = found
  // A notice that hands out targets speaks of them in its title too.
  const isOther = OTHER_PAPER.test(title.text.replaceAll('绩效目标', ''))
  if (!isOther && found.organization && found.year && isTargetAnnex(document, title))
    return { isFiling: true, reason: 'target-annex', signs: ['target-tables'] }
  if (OTHER_PAPER.test(title.text) && !FILING_TITLE.test(title.text)) {
    return { isFiling: false, reason: 'other-paper', signs: [title.text] }
  }
  const tables = moneyTables(document)
  const prose = moneyProse(document)
  const named = Boolean(found.organization && found.kind && found.year)
  const wholeSet = tables.kinds.size >= WHOLE_SET && OF_ALL_MONEY.every((kind) => tables.kinds.has(kind))
  const money: [string, boolean][] = [
    ['summary-table', tables.kinds.has('income-expenditure-summary') || tables.kinds.has('fiscal-summary')],
    ['money-tables', tables.kinds.size >= 3],
    ['whole-set', wholeSet],
    ['declared-table', tables.declared],
    ['money-sections', [...prose.kinds].filter((kind) => MONEY_SECTIONS.has(kind)).length >= 3],
    ['totals-in-prose', prose.totals],
  ]
  const others: [string, boolean][] = [
    ['title', named],
    ['glossary', prose.kinds.has('glossary')],
  ]
  const signs = [...others, ...money].filter(([, there]) => there).map(([sign]) => sign)
  const needed = document.pages.length <= FEW_PAGES ? SIGNS_NEEDED_OF_A_PAGE : SIGNS_NEEDED
  const enough = wholeSet || (signs.length >= needed && money.some(([, there]) => there))
  return { isFiling: enough, reason: enough ? 'filing' : 'too-little', signs }
}
