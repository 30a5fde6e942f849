import type { Way, Words } from '../catalogue/index.js'
import type { Fact, Fund, TableType } from '../model/filing.js'
import { type Decimal, decimal } from '../model/money.js'
import { DOWN, UP } from '../model/printed/direction.js'
import { fits } from '../model/printed/fits.js'
import { folded } from '../model/printed/folded.js'
import type { Paper, Passage, Spot } from './paper.js'

/** What a way finds: where it is published, that it is not, or that our reading does not tell. */
export type Sight = Spot | { missing: true; at?: Spot } | { unclear: string }

export const isSpot = (sight: Sight): sight is Spot => 'evidence' in sight

const MISSING: Sight = { missing: true }

export function look(way: Way, paper: Paper): Sight {
  switch (way.kind) {
    case 'table':
      return tableOf(way.types, paper)
    case 'title':
      return paper.titles.find((t) => fits(t.text, way.words)) ?? MISSING
    case 'heading':
      return paper.headings.find((t) => fits(t.text, way.words)) ?? MISSING
    case 'section':
      return sectionOf(way.types, paper)
    case 'facts':
      return allFacts(way.concepts, paper)
    case 'parts':
      return partsOf(way.whole, way.parts, paper)
    case 'words':
      return sentenceWith(passagesOf(way.types, paper), (s) => fits(s, way.words)) ?? MISSING
    case 'cells':
      return cellsWith(way, paper)
    case 'reason':
      if (way.of !== undefined && !isNearlyAll(way.of, paper)) return MISSING
      return reasonOf(
        passagesOf(way.types, paper).filter((p) => !NARRATIVE.has(p.type)),
        way.words,
      )
    case 'none':
      return sentenceWith(passagesOf([], paper), (s) => saysNone(s, way.words, yearOf(paper))) ?? MISSING
    case 'digits':
      return digitsOf(way, paper)
    case 'explained-empty':
      return emptiesOf(paper)
    case 'published':
      return dateOf(paper)
  }
}

/** A term explained is no statement: the glossary counts only where it is asked for. */
const passagesOf = (types: readonly string[], paper: Paper): readonly Passage[] =>
  types.length === 0
    ? paper.passages.filter((p) => p.type !== 'glossary')
    : paper.passages.filter((p) => types.includes(p.type))

/** Characters of evidence that tell a person what was seen. */
const EVIDENCE = 80

const spotOf = (passage: Passage, offset: number, text: string): Spot => ({
  file: passage.file,
  page: passage.pageAt(offset),
  evidence: text.length > EVIDENCE ? `${text.slice(0, EVIDENCE)}…` : text,
})

const SENTENCES = /[^。!\n]+[。!]?/g
const CLAUSES = /[^。;!\n]+[。;!]?/g

function sentenceWith(passages: readonly Passage[], holds: (s: string) => boolean): Spot | undefined {
  for (const passage of passages)
    for (const match of passage.text.matchAll(SENTENCES))
      if (holds(match[0])) return spotOf(passage, match.index, match[0])
  return undefined
}

function tableOf(types: readonly string[], paper: Paper): Sight {
  const found = paper.tables.find((t) => types.includes(t.type))
  return found ? { file: found.file, page: found.page_first, evidence: nameOf(found) } : MISSING
}

/** As printed; a table without title by the words it begins with. */
const nameOf = (table: Paper['tables'][0]): string =>
  table.title || table.marker || (table.cells.find((c) => c.text !== '')?.text ?? '')

/** A heading counts where something stands under it: running text, further headings or a table. */
function sectionOf(types: readonly string[], paper: Paper): Sight {
  for (const file of paper.files)
    for (const section of file.sections) {
      if (!types.includes(section.type)) continue
      const id = section.section_id
      const isFilled =
        section.text.trim() !== '' ||
        file.sections.some((s) => s.parent_id === id) ||
        file.tables.some((t) => t.section_id === id)
      if (isFilled)
        return { file: file.filing_id, page: section.page, evidence: section.number + section.title }
    }
  return MISSING
}

const figureOf = (fact: Fact): Spot => ({
  file: fact.fact_id.slice(0, 16),
  page: fact.page,
  evidence: `${fact.label} ${fact.raw}${fact.unit}`.trim(),
})

const isStated = (fact: Fact): boolean => fact.measure === 'amount' || fact.measure === 'count'

