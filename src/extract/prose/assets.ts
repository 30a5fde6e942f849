import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { type NumberToken, numbersOf, yearsIn } from './lexer.js'
import { keyOf, meaning, type ProseContext, type ProseFigure } from './meaning.js'
import { stretchesOf } from './stretches.js'

const ZERO = /(?:无|没有|未)([^，。；]{2,40})/g
/** `单价100万元（含）以上`: the price from which equipment counts. */
const THRESHOLD = /^(?:\(含[^)]*\))?(?:以上|以下|及以上)/

/** A printed count, or words for zero. */
interface Count {
  start: number
  end: number
  /** End of the printed characters. */
  printed: number
  value: string
  unit: string
  /** What words for zero name. */
  words: string
}

/** Vehicles and large equipment that are owned, and those to be bought: `共有车辆3辆，…设备5台（套）`. */
export function readAssets(
  text: Text,
  folded: string,
  context: ProseContext,
  passed: Passed[],
): ProseFigure[] {
  const figures: ProseFigure[] = []
  const numbers = numbersOf(folded).filter((t) => t.kind !== 'form')
  const isCount = (t: NumberToken) => t.kind === 'count' && /[辆台个]/.test(t.unit)
  for (const token of numbers.filter((t) => !isCount(t)))
    passed.push({
      text: slice(text, token.start, token.digitsEnd),
      // Money of what is to be bought, areas, values of buildings: no concept counts them.
      reason: THRESHOLD.test(folded.slice(token.end)) ? 'threshold' : 'no-concept',
    })
  const reasons = stretchesOf(folded, () => true).filter((s) => s.passed)
  const counts = [...numbers.filter(isCount).map(printedCount), ...zeros(folded)]
    .filter((c) => !reasons.some((r) => c.start >= r.start && c.start < r.end && c.words !== ''))
    .sort((a, b) => a.start - b.start)
  let cursor = 0
  let planned = false
  let dated: number | undefined
  let year: number | undefined
  /** Kinds of vehicles are listed: parts of a stock have no concept. */
  let kinds = false
  for (const count of counts) {
    // Words for zero name vehicles and equipment at once.
    if (count.start < cursor && count.words === '') continue
    const before = folded.slice(Math.min(cursor, count.start), count.start) + count.words
    cursor = count.end
    if (/。/.test(before)) kinds = false
    // What is to be bought stays the topic until a stock is named again.
    const stock = lastOf(before, STOCK)
    const plan = lastOf(before, PLAN)
    if (stock >= 0) year = undefined
    // 国有资产占用及新增资产配置情况：截至…: the title names both, the sentence begins with the stock.
    if (stock > plan && (plan < 0 || /[，。；:]/.test(before.slice(plan, stock)))) planned = false
    else if (plan >= 0) planned = true
    year = yearsIn(before, context.fiscalYear).at(-1) ?? year
    dated = stockDate(before, context) ?? dated
    const clause = before.split(/[，。；、:]/).at(-1) ?? ''
    const stretch = before.split(/[。；]/).at(-1) ?? ''
    // Any 设备 below a price is of no concept: only what is dear is listed one by one.
    const isDevice = /设备/.test(count.words || stretch)
    const equipment = isDevice && /以上|大型/.test(stretch)
    if (isDevice) kinds = false
    const vehicles = VEHICLES.test(before) && !kinds
    if (/其中|包括/.test(before.split('。').at(-1) ?? '') && !isDevice) kinds = true
    const concept = equipment ? 'equipment' : vehicles && !kinds && !isDevice ? 'vehicles' : undefined
    const raw = slice(text, count.start, count.printed)
    if (!concept || /保有量|编制|处置|报废|报损|出租|出借/.test(clause)) {
      passed.push({ text: raw, reason: 'no-concept' })
      continue
    }
    if (concept === 'vehicles') kinds = /^，?其中/.test(folded.slice(count.end))
    const m = meaning(planned ? `${concept}.planned` : concept, '', clause)
    const stated = planned ? (year ?? context.fiscalYear) : dated
    figures.push({
      key: keyOf(m, context, 'count', stated === undefined ? {} : { year: stated }),
      value: count.value,
      unit: count.unit,
      raw,
      decimals: 0,
      label: clause,
      note: [],
    })
  }
  return figures
}

const STOCK = /截[至止]|共有|现有|拥有|实有/g
const PLAN = /购置|新增|更新/g
const lastOf = (text: string, words: RegExp): number => [...text.matchAll(words)].at(-1)?.index ?? -1

/** 车辆 and its like, 共有公务用车, and 购置辆0辆, whose 车 was dropped. */
const VEHICLES =
  /车辆|汽车|机动车|购置(?:公务)?(?:用车|辆)|(?:共有|现有|拥有|实有|新增|配置|配备)(?:一般)?(?:公务)?用车(?!运行|购置|保有|编制)|保有(?:一般)?(?:公务)?用车/
/** A stock has the year of the day that it is counted at. */
const STOCK_DATE = /(?:截[至止]到?(?:目前)?|至)(20\d\d|上)年|(20\d\d|上)年(?:度)?(?:\d{1,2}月)?(?:底|末)/

/** The year as which a stock is printed; an undated one is the year before's. */
export function stockDate(words: string, context: ProseContext): number | undefined {
  const date = STOCK_DATE.exec(words)
  const year = date?.[1] ?? date?.[2]
  return year === '上' ? context.fiscalYear - 1 : year === undefined ? undefined : Number(year)
}

const printedCount = (t: NumberToken): Count => ({
  start: t.start,
  end: t.end,
  printed: t.digitsEnd,
  value: t.value.toFixed(),
  unit: t.unit,
  words: '',
})

/** 未安排购置车辆、单价100万元以上专用设备: one zero of each. */
function zeros(folded: string): Count[] {
  return [...folded.matchAll(ZERO)].flatMap(({ 0: all, 1: words = '', index }) => {
    if (!/车辆|设备/.test(words) || /\d(?:辆|台)/.test(words)) return []
    const end = index + all.length
    const zero = { start: index, end, printed: end, value: '0', unit: '' }
    const both = /^(.*车辆)(?:、|和|及|或)(.*设备.*)$/.exec(words)
    const named = both ? [both[1] as string, both[2] as string] : [words]
    return named.map((name) => ({ ...zero, words: name }))
  })
}
