import { stringify } from 'csv-stringify/sync'
import type { Fact, Filing } from '../../model/filing.js'
import { elementOf, isMoney, NAMESPACE, printedValue } from './elements.js'
import type { Sum } from './sums.js'

/** Columns of the tables of a report, in their order. */
const COLUMNS = ['id', 'element', 'year', 'fund', 'basis', 'entity', 'print', 'value', 'decimals'] as const
type Row = Record<(typeof COLUMNS)[number], string>

/** A report as files: its description and its tables. */
export type ReportFiles = Readonly<Record<string, string>>

/**
 * A filing as an xBRL-CSV report. Each figure is a fact of its own print (`print` is its fact_id), and once more in each sum
 * that it is part of (`print` is the outcome_id): so a calculation holds together what a check held together, nothing else.
 */
export function reportOf(filing: Filing, sums: readonly Sum[]): ReportFiles {
  const rows: { fact: Fact; row: Row }[] = filing.facts
    .filter((fact) => fact.year !== '')
    .map((fact) => ({ fact, row: rowOf(fact, `f${fact.fact_id}`, fact.fact_id) }))
  for (const { outcome, total, parts } of sums)
    for (const [n, fact] of [total, ...parts].entries())
      rows.push({ fact, row: rowOf(fact, `s${outcome.outcome_id}-${n}`, outcome.outcome_id) })
  const tables = {
    amounts: rows.filter(({ fact }) => isMoney(fact)).map(({ row }) => row),
    others: rows.filter(({ fact }) => !isMoney(fact)).map(({ row }) => row),
  }
  const used = Object.entries(tables).filter(([, lines]) => lines.length > 0)
  return {
    'report.json': `${JSON.stringify(
      describe(
        filing,
        used.map(([name]) => name),
      ),
      null,
      2,
    )}\n`,
    ...Object.fromEntries(
      used.map(([name, lines]) => [
        `${name}.csv`,
        stringify(lines, { header: true, columns: COLUMNS.map((key) => ({ key, header: key })) }),
      ]),
    ),
  }
}

const rowOf = (fact: Fact, id: string, print: string): Row => ({
  id,
  element: `ys:${elementOf(fact)}`,
  year: fact.year,
  fund: `ys:Fund-${fact.fund || 'none'}`,
  basis: `ys:Basis-${fact.basis || 'none'}`,
  // A cell that begins with # says something else: the sign is doubled.
  entity: (fact.entity || 'whole').replace(/^#/, '##'),
  print,
  ...printedValue(fact),
})

const DIMENSIONS = {
  concept: '$element',
  period: '$year',
  'ys:FundAxis': '$fund',
  'ys:BasisAxis': '$basis',
  'ys:EntityAxis': '$entity',
  'ys:PrintAxis': '$print',
}

function describe(filing: Filing, tables: readonly string[]): object {
  const columns = Object.fromEntries(COLUMNS.filter((c) => c !== 'value').map((c) => [c, {}]))
  const template = (more: object) => ({
    rowIdColumn: 'id',
    columns: { ...columns, value: { dimensions: { ...DIMENSIONS, ...more }, decimals: '$decimals' } },
  })
  return {
    documentInfo: {
      documentType: 'https://xbrl.org/2021/xbrl-csv',
      namespaces: {
        ys: NAMESPACE,
        iso4217: 'http://www.xbrl.org/2003/iso4217',
        organization: 'urn:yusuan:organization',
        file: 'urn:yusuan:file',
      },
      taxonomy: ['../taxonomy/yusuan.xsd'],
    },
    dimensions: {
      entity: filing.organization_id ? `organization:${filing.organization_id}` : `file:${filing.filing_id}`,
    },
    tableTemplates: { amounts: template({ unit: 'iso4217:CNY' }), others: template({}) },
    tables: Object.fromEntries(tables.map((name) => [name, { template: name, url: `${name}.csv` }])),
  }
}
