import { foldName } from '../../catalogue/index.js'
import type { ProseContext } from './meaning.js'
import type { Scope } from './topics.js'

const LEVELS = ['类', '款', '项'] as const
/** A name with the mark of its level: `司法(06款)`, `行政运行(项)`; names may have brackets of their own. */
const MARKED = /((?:[\u4e00-\u9fffA-Za-z、，·]|\((?!\d*[类款项]\))[^()]*\))+?)\((\d*)([类款项])\)/g
/** Words between the last name and the figure. */
const TAIL = /^(?:"|科目|支出|预算|决算|数|安排|为|共|:)*$/

/** The code of a path of printed names at the end of a phrase; its label is the last name. */
export function codeFromPath(
  phrase: string,
  scope: Scope,
  context: ProseContext,
): { code: string; label: string } | 'unknown' | undefined {
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
    const code = resolve([names.类?.name, names.款?.name, names.项?.name], scope.path, context)
    return code ? { code, label } : 'unknown'
  }
  // “A-B-C”科目
  const dashed = /"([^"]+?)"(?:科目)?$/.exec(phrase)
  if (dashed) {
    const names = (dashed[1] as string).split(/[-—]/)
    if (names.length === 1 && !/科目$/.test(phrase)) return undefined
    const code = resolve(names, [], context)
    return code ? { code, label: names.at(-1) as string } : 'unknown'
  }
  return undefined
}

const clean = (name: string): string =>
  name
    .replace(/^.*["。:]/, '')
    .replace(/^(?:\([一二三四五六七八九十\d]+\)|[一二三四五六七八九十]+、|\d+[.、])+/, '')

/** Names of class, section and item, the upper ones perhaps only in the headings above. */
function resolve(names: (string | undefined)[], above: string[], context: ProseContext): string | undefined {
  const [cls, section, item] = names
  const top = cls ?? above[0]
  let parent = top ? context.codes.functionCodes(top, { level: 3 })[0] : undefined
  // 行政事业单位离退休(类)…(项) below the heading of its class: a section marked as a class.
  if (cls && !parent && !section && cls !== above[0]) return resolve([above[0], cls, item], [], context)
  if (top && !parent) return fromTables(names, context)
  if (!section && !item) return parent
  if (section) {
    const below = context.codes.functionCodes(section, { ...(parent ? { parent } : {}), level: 5 })
    // 住房改革支出(类)住房公积金(项): a section printed as a class.
    if (below.length === 0) return fromTables(names, context)
    if (below.length > 1 && !parent) return fromTables(names, context)
    parent = below[0]
  }
  if (!item) return parent
  const items = context.codes.functionCodes(item, { ...(parent ? { parent } : {}), level: 7 })
  return items.length === 1 || (items.length > 0 && section) ? items[0] : fromTables(names, context)
}

/** The filing's own tables know names that the catalogue does not. */
function fromTables(names: (string | undefined)[], context: ProseContext): string | undefined {
  const item = [...names].reverse().find((n) => n)
  if (!item) return undefined
  const length = names[2] ? 7 : names[1] ? 5 : 3
  const codes = context.totals.codesNamed(foldName(item)).filter((c) => c.length === length)
  return codes.length === 1 ? codes[0] : undefined
}
