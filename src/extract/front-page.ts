import type { Document } from '../model/document.js'
import { withoutListNumbers } from '../model/printed/list-number.js'
import { isWholeName } from '../model/printed/organ.js'

/** What the title on the first page says; empty strings where it does not. */
export interface FrontTitle {
  /** All title lines joined, spaces removed. */
  text: string
  year: string
  kind: 'budget' | 'final' | ''
  /** `部门` or `单位` of 部门预算, 单位预算. */
  edition: '部门' | '单位' | ''
  /** Before or after the year; may be only a place (上海市2026年市级单位预算). */
  name: string
}

/** A line `部门名称：…`: what it says about itself and who. */
export interface LabelledName {
  label: string
  name: string
}

/** The year of a title and not of a date: `2026年`, `2026年度`, `2018度`, `2026部门预算`. */
const YEAR = /(20\d{2})(?:年度?(?![\d一二三四五六七八九十]{1,3}月)|度|(?=部门|单位|预算|决算))/g
const PAPER = /(部门|单位)?(?:综合)?(预|决)算/

const HAN_DIGITS = '〇一二三四五六七八九'
const HAN_YEAR = /[二][〇○零OＯ0o][〇○零OＯ0o一二三四五六七八九]{2}(?=年)/g

/** Without spaces, years in arabic digits, full-width digits narrow. */
export function compact(text: string): string {
  return text
    .replace(/\s/g, '')
    .replace(/[０-９]/g, (d) => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
    .replace(HAN_YEAR, (year) => [...year].map((d) => Math.max(0, HAN_DIGITS.indexOf(d))).join(''))
}

/** Lines of a first page that are neither title nor name. */
const BESIDE_THE_TITLE =
  /^(?:附件|附表|附)[\d一二三四五六七八九十]*[:：]?$|^20\d{2}[年./-][\d一二三四五六七八九十]{1,3}(?:月|[./-])?(?:[\d一二三四五六七八九十]{1,3}日?)?$|保密审查|审签|负责人|^.{0,12}(?:印制|编印|监制)$|^封面$|^[-—\d]+$/

/** Characters. Titles and names stay below; running text is longer or ends with a full stop. */
const LONGEST_TITLE_LINE = 80

/** The lines before contents, first numbered heading, table or running text: cover or title of a paper without cover. */
export function frontLines(document: Document): string[] {
  const lines: string[] = []
  const first = document.blocks[0]
  // A cover, or a cover and a title page behind it.
  const last = first && first.kind !== 'table' ? first.page + 1 : 0
  for (const block of document.blocks) {
    if (block.kind === 'table' || block.page > last) break
    if (block.kind === 'heading' && block.style !== 'none') break
    if (block.kind === 'paragraph' && block.role === 'contents') break
    const line = compact(block.kind === 'heading' ? block.title.text : block.text.text)
    if (/^目[录次]/.test(line) || line.length > LONGEST_TITLE_LINE || /[。；]$/.test(line)) break
    if (line !== '' && !BESIDE_THE_TITLE.test(line)) lines.push(line)
  }
  return lines
}

const LABEL =
  /(预算主管部门|主管部门|预算部门|编制部门|填报部门|公开部门|部门[（(]单位[）)]名称|部门名称|部门|预算单位|编制单位|填报单位|公开单位|单位名称|单位)\s*[:：]\s*/g
/** `单位：万元` declares the unit of amounts. */
const AMOUNT_UNIT = /^(?:人民币)?[百千万亿]*元|^%/
/** `[117]西安市…`, `024-苏州市…`: the budget code before a name. */
const CODE_BEFORE = /^[[（(【]?\d{3,9}[\])）】]?[-—_:：]?/

/** All `部门：…` statements of a line whose value is a name. Unit declarations are none. */
export function labelledNames(line: string): LabelledName[] {
  const matches = [...line.matchAll(LABEL)]
  return matches.flatMap((match, i) => {
    const before = line.slice(0, match.index)
    const value = line.slice(match.index + match[0].length, matches[i + 1]?.index)
    // 金额单位：, 计量单位：: the tail of a longer word that declares a unit.
    if (/(?:金额|计量|货币|金)$/.test(before)) return []
    // What follows the name on its line (单位：元 is cut already): 公开01表, 金额单位：元, 日期.
    const name = compact(value.split(/\s+(?=[^\s:：]{2,6}[:：]|公开|第?\d+[页表]|20\d\d)/)[0] as string)
      .replace(/(?:金额|计量|货币)$/, '')
      .replace(CODE_BEFORE, '')
    return name.length < 2 || AMOUNT_UNIT.test(name) ? [] : [{ label: match[1] as string, name }]
  })
}

/** Reads the labelled names and the title of the first page. */
export function readFrontPage(document: Document): { title: FrontTitle; labelled: LabelledName[] } {
  const title: string[] = []
  const labelled: LabelledName[] = []
  let open: LabelledName | undefined
  for (const line of frontLines(document)) {
    const names = labelledNames(line)
    if (names.length > 0) {
      labelled.push(...names)
      open = names.at(-1)
    } else if (/[:：]/.test(line) && !isTitleYear(line)) {
      open = undefined
    } else if (open && !isWholeName(open.name) && !PAPER.test(line)) {
      open.name += line
    } else {
      open = undefined
      title.push(line)
    }
  }
  return { title: parseTitle(title.join('')), labelled }
}

/** Words between year and 部门预算 that name a level of government, not an organ: 市级, 区级, 省直. */
const GOVERNMENT_LEVEL = /^(?:省|市|区|县|州|旗|盟|本|自治[区州县])*(?:本级|级|直|属|直属)?$/

const isTitleYear = (line: string) => line.search(YEAR) >= 0

/** `X2026年度部门预算…`, `2026年度X部门预算…`, `上海市2026年市级单位预算`. */
export function parseTitle(title: string): FrontTitle {
  const text = compact(title)
  const years = [...text.matchAll(YEAR)]
  // The words 部门预算 say what it is; any other 预算 (预算公开, 财务预算) only where they are missing.
  const full = /(部门|单位)(?:综合)?(预|决)算/.exec(text)
  // The year next before them: 2025年公开的2024年度部门决算.
  const year = years.findLast((y) => !full || y.index < full.index) ?? years[0]
  const from = year ? year.index + year[0].length : 0
  const paper = full ?? PAPER.exec(text.slice(from)) ?? PAPER.exec(text)
  const before = year ? text.slice(0, year.index) : ''
  const end = paper ? text.indexOf(paper[0], from) : -1
  const between = year && end >= 0 ? text.slice(from, end) : ''
  return {
    text,
    year: year?.[1] ?? '',
    kind: paper ? (paper[2] === '预' ? 'budget' : 'final') : '',
    edition: (paper?.[1] as FrontTitle['edition']) ?? '',
    name: tidyName(before) || (GOVERNMENT_LEVEL.test(between) ? '' : tidyName(between)),
  }
}

/** Without what surrounds a name in a title: 附件1：, 关于, quotes, and a 部门 that the title repeats. */
export function tidyName(name: string): string {
  return withoutListNumbers(name.replace(/^附件[\d一二三四五六七八九十]*[:：、.．]?/, ''))
    .replace(/^关于/, '')
    .replace(/[（(](?:部门|单位)[）)]$/, '')
    .replace(/^[《“"]+|[》”"]+$/g, '')
    .replace(/(?<=.{3}[^部])(?:部门|单位)$/, '')
}
