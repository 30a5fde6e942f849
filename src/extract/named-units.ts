import type { Section } from '../model/filing.js'
import { ORGAN_ENDING } from '../model/printed/organ.js'

/** What a section is about by its own words: the text of its first paragraph and those around it. */
export interface SpokenSection {
  section: Section
  /** First paragraph, as printed; empty where it has none. */
  first: string
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
/** What a unit spends its money on: a title that its sentence repeats with these is no project and no account. */
const SPLIT = /包括|其中|基本支出|人员(?:经费|支出)|公用(?:经费|支出)/
/** The shortest name of a unit, and the longest. */
const NAME = /^[\u4e00-\u9fff]{3,30}(?:\([^)]+\))?$/

/**
 * Sections that are each about one of several units: name by section id; parts of such a section are about it too.
 * A unit is told by its name, which its first sentence repeats as what it speaks of.
 */
export function unitSections(sections: readonly SpokenSection[]): Map<string, string> {
  const listed = sections
    .filter(({ section }) => /^(?:entities|organization|duties)$/.test(section.type))
    .map(({ section }) => fold(section.text))
    .join('\n')
  const units = new Map<string, string>()
  for (const siblings of bySeries(sections).values()) {
    const named = siblings.filter((s) => isUnit(s, listed))
    // A single one is the organization itself.
    if (named.length > 1) for (const { section } of named) units.set(section.section_id, section.title)
  }
  for (const { section } of sections) {
    const above = units.get(section.parent_id)
    if (above !== undefined && !units.has(section.section_id)) units.set(section.section_id, above)
  }
  return units
}

function isUnit({ section, first }: SpokenSection, listed: string): boolean {
  const title = fold(section.title)
  const text = fold(first)
  if (!NAME.test(title) || !text.startsWith(title)) return false
  const rest = text.slice(title.length)
  return /^(?:20\d\d年(?:度)?)?(?:部门|单位)?预算/.test(rest) && (SPLIT.test(rest) || listed.includes(title))
}

/** Sections below one parent, numbered alike. */
function bySeries(sections: readonly SpokenSection[]): Map<string, SpokenSection[]> {
  const series = new Map<string, SpokenSection[]>()
  for (const s of sections) {
    const key = `${s.section.parent_id} ${s.section.level}`
    series.set(key, [...(series.get(key) ?? []), s])
  }
  return series
}

/** `云汀市渠首管理所成立于…，为…`: the paper presents itself where it tells what it is. */
const PRESENTS = new RegExp(
  `^([\\u4e00-\\u9fff]{3,24}?${ORGAN_ENDING})(?:\\([^)]*\\))?(?:成立于|组建于|是|系|为)`,
)

/** Names, beside the organization's own, under which a paper speaks of itself; none where it presents several. */
export function selfNames(sections: readonly SpokenSection[]): string[] {
  const names = new Set<string>()
  for (const { section, first } of sections) {
    const name = /^(?:organization|duties)$/.test(section.type) && PRESENTS.exec(fold(first))?.[1]
    if (name) names.add(name)
  }
  return names.size === 1 ? [...names] : []
}
