import type { Extracted, Fact } from '../model/filing.js'
import { ENTITY_DOUBTFUL, noted } from '../model/reading.js'

/** An organization's own office among its units: its whole name says whose it is. */
const OWN_OFFICE = /\((?:本级|机关|本部)\)$/
const CODED = /^(\d+)(?: (.*))?$/

/**
 * Scanned figures of units in doubt that nothing else in the filing names so: the code and the name of a row say whose all
 * its figures are. Witnesses are another table with the same unit, or the text where no other code bears its name.
 */
export function withUnitDoubts(filing: Extracted): Extracted {
  const tables = new Map<string, Set<string>>()
  for (const { entity, table_id } of filing.facts)
    if (entity !== '') tables.set(entity, (tables.get(entity) ?? new Set()).add(table_id))
  if (tables.size === 0) return filing
  const text = compact(
    [
      filing.organization,
      ...filing.sections.flatMap((s) => [s.title, s.text]),
      ...filing.text_apart.map((t) => t.text),
    ].join('\n'),
  )
  const timesOf = (entity: string): number => tables.get(entity)?.size ?? 0
  const isNamed = (entity: string): boolean => {
    const [, code = '', name = ''] = CODED.exec(entity) ?? ['', '', entity]
    const others = [...tables.keys()].filter((o) => o !== entity && nameOf(o) === name && name !== '')
    if (others.some((o) => timesOf(o) >= timesOf(entity))) return false
    const office = compact(name)
    return (
      timesOf(entity) > 1 ||
      (OWN_OFFICE.test(office) && office.replace(OWN_OFFICE, '') === compact(filing.organization)) ||
      (name !== '' && text.includes(compact(name)) && (code === '' || others.length === 0))
    )
  }
  const doubtful = new Set([...tables.keys()].filter((entity) => !isNamed(entity)))
  const isInDoubt = (f: Fact) => f.method === 'ocr' && f.source === 'table' && doubtful.has(f.entity)
  return {
    ...filing,
    facts: filing.facts.map((f) => (isInDoubt(f) ? { ...f, note: noted(f.note, ENTITY_DOUBTFUL) } : f)),
  }
}

const nameOf = (entity: string): string => CODED.exec(entity)?.[2] ?? entity
const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
