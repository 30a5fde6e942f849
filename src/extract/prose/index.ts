import type { Fund, Nature, SectionType } from '../../model/filing.js'
import { isListed, numberingOf } from '../../model/printed/list-number.js'
import type { Passed } from '../number-account.js'
import { readAssets, stockDate } from './assets.js'
import { pathOf } from './code-path.js'
import { foldText } from './fold.js'
import {
  type Meaning,
  meaning,
  type PrintedPath,
  type ProseContext,
  type ProseFigure,
  type ProseSection,
  type Scope,
} from './meaning.js'
import { natureHeading } from './natures.js'
import { readPerformance } from './performance.js'
import { readStaff } from './staff.js'
import { ParagraphReader, type Setting } from './statements.js'
import { meaningsOf, topicsOf } from './topics.js'
import { fundIn } from './words.js'

/** Sections whose figures are no statements about the budget: tasks, duties, projects, definitions. */
const WITHOUT_FIGURES = new Set<SectionType>([
  'duties',
  'organization',
  'tasks',
  'entities',
  'glossary',
  'projects',
])

/** A sentence with a grammar of its own says by its words what it is, whatever the section is called. */
const BY_WORDS: readonly (readonly [RegExp, typeof readStaff])[] = [
  [
    /编制(?:数|人数|总数)?(?:为|共)?\d+(?:人|名|个)|^(?:本部门|本单位)?(?:管理的?)?离?退休人员\d+(?:人|名)/,
    readStaff,
  ],
  [
    /(?:共有|现有|拥有|保有)(?:公务)?(?:车辆|用车)\d+(?:辆|台)|购置(?:公务)?(?:车辆|用车|辆)\d+(?:辆|台)|未安排(?:新增)?购置(?:公务)?(?:车辆|用车)/,
    readAssets,
  ],
  [/绩效目标(?:管理|设置|编报)?[^。]*涉及[^。]*(?:预算|资金|拨款|金额)/, readPerformance],
]
const BY_SECTION: Partial<Record<SectionType, typeof readStaff>> = {
  staff: readStaff,
  assets: readAssets,
  performance: readPerformance,
}
/** Among duties and offices, only the count of posts is one of ours. */
const STAFF_TOO = new Set<SectionType>(['organization', 'entities', 'duties'])

export type { ProseContext, ProseFigure, ProseSection, TableTotals } from './meaning.js'
export { ClaimedCodes } from './meaning.js'

