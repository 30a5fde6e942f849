import { regionOf } from '../catalogue/index.js'
import type { Document, Table } from '../model/document.js'
import type { OrganizationLevel } from '../model/filing.js'
import { numberingOf } from '../model/printed/list-number.js'
import {
  compact,
  type FrontTitle,
  type LabelledName,
  labelledNames,
  parseTitle,
  tidyName,
} from './front-page.js'
import { namesInForms } from './target-annex.js'

/** A place alone (上海市, 江苏省) is where the organ sits, not the organ. */
const isPlace = (name: string) => regionOf(name)?.endsWith(name) ?? false

/** Words that stand where a name could and are none. */
const NO_NAME =
  /^(?:本|我|该|各|全)?(?:部门|单位|学校|校|局|委|办)$|^(?:部门|单位|预算|决算|当年|本年|全年|年初)|[预决]算$|财政拨款|一般公共|政府性基金|国有资本经营|三公|经费|预计|安排|[本我](?:部门|单位|局|校|委)|[，。；：:]/

/** Something that can be the name of an organ. */
export const isName = (name: string) =>
  name.length >= 3 &&
  name.length <= 50 &&
  /^[\p{Script=Han}（(]/u.test(name) &&
  !NO_NAME.test(name) &&
  !isPlace(name)

function mostNamed(names: string[]): string {
  const votes = new Map<string, number>()
  for (const name of names.filter(isName)) votes.set(name, (votes.get(name) ?? 0) + 1)
  let best = ''
  for (const [name, n] of votes) if (n > (votes.get(best) ?? 0)) best = name
  return best
}

/** Forms of one project or of targets name other organs in their captions. */
const isForm = (table: Table) => /绩效|自评|目标|申报/.test(table.title)
/** The form of the whole department's targets. */
const isWhole = (table: Table) => /整体/.test(table.title)

/** Labelled names above the money tables: `编制部门：…`, `部门：…`. */
export function captionNames(document: Document): LabelledName[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' && !isForm(block) ? block.captionLines.flatMap(labelledNames) : [],
  )
}

/** `X概况`, `X主要职能`, `X2031年度部门决算表`: whose parts these are. */
const PART_OF =
  /^(.{3,40}?)(?:部门|单位)?(?:概况|基本情况|主要职[能责]|机构设置|20\d{2}年度?(?:部门|单位)?[预决]算)/
/** `X2031年度收入、支出预算总计…`, `2031年，X收入预算…`, `X共有车辆…`: who a sentence is about. */
const SUBJECT_OF = [
  /(?:^|[。；，,：])([\p{Script=Han}（）()]{4,40}?)20\d{2}年度?(?:收入|支出|收支|财政拨款|部门|单位)/u,
  /(?:^|[。；，,：])20\d{2}年度?[，,]?([\p{Script=Han}（）()]{4,40}?)(?:部门|单位)?(?:(?:收入|支出|收支)(?:总)?[预决]算|收支均|政府采购|机关运行经费|20\d{2}年)/u,
  /(?:^|[。；，,：])([\p{Script=Han}（）()]{4,40}?)(?:所属各[预决]算单位)?共有车辆/u,
]

/** Characters: a head that layout took for a paragraph is short. */
const LONGEST_HEAD = 40

function namesInBody(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'table') return []
    const printed = compact(block.kind === 'heading' ? block.title.text : block.text.text)
    const text = printed.slice(numberingOf(printed)?.length ?? 0)
    const isHead = block.kind === 'heading' || text.length < LONGEST_HEAD
    const patterns = isHead ? [PART_OF, ...SUBJECT_OF] : SUBJECT_OF
    return patterns.flatMap((pattern) => tidyName(pattern.exec(text)?.[1] ?? ''))
  })
}

/** Where a unit and the department above it are both labelled, the paper is about the unit. */
const labelRank = (label: string) => (/主管/.test(label) ? 1 : 0)

