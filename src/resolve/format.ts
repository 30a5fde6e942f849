import type { Fact } from '../model/filing.js'
import { FORMAT_DIFFERS, FORMAT_READ_AS, isMeaningDoubtful, isNoted, noted } from '../model/reading.js'
import { printedFigure } from './printed-figure.js'

/** As likely wrong as right, however sure the characters are: a lost point or comma has no character of its own. */
const UNLIKELY = 0.5
/** So many figures, and this share of the others, have to be printed alike before one that is not looks misread. */
const FEWEST_ALIKE = 4
const ALIKE = 0.9

/**
 * Scanned figures of tables with their confidence lowered where their form is not that of their column: another number
 * of decimals, thousands set apart or not; and where the code of their row is in doubt or they were no figures as they
 * were read. Never raised: what the characters do not say, only an identity can.
 */
export function weighedByFormat(facts: readonly Fact[]): Fact[] {
  const columns = new Map<string, Fact[]>()
  const tables = new Map<string, Fact[]>()
  for (const fact of facts) {
    if (fact.method !== 'ocr' || fact.source !== 'table' || !/\d/.test(fact.raw)) continue
    const key = `${fact.table_id}|${fact.column}`
    columns.set(key, [...(columns.get(key) ?? []), fact])
    tables.set(fact.table_id, [...(tables.get(fact.table_id) ?? []), fact])
  }
  const unlike = new Set([
    ...[...columns.values()].flatMap((column) => FORMS.flatMap((formOf) => unlikeOthers(column, formOf))),
    // Several of one column lost their last digit at its border: the rest of the table still tells.
    ...[...tables.values()].flatMap((table) => unlikeOthers(table, decimalsOf)),
  ])
  return facts.map((fact) => {
    const notes = unlike.has(fact) ? noted(fact.note, FORMAT_DIFFERS) : fact.note
    return unlike.has(fact) || isMeaningDoubtful(fact) || isNoted(fact, FORMAT_READ_AS)
      ? { ...fact, confidence: Math.min(fact.confidence, UNLIKELY), note: notes }
      : fact
  })
}

/** How a figure is printed, in what can differ; undefined where it could not be printed otherwise. */
type FormOf = (fact: Fact) => string | undefined

// A zero is printed as 0 in columns of two decimals too.
const decimalsOf: FormOf = (f) => (f.value === '0' ? undefined : `${f.decimals}`)

const FORMS: readonly FormOf[] = [
  decimalsOf,
  (f) => (/\d{4}|\d[,，]\d{3}/.test(f.raw) ? `${/[,，]/.test(f.raw)}` : undefined),
  // 0123.45
  (f) => `${printedFigure(f.raw) !== undefined}`,
]

function unlikeOthers(figures: readonly Fact[], formOf: FormOf): Fact[] {
  const formed = figures.filter((f) => formOf(f) !== undefined)
  const sizes = new Map<string, number>()
  for (const f of formed) sizes.set(`${formOf(f)}`, (sizes.get(`${formOf(f)}`) ?? 0) + 1)
  const [usual, count] = [...sizes].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as [string, number])
  if (count < Math.max(FEWEST_ALIKE, ALIKE * (formed.length - 1))) return []
  return formed.filter((f) => formOf(f) !== usual)
}