/** Figures of one section's running text, each bound to its meaning, and the numbers understood to be none. */
export function readProse(
  section: ProseSection,
  context: ProseContext,
): { figures: ProseFigure[]; passed: Passed[] } {
  const passed: Passed[] = []
  const figures: ProseFigure[] = []
  const unit = section.unit.normalize('NFKC').replace(/\s/g, '')
  let scope: Scope = {
    title: section.title,
    fund: fundOf(section),
    nature: /基本支出/.test(section.title) && !/项目支出/.test(section.title) ? 'basic' : '',
    path: pathAbove(section),
    unit,
    isGovernmentEconomy: isGovernmentEconomy(section),
    isEconomy: section.type === 'by-economy' || /经济(?:科目|分类)/.test(section.title),
    isProcurement: section.type === 'procurement',
    isSpending: section.type === 'general-budget' && !/收入|收支/.test(section.title),
    ahead: [],
  }
  const title = titleTopics(section, scope, context)
  /** The wholes whose parts are listed, the outermost first. */
  let wholes: Whole[] = []
  let before: Meaning[] = []
  const stated = new Map<string, Meaning>()
  /** What the paragraph before spoke of as a whole: 与上年对比，增加… may stand in a paragraph of its own. */
  let spoken: Meaning[] = []
  let listing = false
  /** Below the title of a chart stand its labels, until a sentence goes on. */
  let inChart = false
  let stockYear: number | undefined
  let under = { ...NO_NATURE, nature: natureAbove(section) }
  /** A paragraph that is only the title of an item: what follows is about it. */
  let item: Setting | undefined
  for (const paragraph of section.paragraphs) {
    const folded = foldText(paragraph)
    const own = grammarOf(section.type, folded)
    inChart = CHART_TITLE.test(folded) || (inChart && !CLAUSE.test(folded))
    if (inChart || CHART_LABEL.test(folded)) passed.push({ text: paragraph, reason: 'chart' })
    else if (TARGET_ROW.test(folded)) passed.push({ text: paragraph, reason: 'listed' })
    else if (REASONS.test(section.title) && !STATES_AMOUNT.test(folded))
      passed.push({ text: paragraph, reason: 'reason' })
    else if (own === 'none') passed.push({ text: paragraph, reason: 'narrative' })
    else if (own) {
      stockYear = stockDate(folded, context) ?? stockYear
      const counted = stockYear === undefined ? context : { ...context, stockYear }
      figures.push(...own(paragraph, folded, counted, passed))
    } else if (listing && (isListed(folded) || PROJECT_ITEM.test(folded)))
      passed.push({ text: paragraph, reason: 'listed' })
    else {
      // `财政拨款支出主要内容如下：` says whose money the list after it is.
      const listed =
        /^([^，。；]{4,30})(?:主要内容)?(?:如下:?|具体(?:情况)?(?:如下)?:?|(?:分类)?情况:|分类:|划分:)$/.exec(
          folded,
        )
      if (listed) scope = { ...scope, fund: fundIn(listed[1] as string) ?? scope.fund }
      const style = styleOf(paragraph.text)
      // A number of the same series as the paragraph that announced parts is no part of it.
      const next = wholes.findIndex((w) => w.style === style && (style !== '' || beginsAnew(folded, context)))
      if (next >= 0) wholes = wholes.slice(0, next)
      const partStyle = wholes.at(-1)?.partStyle ?? style
      scope = { ...scope, path: pathBelow(scope.path, folded) }
      if (style === under.style) under = NO_NATURE
      if (style !== '') item = undefined
      const goesOn = style === '' && wholes.length === 0 && ONLY_COMPARES.test(folded)
      const setting = item ?? {
        title,
        head: wholes.at(-1)?.head ?? [],
        nature: under.nature,
        isUnknown: false,
        stated,
        spoken: goesOn ? spoken : [],
      }
      const reader = new ParagraphReader(paragraph, folded, scope, context, setting).read()
      figures.push(...reader.ledger.figures)
      passed.push(...reader.ledger.passed)
      if (reader.subject.nature !== under.nature) under = { nature: reader.subject.nature, style }
      const announced = folded === '其中:' ? before : reader.announced()
      if (announced.length > 0) wholes.push({ head: announced, style })
      // Parts without numbers go on as they began, until something is said of the whole or of another year.
      else if (style === '' && (partStyle !== '' || beginsAnew(folded, context))) wholes = []
      else wholes = wholes.map((w, i) => (i === wholes.length - 1 ? { ...w, partStyle } : w))
      item = reader.isTitleOfItem() ? { ...setting, head: [], ...reader.named() } : item
      before =
        reader.subject.among && reader.subject.head.length > 0 ? reader.subject.head : reader.subject.current
      spoken = reader.spokenOf()
      listing = PROJECT_LIST.test(folded)
    }
  }
  if (unit !== '') for (const figure of figures) figure.key.entity ||= section.unit
  if (section.type !== 'operating-cost') return { figures, passed }
  // The parts of running costs (办公经费, 公务接待费 …) are other definitions of the same words.
  const other = figures.filter((f) => f.key.concept !== 'operating-cost')
  passed.push(...other.map((f) => ({ text: f.raw, reason: 'no-concept' as const })))
  return { figures: figures.filter((f) => !other.includes(f)), passed }
}

/** Labels of charts stand in the text layer one by one: `44.12%`, `9.02%其他收入`, `图1：收入预算`. */
const CHART_LABEL =
  /^(?:图\d+[:：]?[^。，]{0,30}|[^。；，:万年人辆个\d]{0,12}[\d.,%]+[^。；，:万年人辆个\d]{0,12})$/
