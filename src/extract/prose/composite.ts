import type { Fund } from '../../model/filing.js'
import { withoutListNumbers } from '../../model/printed/list-number.js'
import { type Meaning, meaning, type ProseContext, type Scope } from './meaning.js'
import { isOwnName } from './plain.js'
import { fundIn, withoutFunds } from './words.js'

/** Income or spending of a kind of money, and where its words end. */
export interface Composite {
  meanings: Meaning[]
  end: number
  text: string
}

const BOTH = /收入支出|收入和支出|收支|收、支|收入、支出|收入(?:预算)?总计、支出/
const TOTAL = /总计|总预算|总收入|总支出|收支(?:预算)?总|预算总体/

/** A label holds so many characters: names of organizations are long. */
const LONGEST_LABEL = 40

/** What a phrase calls its figure; of a long one what stands from its year on, else its end. */
const labelIn = (phrase: string): string =>
  phrase.length <= LONGEST_LABEL ? phrase : (/20\d\d年.*$/.exec(phrase)?.[0] ?? phrase).slice(-LONGEST_LABEL)

/** Income and spending named by money and side: `财政拨款收入`, `一般公共预算拨款支出`, `收入支出总计`. */
export function compositeTopics(phrase: string, scope: Scope, context: ProseContext): Composite | undefined {
  const named = fundIn(phrase)
  const fund = narrowed(named, scope.fund)
  const total = TOTAL.test(phrase) ? '.grand-total' : ''
  const label = labelIn(phrase)
  const both = BOTH.exec(phrase)
  if (both && isUnnarrowed(phrase.slice(0, both.index), context))
    return {
      end: both.index + both[0].length,
      text: both[0],
      meanings: [meaning(`revenue${total}`, fund, label), meaning(`expenditure${total}`, fund, label)],
    }
  const side = [...phrase.matchAll(/收入|支出/g)].at(-1)
  if (side && isWhole(phrase.slice(0, side.index), phrase.slice(side.index + 2), context)) {
    const concept = side[0] === '收入' ? 'revenue' : 'expenditure'
    return { end: side.index + 2, text: side[0], meanings: [meaning(`${concept}${total}`, fund, label)] }
  }
  const wholly = (concept: string, of: Fund) => ({
    end: phrase.length,
    text: phrase,
    meanings: [meaning(concept, of, label)],
  })
  // 云汀市水务局预算 N: the whole of it.
  const unit = phrase.endsWith('预算') ? phrase.slice(0, -2).replace(/^20\d\d年(?:度)?/, '') : ''
  if (unit !== '' && (unit === scope.unit || unit === context.organization))
    return wholly('expenditure', fund)
  // 一般公共预算当年拨款 N is what the fund spends.
  if (named && !scope.side && /(?:当年|本年)(?:财政)?拨款$/.test(phrase)) return wholly('expenditure', named)
  // 一般公共预算拨款 N in a section on what that money is spent for.
  if (named && named === scope.fund && scope.isSpending && !scope.side && /拨款$/.test(phrase))
    return wholly('expenditure', named)
  if (!named || !scope.side) {
    // 按资金来源分，一般公共预算拨款 N: whose procurement it is.
    return named && scope.isProcurement && /(?:拨款|资金|预算)(?:安排)?$/.test(phrase)
      ? wholly('expenditure', named)
      : undefined
  }
  // 其中：一般公共预算拨款 N: the side is the head's.
  if (/(?:拨款|资金)(?:安排)?$/.test(phrase)) return wholly(scope.side, named)
  // 其中：一般公共预算 N: so is whether it is a grand total.
  if (/(?:预算|基金|收益)(?:安排|较|比|与)?$/.test(phrase))
    return wholly(scope.isGrandTotal ? `${scope.side}.grand-total` : scope.side, named)
  return undefined
}

/** Words that may stand around 收入 and 支出 without narrowing them. */
const AROUND =
  /国库|\d{4}年(?:度|初)?|年初|年度|当年|本年|全年|今年|纳入|管理|为|[本我](?:部门|单位|局|委|厅|办|院|校)|学校|部门|单位|综合|财务|财政|各项|总体|安排|拨款|预算|决算|资金|总|的|数|按照|相应|其中|此外|收入|支出|和|[\s"()、:]/g
const AFTER =
  /^(?:年初|全年|调整|预算|决算|总计|合计|小计|总额|总|数|安排|为|共|共计|计|达|是|财政拨款|拨款|国库|资金|\([^)]*\)|"|:)*$/

/** Whether 收入 or 支出 means the whole of it: what stands before names no part and nothing but form words follow. */
function isWhole(before: string, after: string, context: ProseContext): boolean {
  return AFTER.test(after) && isUnnarrowed(before, context)
}

function isUnnarrowed(before: string, context: ProseContext): boolean {
  const rest = withoutFunds(withoutListNumbers(before))
    .replace(context.organization, '')
    .replace(context.selfNames[0] ?? context.organization, '')
    .replace(AROUND, '')
  return rest === '' || isOwnName(rest, context)
}

/** 财政拨款 in a section about one fund means that fund. */
export const narrowed = (named: Fund | undefined, own: Fund): Fund =>
  named === 'fiscal' && /^(?:general|government-fund|state-capital)$/.test(own) ? own : (named ?? own)
