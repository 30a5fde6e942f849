import type { Fact } from '../../model/filing.js'
import { type Saying, said } from '../../model/saying.js'
import { apartLike, decimalsOf, printedLike, unitOfSentence } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import { cellNamed, measured, pageNamed, placeNamed } from '../naming.js'
import { titleOf as titleOfSection, titleOfTable } from '../print.js'
import type { Paper } from './across.js'

/** `2025年部门预算`. */
export const titleOf = ({ year, level, kind }: Pick<Paper, 'year' | 'level' | 'kind'>): Saying =>
  said(`paper.${level}-${kind}`, { year })

/** `2025年部门预算第6页《支出总表》“行政运行”印为12.00万元`, in the unit of the sentence. */
export function saysOf(paper: Paper, fact: Fact, like: Fact = fact): Saying {
  const filing = fileOf(paper, fact)
  return said('across.print', {
    paper: titleOf(paper),
    page: pageNamed(filing, fact.page),
    place: placeNamed(filing, fact),
    name: measured(cellNamed(filing, fact), fact.measure),
    printed: printedLike(fact, like),
  })
}

/** `2025年部门预算第6页《支出总表》`: where a figure stands. */
export const tableOf = (paper: Paper, fact: Fact): Saying =>
  said('across.table', {
    paper: titleOf(paper),
    page: pageNamed(fileOf(paper, fact), fact.page),
    place: placeNamed(fileOf(paper, fact), fact),
  })

/** Two prints that should be one, each in its paper, in the unit of the first. */
export function contrast(a: readonly [Paper, Fact], b: readonly [Paper, Fact], difference: string) {
  const like = unitOfSentence([a[1], b[1]])
  return {
    first: saysOf(...a, like),
    second: saysOf(...b, like),
    difference: apartLike(difference, like, decimalsOf([a[1], b[1]], like)),
  }
}

/** Which of a paper's files prints a figure. */
export const fileOf = (paper: Paper, fact: Fact): Paper['filings'][0] =>
  paper.filings.find((f) => fact.fact_id.startsWith(f.filing_id)) ?? (paper.filings[0] as Paper['filings'][0])

/** Table or section by its printed title. */
export function placeOf(paper: Paper, fact: Fact): string {
  for (const filing of paper.filings) {
    const table = tableOfId(filing, fact.table_id)
    if (table) return titleOfTable(table)
    const section = filing.sections.find((s) => s.section_id === fact.section_id)
    if (section) return titleOfSection(section)
  }
  return '正文'
}
