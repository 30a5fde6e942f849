import { sectionTypeOf } from '../catalogue/section-titles.js'
import type { SectionType } from '../model/filing.js'

/** What a section is about, by its title; a part without words of its own takes after its parent. */
export function sectionType(title: string, parent?: { type: SectionType }): SectionType {
  // A project's own paper has chapters that are called like those of the budget: 年度预算安排, 绩效目标.
  if (parent?.type === 'projects') return 'projects'
  const own = sectionTypeOf(title)
  return own ?? (parent && parent.type !== 'tables' ? parent.type : 'other')
}
