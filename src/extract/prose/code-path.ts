import { foldName } from '../../catalogue/index.js'
import { withoutListNumbers } from '../../model/printed/list-number.js'
import type { PrintedPath, ProseContext, Scope } from './meaning.js'

const LEVELS = ['类', '款', '项'] as const
/** A name with the mark of its level: `司法(06款)`, `行政运行(项)`; names may have brackets of their own. */
const MARKED =
  /((?:[\u4e00-\u9fffA-Za-z、，·]|"(?!以及")[\u4e00-\u9fff]{2,6}"|\((?!\d*[类款项]\))[^()]*\))+?)\((\d*)([类款项])\)/g
/** Words between the last name and the figure. */
const TAIL =
  /^(?:"|科目|事务|20\d\d年(?:度)?|(?:当年|本年|年初|全年|调整后?的?)(?=支出|预算|决算)|支出|预算|决算|数|安排|为|共|合计|:)*$/
/** `一般公共服务支出-统计信息事务-行政运行`, in quotes or with the item's code before it. */
const DASHED = /(?:"([^"]+?)"(?:科目)?|((?:\d{7})?(?:[\u4e00-\u9fff、()]+[-—]){2}[\u4e00-\u9fff、()]+))$/
/** The item of a table whose amount is the printed one stands for a name that no list has. */
const NAME_DIFFERS = 'name-differs'

/** What a path of printed names leads to. */
export interface PathCode {
  /** A function code, or one of the department's economic classification. */
  code: string
  /** The last name. */
  label: string
  note?: string
}

/** The code of a path of printed names at the end of a phrase; `unknown` where names are printed that lead nowhere. */
export function codeFromPath(
  phrase: string,
  scope: Scope,
  context: ProseContext,
): PathCode | 'unknown' | undefined {
  const marked = [...phrase.matchAll(MARKED)]
  const last = marked.at(-1)
  if (last) {
    if (!TAIL.test(phrase.slice(last.index + last[0].length))) return undefined
    const names: Partial<Record<(typeof LEVELS)[number], { name: string; digits: string }>> = {}
    for (const match of marked)
      names[match[3] as (typeof LEVELS)[number]] = {
        name: clean(match[1] as string),
        digits: match[2] as string,
      }
    const digits = LEVELS.map((l) => names[l]?.digits ?? '')
    const label = clean(last[1] as string)
    if (/^\d{3}$/.test(digits[0] as string)) return { code: digits.join(''), label }
    return codeOf([names.类?.name, names.款?.name, names.项?.name], scope, context)
  }
  const dashed = DASHED.exec(phrase)
  if (dashed) {
    const printed = dashed[1] ?? (dashed[2] as string)
    const code = /^\d{7}/.exec(printed)?.[0]
    const names = printed.replace(/^\d+/, '').split(/[-—]/)
    if (names.length === 1 && !/科目$/.test(phrase)) return undefined
    if (code) return { code, label: names.at(-1) as string }
    return codeOf(names.map(clean), { ...scope, path: {} }, context)
  }
  return undefined
}

/** Class and section that a paragraph or a heading names for those below it; undefined where it names none. */
export function pathOf(text: string): PrintedPath | undefined {
  const marked = [...text.matchAll(MARKED)]
  if (marked.length === 0 || marked.some((m) => m[3] === '项')) return undefined
  const path: PrintedPath = {}
  for (const match of marked) {
    if (match[3] === '类') path.class = clean(match[1] as string)
    else path.section = clean(match[1] as string)
  }
  return path
}

const clean = (name: string): string =>
  withoutListNumbers(
    name
      .replace(/"([\u4e00-\u9fff]{2,6})"/g, '$1')
      .replace(/^.*["。:]/, '')
      .replace(/^[、，]+/, ''),
  )

type Names = readonly (string | undefined)[]

function codeOf(names: Names, scope: Scope, context: ProseContext): PathCode | 'unknown' {
  const label = [...names].reverse().find((n) => n) as string
  const code = resolve(names, scope.path, context)
  if (code) {
    context.claimed.add(code)
    return { code, label }
  }
  const [cls, section, item] = names
  if (!item) {
    const economy = economyOf(names, scope.path, context)
    return economy ? { code: economy, label } : 'unknown'
  }
  const above = parentOf([cls ?? scope.path.class, section ?? scope.path.section], context)
  const meant = above ? itemByAmount(above, scope, context) : undefined
  return meant ? { code: meant, label, note: NAME_DIFFERS } : 'unknown'
}

/** `工资福利支出（类）`, `基本工资（款）`: classes and items of the economic classification are marked alike. */
function economyOf([cls, item]: Names, path: PrintedPath, context: ProseContext): string | undefined {
  const top = cls ?? path.class
  const parent = top ? context.codes.economyCodes(top, { level: 3 })[0] : undefined
  if (!item) return parent
  const codes = context.codes.economyCodes(item, { ...(parent ? { parent } : {}), level: 5 })
  return codes.length === 1 ? codes[0] : undefined
}

/** The one item below a class or section that the tables print with one of the amounts ahead, if no name leads to it. */
function itemByAmount(above: string, scope: Scope, context: ProseContext): string | undefined {
  context.claimed.isWanted = true
  const codes = new Set(scope.ahead.flatMap((amount) => context.totals.itemsOf(above, amount)))
  const free = [...codes].filter((code) => context.claimed.isFree(code))
  return free.length === 1 ? free[0] : undefined
}

type Level = 3 | 5 | 7

/** The code of a printed name below another code: the filing's own tables know it first, then the year's catalogue. */
function lookUp(name: string, level: Level, parent: string, context: ProseContext): string | undefined {
  const printed = context.totals
    .codesNamed(foldName(name))
    .filter((code) => code.length === level && code.startsWith(parent) && code !== parent)
  if (printed.length === 1) return printed[0]
  // Below its section an item needs no more than the end of its name: 职业年金缴费.
  const ending = parent.length === 5
  const known = context.codes.functionCodes(name, { ...(parent ? { parent } : {}), level, ending })
  const both = known.filter((code) => printed.includes(code))
  if (both.length === 1) return both[0]
  // Below a section a name stands once; where the catalogue has it twice, the years differ.
  return known.length === 1 || parent.length === 5 ? known[0] : undefined
}

/** The code of the section, else of the class, that names above an item lead to. */
function parentOf([cls, section]: Names, context: ProseContext): string | undefined {
  const top = cls ? context.codes.functionCodes(cls, { level: 3 })[0] : undefined
  return (section && lookUp(section, 5, top ?? '', context)) ?? top
}

/** Names of class, section and item, the upper ones perhaps only in the headings above. */
function resolve(names: Names, path: PrintedPath, context: ProseContext): string | undefined {
  const [cls, own, item] = names
  const top = cls ?? path.class
  const section = own ?? (item && (!cls || cls === path.class) ? path.section : undefined)
  const classCode = top ? context.codes.functionCodes(top, { level: 3 })[0] : undefined
  // 行政事业单位离退休(类)…(项) below the heading of its class: a section marked as a class.
  if (cls && !classCode && !section && cls !== path.class)
    return resolve([path.class, cls, item], {}, context)
  // A class that no year knows says nothing about where its parts stand.
  const parent = classCode ?? ''
  if (!section && !item) return classCode ?? (top && lookUp(top, 3, '', context))
  const sectionCode = section ? lookUp(section, 5, parent, context) : undefined
  if (!item) return sectionCode
  // 住房改革支出(类)住房公积金(项): a section printed as a class.
  return (
    lookUp(item, 7, sectionCode ?? parent, context) ??
    (section ? undefined : runTogether(item, parent, context))
  )
}

/** `人大事务行政运行（项）`: the section's name and the item's in one. */
function runTogether(name: string, parent: string, context: ProseContext): string | undefined {
  for (let cut = name.length - 2; cut >= 2; cut--) {
    const section = lookUp(name.slice(0, cut), 5, parent, context)
    const item = section && lookUp(name.slice(cut), 7, section, context)
    if (item) return item
  }
  return undefined
}
