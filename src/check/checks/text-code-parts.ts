import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { withItemsInTable } from '../items-in-table.js'
import { printsOneFund } from '../one-fund.js'
import { isExplainable, onePerMeaning, proseFrames, totalOf, withLoose } from '../prose-lists.js'
import { bestOf, judgeSum } from '../sums.js'

/** A list of items by code in the text adds up to its total. */
export const textCodeParts: Check = {
  id: 'YS-TEXT-CODE-PARTS',
  asserts: {
    zh: '正文按功能（或经济）科目逐项列出的数，加起来等于同一口径的合计。',
    en: 'Items that the text lists by function (or economy) add up to the total of the same money.',
  },
  basis: '明细情况说明列出全部科目；少列一项时合计大于各项之和，多列或重复时小于。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '一般公共预算支出 12.00 万元，其中行政运行（2010101）10.00 万元、培训支出（2050803）2.00 万元',
  passing: [
    { source: 'prose', value: '120000', raw: '12.00' },
    { source: 'prose', function_code: '2010101', value: '100000', raw: '10.00' },
    { source: 'prose', function_code: '2050803', value: '20000', raw: '2.00' },
  ],
  failing: [
    { source: 'prose', value: '110000', raw: '11.00' },
    { source: 'prose', function_code: '2010101', value: '100000', raw: '10.00' },
    { source: 'prose', function_code: '2050803', value: '20000', raw: '2.00' },
  ],
  run: (filing) => {
    const within = descendants(filing)
    const judged = proseFrames(filing).flatMap((frame) => judgeFrame(frame, filing, within))
    return judged.flatMap((j) => (isChange(j) ? ofCompleteList(j, judged) : [j]))
  },
}

const isChange = (j: Judgement): boolean => j.facts[0]?.measure === 'change'

/**
 * Changes add up where the amounts do, but for items of last year that are gone: those lower the total below the sum of
 * the list and never raise it. Where the amounts are no complete list, neither are the changes.
 */
function ofCompleteList(change: Judgement, judged: readonly Judgement[]): Judgement[] {
  const codes = (j: Judgement) =>
    j.facts
      .map((f) => `${f.fund}|${f.function_code}|${f.economy_code}|${f.nature}`)
      .sort()
      .join()
  const amounts = judged.find((j) => !isChange(j) && j.outcome === 'pass' && codes(j) === codes(change))
  if (!amounts) return []
  const gone = change.outcome === 'fail' && change.difference.startsWith('-')
  return [gone ? { ...change, outcome: 'undecided', reason: 'items-of-last-year' } : change]
}

type Within = (section: string) => ReadonlySet<string>

/** A section and all below it: lists are often cut into a subsection per class. */
function descendants(filing: Extracted): Within {
  const below = new Map<string, Set<string>>()
  const parentOf = new Map(filing.sections.map((s) => [s.section_id, s.parent_id]))
  for (const { section_id } of filing.sections)
    for (let at: string | undefined = section_id; at; at = parentOf.get(at)) {
      const set = below.get(at)
      if (set) set.add(section_id)
      else below.set(at, new Set([section_id]))
    }
  return (section) => below.get(section) ?? new Set([section])
}

function judgeFrame(frame: Fact[], filing: Extracted, within: Within): Judgement[] {
  const spending = frame.filter((f) => f.concept === 'expenditure')
  const totals = spending.filter((f) => f.function_code + f.economy_code === '')
  const placed = groupBy(totals, (f) => `${f.section_id}|${f.fund}|${f.nature}`)
  const taken = new Set<Fact>()
  const judged = [...placed.values()].flatMap((prints) => {
    const total = totalOf(prints, prints[0]?.section_id ?? '')
    if (!total) return []
    const inside = within(total.section_id)
    const items = spending.filter((f) => inside.has(f.section_id) && isItemOf(f, total))
    for (const item of items) taken.add(item)
    return VIEWS.flatMap((view) => judgeList(total, items.filter(view.holds), view, filing, items))
  })
  const borrowed = printsOneFund(filing)
    ? listsOfAppropriations(placed, spending, totals, within, filing)
    : []
  // A list below a heading of its own: the total stands in the passage before.
  const alone = spending.filter((f) => f.function_code + f.economy_code !== '' && !taken.has(f))
  const lists = groupBy(alone, (f) => `${f.section_id}|${f.fund}|${f.nature}`)
  const apart = [...lists.values()].flatMap((items) => {
    const first = items[0] as Fact
    const total = totalOf(
      totals.filter((f) => f.fund === first.fund && f.nature === first.nature),
      '',
    )
    return total ? VIEWS.flatMap((view) => judgeList(total, items.filter(view.holds), view, filing)) : []
  })
  return [...judged, ...borrowed, ...apart]
}