function allFacts(concepts: readonly (readonly string[])[], paper: Paper): Sight {
  const found = concepts.map((one) => paper.facts.find((f) => isStated(f) && one.includes(f.concept)))
  if (found.some((f) => f === undefined)) return MISSING
  const facts = found as Fact[]
  return {
    ...figureOf(facts[0] as Fact),
    evidence: facts.map((f) => `${f.label} ${f.raw}${f.unit}`.trim()).join('；'),
  }
}

/** What is not printed is nothing where the printed parts are the whole. */
function partsOf(whole: string, parts: readonly string[], paper: Paper): Sight {
  const amounts = paper.facts.filter((f) => f.measure === 'amount')
  for (const total of amounts.filter((f) => f.concept === whole)) {
    const own = parts.flatMap(
      (part) =>
        amounts.find((f) => f.concept === part && f.year === total.year && f.basis === total.basis) ?? [],
    )
    const sum = own.reduce((s, f) => s.plus(decimal(f.value)), decimal('0'))
    if (own.length > 0 && sum.eq(decimal(total.value)))
      return { ...figureOf(total), evidence: [total, ...own].map((f) => `${f.label} ${f.raw}`).join('；') }
  }
  return MISSING
}

function cellsWith({ types, words, together }: Extract<Way, { kind: 'cells' }>, paper: Paper): Sight {
  const own = (type: TableType) => (types.length > 0 ? types.includes(type) : type !== 'contents')
  for (const table of paper.tables.filter((t) => own(t.type))) {
    const cells = table.cells.map((c) => ({ ...c, text: folded(c.text) }))
    const found = together
      ? words.some((all) => all.every((w) => cells.some((c) => c.text.includes(w))))
        ? cells.find((c) => c.text.includes(words[0]?.[0] as string))
        : undefined
      : cells.find((c) => fits(c.text, words))
    if (found) return { file: table.file, page: found.page, evidence: `${table.title} ${found.text}`.trim() }
  }
  return MISSING
}

/** Share of the whole that is as good as all of it. */
const NEARLY_ALL = 0.95

/** Treasury money is nearly all of what is printed as the whole, whatever is counted into that. */
function isNearlyAll(concept: string, paper: Paper): boolean {
  const amounts = (fund: readonly Fund[], concepts: readonly string[]) =>
    paper.facts
      .filter(
        (f) =>
          f.measure === 'amount' &&
          f.entity + f.function_code === '' &&
          f.year === yearOf(paper) &&
          fund.includes(f.fund) &&
          concepts.includes(f.concept),
      )
      .map((f) => decimal(f.value))
  const greatest = (values: readonly Decimal[]) => values.reduce((a, b) => (a.gt(b) ? a : b), decimal(0))
  const whole = greatest(amounts(['all'], [concept, `${concept}.grand-total`]))
  return whole.gt(0) && greatest(amounts(['fiscal', 'general'], [concept])).gte(whole.times(NEARLY_ALL))
}

const DIRECTION = new RegExp(`${UP}|${DOWN}|增减|变化|变动`)
/** A figure moved: by something, not by 0.00. */
const MOVED = new RegExp(`(?:${UP}|${DOWN})[^。;,\\d]{0,6}(?!0(?:\\.0+)?(?![\\d.]))\\d`)
const FLAT = /持平|相同|一致|不变|(?:无|未发生|没有)(?:增减)?(?:变化|变动)|无增减/
const WHY = /原因|主要是|主要系|主要因|主要由于|主要为|由于|因为|系因|是因|厉行节约|落实/

/** Tasks too are 增加 and 提高, and tell why. */
const NARRATIVE = new Set(['duties', 'tasks', 'organization'])

/** What a sentence is about stands before its reason, which names other things too. */
const told = (sentence: string): string =>
  /^(.{4,}?)(?:原因|主要是|主要系|主要由于)/.exec(sentence)?.[1] ?? sentence

/** 2026年预算比2025年预算增加5.00万元: of which side, the heading says. */
const BUDGET_ITSELF = /^(?:20\d\d年度?)?(?:[我本][^,]{1,3})?总?预算(?:总额|总数|数)?(?=[比较与同])/

