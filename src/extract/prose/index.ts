import type { Fund, SectionType } from '../../model/filing.js'
import type { Passed } from '../number-account.js'
import { readAssets } from './assets.js'
import { foldText } from './fold.js'
import type { ProseContext, ProseFigure, ProseSection } from './meaning.js'
import { readPerformance } from './performance.js'
import { readStaff } from './staff.js'
import { ParagraphReader } from './statements.js'
import { fundIn, type Scope } from './topics.js'

/** Sections whose sentences have a grammar of their own. */
const OWN_GRAMMAR: Partial<Record<SectionType, typeof readStaff>> = {
  staff: readStaff,
  assets: readAssets,
  performance: readPerformance,
}

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

/** Figures of one section's running text, each bound to its meaning, and the numbers understood to be none. */
export function readProse(
  section: ProseSection,
  context: ProseContext,
): { figures: ProseFigure[]; passed: Passed[] } {
  const passed: Passed[] = []
  return { figures: figuresOf(section, context, passed), passed }
}

function figuresOf(section: ProseSection, context: ProseContext, passed: Passed[]): ProseFigure[] {
  const own = OWN_GRAMMAR[section.type]
  if (own) return section.paragraphs.flatMap((p) => own(p, foldText(p), context, passed))
  if (WITHOUT_FIGURES.has(section.type)) {
    passed.push(...section.paragraphs.map((text) => ({ text, reason: 'narrative' as const })))
    return []
  }
  let scope: Scope = { fund: fundOf(section), path: pathOf(section) }
  return section.paragraphs.flatMap((paragraph) => {
    const folded = foldText(paragraph)
    // `财政拨款支出主要内容如下：` says whose money the list after it is.
    const listed = /^([^，。；]{4,30})(?:主要内容)?(?:如下|具体(?:情况)?(?:如下)?):?$/.exec(folded)
    if (listed) scope = { ...scope, fund: fundIn(listed[1] as string) ?? scope.fund }
    const reader = new ParagraphReader(paragraph, folded, scope, context)
    const figures = reader.read()
    passed.push(...reader.passed)
    if (section.type !== 'operating-cost') return figures
    // The parts of running costs (办公经费, 公务接待费 …) are other definitions of the same words.
    const other = figures.filter((f) => f.key.concept !== 'operating-cost')
    passed.push(...other.map((f) => ({ text: f.raw, reason: 'no-concept' as const })))
    return figures.filter((f) => !other.includes(f))
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
