import { foldName } from '../../catalogue/index.js'
import { LIST_NUMBER } from '../../model/printed/list-number.js'
import { codeFromPath } from './code-path.js'
import { type Meaning, meaning, type ProseContext, type Scope } from './meaning.js'
import { withoutExplanations } from './plain.js'
import { fundIn } from './words.js'

/** `行政运行(2010601)`, `“X(类)Y(款)Z(项)”`, `2080505-机关…`: the code is printed or follows from the path. */
export function codedTopic(
  phrase: string,
  scope: Scope,
  context: ProseContext,
): Meaning | 'unknown' | undefined {
  const bracketed = /([\u4e00-\u9fff、"()·]*?)\((\d{3}|\d{5}|\d{7})\)(?:支出|预算|安排|为|共|"|科目)*$/.exec(
    phrase,
  )
  const prefixed = /(?:^|[^\d])(\d{3}|\d{5}|\d{7})[-—]([\u4e00-\u9fff、()]+?)(?:支出)?(?:预算)?$/.exec(phrase)
  const code = bracketed?.[2] ?? prefixed?.[1]
  if (code) {
    const label = (bracketed?.[1] || prefixed?.[2] || '').replace(/^.*[、。]/, '')
    if (code.startsWith('2')) {
      context.claimed.add(code)
      return meaning('expenditure', scope.fund, label, { functionCode: code })
    }
    if (/^[35]/.test(code)) return meaning('expenditure', scope.fund, label, { economyCode: code })
  }
  const run = codeRunInto(phrase, context)
  if (run) {
    context.claimed.add(run.code)
    return meaning(
      'expenditure',
      scope.fund,
      run.name,
      run.code.startsWith('2') ? { functionCode: run.code } : { economyCode: run.code },
    )
  }
  const path = codeFromPath(phrase, scope, context)
  if (path === 'unknown' || !path) return path
  return meaning('expenditure', scope.fund, path.label, {
    ...(path.code.startsWith('3') ? { economyCode: path.code } : { functionCode: path.code }),
    ...(path.note ? { note: path.note } : {}),
  })
}

/** `2012601行政运行`: nothing stands between code and name, which has to be that code's. */
function codeRunInto(phrase: string, context: ProseContext): { code: string; name: string } | undefined {
  const [, code, printed] =
    /(?:^|[^\d.,]|(?:^|[^\d.,])\d{1,2}\.)(\d{3}|\d{5}|\d{7})([\u4e00-\u9fff、()]{2,40})$/.exec(
      phrase.replaceAll('"', ''),
    ) ?? []
  if (!code || !printed || !/^[235]/.test(code)) return undefined
  for (const name of [printed, printed.replace(/(?:科目|预算数?|决算数?|安排|共|为)+$/, '')])
    if (context.codes.isNamed(code, name) || context.totals.codesNamed(foldName(name)).includes(code))
      return { code, name }
  return undefined
}

/** Classes of the economic classification that texts call by their names alone. */
const ECONOMY_CLASS = /^(?:工资福利|商品和服务|对个人和家庭|资本性)/
/** List numbers and words that only lead to a name. */
const LEADING = new RegExp(`^(?:${LIST_NUMBER}|、|其中:?|包括)+`)

/** A class, with the words of form around it: 教育支出年初预算数为, 卫生健康支出类决算, 201一般公共服务支出. */
const CLASS =
  /^([235]\d\d)?([\u4e00-\u9fff、]{2,24}?)(?:\(类\))?(支出)?(?:类?级?科目|类)?(?:20\d\d年(?:度)?)?(?:(?:支出)?(?:年初|全年|调整后?)?(?:预算|决算)数?)?(?:安排)?为?$/

/** `社会保障和就业支出`, `教育支出预算数为`: a class by its name alone. */
export function classTopic(phrase: string, scope: Scope, context: ProseContext): Meaning | undefined {
  if (fundIn(phrase) === 'state-capital') return undefined
  const match = CLASS.exec(phrase.replace(LEADING, ''))
  if (!match) return undefined
  const [, digits = '', named, spending = ''] = match as unknown as [string, string, string, string]
  const isOther = (code: string): boolean => digits !== '' && digits !== code
  for (const printed of [named, named.split('、').at(-1) as string]) {
    const name = printed.replace(/^商品服务/, '商品和服务').replace(/^对个人及家庭/, '对个人和家庭')
    const label = printed + spending
    if (scope.isGovernmentEconomy) {
      const code = context.codes.governmentCodes(name, { level: 3 })[0]
      if (code) return meaning('expenditure', scope.fund, label, { economyCode: code })
      continue
    }
    // 教育 is a class only where it is called 教育支出.
    if (name.length < 2 || (name.length < 5 && spending === '')) continue
    const code = context.codes.functionCodes(name, { level: 3 })[0]
    if (code)
      return isOther(code) ? undefined : meaning('expenditure', scope.fund, label, { functionCode: code })
    const economy = ECONOMY_CLASS.test(name) && context.codes.economyCodes(name, { level: 3 })[0]
    if (economy && !isOther(economy))
      return meaning('expenditure', scope.fund, name, { economyCode: economy })
  }
  return undefined
}

/** 2026年各单位: whose the figure is. */
const WHOSE = /^(?:20\d\d年(?:度)?)?(?:本部门|本单位|我部门|我单位|各单位|各部门)?(?:20\d\d年(?:度)?)?/
/** A name with nothing around it but its list number and the words of form. */
const NAME_ALONE = /^([\u4e00-\u9fff、()]{3,30}?)(?:支出)?(?:预算|决算)?(?:数)?(?:安排)?(?:为|共)?$/

/** An account by its exact name alone: the tables print it with this amount, or it is an economic item's. */
export function namedAccount(
  phrase: string,
  scope: Scope,
  context: ProseContext,
): Meaning | 'none' | undefined {
  const name = NAME_ALONE.exec(
    withoutExplanations(phrase).replace(LEADING, '').replace(context.organization, '').replace(WHOSE, ''),
  )?.[1]
  if (!name) return undefined
  const printed = context.totals
    .codesNamed(foldName(name))
    .filter(
      (code) => code.length === 7 && scope.ahead.some((a) => context.totals.itemsOf('', a).includes(code)),
    )
  if (printed.length === 1)
    return meaning('expenditure', scope.fund, name, { functionCode: printed[0] as string })
  // 教育支出，其中：小学教育: an item below its printed parent.
  const below = scope.parent ? context.codes.functionCodes(name, { parent: scope.parent, level: 7 }) : []
  if (below.length === 1) {
    context.claimed.add(below[0] as string)
    return meaning('expenditure', scope.fund, name, { functionCode: below[0] as string })
  }
  // In a section on one fund the item's figure is that fund's.
  const ofOneFund = /^(?:fiscal|general|government-fund|state-capital)$/.test(scope.fund)
  const economy = context.codes.economyCodes(name, { level: 5 })
  // 住房公积金 is an item of both classifications: only what stands around it can tell which.
  const isOfBoth = economy.length > 0 && context.codes.functionCodes(name, { level: 7 }).length > 0
  if (isOfBoth && !isAmongEconomy(scope)) return undefined
  // Elsewhere it is a total over funds and natures: no concept covers it.
  if (!ofOneFund)
    return economy.length > 0 || context.codes.governmentCodes(name, { level: 5 }).length > 0
      ? 'none'
      : undefined
  if (economy.length !== 1) return undefined
  return NEVER_ITEMS.test(name)
    ? 'none'
    : meaning('expenditure', scope.fund, name, { economyCode: economy[0] as string })
}
const isAmongEconomy = (scope: Scope): boolean => scope.isEconomy === true || scope.nature === 'basic'
/** A total over natures and funds wherever it is printed alone. */
const NEVER_ITEMS = /^委托业务费$/
