import { LIST_NUMBER } from '../../model/printed/list-number.js'
import { endsLikeOrgan } from '../../model/printed/organ.js'
import { isShortFor } from '../short-name.js'
import type { ProseContext } from './meaning.js'
import { unexplained } from './words.js'

/** List numbers, years, signs and figures name nothing. */
const SIGNS = new RegExp(`${LIST_NUMBER}|[\\d,.%\\s"'、:()（），。；/~—-]`, 'g')
/** A bracket behind a name that says more about it; a code, the mark of a level or a part of the name says none. */
const EXPLANATION = /\((?!\d|境|室|类|款|项|费)[^()]{2,}\)/g

/** The units whose money is meant, all together: …等6家行政单位以及1家参公事业单位的. */
const GROUPED = /按[^，]{2,12}分类为?/
const UNITS_LISTED = /^.*\d家[^，。]{0,8}单位(?:的)?(?=.)/

/** What a phrase names in words that nothing here knows; empty where it only says whose figure it is. */
export function residueOf(phrase: string, context: ProseContext): string {
  const own = context.organization.replace(/\(.*$/, '') || APART
  const rest = unexplained(
    phrase
      .replace(UNITS_LISTED, '')
      .replace(GROUPED, '')
      .replaceAll(own, OWN)
      .replace(PLACE_OF_OWN, '')
      .replaceAll(OWN, '')
      .replace(context.selfNames[0] ?? APART, '')
      .replace(SIGNS, APART),
  ).replaceAll(APART, '')
  return endsLikeOrgan(rest) && isShortFor(rest, own) ? '' : rest
}

/** Whether a name is the organization's own, perhaps shortened. */
export const isOwnName = (name: string, context: ProseContext): boolean =>
  [context.organization, ...context.selfNames].some((own) => isShortFor(name, own))

/** One sign alone is a slip of the pen or a rest of a word, no name. */
export const namesUnknown = (phrase: string, context: ProseContext): boolean =>
  residueOf(phrase, context).length > 1

/** 行政运行（行政及参公单位基本支出）: the name alone. */
export const withoutExplanations = (phrase: string): string => phrase.replace(EXPLANATION, '')

/** Keeps what stood apart from joining. */
const APART = '\u0000'
/** Stands for the organization's own name. */
const OWN = '◆'
/** The province and county before it: 云州省青禾县档案局. */
const PLACE_OF_OWN = /(?:[\u4e00-\u9fff]{2,8}?(?:省|自治区|市|自治州|州|盟|自治县|县|区|旗))+◆/
