import { DEFINITIONS, EXAMPLES_OF_NATURE } from '../../catalogue/prose-lexicon.js'
import type { Fund } from '../../model/filing.js'
import { classTopic, codedTopic, namedAccount } from './accounts.js'
import { type Composite, compositeTopics, narrowed } from './composite.js'
import { type Meaning, meaning, type ProseContext, type Scope, sameMeaning } from './meaning.js'
import { namesUnknown, withoutExplanations } from './plain.js'
import { fundIn, type TopicWord, topicWords } from './words.js'

/**
 * What a phrase names: meanings, two where it names income and spending at once, none where it names nothing;
 * `none`: a figure that no concept covers; `unknown`: a name that is not understood.
 */
export type Naming = Meaning[] | 'none' | 'unknown'

/** The meanings of a name; empty where it has none. */
export const meaningsOf = (naming: Naming): Meaning[] => (typeof naming === 'string' ? [] : naming)

/** Meanings of the words nearest to the end of a phrase. */
export function topicsOf(words: string, scope: Scope, context: ProseContext): Naming {
  const printed = defined(words)
  if (scope.isProcurement || scope.procurement !== undefined) {
    const kind = KIND_ALONE.exec(printed)?.[1]
    if (scope.isProcurement && TOTAL_ALONE.test(printed)) return [meaning('procurement', '', printed)]
    if (kind) return [meaning(KINDS[kind] as string, scope.procurement ?? '', printed)]
  }
  const named = namedBy(printed, scope, context)
  if (!scope.isProcurement || typeof named === 'string') return named
  // 按资金来源分，一般公共预算拨款 N: procurement of that money; other sources have no concept here.
  const turned = named.flatMap((t) =>
    !/^(?:revenue|expenditure)/.test(t.concept)
      ? [t]
      : /^(?:revenue|expenditure)$/.test(t.concept) &&
          /^(?:general|government-fund|state-capital|fiscal)$/.test(t.fund) &&
          !t.nature &&
          !t.functionCode &&
          !t.economyCode
        ? [meaning('procurement', t.fund, t.label)]
        : [],
  )
  return turned.length === 0 && named.length > 0 ? 'none' : turned
}

/** 采购预算总额 in a section on procurement. */
const TOTAL_ALONE = /^采购(?:预算|项目预算)?(?:总额|总金额|金额|合计)为?$/
/** 货物, 工程预算, 服务类 among the parts of procurement. */
const KIND_ALONE = /^、?(货物|工程|服务)类?(?:采购|项目)?(?:支出|预算)?(?:金额|总额)?(?:安排)?为?$/
const KINDS: Record<string, string> = {
  货物: 'procurement.goods',
  工程: 'procurement.works',
  服务: 'procurement.services',
}

function namedBy(printed: string, scope: Scope, context: ProseContext): Naming {
  const coded = codedTopic(printed, scope, context)
  if (coded) return coded === 'unknown' ? coded : [coded]
  const bare = withoutExplanations(printed).replaceAll('"', '')
  // 其中：货物5万元、工程0万元: among the parts of procurement a bare word is its kind.
  const phrase = scope.procurement !== undefined && BARE_KIND.test(bare) ? `${bare}类` : bare
  // Carried-over money of a source that the contract does not split.
  if (/(?:上年|年初)结转[^，]*(?:财政专户|单位资金)/.test(phrase)) return 'none'
  const word = lastTopic(phrase)
  const composite = compositeTopics(printed.replaceAll('"', ''), scope, context)
  if (word?.concept === 'revenue.carry-in' && word.end < phrase.length) {
    if (namesUnknown(phrase.slice(word.end), context)) return 'unknown'
    // 上年结转结余的一般公共预算资金: the fund stands behind the word.
    const fund = fundIn(phrase.slice(word.end)) ?? fundFor('revenue.carry-in', phrase, undefined, scope)
    return [meaning('revenue.carry-in', fund, word.text)]
  }
  if (word && outweighs(word, composite, phrase)) {
    const meant = worded(word, phrase, scope, context)
    // 被装购置费 is an account of its own.
    const account = meant === 'unknown' ? namedAccount(printed, scope, context) : undefined
    return account && account !== 'none' ? [account] : meant
  }
  const named = classTopic(phrase, scope, context)
  if (named && (!composite || named.label.length > composite.text.length)) return [named]
  if (composite) return composite.meanings
  const account = namedAccount(printed, scope, context)
  if (account) return account === 'none' ? account : [account]
  return namesUnknown(phrase, context) ? 'unknown' : []
}