/**
 * One fund is printed: there a total of appropriations is the general budget's, where the text has none of its own; the amounts may differ
 * by what is carried over, so that they only tell whether the list is complete.
 */
function listsOfAppropriations(
  placed: ReadonlyMap<string, Fact[]>,
  spending: readonly Fact[],
  totals: readonly Fact[],
  within: Within,
  filing: Extracted,
): Judgement[] {
  return [...placed.values()].flatMap((prints) => {
    const total = totalOf(prints, prints[0]?.section_id ?? '')
    if (total?.fund !== 'fiscal') return []
    const inside = within(total.section_id)
    const own: Fact = { ...total, fund: 'general' }
    if (totals.some((f) => inside.has(f.section_id) && f.fund === 'general' && f.nature === total.nature))
      return []
    const items = spending.filter((f) => inside.has(f.section_id) && isItemOf(f, own))
    return VIEWS.flatMap((view) => judgeList(total, items.filter(view.holds), view, filing)).filter(
      (j) => isChange(j) || j.outcome === 'pass',
    )
  })
}

const isItemOf = (f: Fact, total: Fact): boolean =>
  f.fund === total.fund && f.nature === total.nature && f.function_code + f.economy_code !== ''

interface View {
  name: string
  code: 'function_code' | 'economy_code'
  holds(f: Fact): boolean
}

/** Department and government classification are two views of the same money. */
const VIEWS: readonly View[] = [
  { name: '功能', code: 'function_code', holds: (f) => f.function_code !== '' && f.economy_code === '' },
  {
    name: '部门经济',
    code: 'economy_code',
    holds: (f) => /^[34]/.test(f.economy_code) && f.function_code === '',
  },
  {
    name: '政府经济',
    code: 'economy_code',
    holds: (f) => /^5/.test(f.economy_code) && f.function_code === '',
  },
]

function judgeList(
  total: Fact,
  list: Fact[],
  { name, code }: View,
  filing: Extracted,
  all: readonly Fact[] = list,
): Judgement[] {
  const items = onePerMeaning(list)
  if (!items || items.length < 2) return []
  const leaves = items.filter((f) => !items.some((g) => g !== f && isAbove(f[code], g[code])))
  const subject = `${total.label || '合计'}=Σ${name}科目 p${total.page}`
  const judgement = bestOf([
    judgeSum(subject, total, leaves),
    // One item among them may bear a code of the other classification (YS-CODE-MIXED).
    ...strays(all, list).map((stray) => judgeSum(subject, total, [...leaves, stray])),
  ])[0] as Judgement
  return [
    isChange(judgement)
      ? withLoose(judgement, filing)
      : withItemsInTable(openWhereIncomplete(judgement, filing), code, filing),
  ]
}

/** The only economic code of the other classification in the list's place. */
function strays(all: readonly Fact[], list: readonly Fact[]): Fact[] {
  const others = all.filter((f) => f.economy_code !== '' && f.function_code === '' && !list.includes(f))
  return list.every((f) => f.economy_code !== '') && others.length === 1 ? others : []
}

const isAbove = (code: string, other: string): boolean => other.length > code.length && other.startsWith(code)

/** A list that falls short has left out an item, unless the text prints it and nothing binds it. */
function openWhereIncomplete(judgement: Judgement, filing: Extracted): Judgement {
  const whole = withLoose(judgement, filing)
  if (whole.outcome !== 'fail' || whole.severity || whole.difference.startsWith('-')) return whole
  return isExplainable(whole, filing)
    ? { ...whole, outcome: 'undecided', reason: 'figures-without-meaning' }
    : { ...whole, severity: 'warning', reason: 'items-missing' }
}