/** A change is explained in its own sentence or in one after it; what did not change needs no reason. */
function reasonOf(passages: readonly Passage[], words: Words): Sight {
  let unexplained: Spot | undefined
  let flat: Spot | undefined
  for (const passage of passages) {
    const sentences = [...passage.text.matchAll(CLAUSES)]
    const isAbout = (i: number): boolean =>
      fits(told(sentences[i]?.[0] ?? ''), words) ||
      (BUDGET_ITSELF.test(sentences[i]?.[0] ?? '') && fits(passage.title, words)) ||
      // 收入预算5.00万元。比上年减少1.00万元: the subject stands before it.
      (/^(?:比|较|与|同)/.test(sentences[i]?.[0] ?? '') && i > 0 && isAbout(i - 1))
    const about = sentences.filter((_, i) => isAbout(i))
    const change = about.find((s) => DIRECTION.test(s[0]))
    const why = change && sentences.slice(sentences.indexOf(change)).find((s) => WHY.test(s[0]))
    if (why) return spotOf(passage, why.index, why[0])
    const moved = about.find((s) => MOVED.test(s[0]) && !FLAT.test(s[0]))
    if (moved) unexplained ??= spotOf(passage, moved.index, moved[0])
    const same = about.find((s) => FLAT.test(s[0]))
    if (same) flat ??= spotOf(passage, same.index, same[0])
  }
  if (unexplained) return { missing: true, at: unexplained }
  return flat ?? MISSING
}

/** Nothing in general, and zero in money; not `无变化`. */
const NOTHING =
  /(?:无|没有|未(?:使用|安排|编制|发生|涉及|设)|不涉及|不存在|为空|空表|无数据)(?!增减|变化|变动)|(?<![\d.,])0(?:\.0+)?(?:万元|元|亿元|个|家|[,。;]|$)/
const CLAUSE = /[^,;:。]+/g
const FOLLOWS = /^(?:20\d\d年度?)?(?:本?(?:部门|单位)|我[局委办])?(?=无|没有|未|不涉及|为0|0)/

const yearOf = (paper: Paper): string => paper.files[0]?.fiscal_year ?? ''

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

function digitsOf({ of, digits, types }: Extract<Way, { kind: 'digits' }>, paper: Paper): Sight {
  const tables = paper.tables.filter((t) => types.includes(t.type))
  if (tables.length === 0) return { unclear: 'no-such-table' }
  const ids = new Set(tables.map((t) => t.table_id))
  const codeOf = (f: Fact): string => {
    if (of === 'function') return f.function_code
    return f.economy_code || f.government_economy_code
  }
  const own = paper.facts.filter((f) => ids.has(f.table_id))
  const deep = own.find((f) => codeOf(f).length >= digits)
  if (deep) return { ...figureOf(deep), evidence: `${codeOf(deep)} ${deep.label} ${deep.raw}` }
  // Blank tables have no codes to show; rows whose codes were not read may have them.
  if (own.every((f) => Number(f.value) === 0)) return { unclear: 'no-figures' }
  const isRead = own.some((f) => codeOf(f) !== '')
  const first = tables[0] as (typeof tables)[0]
  const at = { file: first.file, page: first.page_first, evidence: first.title }
  return isRead ? { missing: true, at } : { unclear: 'codes-unread' }
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

export const emptyTables = (paper: Paper) =>
  paper.tables.filter(
    (t) => t.empty && !/^(?:contents|entities|unknown|performance-.*|meetings|trainings)$/.test(t.type),
  )

function emptiesOf(paper: Paper): Sight {
  let spot: Spot | undefined
  for (const table of emptyTables(paper)) {
    const at = { file: table.file, page: table.page_first, evidence: nameOf(table) }
    const note = table.notes.find((n) => NOTHING.test(folded(n)))
    const subject = SUBJECTS.find((s) => folded(table.title).includes(s))
    const said =
      subject && sentenceWith(passagesOf([], paper), (s) => saysNone(s, [[subject]], yearOf(paper)))
    if (!note && !said) return { missing: true, at }
    spot ??= note ? { ...at, evidence: note } : (said as Spot)
  }
  return spot ?? MISSING
}

const DATE = /(?:公开|公布|发布|发文|成文|生成)(?:日期|时间):?(20\d\d[-年./]\d{1,2}(?:[-月./]\d{1,2}日?|月))/
/** The date of a paper on its cover: 2026年2月10日. */
const COVER_DATE =
  /^(?:二[〇○0零O][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}日)?|20\d\d年\d{1,2}月(?:\d{1,2}日)?)$/

function dateOf(paper: Paper): Sight {
  for (const passage of [...paper.front, ...paper.passages]) {
    const match = DATE.exec(passage.text)
    if (match) return spotOf(passage, match.index, match[0])
  }
  const cover = paper.front.find((p) => COVER_DATE.test(p.text))
  // A paper is dated by the page that it is published on, which was not read.
  return cover ? spotOf(cover, 0, cover.text) : { unclear: 'dated-where-published' }
}
