import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { keyOf } from '../../src/model/fact-key.js'
import type { Fact, Filing } from '../../src/model/filing.js'
import { canonical, decimal } from '../../src/model/money.js'

/** A figure as truth states it. */
export type TrueFigure = Pick<
  Fact,
  | 'concept'
  | 'fund'
  | 'function_code'
  | 'economy_code'
  | 'government_economy_code'
  | 'nature'
  | 'entity'
  | 'year'
  | 'basis'
  | 'measure'
  | 'value'
  | 'raw'
  | 'source'
  | 'page'
  | 'label'
>

/** A figure as it was read from a scan. */
export type ReadFigure = TrueFigure & Pick<Fact, 'confidence' | 'status' | 'value_read' | 'note'>

/** What the key of a figure is; the labels leave some of it open. */
export type KeyOf = (figure: TrueFigure) => string

/** The key of the output contract. */
export const contractKey: KeyOf = (figure) => keyOf(figure)

/** Concepts for which the labels do not hold the fund, or the date and basis, firmly. */
const NO_FUND =
  /^(operating-cost|procurement|meetings|training|three-public|staff|vehicles|equipment|performance\.projects|revenue\.(institutional|fiscal-account|operating|superior|affiliate|other|surplus-used|account-balance))/
const NO_YEAR = /^(staff|vehicles|equipment)/

/** The key of the labels: without units, and with what they leave open left out, as their scorer does. */
export const labelKey: KeyOf = (figure) => {
  const { concept, function_code, economy_code, nature, measure } = figure
  const fund = NO_FUND.test(concept) ? '' : figure.fund
  const [year, basis] = NO_YEAR.test(concept) ? ['', ''] : [figure.year, figure.basis]
  return [
    concept.replace(/\.grand-total$/, ''),
    fund,
    function_code,
    economy_code,
    nature,
    year,
    basis,
    measure,
    figure.source,
  ].join('|')
}

/** Labelled figures of a filing. */
export function labelled(path: string): TrueFigure[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, bom: true }) as Record<string, string>[]
  return rows.map(
    (row) =>
      ({
        ...row,
        government_economy_code: '',
        entity: '',
        value: canonical(decimal(row.value!)),
        page: Number(row.page),
      }) as unknown as TrueFigure,
  )
}

/** 1,511.89 and １５１１．８９ are the same digits; signs and units are not asked for. */
export const digitsOf = (printed: string): string =>
  printed
    .normalize('NFKC')
    .replace(/,(?=\d{3})|\s/g, '')
    .replace(/[^\d.]/g, '') || printed

/** `page digits` of every number that a filing's text layer prints. */
export function printedNumbers(filing: Pick<Filing, 'facts' | 'loose_numbers'>): Set<string> {
  return new Set([
    ...filing.facts.map((f) => `${f.page} ${digitsOf(f.raw)}`),
    ...filing.loose_numbers.map((n) => `${n.page} ${digitsOf(n.text)}`),
  ])
}