/** `支出预算图`, `图3：收入结构图` */
const CHART_TITLE = /^(?:图\d+[:：]?)?[^。，；:\d]{2,24}图$/
/** Whatever is said in a sentence or a list is no label; a mark within one may be a stroke misread. */
const CLAUSE = /[。，]|[；:]$/
/** A row of a form of targets whose lines were not seen: `产出指标数量指标…≥ 9`. */
const TARGET_ROW = /(?:产出|成本|效益|满意度)指标(?:数量|质量|时效|经济|社会|生态|可持续|服务)/
/** A paragraph that only compares what the one before it stated. */
const ONLY_COMPARES = /^(?:与|比|较|同)(?:上年|去年|20\d\d年)[^，。；\d]{0,8}，?(?:增加|减少|增长|下降|持平)/
/** 主要增加因素 and its like list what changed and why. */
const REASONS = /(?:增加|减少|增减)(?:变化)?(?:的)?(?:因素|原因)/
/** What such a section says before it gives reasons: “三公经费”预算数为71万元. */
const STATES_AMOUNT = /(?:预算|决算)(?:数|总额)?(?:安排)?为?[\d,.]+(?:亿|万)?元/
/** A project without a number: 工程管理97万元，主要用于…. */
const PROJECT_ITEM = /^[\u4e00-\u9fff"()、]{2,40}[\d,.]+万元，?主要用于/
/** The series of a paragraph's list number; empty where it has none. */
const styleOf = (text: string): string => numberingOf(text.trimStart())?.style ?? ''
/** What the next paragraphs list the parts of, the series of the paragraph that announced them, and their own. */
interface Whole {
  head: Meaning[]
  style: string
  partStyle?: string
}
/** 2025年…, 本部门…: the paragraph speaks for itself; a part begins with its name. */
const beginsAnew = (folded: string, { organization, selfNames }: ProseContext): boolean =>
  /^(?:20\d\d年|本|我|全|上述|以上)/.test(folded) ||
  [organization, ...selfNames].some((name) => name !== '' && folded.startsWith(name))
const NO_NATURE: { nature: Nature; style: string } = { nature: '', style: '-' }
/** Projects are listed after it, one by one: no facts. */
const PROJECT_LIST = /项目支出[\d,.]+万元，?(?:具体|主要)?(?:包括|如下|为)[^。]*[:：]?$/

/** Which grammar a paragraph is read with: `none` for what is no statement, undefined for that of figures and funds. */
function grammarOf(type: SectionType, folded: string): typeof readStaff | 'none' | undefined {
  const worded = BY_WORDS.find(([words]) => words.test(folded))?.[1]
  if (WITHOUT_FIGURES.has(type)) return STAFF_TOO.has(type) && worded === readStaff ? readPosts : 'none'
  // Text left over from tables is no sentence.
  if (type === 'tables' && !/[。；]$|\d万元/.test(folded)) return 'none'
  // 现保有公务用车17辆 beside the cost of vehicles is another count.
  return BY_SECTION[type] ?? (type === 'three-public' ? undefined : worded)
}

/** Posts among duties and offices; their other numbers are no statements. */
const readPosts: typeof readStaff = (text, folded, context, passed) => {
  const figures = readStaff(text, folded, context, passed)
  passed.push({ text, reason: 'narrative' })
  return figures
}

/** What a section's title names by itself: the subject of a text that only says 2025年预算安排…. */
function titleTopics(section: ProseSection, scope: Scope, context: ProseContext): Meaning[] {
  const title = section.title
    .normalize('NFKC')
    .replace(/[“”]/g, '"')
    .replace(/(?:安排|支出)?(?:预算|决算)?(?:支出)?(?:安排)?情况(?:的)?(?:总体)?(?:说明)?$/, '')
  const named = meaningsOf(topicsOf(title, scope, context)).filter(
    (t) => !/^(?:revenue|expenditure)$/.test(t.concept) || t.functionCode || t.economyCode || t.nature,
  )
  const fund =
    section.type === 'government-fund' || section.type === 'state-capital' ? section.type : undefined
  return named.length > 0 || !fund ? named : [meaning('expenditure', fund, section.title)]
}

/** Money of a section by its title, else by the titles above it; all money in the overall sections. */
function fundOf(section: ProseSection): Fund {
  for (const title of [section.title, ...section.ancestors.map((a) => a.title)]) {
    const fund = fundIn(title.normalize('NFKC'))
    if (fund) return fund
  }
  const types = [section.type, ...section.ancestors.map((a) => a.type)]
  if (types.some((t) => t === 'by-function' || t === 'by-economy' || t === 'general-budget')) return 'general'
  return 'all'
}

/** 人员经费 as the title of a section, over the items in it. */
function natureAbove(section: ProseSection): Nature {
  const titles = [section.title, ...section.ancestors.map((a) => a.title)]
  return titles.map((t) => natureHeading(t.normalize('NFKC'))).find((n) => n !== '') ?? ''
}

/** Class and section that headings name: `（一）社会保障和就业支出（类）`. */
function pathAbove(section: ProseSection): PrintedPath {
  const titles = [section.title, ...section.ancestors.map((a) => a.title)]
  const paths = titles.map((t) => pathOf(t.normalize('NFKC')) ?? {})
  const cls = paths.findIndex((p) => p.class)
  // A section that stands above the class is another's.
  const below = (cls < 0 ? paths : paths.slice(0, cls + 1)).find((p) => p.section)
  return {
    ...(cls < 0 ? {} : { class: paths[cls]?.class as string }),
    ...(below ? { section: below.section as string } : {}),
  }
}

/** The same behind the words that lead a paragraph: `（一）公共安全支出（类）`, `消防（款）：…`. */
function pathBelow(above: PrintedPath, folded: string): PrintedPath {
  const own = pathOf(folded.split(/[:。]|(?<=\))(?=20\d\d年|\d)/)[0] as string)
  if (!own) return above
  return own.class ? own : { ...above, ...own }
}

/** 按照政府预算支出经济分类: names of classes are those of the government's list. */
function isGovernmentEconomy(section: ProseSection): boolean {
  const titles = [section.title, ...section.ancestors.map((a) => a.title)]
  return /政府预算/.test(titles.find((t) => /经济(?:科目|分类)/.test(t)) ?? '')
}
