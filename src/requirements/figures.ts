// Takes the figures of a paper, gives those that are asked for: of this year and basis, of the whole before one fund's part.

import type { Way } from '../catalogue/index.js'
import type { Fact, Fund } from '../model/filing.js'
import { filingOfId } from '../model/filing-of-id.js'
import { groupBy } from '../model/group-by.js'
import { type Decimal, decimal } from '../model/money.js'
import { folded } from '../model/printed/folded.js'
import type { Paper, Spot } from './paper.js'
import { MISSING, type Sight, shortened, yearOf } from './sight.js'
import { columnHead, printedRow } from './tables.js'

const fileOf = (fact: Fact): string => filingOfId(fact.fact_id)

const worded = (name: string, fact: Fact): string => `${name} ${fact.raw}${fact.unit}`.trim()

const figureOf = (fact: Fact): Spot => ({
  file: fileOf(fact),
  page: fact.page,
  evidence: worded(fact.label, fact),
})

/** Labels tell the figures of one row not apart: their columns' heads do. */
const isToldApart = (facts: readonly Fact[]): boolean =>
  facts.every((f) => f.label !== '') && new Set(facts.map((f) => f.label)).size === facts.length

const headOf = (fact: Fact, paper: Paper): string => {
  const table = paper.tables.find((t) => t.table_id === fact.table_id)
  return (table && columnHead(table, fact.column ?? -1)) || fact.label
}

/** Quoted is what stands on the page of the first. */
const spotOfAll = (facts: readonly Fact[], paper: Paper): Spot => {
  const isTold = isToldApart(facts)
  const first = figureOf(facts[0] as Fact)
  const beside = facts.filter((f) => fileOf(f) === first.file && f.page === first.page)
  const quoted = beside.map((f) => worded(isTold ? f.label : headOf(f, paper), f)).join('；')
  return { ...first, evidence: beside.length < facts.length ? `${quoted}…` : quoted }
}

/** Amounts of another year, and what was planned for a year that is over, stand beside what is asked. */
function isAsked(fact: Fact, paper: Paper): boolean {
  if (fact.measure === 'count') return true
  const year = yearOf(paper)
  const isFinal = paper.files[0]?.kind === 'final'
  return (
    fact.measure === 'amount' &&
    (fact.year === '' || year === '' || fact.year === year) &&
    (!isFinal || fact.basis === 'final' || fact.basis === '')
  )
}

/** What is of all funds stands before what is of one. */
const FUNDS: readonly Fund[] = ['', 'all', 'fiscal', 'general']
const fundRank = (fund: Fund): number => (FUNDS.includes(fund) ? FUNDS.indexOf(fund) : FUNDS.length)

/** How far a figure is from being the organization's own for this year: less is better. */
const distance = (fact: Fact, year: string): number =>
  (fact.entity === '' ? 0 : 100) +
  (fact.function_code + fact.economy_code === '' ? 0 : 50) +
  (fact.year === year ? 0 : 10) +
  fundRank(fact.fund)

/** Figures without names of their own stand behind those with them. */
const UNTOLD = 5

/** One of each, in the same order; nothing where one is missing. */
function oneOfEach(concepts: readonly (readonly string[])[], facts: readonly Fact[]): Fact[] | undefined {
  const found = concepts.flatMap((one) => facts.find((f) => one.includes(f.concept)) ?? [])
  return found.length === concepts.length ? found : undefined
}

export function allFacts(concepts: readonly (readonly string[])[], paper: Paper): Sight {
  const year = yearOf(paper)
  const asked = paper.facts
    .filter((f) => isAsked(f, paper) && concepts.some((one) => one.includes(f.concept)))
    .toSorted((a, b) => distance(a, year) - distance(b, year))
  const means = (f: Fact) => [fileOf(f), f.fund, f.entity, f.year, f.basis].join()
  const far = (facts: readonly Fact[]): number =>
    Math.max(...facts.map((f) => distance(f, year))) + (isToldApart(facts) ? 0 : UNTOLD)
  // Those that stand together are read together.
  for (const key of [(f: Fact) => `${means(f)},${f.page},${f.table_id}`, means, () => '']) {
    const [nearest] = [...groupBy(asked, key).values()]
      .flatMap((group) => {
        const found = oneOfEach(concepts, group)
        return found ? [found] : []
      })
      .toSorted((a, b) => far(a) - far(b))
    if (nearest) return spotOfAll(nearest, paper)
  }
  return MISSING
}

