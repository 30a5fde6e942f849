import type { Extracted, Filing } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { HintRow } from '../../model/hint-row.js'
import { type Saying, said } from '../../model/saying.js'
import type { Hint } from './hint.js'
import { FEWEST_PEERS, type Measured, type Outlier, outliers } from './outliers.js'
import { HINTS } from './registry.js'

/** What is kept of a filing while others are read: its indicators and who it is. */
interface Paper {
  filing: Pick<Filing, 'filing_id' | 'source' | 'kind' | 'fiscal_year' | 'region' | 'organization'>
  level: string
  /** Shown beside the value: the printed figures it comes from. */
  evidence: string
  facts: string[]
}

/** Collects the indicators of filings one by one, then tells which stand out among their like. */
export class Hints {
  private readonly values = new Map<Hint, Measured<Paper>[]>(HINTS.map((h) => [h, []]))

  add(filing: Filing): void {
    if ((filing.status !== 'ok' && filing.status !== 'partial') || filing.kind === '') return
    for (const [hint, values] of this.values) {
      const measured = hint.measure(filing as Extracted)
      if (!measured) continue
      const { filing_id, source, kind, fiscal_year, region, organization } = filing
      values.push({
        value: measured.value.toNumber(),
        of: {
          filing: { filing_id, source, kind, fiscal_year, region, organization },
          level: filing.organization_level || 'department',
          evidence: measured.facts
            .slice(0, MOST_SHOWN)
            .map((f) => `${f.label} ${f.raw}${f.unit}`.trim())
            .join('；'),
          facts: measured.facts.slice(0, MOST_SHOWN).map((f) => f.fact_id),
        },
      })
    }
  }

  /** All hints, those that stand out most first. */
  rows(): HintRow[] {
    const found = [...this.values].flatMap(([hint, values]) =>
      peerGroups(values).flatMap((group) => outliers(group).map((o) => ({ hint, outlier: o }))),
    )
    found.sort((a, b) => b.outlier.score - a.outlier.score)
    return found.map(({ hint, outlier }, i) => rowOf(hint, outlier, i + 1))
  }
}

const MOST_SHOWN = 6

/** Filings of one kind, year and level, of one place where it has enough of them. */
function peerGroups(values: readonly Measured<Paper>[]): Measured<Paper>[][] {
  const alike = groupBy(
    values,
    ({ of: { filing, level } }) => `${filing.kind}|${filing.fiscal_year}|${level}`,
  )
  return [...alike.values()].flatMap((group) => {
    const places = [...groupBy(group, ({ of }) => of.filing.region).values()]
    const enough = places.filter((p) => p.length >= FEWEST_PEERS)
    const rest = places.filter((p) => p.length < FEWEST_PEERS).flat()
    return [...enough, rest]
  })
}

function rowOf(hint: Hint, outlier: Outlier<Paper>, rank: number): HintRow {
  const { filing, evidence, facts } = outlier.of
  const higher = outlier.value > outlier.median
  const shown = (n: number) => `${digits(n)}${hint.unit}`
  return {
    rank,
    hint_id: hint.id,
    filing_id: filing.filing_id,
    source: filing.source,
    organization: filing.organization,
    fiscal_year: filing.fiscal_year,
    kind: filing.kind,
    value: rounded(outlier.value),
    unit: hint.unit,
    score: rounded(outlier.score),
    median: rounded(outlier.median),
    low: rounded(outlier.low),
    high: rounded(outlier.high),
    peers: outlier.peers.length,
    peer_values: peersShown(outlier, shown),
    message: '',
    said: [
      said(higher ? 'hint.higher' : 'hint.lower', {
        organization: filing.organization,
        year: filing.fiscal_year,
        indicator: said(`hint.${hint.id}`),
        value: valueSaid(outlier.value, hint),
        count: outlier.peers.length,
        median: valueSaid(outlier.median, hint),
      }),
    ],
    evidence,
    facts,
  }
}

/** The peers next to it from the median outwards: what it stands out from. */
function peersShown({ peers, value, median }: Outlier<Paper>, shown: (n: number) => string): string {
  return [...peers]
    .filter((p) => p.value !== value)
    .sort((a, b) => (value > median ? b.value - a.value : a.value - b.value))
    .slice(0, MOST_SHOWN)
    .map((p) => `${p.of.filing.organization} ${shown(p.value)}`)
    .join('；')
}

const digits = (n: number): string => n.toLocaleString('en', { maximumFractionDigits: 2 })

const valueSaid = (n: number, { unit }: Hint): Saying =>
  said(unit === '%' ? 'amount.percent' : 'amount.yuan-a-head', { digits: digits(n) })

const rounded = (n: number): string => String(Math.round(n * 100) / 100)
