import { regionOf } from '../../catalogue/index.js'
import type { Extracted } from '../../model/filing.js'
import { ORGAN_ENDING } from '../../model/printed/organ.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import {
  compact,
  type Passage,
  passagesOf,
  placeOfSpot,
  type Spot,
  spotNamed,
  spotsOf,
  wordsFail,
  wordsHold,
  wordsUndecided,
} from '../print.js'

const ORGAN = `[\\u4e00-\\u9fff（）()]{4,30}?${ORGAN_ENDING}(?:[（(](?:本级|机关|汇总|本部|部门)[）)])?`
/** `某局2031年部门预算…`, `某局主要职能`: whose filing a heading says it is. */
const HEADING = new RegExp(
  `^(${ORGAN})(?:部门|单位)?(?:20\\d{2}年度?(?:部门|单位)[预决]算|概况|主要职[能责]|机构设置)`,
  'g',
)
/** `2031年，某局收入预算…`, `某局2031年度收入支出总计…` */
const SUBJECT = new RegExp(
  `(?<=^|[。；])(?:20\\d{2}年度?[，,]?)?(${ORGAN})(?:部门|单位)?(?:20\\d{2}年度?)?(?:部门|单位)?(?:(?:收入|支出|收支|财政拨款)[^，。]{0,8}(?:预算|决算|总计)|机关运行经费|政府采购|“三公”|共有车辆)`,
  'g',
)

/** The text of another organ, taken over with its name. */
export const wordingOrganization: Check = {
  id: 'YS-WORDING-ORGANIZATION',
  asserts: {
    zh: '标题和说明收支的句子说的是本单位，不是别的单位。',
    en: 'Headings and sentences about income and spending name this organization and no other.',
  },
  basis: '照搬其他单位的文本时会留下其名称；少写区县一级的是上级单位的名称；数字是谁的就不清楚。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '某区司法局的预算中写“2026 年，某区民政局收入预算……”',
  passing: {
    organization: '上海市普陀区司法局',
    sections: [{ text: '2026年，上海市普陀区司法局收入预算50.00万元。' }],
  },
  failing: {
    organization: '上海市普陀区司法局',
    sections: [
      { title: '上海市普陀区司法局主要职能', text: '2026年，上海市普陀区民政局收入预算50.00万元。' },
    ],
  },
  run: (filing) => {
    if (!filing.organization) return []
    const passages = passagesOf(filing)
    const headings = filing.sections.map(
      (section): Passage => ({ section, text: compact(section.title).replace(/^第.{1,3}部分/, '') }),
    )
    const found = [...spotsOf(headings, HEADING), ...spotsOf(passages, SUBJECT)]
    const slips = [...levelsLeftOut(filing, found), ...nearNames(filing, passages)]
    const failed = found
      .filter((spot) => isOther(filing, spot.match[1] as string))
      .map((spot) =>
        wordsFail(
          spot.match[1] as string,
          placeOfSpot(filing, spot),
          said('wording-organization.other', {
            at: spotNamed(filing, spot),
            words: spot.match[1] as string,
            organization: filing.organization,
          }),
          { expected: filing.organization, actual: spot.match[1] as string },
        ),
      )
    // Where its own name stands nowhere, it is the name that was read wrongly, or the text calls itself otherwise.
    const isNamed = found.some((spot) => isOwn(filing, spot.match[1] as string))
    if (failed.length > 0 && !isNamed)
      return [wordsUndecided('标题和正文中的单位名称', 'own-name-not-printed'), ...slips]
    if (failed.length + slips.length > 0) return [...failed, ...slips]
    return found.length > 0 ? [wordsHold('标题和正文中的单位名称')] : []
  },
}

const bare = (name: string): string => name.replace(/[（(](?:本级|机关|汇总|本部|部门|单位)[）)]|\s/g, '')

function isOwn(filing: Extracted, printed: string): boolean {
  const [name, own] = [bare(printed), bare(filing.organization)]
  return isShortFor(name, own) || isShortFor(own, name)
}

/** `云汀市` `青坪区` `规划局`: the places of a name and what follows them. */
const PLACES = /^(.{2,7}?(?:省|自治区|市))?(?:(.{2,6}?(?:区|县|旗|市))(?=.{3}))?(.+)$/