/** The organization as printed, best witness first: label on the first page, title, captions, forms, text. */
export function findOrganization(document: Document, title: FrontTitle, labelled: LabelledName[]): string {
  const onFront = labelled
    .filter((l) => isName(l.name))
    .sort((a, b) => labelRank(a.label) - labelRank(b.label))[0]?.name
  const running = document.furniture.map((line) => parseTitle(line.text.text).name)
  const name = tidyName(
    onFront ||
      (isName(title.name) ? title.name : '') ||
      mostNamed(captionNames(document).map((l) => l.name)) ||
      mostNamed(running) ||
      mostNamed(namesInForms(document, isWhole)) ||
      mostNamed(namesInBody(document)) ||
      // Forms of single projects may name who carries them out.
      mostNamed(namesInForms(document, isForm)),
  )
  return withOwnLevel(name, title)
}

/** `X（本级）` is one name, wherever the front page prints the bracket: behind the name or behind 预算. */
function withOwnLevel(name: string, title: FrontTitle): string {
  if (name === '' || /[（(].{2,4}[）)]$/.test(name)) return name
  const behindName = title.text.includes(`${name}（本级）`) || title.text.includes(`${name}(本级)`)
  return behindName || OWN_LEVEL_OF_PAPER.test(title.text) ? `${name}（本级）` : name
}

/** `2031年部门预算（本级）` */
const OWN_LEVEL_OF_PAPER = /算[^（(]{0,4}[（(]本级[）)]/

/** `X局（本级）`, `X局本级`; 市本级 alone is a level of government. */
const OWN_LEVEL = /[（(](?:本级|机关|本部)[）)]$|(?<=..[局委厅会部院办])本级$/

/** Department with its units, or one unit, by the name's suffix and the title alone. */
export function levelTold(organization: string, title: FrontTitle): OrganizationLevel {
  if (OWN_LEVEL.test(organization) || OWN_LEVEL.test(title.name) || OWN_LEVEL_OF_PAPER.test(title.text)) {
    return 'unit'
  }
  if (/[（(]汇总[）)]/.test(organization + title.text)) return 'department'
  return title.edition === '' ? '' : title.edition === '部门' ? 'department' : 'unit'
}

/** The same, where these do not say it by the front labels, the heads, the captions. */
export function levelOf(
  document: Document,
  organization: string,
  title: FrontTitle,
  labelled: LabelledName[],
): OrganizationLevel {
  const told = levelTold(organization, title)
  if (told) return told
  const byLabel = (found: LabelledName[]) =>
    found[0] && (/单位$|单位名称$/.test(found[0].label) ? 'unit' : 'department')
  const onFront = byLabel(labelled)
  if (onFront) return onFront
  const heads = document.blocks.flatMap((b) =>
    b.kind === 'heading' ? compact(b.title.text) : b.kind === 'table' ? compact(b.title) : [],
  )
  const count = (pattern: RegExp) => heads.filter((head) => pattern.test(head)).length
  const unit = count(/单位(?:概况|[预决]算(?:情况|编制|表)|主要职[能责])|[（(]单位[）)]/)
  const department = count(/部门(?:概况|[预决]算(?:情况|编制|表)|主要职[能责])|[（(]部门[）)]/)
  if (unit !== department) return unit > department ? 'unit' : 'department'
  // Captions come last: many budget systems print 单位名称： for departments too.
  return byLabel(captionNames(document)) ?? (namesInForms(document, isWhole).length > 0 ? 'department' : '')
}

/** Districts whose name several cities have (鼓楼区): the text says of which city, 福州市鼓楼区. */
function regionInText(document: Document, organization: string): string {
  const district = /^.{1,6}?[区县旗市]/.exec(organization)?.[0]
  if (!district) return ''
  for (const block of document.blocks) {
    if (block.kind === 'table') continue
    const text = compact(block.kind === 'heading' ? block.title.text : block.text.text)
    const at = text.indexOf(district)
    // The longest name of a city and its province together has fewer than 16 characters.
    for (let from = Math.max(0, at - 16); from < at - 1; from++) {
      const region = regionOf(text.slice(from))
      if (region?.endsWith(district)) return region
    }
  }
  return ''
}

/** The most precise place of name and title: 上海市普陀区 of the title is more than 上海市 of the name. */
export function regionFor(document: Document, organization: string, title: FrontTitle): string {
  const ofName = regionOf(organization) ?? ''
  const ofTitle = regionOf(title.name) ?? regionOf(title.text.replace(/^附件\d*|^20\d{2}年度?/, '')) ?? ''
  return (ofTitle.startsWith(ofName) ? ofTitle : ofName) || regionInText(document, organization)
}