const BARE_KIND = /(?:^|[)、.．])(?:工程|服务)$/
/** Money called by its definition, and examples of a nature, in the nature's own words. */
const defined = (words: string): string =>
  DEFINITIONS.reduce((text, [definition, name]) => text.replace(definition, name), words).replace(
    EXAMPLES_OF_NATURE,
    '',
  )

const ATTACHED = /^(?:财政拨款|一般公共预算|预算|决算|经费|资金|安排|采购|项目|类|\)|")*(?:收入|支出)$/

/** A topic of its own outweighs the 收入 or 支出 printed right behind it: 会议费预算支出. */
const outweighs = (word: Word, composite: Composite | undefined, phrase: string): boolean =>
  !composite || word.end >= composite.end || ATTACHED.test(phrase.slice(word.end, composite.end))

/** What a word of the lexicon means here, if nothing around it narrows it. */
function worded(word: Word, phrase: string, scope: Scope, context: ProseContext): Naming {
  if (word.none) return 'none'
  const concept = word.concept as string
  // “三公”经费及会议费、培训费共 N has no concept; any other sum is not understood.
  if (word.isSum) return /^(?:meetings|training)$/.test(concept) ? 'none' : 'unknown'
  if (namesUnknown(phrase.slice(0, word.start), context) || namesUnknown(phrase.slice(word.end), context))
    return 'unknown'
  return [
    meaning(concept, fundFor(concept, phrase, word.fund, scope), word.text, {
      nature: word.nature ?? '',
    }),
  ]
}

/** All topics of a list joined by 和, 及, 、: `公务用车运行维护费和购置费`. */
export function allTopicsOf(phrase: string, scope: Scope, context: ProseContext): Meaning[] {
  const found: Meaning[] = []
  for (const piece of phrase.split(/(?<=费|预算|收入|支出|拨款|费用)(?:、|和|及|，)/)) {
    const topics = meaningsOf(topicsOf(piece, scope, context))
    found.push(...topics.filter((t) => !found.some((f) => sameMeaning(f, t))))
  }
  const whole = meaningsOf(topicsOf(phrase, scope, context))
  return whole.length > found.length ? whole : found
}

interface Word extends TopicWord {
  /** Another word of its kind is joined to it: the figure is of both together. */
  isSum: boolean
}

const JOINED = /^(?:费用?|经费|预算|支出)*(?:以?及|和|与|、)$/

function lastTopic(phrase: string): Word | undefined {
  const words = topicWords(phrase)
  const last = words.at(-1)
  if (!last) return undefined
  const isSum = words
    .slice(0, -1)
    .some((w) => w.text !== last.text && JOINED.test(phrase.slice(w.end, last.start)))
  return { ...last, isSum }
}

/** Words that are always one kind of money, and those whose money the phrase or the section names. */
function fundFor(concept: string, phrase: string, own: Fund | undefined, scope: Scope): Fund {
  if (own !== undefined) return own
  const named = fundIn(phrase)
  if (/^(?:three-public|meetings|training|operating-cost|procurement)/.test(concept))
    return /^(?:three-public|meetings|training)/.test(concept)
      ? (named ?? scope.threePublic ?? threePublicFund(scope))
      : (named ?? scope.procurement ?? '')
  return narrowed(named, scope.fund)
}

const threePublicFund = (scope: Scope): Fund => (scope.fund === 'all' ? '' : scope.fund)
