import {
  type CodeEntry,
  type CodeQuery,
  economyCodes,
  economyName,
  foldName,
  functionCodes,
  functionName,
  governmentEconomyCodes,
  governmentEconomyName,
} from '../catalogue/index.js'
import type { Extracted, Fact, TableCell } from '../model/filing.js'
import { type Saying, said } from '../model/saying.js'
import { tableOfId } from './by-table.js'
import type { PrintedPlace } from './check.js'
import { boxOfCells, compact, placeOfFact } from './print.js'

/** Lookups of one of the three classifications. */
export interface Classification {
  title: string
  /** The same in a sentence. */
  named: Saying
  /** The name of a code in a year, or in any. */
  name(code: string, year?: number): { names: string[]; doubtful: boolean } | undefined
  codes(name: string, query?: CodeQuery): CodeEntry[]
}

export const FUNCTION: Classification = {
  title: '支出功能分类',
  named: said('classification.function'),
  name: functionName,
  codes: functionCodes,
}
export const DEPARTMENT: Classification = {
  title: '部门预算支出经济分类',
  named: said('classification.department'),
  name: economyName,
  codes: economyCodes,
}
export const GOVERNMENT: Classification = {
  title: '政府预算支出经济分类',
  named: said('classification.government'),
  name: governmentEconomyName,
  codes: governmentEconomyCodes,
}

/** A code with the name printed beside it. */
export interface PrintedCode {
  classification: Classification
  code: string
  /** Empty where the row bears codes of several classifications: its name may be that of another one. */
  name: string
  fact: Fact
}

/** All codes of a filing with their names, each pair once. */
export function printedCodes(filing: Extracted): PrintedCode[] {
  const found = new Map<string, PrintedCode>()
  for (const printed of filing.facts.flatMap(printedCode)) {
    const key = `${printed.classification.title}|${printed.code}|${foldName(printed.name)}`
    if (!found.has(key)) found.set(key, printed)
  }
  return [...found.values()]
}

/** The codes of one figure with the name printed beside them. */
export function printedCode(fact: Fact): PrintedCode[] {
  const codes = codesOf(fact)
  const name = codes.length === 1 ? nameOfCode(fact.label) : ''
  return codes.map(([classification, code]) => ({ classification, code, name, fact }))
}

function codesOf(fact: Fact): [Classification, string][] {
  const codes: [Classification, string][] = []
  if (fact.function_code) codes.push([FUNCTION, fact.function_code])
  // The contract keeps the government's codes with the department's where a row has only one.
  if (fact.economy_code)
    codes.push([fact.economy_code.startsWith('5') ? GOVERNMENT : DEPARTMENT, fact.economy_code])
  if (fact.government_economy_code) codes.push([GOVERNMENT, fact.government_economy_code])
  return codes
}

/** Without list marks: `（1）行政运行` is read as `)行政运行`, Beijing prints `2010401-行政运行`. */
const nameOfCode = (label: string): string => label.replace(/^[\s\d()（）、.．-]+/, '')

/** Whether a printed name is one of these, spelling aside; a budget system's suffix `行政运行（公安）` counts for nothing. */
export function isOneOf(name: string, official: readonly string[]): boolean {
  const folded = same(name)
  const bare = folded.replace(/(?<=..)\([^()]*\)$/, '')
  return official.some((o) => same(o) === folded || same(o) === bare)
}

const same = (name: string): string => foldName(name).replaceAll('其它', '其他').replace(/费用$/, '费')

/** A code stands where it and its name are printed; in running text where its figure is. */
export const codeAt = (filing: Extracted, printed: PrintedCode): PrintedPlace => {
  const { fact, code } = printed
  const cells = [...codeCells(filing, printed), ...nameCells(filing, printed)]
  return {
    page: fact.page,
    bbox: boxOfCells(cells, fact.page) ?? fact.bbox,
    place: placeOfFact(filing, fact),
    evidence: `${code} ${fact.label} ${fact.raw}`,
  }
}

/** Whether the row prints the code, or the part of its own level: `30202`, `302 | 02`, `302 | 2`. */
export const isCodePrinted = (filing: Extracted, printed: PrintedCode): boolean =>
  codeCells(filing, printed).length > 0

function codeCells(filing: Extracted, { code, fact }: PrintedCode): TableCell[] {
  const own = code.length === 3 ? code : code.slice(-2)
  return rowOf(filing, fact).filter((c) => {
    const text = compact(c.text)
    return text.startsWith(code) || text === own || text === own.replace(/^0/, '')
  })
}

const nameCells = (filing: Extracted, { fact }: PrintedCode): TableCell[] =>
  rowOf(filing, fact).filter((c) => fact.label !== '' && compact(c.text).endsWith(compact(fact.label)))

function rowOf(filing: Extracted, { table_id, row }: Fact): TableCell[] {
  const table = tableOfId(filing, table_id)
  return table && row !== null ? table.cells.filter((c) => c.row === row + table.header_rows) : []
}
