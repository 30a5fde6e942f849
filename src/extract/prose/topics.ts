import { FUND_WORDS, TOPICS } from '../../catalogue/prose-lexicon.js'
import type { Fund } from '../../model/filing.js'
import { codeFromPath } from './code-path.js'
import { type Meaning, meaning, type ProseContext, sameMeaning } from './meaning.js'

/** What a phrase inherits where it does not say so itself. */
export interface Scope {
  /** Money of the section or of the sentence's head. */
  fund: Fund
  /** Function class and section named by the headings above, as printed. */
  path: string[]
  /** 收入 or 支出 of the sentence's head. */
  side?: 'revenue' | 'expenditure'
  /** The unit a section is about, folded; empty for the organization as a whole. */
  unit: string
  /** Money of a procurement total whose parts are listed. */
  procurement?: Fund
}

/** Meanings of the words nearest to the end of a phrase; two where it names income and spending at once. */
export function topicsOf(phrase: string, scope: Scope, context: ProseContext): Meaning[] | 'none' {
  const coded = codedTopic(phrase, scope, context)
  if (coded) return coded === 'none' ? 'none' : [coded]
  // Carried-over money of a source that the contract does not split.
  if (/(?:上年|年初)结转[^，]*(?:财政专户|单位资金)/.test(phrase)) return 'none'
  const word = lastTopic(phrase)
  const composite = compositeTopics(phrase, scope, context)
  // A topic of its own outweighs the 收入 or 支出 printed right behind it: 会议费预算支出.
  const outweighs =
    word && (!composite || word.end >= composite.end || ATTACHED.test(phrase.slice(word.end, composite.end)))
  if (word?.topic.concept === 'revenue.carry-in' && word.end < phrase.length) {
    // 上年结转结余的一般公共预算资金: the fund stands behind the word.
    const fund = fundIn(phrase.slice(word.end)) ?? fundFor('revenue.carry-in', phrase, undefined, scope)
    return [meaning('revenue.carry-in', fund, word.text)]
  }
  if (word && outweighs) {
    if (word.topic.none) return 'none'
    const concept = word.topic.concept as string
    return [
      meaning(concept, fundFor(concept, phrase, word.topic.fund, scope), word.text, {
        nature: word.topic.nature ?? '',
      }),
    ]
  }
  const named = classTopic(phrase, scope, context)
  if (named && (!composite || named.label.length > composite.text.length)) return [named]
  return composite?.meanings ?? []
}

const ATTACHED = /^(?:财政拨款|一般公共预算|预算|决算|经费|资金|安排|采购|项目|类|\)|")*(?:收入|支出)$/

/** All topics of a list joined by 和, 及, 、: `公务用车运行维护费和购置费`. */
export function allTopicsOf(phrase: string, scope: Scope, context: ProseContext): Meaning[] {
  const found: Meaning[] = []
  for (const piece of phrase.split(/(?<=费|预算|收入|支出|拨款)(?:、|和|及)/)) {
    const topics = topicsOf(piece, scope, context)
    if (topics !== 'none') found.push(...topics.filter((t) => !found.some((f) => sameMeaning(f, t))))
  }
  const whole = topicsOf(phrase, scope, context)
  if (whole !== 'none' && whole.length > found.length) return whole
  return found
}

