import type { Fact } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import { amountLike } from '../print.js'
import type { Paper } from './across.js'

/** `2025年部门预算`. */
export const titleOf = (paper: Paper): string =>
  `${paper.year}年${paper.level === 'unit' ? '单位' : '部门'}${paper.kind === 'final' ? '决算' : '预算'}`

/** `2025年部门预算《支出总表》（第6页）“行政运行”印为12.00万元`. */
export const saysOf = (paper: Paper, fact: Fact): string =>
  `${titleOf(paper)}${placeOf(paper, fact)}（第${fact.page}页）“${fact.label || fact.concept}”印为${printed(fact)}`

const printed = (fact: Fact): string =>
  /\d/.test(fact.raw)
    ? `${fact.raw}${fact.unit}`
    : `“${fact.raw || fact.label}”（${amountLike(decimal(fact.value), fact)}）`

/** Table or section by its printed title. */
export function placeOf(paper: Paper, fact: Fact): string {
  for (const filing of paper.filings) {
    const table = filing.tables.find((t) => t.table_id === fact.table_id)
    if (table) return `《${table.title || table.marker || table.type}》`
    const section = filing.sections.find((s) => s.section_id === fact.section_id)
    if (section) return `“${section.number}${section.title}”`
  }
  return '正文'
}
