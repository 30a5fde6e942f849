// Takes sentences and tables, gives where a paper says that there is none of something.
import type { Words } from '../catalogue/index.js'
import { folded } from '../model/printed/folded.js'
import type { Paper, Spot } from './paper.js'
import { MISSING, passagesOf, type Sight, sentenceWith, yearOf } from './sight.js'
import { nameOf } from './tables.js'

/** Nothing in general, and zero in money; not `无变化`. */
const NOTHING =
  /(?:无|没有|未(?:使用|安排|编制|发生|涉及|设)|不涉及|不存在|为空|空表|无数据)(?!增减|变化|变动)|(?<![\d.,])0(?:\.0+)?(?:万元|元|亿元|个|家|[,。;]|$)/
const CLAUSE = /[^,;:。]+/g
const FOLLOWS = /^(?:20\d\d年度?)?(?:本?(?:部门|单位)|我[局委办])?(?=无|没有|未|不涉及|为0|0)/

/** A clause on another year: 2030年无“三公”经费. */
const isOfOtherYear = (clause: string, year: string): boolean =>
  /上年(?!结转|结余)|去年|上一年/.test(clause) ||
  (/20\d\d年/.test(clause) && year !== '' && !clause.includes(`${year}年`))

/** The word and that there is none stand in one clause on the year, or the next one begins with it. */
export function saysNone(sentence: string, words: Words, year = ''): boolean {
  const clauses = (sentence.match(CLAUSE) ?? []).filter((c) => !isOfOtherYear(c, year))
  const isNone = (word: string, i: number): boolean => {
    const next = clauses[i + 1] ?? ''
    return (
      (clauses[i] as string).includes(word) &&
      (NOTHING.test(clauses[i] as string) || (FOLLOWS.test(next) && NOTHING.test(next)))
    )
  }
  return words.some((all) => all.every((word) => clauses.some((_, i) => isNone(word, i))))
}

/** Of what a table is, without form and year: how a sentence names it. */
const SUBJECTS = [
  '政府性基金',
  '国有资本',
  '三公',
  '结转',
  '采购',
  '绩效',
  '项目',
  '购买服务',
  '会议',
  '培训',
]

type Table = Paper['tables'][0]

/** Tables of other things than money are often without figures. */
const NO_MONEY = /^(?:contents|entities|unknown|performance-.*|meetings|trainings)$/

const isBlank = (table: Table): boolean => table.empty && !NO_MONEY.test(table.type)

const FIGURE = /^-?[\d,]+(?:\.\d+)?$/
const DECIMALS = /\.\d/

/** Printed with nothing but 0.00 in it. */
function isOfZeros(table: Table): boolean {
  const figures = table.cells
    .filter((c) => c.row >= table.header_rows)
    .map((c) => folded(c.text))
    .filter((text) => FIGURE.test(text) && (DECIMALS.test(text) || text === '0'))
  return figures.length > 0 && figures.every((text) => Number(text.replaceAll(',', '')) === 0)
}

/** `注:无。` says that there is no note. */
const NO_NOTE = /^(?:注|备注|说明)?:?无。?$/
const sayingNone = (table: Table): string | undefined =>
  table.notes.find((n) => NOTHING.test(folded(n)) && !NO_NOTE.test(folded(n)))

/** Zeros are no blank: they count where a note under them says that there is nothing. */
const isSaidZero = (table: Table): boolean =>
  !NO_MONEY.test(table.type) && !table.empty && isOfZeros(table) && sayingNone(table) !== undefined

export const emptyTables = (paper: Paper): Table[] => paper.tables.filter((t) => isBlank(t) || isSaidZero(t))

export function emptiesOf(paper: Paper): Sight {
  let spot: Spot | undefined
  for (const table of emptyTables(paper)) {
    const at = { file: table.file, page: table.page_first, evidence: nameOf(table) }
    const note = sayingNone(table)
    const subject = SUBJECTS.find((s) => folded(table.title).includes(s))
    const said =
      subject && sentenceWith(passagesOf([], paper), (s) => saysNone(s, [[subject]], yearOf(paper)))
    if (!note && !said) return { missing: true, at }
    spot ??= note ? { ...at, page: table.page_last, evidence: note } : (said as Spot)
  }
  return spot ?? MISSING
}
