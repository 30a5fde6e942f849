import type { Extracted, Fact } from '../model/filing.js'
import { CODE_DOUBTFUL, ENTITY_DOUBTFUL, isNoted, noted, UNIT_READ_AS } from '../model/reading.js'

/** An organization's own office among its units: its whole name says whose it is. */
const OWN_OFFICE = /\((?:本级|机关|本部)\)$/
/** Small type is misread alike again and again: a name that some tables read otherwise stands in so many as it is … */
const FEWEST_ALIKE = 3
/** … and in so many times as many as any other reading of it. */
const TIMES_AS_MANY = 2
/** `#1`, the first list of a table that names no unit. */
const UNNAMED = /^#\d+$/
const CODED = /^(\d+)(?: (.*))?$/

/**
 * Scanned figures of units in doubt that nothing else in the filing names so: the code and the name of a row say whose all
 * its figures are. Witnesses are another table with the same unit, or the text where no other code bears its name.
 */
export function withUnitDoubts(filing: Extracted): Extracted {
  const tables = new Map<string, Set<string>>()
  const readings = new Map<string, Map<string, Set<string>>>()
  for (const { entity, table_id, note } of filing.facts.filter((f) => f.entity !== '')) {
    tables.set(entity, (tables.get(entity) ?? new Set()).add(table_id))
    const own = readings.get(entity) ?? new Map<string, Set<string>>()
    const as = note.find((code) => code.startsWith(UNIT_READ_AS)) ?? ''
    readings.set(entity, own.set(as, (own.get(as) ?? new Set()).add(table_id)))
  }
  if (tables.size === 0) return filing
  const text = compact(
    [
      filing.organization,
      ...filing.sections.flatMap((s) => [s.title, s.text]),
      ...filing.text_apart.map((t) => t.text),
    ].join('\n'),
  )
  const timesOf = (entity: string): number => tables.get(entity)?.size ?? 0
  const isReadAlike = (entity: string): boolean => {
    const { '': alike = 0, ...others } = Object.fromEntries(
      [...(readings.get(entity) ?? [])].map(([as, ids]) => [as, ids.size]),
    )
    const most = Math.max(0, ...Object.values(others))
    return most === 0 ? alike > 1 : alike >= FEWEST_ALIKE && alike >= TIMES_AS_MANY * most
  }
  // Units without names are told apart by the codes of their rows: a name that was not printed can not be misread, and
  // the same number in another table says nothing.
  const miscounted = new Set(
    filing.facts.filter((f) => isNoted(f, CODE_DOUBTFUL) && UNNAMED.test(f.entity)).map((f) => f.table_id),
  )
  const isNamed = (entity: string): boolean => {
    const [, code = '', name = ''] = CODED.exec(entity) ?? ['', '', entity]
    const others = [...tables.keys()].filter((o) => o !== entity && nameOf(o) === name && name !== '')
    if (others.some((o) => timesOf(o) >= timesOf(entity))) return false
    const office = compact(name)
    return (
      isReadAlike(entity) ||
      (OWN_OFFICE.test(office) && office.replace(OWN_OFFICE, '') === compact(filing.organization)) ||
      (name !== '' && text.includes(compact(name)) && (code === '' || others.length === 0))
    )
  }
  const doubtful = new Set([...tables.keys()].filter((entity) => !isNamed(entity)))
  const isUnsure = ({ entity, table_id }: Fact) =>
    UNNAMED.test(entity) ? miscounted.has(table_id) : doubtful.has(entity)
  const isInDoubt = (f: Fact) => f.method === 'ocr' && f.source === 'table' && isUnsure(f)
  return {
    ...filing,
    facts: filing.facts.map((f) => (isInDoubt(f) ? { ...f, note: noted(f.note, ENTITY_DOUBTFUL) } : f)),
  }
}

const nameOf = (entity: string): string => CODED.exec(entity)?.[2] ?? entity
const compact = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')
