import { regionOf } from '../catalogue/index.js'
import type { Document, Table } from '../model/document.js'
import type { OrganizationLevel } from '../model/filing.js'
import {
  compact,
  type FrontTitle,
  type LabelledName,
  labelledNames,
  parseTitle,
  tidyName,
} from './front-page.js'

/** A place alone (上海市, 江苏省) is where the organ sits, not the organ. */
const isPlace = (name: string) => regionOf(name)?.endsWith(name) ?? false

/** Words that stand where a name could and are none. */
const NO_NAME = /^(?:本|我|该|各|全)?(?:部门|单位|学校|校|局|委|办)$|^(?:部门|单位)|预算|决算|[，。；：:]/

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

/** Labelled names above the money tables: `编制部门：…`, `部门：…`. */
export function captionNames(document: Document): LabelledName[] {
  return document.blocks.flatMap((block) =>
    block.kind === 'table' && !isForm(block) ? block.captionLines.flatMap(labelledNames) : [],
  )
}

/** `部门名称 | …` inside the form of the whole department's targets. */
function namesInForms(document: Document): string[] {
  const names: string[] = []
  for (const block of document.blocks) {
    if (block.kind !== 'table' || !/整体/.test(block.title)) continue
    for (const cell of block.cells) {
      if (!/^(?:预算)?部门(?:[（(]单位[）)])?(?:名称)?$/.test(compact(cell.text.text))) continue
      const beside = block.cells.find((c) => c.row === cell.row && c.column === cell.column + cell.columnSpan)
      if (beside) names.push(compact(beside.text.text).replace(/^[[（(]?\d{3,9}[\])）]?[-—]?/, ''))
    }
  }
  return names
}

const PART_OF =
  /^(.{3,40}?)(?:部门|单位)?(?:概况|基本情况|主要职[能责]|机构设置|20\d{2}年度?(?:部门|单位)?[预决]算)/
/** `X2019年度收入、支出预算总计…`, `2026年，X收入预算…`: who the opening sentence is about. */
const OPENING = [
  /^(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]?)?([\p{Script=Han}（）()]{4,40}?)20\d{2}年度?(?:收入|支出|收支|财政拨款|部门|单位)/u,
  /^20\d{2}年度?[，,]?([\p{Script=Han}（）()]{4,40}?)(?:部门|单位)?(?:收入|支出|收支)(?:总)?[预决]算/u,
]

function namesInBody(document: Document): string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'table') return []
    const text = compact(block.kind === 'heading' ? block.title.text : block.text.text)
    if (block.kind === 'heading') return PART_OF.exec(text)?.[1] ?? []
    return OPENING.flatMap((pattern) => pattern.exec(text)?.[1] ?? [])
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
  return tidyName(
    onFront ||
      (isName(title.name) ? title.name : '') ||
      mostNamed(captionNames(document).map((l) => l.name)) ||
      mostNamed(running) ||
      mostNamed(namesInForms(document)) ||
      mostNamed(namesInBody(document)),
  )
}

/** Department with its units, or one unit: by the name's suffix, the title, the labels, the heads, in this order. */
export function levelOf(
  document: Document,
  organization: string,
  title: FrontTitle,
  labelled: LabelledName[],
): OrganizationLevel {
  if (/[（(](?:本级|机关|本部)[）)]$/.test(organization)) return 'unit'
  if (/[（(]汇总[）)]$/.test(organization)) return 'department'
  if (title.edition) return title.edition === '部门' ? 'department' : 'unit'
  const label = [...labelled, ...captionNames(document)].find((l) => /部门|单位/.test(l.label))?.label
  if (label) return /单位/.test(label) ? 'unit' : 'department'
  const heads = document.blocks.flatMap((b) =>
    b.kind === 'heading' ? compact(b.title.text) : b.kind === 'table' ? compact(b.title) : [],
  )
  const unit = heads.filter((h) =>
    /单位(?:概况|[预决]算(?:情况|编制|表)|主要职[能责])|[（(]单位[）)]/.test(h),
  ).length
  const department = heads.filter((h) =>
    /部门(?:概况|[预决]算(?:情况|编制|表)|主要职[能责])|[（(]部门[）)]/.test(h),
  ).length
  return unit === department ? '' : unit > department ? 'unit' : 'department'
}

/** The most precise place of name and title: 上海市普陀区 of the title is more than 上海市 of the name. */
export function regionFor(organization: string, title: FrontTitle): string {
  const ofName = regionOf(organization) ?? ''
  const ofTitle = regionOf(title.name) ?? regionOf(title.text.replace(/^附件\d*/, '')) ?? ''
  return ofTitle.startsWith(ofName) ? ofTitle : ofName
}
