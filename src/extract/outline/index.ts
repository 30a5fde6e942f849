// Takes the blocks of a document, gives the depth of those that open a section.
// Reads numbers as counts: what goes on counting stands side by side, what begins anew stands below.
// Never changes a text: what opens no section is running text.

import { sectionTypeOf } from '../../catalogue/section-titles.js'
import type { Block } from '../../model/document.js'
import type { SectionType } from '../../model/filing.js'
import { sectionType } from '../section-type.js'
import { bareNames, opensSection } from './accept.js'
import { type Head, headsOf, listedTitles } from './heads.js'
import { type Evidence, type List, listsOf } from './lists.js'

/** Depth (1 = top) of each section by the index of the block that opens it. */
export function outlineOf(blocks: Block[]): Map<number, number> {
  const heads = headsOf(blocks)
  const evidence: Evidence = {
    listed: listedTitles(blocks),
    known: (h) => sectionTypeOf(h.title) !== undefined,
  }
  const lists = listsOf(heads.values(), evidence)
  const names = bareNames(lists, evidence.listed)
  const accepted = openers([...heads.values()], lists, names, evidence)
  const outline = listsOf(accepted, evidence)
  const levels = new Map<number, number>()
  for (const [index, head] of heads) {
    const list = outline.get(head)
    if (list) levels.set(index, list.depth)
  }
  return levels
}

/** Heads that open sections: what stands among tasks or in a glossary is known by the titles above. */
function openers(heads: Head[], lists: Map<Head, List>, names: Set<Head>, evidence: Evidence): Head[] {
  const path: { depth: number; type: SectionType }[] = []
  return heads.filter((head) => {
    const list = lists.get(head) as List
    while (path.length && (path.at(-1)?.depth ?? 0) >= list.depth) path.pop()
    const home = path.at(-1)
    // Captions and the entries of a glossary are no sections.
    if (list.captions.has(head) || home?.type === 'glossary' || names.has(head)) return false
    if (!opensSection(head, list, home?.type === 'tasks', evidence.known(head))) return false
    path.push({ depth: list.depth, type: sectionType(head.title, home) })
    return true
  })
}