/** `行政运行(2010601)`, `“X(类)Y(款)Z(项)”`, `2080505-机关…`: the code is printed or follows from the path. */
function codedTopic(phrase: string, scope: Scope, context: ProseContext): Meaning | 'none' | undefined {
  const bracketed = /([\u4e00-\u9fff、"()·]*?)\((\d{3}|\d{5}|\d{7})\)(?:支出|预算|安排|为|共|"|科目)*$/.exec(
    phrase,
  )
  const prefixed = /(?:^|[^\d])(\d{3}|\d{5}|\d{7})[-—]([\u4e00-\u9fff、()]+?)(?:支出)?(?:预算)?$/.exec(phrase)
  const code = bracketed?.[2] ?? prefixed?.[1]
  if (code) {
    const label = (bracketed?.[1] || prefixed?.[2] || '').replace(/^.*[、。]/, '')
    if (code.startsWith('2')) return meaning('expenditure', scope.fund, label, { functionCode: code })
    if (/^[35]/.test(code)) return meaning('expenditure', scope.fund, label, { economyCode: code })
  }
  const path = codeFromPath(phrase, scope, context)
  // A name whose code can not be told is no total: its figure stays unbound.
  if (path === 'unknown') return 'none'
  return path && meaning('expenditure', scope.fund, path.label, { functionCode: path.code })
}

function lastTopic(
  phrase: string,
): { start: number; end: number; text: string; topic: (typeof TOPICS)[number][1] } | undefined {
  let best: { start: number; end: number; text: string; topic: (typeof TOPICS)[number][1] } | undefined
  for (const [pattern, topic] of TOPICS)
    for (const match of phrase.matchAll(new RegExp(pattern.source, 'g'))) {
      const end = match.index + match[0].length
      const longer = best && match.index <= best.start && end >= best.end
      if (!best || longer || match.index >= best.end)
        best = { start: match.index, end, text: match[0], topic }
    }
  return best
}

/** Words that are always one kind of money, and those whose money the phrase or the section names. */
function fundFor(concept: string, phrase: string, own: Fund | undefined, scope: Scope): Fund {
  if (own !== undefined) return own
  const named = fundIn(phrase)
  if (/^(?:three-public|meetings|training|operating-cost|procurement)/.test(concept))
    return (
      named ??
      (/^(?:three-public|meetings|training)/.test(concept)
        ? threePublicFund(scope)
        : (scope.procurement ?? ''))
    )
  return narrowed(named, scope.fund)
}

/** 财政拨款 in a section about one fund means that fund. */
const narrowed = (named: Fund | undefined, own: Fund): Fund =>
  named === 'fiscal' && /^(?:general|government-fund|state-capital)$/.test(own) ? own : (named ?? own)

const threePublicFund = (scope: Scope): Fund => (scope.fund === 'all' ? '' : scope.fund)

export const fundIn = (phrase: string): Fund | undefined => {
  let best: { at: number; fund: Fund } | undefined
  for (const [pattern, fund] of FUND_WORDS) {
    const at = phrase.search(pattern)
    // 一般公共预算财政拨款 is general: the narrower word comes first and counts.
    if (at >= 0 && (!best || fund !== 'fiscal')) best ??= { at, fund }
  }
  return best?.fund
}

const BOTH = /收入支出|收入和支出|收支|收、支|收入、支出|收入(?:预算)?总计、支出/
const TOTAL = /总计|总预算|收支(?:预算)?总|预算总体/

/** Income and spending named by money and side: `财政拨款收入`, `一般公共预算拨款支出`, `收入支出总计`. */
function compositeTopics(
  phrase: string,
  scope: Scope,
  context: ProseContext,
): { meanings: Meaning[]; end: number; text: string } | undefined {
  const named = fundIn(phrase)
  const fund = narrowed(named, scope.fund)
  const total = TOTAL.test(phrase) ? '.grand-total' : ''
  const both = BOTH.exec(phrase)
  if (both) {
    const text = phrase.slice(-24)
    const end = both.index + both[0].length
    return {
      end,
      text: both[0],
      meanings: [meaning(`revenue${total}`, fund, text), meaning(`expenditure${total}`, fund, text)],
    }
  }
  const side = [...phrase.matchAll(/收入|支出/g)].at(-1)
  if (side && isWhole(phrase.slice(0, side.index), phrase.slice(side.index + 2), context)) {
    const end = side.index + 2
    const concept = side[0] === '收入' ? 'revenue' : 'expenditure'
    return { end, text: side[0], meanings: [meaning(`${concept}${total}`, fund, phrase.slice(-24))] }
  }
  // 云汀市水务局预算 N: the whole of it.
  const unit = phrase.endsWith('预算') ? phrase.slice(0, -2).replace(/^20\d\d年(?:度)?/, '') : ''
  if (unit !== '' && (unit === scope.unit || unit === context.organization))
    return { end: phrase.length, text: phrase, meanings: [meaning('expenditure', fund, unit)] }
  // 一般公共预算当年拨款 N is what the fund spends.
  if (named && !scope.side && /(?:当年|本年)拨款$/.test(phrase))
    return { end: phrase.length, text: phrase, meanings: [meaning('expenditure', named, phrase.slice(-24))] }
  // 其中：一般公共预算拨款 N: the side is the head's.
  if (named && scope.side && /(?:拨款|预算|资金|基金)(?:安排)?$/.test(phrase))
    return { end: phrase.length, text: phrase, meanings: [meaning(scope.side, named, phrase.slice(-24))] }
  return undefined
}

/** Words that may stand around 收入 and 支出 without narrowing them. */
const AROUND =
  /一般公共预算|公共财政预算|政府性基金|国有资本经营|财政拨款|财政性资金|\d{4}年(?:度|初)?|年初|年度|当年|本年|全年|今年|本部门|本单位|我部门|我单位|我校|学校|我局|部门|单位|综合|各项|总体|安排|拨款|预算|决算|资金|总|的|数|按照|相应|其中|此外|收入|支出|和|[\s"()、:]/g
/** An organization's own name before the word. */
const ORGANIZATION =
  /(?:局|委|办|会|院|中心|部|厅|校|大学|学院|街道|支队|馆|站|所|队|处|室|署|社|团|府|公司)$/
const AFTER =
  /^(?:年初|全年|调整|预算|决算|总计|合计|小计|总额|总|数|安排|为|共|共计|计|达|是|财政拨款|拨款|资金|\([^)]*\)|"|:)*$/

/** Whether 收入 or 支出 means the whole of it: what stands before names no part and nothing but form words follow. */
function isWhole(before: string, after: string, context: ProseContext): boolean {
  if (!AFTER.test(after)) return false
  const rest = before
    .replace(/^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])+/, '')
    .replace(context.organization, '')
    .replace(AROUND, '')
  return rest === '' || ORGANIZATION.test(rest)
}

/** Classes of the economic classification that texts call by their names alone. */
const ECONOMY_CLASS = /^(?:工资福利|商品和服务|对个人和家庭|资本性)/

/** `社会保障和就业支出`, `教育支出预算数为`: a class by its name alone. */
function classTopic(phrase: string, scope: Scope, context: ProseContext): Meaning | undefined {
  if (fundIn(phrase) === 'state-capital') return undefined
  const piece = phrase.replace(/^(?:\([一二三四五六七八九十\d]+\)|\d+[.、]|、|其中:?|包括)+/, '')
  const match = /^([\u4e00-\u9fff、]{2,24}?)(?:\(类\))?(支出)?(?:预算数?|决算数?)?(?:安排)?为?$/.exec(piece)
  if (!match) return undefined
  for (const name of [match[1] as string, (match[1] as string).split('、').at(-1) as string]) {
    // 教育 is a class only where it is called 教育支出.
    if (name.length < 2 || (name.length < 5 && !match[2])) continue
    const code = context.codes.functionCodes(name, { level: 3 })[0]
    const economy = code
      ? undefined
      : ECONOMY_CLASS.test(name) && context.codes.economyCodes(name, { level: 3 })[0]
    if (economy) return meaning('expenditure', scope.fund, name, { economyCode: economy })
    if (code) return meaning('expenditure', scope.fund, name + (match[2] ?? ''), { functionCode: code })
  }
  return undefined
}