/** A figure that is not zero: `0个项目` shows none. */
export function someFacts(concepts: readonly (readonly string[])[], paper: Paper): Sight {
  const some = paper.facts.filter((f) => isAsked(f, paper) && Number(f.value) !== 0)
  const found = oneOfEach(concepts, some)
  return found ? spotOfAll(found, paper) : MISSING
}

/** What is not printed is nothing where the printed parts are the whole. */
export function partsOf(whole: string, parts: readonly string[], paper: Paper): Sight {
  const asked = paper.facts.filter((f) => f.measure === 'amount' && isAsked(f, paper))
  const near = asked.toSorted((a, b) => distance(a, yearOf(paper)) - distance(b, yearOf(paper)))
  for (const total of near.filter((f) => f.concept === whole)) {
    const beside = near.filter(
      (f) =>
        f.year === total.year &&
        f.basis === total.basis &&
        f.fund === total.fund &&
        f.entity === total.entity,
    )
    const own = parts.flatMap(
      (part) =>
        beside.find((f) => f.concept === part && f.page === total.page) ??
        beside.find((f) => f.concept === part) ??
        [],
    )
    const sum = own.reduce((s, f) => s.plus(decimal(f.value)), decimal('0'))
    if (own.length > 0 && sum.eq(decimal(total.value))) return spotOfAll([total, ...own], paper)
  }
  return MISSING
}

/** Share of the whole that is as good as all of it. */
const NEARLY_ALL = 0.95

/** Treasury money is nearly all of what is printed as the whole, whatever is counted into that. */
export function isNearlyAll(concept: string, paper: Paper): boolean {
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

/** A figure of the tables that are named first stands before those of the next. */
export function digitsOf({ of, digits, types }: Extract<Way, { kind: 'digits' }>, paper: Paper): Sight {
  const codeOf = (f: Fact): string =>
    of === 'function' ? f.function_code : f.economy_code || f.government_economy_code
  // Spending by economy is asked of what is basic.
  const isOf = (f: Fact): boolean => of === 'function' || f.nature !== 'project'
  const tables = types.flatMap((type) => paper.tables.filter((t) => t.type === type))
  const own = tables.flatMap((t) => paper.facts.filter((f) => f.table_id === t.table_id && isOf(f)))
  const deepest = own.filter((f) => codeOf(f).length >= digits)
  const deep = deepest.find((f) => Number(f.value) !== 0) ?? deepest[0]
  if (deep) {
    const table = tables.find((t) => t.table_id === deep.table_id)
    const row = table && printedRow(table, deep.row ?? -1, deep.column ?? -1)
    return row ?? figureOf(deep)
  }
  const said = paper.facts.filter((f) => f.source === 'prose' && isOf(f) && codeOf(f).length >= digits)
  for (const fact of said) {
    const spot = sentenceOf(fact, codeOf(fact), paper)
    if (spot) return spot
  }
  const [first] = tables
  if (!first) return { unclear: 'no-such-table' }
  // Blank tables have no codes to show; rows whose codes were not read may have them.
  if (own.every((f) => Number(f.value) === 0)) return { unclear: 'no-figures' }
  const at = { file: first.file, page: first.page_first, evidence: first.title }
  return own.some((f) => codeOf(f) !== '') ? { missing: true, at } : { unclear: 'codes-unread' }
}

/** The sentence of a figure, where it prints the code with it. */
function sentenceOf(fact: Fact, code: string, paper: Paper): Spot | undefined {
  const section = paper.files.flatMap((f) => f.sections).find((s) => s.section_id === fact.section_id)
  const sentences = folded(section?.text ?? '').match(/[^。;]+[。;]?/g) ?? []
  const sentence = sentences.find((s) => s.includes(code) && s.includes(folded(fact.raw)))
  return sentence === undefined ? undefined : { ...figureOf(fact), evidence: shortened(sentence) }
}
