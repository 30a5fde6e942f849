import type { Document, Table } from '../model/document.js'
import { tableMeaning } from './aspects/table-kind.js'
import { compact, type FrontTitle } from './front-page.js'

/** Forms of what was reached, not of what is aimed at, belong to other papers. */
const OF_RESULTS = /自评|评价|完成情况|监控/
const TARGETS = /绩效目标|目标申报/
/** Most of the forms that print whose they are name the department beside one of these words. */
const WHOSE =
  /^(?:(?:预算|项目)?(?:主管)?部门|(?:预算|项目|实施|申报|填报)?单位)(?:[（(]单位[）)])?(?:名称)?(?:及代码)?[:：]?$/
/** `[117]西安市…`: the budget code before a name. */
const CODE = /^[[（(【]?\d{3,9}[\])）】]?[-—_]?/
const YEAR = /(20\d{2})年度?/

/** Sentences of an annex: a remark or two; a notice or a report has more. */
const MOST_SENTENCES = 2

/**
 * Tables of performance targets published as a file of their own: by their kind, no table of money among them and no
 * text around them.
 */
export function isTargetAnnex(document: Document, title: FrontTitle): boolean {
  const tables = tablesOf(document)
  const named = [title.text, ...tables.map((t) => compact(t.title)), ...headsOf(document)]
  if (!named.some((text) => TARGETS.test(text)) || named.some((text) => OF_RESULTS.test(text))) return false
  const sentences = document.blocks.filter((b) => b.kind === 'paragraph' && b.text.text.includes('。'))
  if (sentences.length > MOST_SENTENCES) return false
  const kinds = tables.map((t) => tableMeaning(t, []).type)
  return (
    kinds.some((kind) => kind.startsWith('performance-')) &&
    kinds.every((kind) => kind.startsWith('performance-') || kind === 'unknown' || kind === 'contents')
  )
}

/** Who the forms say they are of: `主管部门 | …`. */
export function namesInForms(document: Document, isMeant: (table: Table) => boolean): string[] {
  return tablesOf(document)
    .filter(isMeant)
    .flatMap((table) =>
      table.cells
        .filter((cell) => WHOSE.test(compact(cell.text.text)))
        .map((cell) =>
          table.cells.find((c) => c.row === cell.row && c.column === cell.column + cell.columnSpan),
        )
        .flatMap((beside) => (beside ? [compact(beside.text.text).replace(CODE, '')] : [])),
    )
}

/** The year that the forms are of, from their titles and the lines below: `（2031年度）`. */
export function yearOfTargets(document: Document): string {
  for (const text of [
    ...tablesOf(document).flatMap((t) => [t.title, ...t.captionLines]),
    ...headsOf(document),
  ]) {
    const year = YEAR.exec(compact(text))?.[1]
    if (year) return year
  }
  return ''
}

const tablesOf = (document: Document): Table[] =>
  document.blocks.filter((block): block is Table => block.kind === 'table')

const headsOf = (document: Document): string[] =>
  document.blocks.flatMap((block) => (block.kind === 'heading' ? [compact(block.title.text)] : []))
