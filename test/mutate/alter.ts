import type { Extracted, Fact } from '../../src/model/filing.js'
import { isAmount, type Print } from './print.js'

/** One print and the facts it is bound to: 收入支出总计 is one figure and two facts. */
export interface Figure {
  facts: Fact[]
  print: Print
}

/** All figures of money that can be printed otherwise. */
export function figuresOf(filing: Extracted): Figure[] {
  const byPlace = new Map<string, Fact[]>()
  for (const fact of filing.facts) {
    const place = `${fact.page}|${fact.bbox}|${fact.raw}`
    byPlace.set(place, [...(byPlace.get(place) ?? []), fact])
  }
  return [...byPlace.values()]
    .map((facts) => ({ facts, print: facts[0] as Fact }))
    .filter(
      ({ facts, print }) =>
        facts.every((f) => f.measure === 'amount' || f.measure === 'change') &&
        facts.every((f) => f.value === print.value && f.unit === print.unit) &&
        isAmount(print),
    )
}

/** The filing as it would be read had this figure been printed otherwise; all else is shared with the original. */
export function withFigure(filing: Extracted, { facts, print }: Figure, next: Print): Extracted {
  const { raw, value, decimals } = next
  const touched = new Set(facts)
  const [fact] = facts as [Fact]
  return {
    ...filing,
    facts: filing.facts.map((f) => (touched.has(f) ? { ...f, raw, value, decimals } : f)),
    tables: filing.tables.map((table) =>
      table.table_id !== fact.table_id || fact.row === null
        ? table
        : {
            ...table,
            cells: table.cells.map((cell) =>
              cell.row === (fact.row as number) + table.header_rows && cell.column === fact.column
                ? { ...cell, text: cell.text.replace(print.raw, () => raw) }
                : cell,
            ),
          },
    ),
    sections: filing.sections.map((section) =>
      fact.source === 'prose' && section.section_id === fact.section_id
        ? { ...section, text: replaceOnly(section.text, print.raw, raw) }
        : section,
    ),
  }
}

/** Where the text has the digits several times nobody can tell which of them is meant. */
function replaceOnly(text: string, digits: string, other: string): string {
  const at = text.indexOf(digits)
  return at < 0 || text.indexOf(digits, at + 1) >= 0
    ? text
    : text.slice(0, at) + other + text.slice(at + digits.length)
}
