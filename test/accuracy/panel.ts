// Every conflict of a panel with its two prints, and what people who read them against the pages said:
//   npm run accuracy:panel -- --run OUTPUT
// docs/measured/panel-conflicts.csv holds the reading, by the ids of the two figures: paper (the filing contradicts itself),
// misread (one of them is read wrongly) or join (they are not the same amount). What nobody has read yet is marked.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'

const { values } = parseArgs({ options: { run: { type: 'string' } } })
if (!values.run) {
  console.error('usage: npm run accuracy:panel -- --run OUTPUT')
  process.exit(2)
}
const output = values.run

type Row = Record<string, string>
const rowsOf = (path: string | URL) => parse(readFileSync(path), { bom: true, columns: true }) as Row[]
const indexed = (name: string, key: string) =>
  new Map(rowsOf(join(output, name)).map((row) => [row[key] as string, row]))

const verdicts = new Map(
  rowsOf(new URL('../../docs/measured/panel-conflicts.csv', import.meta.url)).map((row) => [
    `${row.largest} ${row.smallest}`,
    row.verdict as string,
  ]),
)
const facts = indexed('facts.csv', 'fact_id')
const filings = indexed('filings.csv', 'filing_id')
const panel = rowsOf(join(output, 'panel.csv'))

const MEANING = ['kind', 'basis', 'year', 'concept', 'fund', 'nature', 'function_code', 'economy_code']
const counts: Record<string, number> = { paper: 0, misread: 0, join: 0, 'not read': 0 }
for (const row of panel.filter((r) => r.conflict === 'true')) {
  const verdict = verdicts.get(row.conflict_facts as string) ?? 'not read'
  counts[verdict] = (counts[verdict] ?? 0) + 1
  console.log(
    `\n${row.organization} ${MEANING.map((k) => row[k])
      .filter(Boolean)
      .join(' ')}: ${verdict}`,
  )
  for (const id of (row.conflict_facts as string).split(' ')) {
    const { raw, unit, label, page, source, filing_id } = facts.get(id) as Row
    console.log(
      `  ${raw} ${unit}  ${label}  (${source})  p${page}  ${filings.get(filing_id as string)?.source}  ${id}`,
    )
  }
}
console.log(
  `\n${panel.length} amounts, ${Object.entries(counts)
    .map(([verdict, n]) => `${n} ${verdict}`)
    .join(', ')}`,
)
