import type { Extracted } from '../model/filing.js'
import { DAMAGED } from '../model/page.js'

/**
 * The figures, by id, that a damaged page may have changed: those on it, those of a table that it is part of, and those
 * below headings that stand before it, for a heading that was lost on it would give them another meaning. All of them where
 * the filing's year is lost: it may have stood there.
 */
export function factsOfDamage({ pages, tables, sections, facts, fiscal_year }: Extracted): Set<string> {
  const damaged = pages.flatMap((p) => (p.doubt === DAMAGED ? [p.page] : []))
  if (damaged.length === 0) return new Set()
  if (fiscal_year === '') return new Set(facts.map((f) => f.fact_id))
  const tableOf = new Map(tables.map((t) => [t.table_id, t]))
  const sectionOf = new Map(sections.map((s) => [s.section_id, s]))
  const beginOf = (sectionId: string): number | undefined => {
    const section = sectionOf.get(sectionId)
    return section && (beginOf(section.parent_id) ?? section.page)
  }
  return new Set(
    facts.flatMap((fact) => {
      const table = tableOf.get(fact.table_id)
      const from = Math.min(beginOf(fact.section_id) ?? 1, table?.page_first ?? fact.page, fact.page)
      const to = Math.max(table?.page_last ?? fact.page, fact.page)
      return damaged.some((page) => page >= from && page <= to) ? [fact.fact_id] : []
    }),
  )
}