/** The name of the city's organ in the filing of the district's. */
function levelsLeftOut(filing: Extracted, found: readonly Spot[]): Judgement[] {
  const own = bare(filing.organization)
  const [, city = '', district = '', core = ''] = PLACES.exec(own) ?? []
  if (city === '' || district === '') return []
  const names = found.filter((spot) => {
    const name = bare(spot.match[1] as string)
    return name.startsWith(city) && !name.includes(district) && isShortFor(name.slice(city.length), core)
  })
  if (names.length === 0) return []
  // Where its own name stands nowhere, it is the name that was read wrongly.
  const texts = [...filing.sections.flatMap((s) => [s.title, s.text]), ...filing.tables.map((t) => t.title)]
  if (!texts.some((text) => bare(text).includes(own)))
    return [wordsUndecided('标题和正文中的单位级次', 'own-name-not-printed')]
  return names.map((spot) => {
    const words = spot.match[1] as string
    const says = said('wording-organization.level', {
      at: spotNamed(filing, spot),
      words,
      organization: filing.organization,
    })
    return wordsFail(words, placeOfSpot(filing, spot), says, { expected: filing.organization, actual: words })
  })
}

/** Shorter names share most of their characters with others. */
const SHORTEST_CORE = 5
const OF_THE_SHORTER = 0.8
const OF_THE_LONGER = 0.6

/** `青坪区规划与自然局` for 规划和自然资源局: nearly the own name, and not short for it. */
function nearNames(filing: Extracted, passages: readonly Passage[]): Judgement[] {
  const own = bare(filing.organization)
  const [, city = '', district = '', core = ''] = PLACES.exec(own) ?? []
  if (core.length < SHORTEST_CORE || city + district === '') return []
  const name = new RegExp(
    `(?:${city})?${district || city}([\\u4e00-\\u9fff]{3,14}?${core.slice(-1)})(?![\\u4e00-\\u9fff]{0,4}${ORGAN_ENDING})`,
    'g',
  )
  const seen = new Set<string>()
  return spotsOf(passages, name).flatMap((spot) => {
    const printed = spot.match[1] as string
    if (seen.has(printed) || !isNear(printed, core) || isUnit(filing, printed)) return []
    seen.add(printed)
    const words = spot.match[0]
    const says = said('wording-organization.nearly', {
      at: spotNamed(filing, spot),
      words,
      organization: filing.organization,
    })
    return wordsFail(words, placeOfSpot(filing, spot), says, {
      severity: 'info',
      expected: filing.organization,
      actual: words,
    })
  })
}

function isNear(printed: string, core: string): boolean {
  if (isShortFor(printed, core) || isShortFor(core, printed)) return false
  const shared = sharedInOrder(printed, core)
  const [shorter, longer] = [printed.length, core.length].sort((a, b) => a - b) as [number, number]
  return shared >= shorter * OF_THE_SHORTER && shared >= longer * OF_THE_LONGER
}

/** How many characters two names have in common, in the same order. */
function sharedInOrder(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const x of a) {
    const next = [0]
    for (let j = 1; j <= b.length; j++)
      next.push(
        x === b[j - 1] ? (row[j - 1] as number) + 1 : Math.max(row[j] as number, next[j - 1] as number),
      )
    row = next
  }
  return row[b.length] as number
}

/** A whole name, its place before it, that is neither this organ's, nor short for it, nor one of its units. */
function isOther(filing: Extracted, printed: string): boolean {
  const name = bare(printed)
  // A name without its place is short for many.
  if (!regionOf(name) || /^(?:中共)?\S{2,4}[省市区县]$/.test(name)) return false
  if (isOwn(filing, printed)) return false
  return !isUnit(filing, name.replace(/^.{2,4}[省市]|^.{2,4}[区县]/, ''))
}

/** The name stands among those of the units. */
function isUnit(filing: Extracted, name: string): boolean {
  const units = [
    ...filing.facts.map((f) => f.entity),
    ...filing.tables.flatMap((t) => t.cells.map((c) => c.text)),
    ...filing.sections.filter((s) => /entities|organization/.test(s.type)).map((s) => s.text),
  ]
  return units.some((text) => compact(text).includes(name))
}

/** All characters of one stand in the other, in order: 省人大办公厅 in 江苏省人大常委会办公厅. */
function isShortFor(short: string, long: string): boolean {
  let at = 0
  for (const c of long) if (c === short[at]) at++
  return at === short.length
}
