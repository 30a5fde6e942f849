import { RENAMED, SHORT_NAMES } from '../catalogue/index.js'

const EDITION = '汇总|本级|部门|单位|机关|本部'
/** 本级（机关） is printed in two brackets, in one, or without any. */
const EDITION_AT_END = new RegExp(`(?:[（(](?:${EDITION})[）)]|本级|(?<=[局委厅会部])机关)+$`)
const EDITION_IN_BRACKETS = new RegExp(`[（(](?:${EDITION})[）)]`, 'g')

/** Editions and white space do not make another organization. */
export const canonicalName = (name: string): string =>
  name.normalize('NFKC').replace(/\s/g, '').replace(EDITION_IN_BRACKETS, '').replace(EDITION_AT_END, '')

/** Whether the name says that it is the organ itself without its units. */
export const isOwnLevel = (name: string): boolean =>
  /(?:[（(](?:本级|机关|本部)[）)]|本级)$/.test(name.normalize('NFKC').replace(/\s/g, ''))

/** Parties, congresses and conferences print their names in full or short. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^中国共产党/, '中共'],
  [/^中国人民政治协商会议(.{2,12}?)委员会/, '$1政协'],
  [/^政协(.{2,12}?)委员会/, '$1政协'],
  [/人民代表大会/, '人大'],
  [/常务委员会/, '常委会'],
  [/^(中共.{1,12}?[省市区县州旗])委员会/, '$1委'],
]

/** Place names of a region, longest first: 上海市普陀区, 上海市, 普陀区, 上海. */
function placesOf(region: string): string[] {
  const parts = region.match(/.+?(?:自治区|自治州|自治县|地区|省|市|区|县|盟|旗)/g) ?? []
  const joined = parts.flatMap((_, from) =>
    parts.slice(from).map((__, n) => parts.slice(from, from + n + 1).join('')),
  )
  const short = parts.slice(0, 1).map((p) => p.replace(/(?:省|市|(?:壮族|回族|维吾尔)?自治区)$/, ''))
  return [...joined, ...short].sort((a, b) => b.length - a.length)
}

export interface NameKey {
  /** The name without its place, in its full and newest form. */
  key: string
  /** What was done to the printed name, for `evidence`. */
  why: string[]
}

/** What two spellings of one organization in one place have in common. */
export function nameKey(name: string, region: string): NameKey {
  const why: string[] = []
  let key = canonicalName(name)
  if (key !== name) why.push('edition')
  for (const [form, short] of FORMS) key = key.replace(form, short)
  const party = key.startsWith('中共')
  const bare = key.replace(/^中共/, '')
  const place = placesOf(region).find((p) => bare.startsWith(p))
  // 省委 and 市委 keep their level: 省委办公厅 is not 省政府办公厅.
  const rest = place ? bare.slice(place.length) : bare
  key = party && place && !rest.startsWith('委') ? `中共${rest}` : rest || bare
  for (const [short, full] of SHORT_NAMES)
    if (key === short) {
      key = full
      why.push(`short:${short}=${full}`)
    }
  for (const [before, after, year] of RENAMED)
    if (key === before) {
      key = after
      why.push(`renamed:${before}→${after} ${year}`)
    }
  return { key, why }
}
