// Takes one way to see something, gives where the paper shows it.
import type { Way } from '../catalogue/index.js'
import { fits } from '../model/printed/fits.js'
import { reasonOf } from './changes.js'
import { dateOf } from './dates.js'
import { allFacts, digitsOf, isNearlyAll, partsOf, someFacts } from './figures.js'
import { emptiesOf, saysNone } from './nothing.js'
import type { Paper } from './paper.js'
import { MISSING, passagesOf, type Sight, sentenceWith, yearOf } from './sight.js'
import { cellsWith, filledTableOf, tableOf } from './tables.js'

export function look(way: Way, paper: Paper): Sight {
  switch (way.kind) {
    case 'table':
      return tableOf(way.types, paper)
    case 'filled':
      return filledTableOf(way.types, paper)
    case 'title':
      return paper.titles.find((t) => fits(t.text, way.words)) ?? MISSING
    case 'heading':
      return paper.headings.find((t) => fits(t.text, way.words)) ?? MISSING
    case 'section':
      return sectionOf(way.types, paper)
    case 'facts':
      return allFacts(way.concepts, paper)
    case 'some':
      return someFacts(way.concepts, paper)
    case 'parts':
      return partsOf(way.whole, way.parts, paper)
    case 'words':
      return sentenceWith(passagesOf(way.types, paper), (s) => fits(s, way.words)) ?? MISSING
    case 'cells':
      return cellsWith(way, paper)
    case 'reason':
      if (way.of !== undefined && !isNearlyAll(way.of, paper)) return MISSING
      return reasonOf(
        passagesOf(way.types, paper).filter((p) => !NARRATIVE.has(p.type)),
        way.words,
      )
    case 'none':
      return sentenceWith(passagesOf([], paper), (s) => saysNone(s, way.words, yearOf(paper))) ?? MISSING
    case 'digits':
      return digitsOf(way, paper)
    case 'explained-empty':
      return emptiesOf(paper)
    case 'published':
      return dateOf(paper)
  }
}

/** Tasks too are 增加 and 提高, and tell why. */
const NARRATIVE = new Set(['duties', 'tasks', 'organization'])

/** A heading counts where something stands under it: running text, further headings or a table. */
function sectionOf(types: readonly string[], paper: Paper): Sight {
  for (const file of paper.files)
    for (const section of file.sections) {
      if (!types.includes(section.type)) continue
      const id = section.section_id
      const isFilled =
        section.text.trim() !== '' ||
        file.sections.some((s) => s.parent_id === id) ||
        file.tables.some((t) => t.section_id === id)
      if (isFilled)
        return { file: file.filing_id, page: section.page, evidence: section.number + section.title }
    }
  return MISSING
}
