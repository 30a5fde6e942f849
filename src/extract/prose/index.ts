import type { Fund } from '../../model/filing.js'
import { readAssets } from './assets.js'
import { foldText } from './fold.js'
import type { ProseContext, ProseFigure, ProseSection } from './meaning.js'
import { readPerformance } from './performance.js'
import { readStaff } from './staff.js'
import { ParagraphReader } from './statements.js'
import { fundIn, type Scope } from './topics.js'

export type { ProseContext, ProseFigure, ProseSection, TableTotals } from './meaning.js'

/** Sections whose figures are no statements about the budget: tasks, duties, projects, definitions. */
const WITHOUT_FIGURES = new Set([
  'duties',
  'organization',
  'tasks',
  'entities',
  'glossary',
  'projects',
  'tables',
])

/** Figures of one section's running text, each bound to its meaning. */
export function readProse(section: ProseSection, context: ProseContext): ProseFigure[] {
  if (section.type === 'staff') return section.paragraphs.flatMap((p) => readStaff(p, foldText(p), context))
  if (section.type === 'assets') return section.paragraphs.flatMap((p) => readAssets(p, foldText(p), context))
  if (section.type === 'performance')
    return section.paragraphs.flatMap((p) => readPerformance(p, foldText(p), context))
  if (WITHOUT_FIGURES.has(section.type)) return []
  let scope: Scope = { fund: fundOf(section), path: pathOf(section) }
  return section.paragraphs.flatMap((paragraph) => {
    const folded = foldText(paragraph)
    // `财政拨款支出主要内容如下：` says whose money the list after it is.
    const listed = /^([^，。；]{4,30})(?:主要内容)?(?:如下|具体(?:情况)?(?:如下)?):?$/.exec(folded)
    if (listed) scope = { ...scope, fund: fundIn(listed[1] as string) ?? scope.fund }
    const figures = new ParagraphReader(paragraph, folded, scope, context).read()
    // The parts of running costs (办公经费, 公务接待费 …) are other definitions of the same words.
    return section.type === 'operating-cost'
      ? figures.filter((f) => f.key.concept === 'operating-cost')
      : figures
  })
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

/** Class and section that headings name: `（一）社会保障和就业支出（类）`. */
function pathOf(section: ProseSection): string[] {
  for (const title of [section.title, ...section.ancestors.map((a) => a.title)]) {
    const cls = /([\u4e00-\u9fff、]+)[(（]类[)）]/.exec(title)
    if (cls) return [cls[1] as string]
  }
  return []
}
