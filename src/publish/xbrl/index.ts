import { join } from 'node:path'
import type { Filing } from '../../model/filing.js'
import { writeWhole } from '../files.js'
import { elementOf, isMoney, labelsOf } from './elements.js'
import { reportOf } from './report.js'
import { sumsOf } from './sums.js'
import { type Item, taxonomyOf } from './taxonomy.js'

/** What was exported. */
export interface XbrlSummary {
  reports: number
  facts: number
  /** Figures of which no year is printed: a fact needs a period. */
  undated: number
  /** Sums that checks asserted inside filings, and those of them that links of calculation say. */
  sums: { asserted: number; linked: number }
}

/** Writes an xBRL-CSV report for each filing that has figures; they are asked for twice, and one taxonomy for all; in order, the same bytes each time. */
export async function exportXbrl(filings: () => AsyncIterable<Filing>, to: string): Promise<XbrlSummary> {
  const summary: XbrlSummary = { reports: 0, facts: 0, undated: 0, sums: { asserted: 0, linked: 0 } }
  const items = new Map<string, Item>()
  const arcs = new Map<string, Set<string>>()
  for await (const filing of filings()) {
    for (const fact of filing.facts.filter((f) => f.year !== ''))
      if (!items.has(elementOf(fact))) items.set(elementOf(fact), { money: isMoney(fact), ...labelsOf(fact) })
    for (const { total, parts } of sumsOf(filing).sayable) {
      const from = elementOf(total)
      arcs.set(from, new Set([...(arcs.get(from) ?? []), ...parts.map(elementOf)]))
    }
  }
  for await (const filing of filings()) {
    const dated = filing.facts.filter((fact) => fact.year !== '').length
    summary.undated += filing.facts.length - dated
    if (dated === 0) continue
    const { all, sayable } = sumsOf(filing)
    const linked = sayable.filter(({ parts }) => !holdEachOther(parts.map(elementOf), arcs))
    for (const [file, content] of Object.entries(reportOf(filing, linked)))
      await writeWhole(join(to, filing.filing_id, file), content)
    summary.reports++
    summary.facts += dated
    summary.sums.asserted += all.length
    summary.sums.linked += linked.length
  }
  for (const [file, content] of Object.entries(taxonomyOf({ items, sums: arcs })))
    await writeWhole(join(to, 'taxonomy', file), content)
  return summary
}

/** Whether a part is the total of another one elsewhere: here too the two would be held against each other. */
const holdEachOther = (parts: readonly string[], arcs: ReadonlyMap<string, ReadonlySet<string>>): boolean =>
  parts.some((part) => parts.some((other) => arcs.get(part)?.has(other)))
