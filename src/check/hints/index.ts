import type { Extracted, Filing } from '../../model/filing.js'
import { consecutive } from '../../model/group-by.js'
import type { HintRow } from '../../model/hint-row.js'
import type { NewPile, Pile } from '../../model/pile.js'
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

interface Value extends Measured<Paper> {
  /** Place of its indicator among all. */
  hint: number
}

/** Collects the indicators of filings one by one, then tells which stand out among their like. */
export class Hints {
  private readonly values: Pile<Value>
  private readonly found: Pile<{ score: number; row: HintRow }>

  constructor(newPile: NewPile) {
    this.values = newPile(byPeers)
    this.found = newPile((a, b) => b.score - a.score)
  }

  async add(filing: Filing): Promise<void> {
    if ((filing.status !== 'ok' && filing.status !== 'partial') || filing.kind === '') return
    for (const [hint, { measure }] of HINTS.entries()) {
      const measured = measure(filing as Extracted)
      if (!measured) continue
      const { filing_id, source, kind, fiscal_year, region, organization } = filing
      await this.values.add({
        hint,
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

  /** All hints, those that stand out most first; asked for once. */
  async *rows(): AsyncGenerator<HintRow> {
    for await (const peers of peerGroups(this.values.rows()))
      for (const outlier of outliers(peers))
        await this.found.add({
          score: outlier.score,
          row: rowOf(HINTS[(peers[0] as Value).hint] as Hint, outlier),
        })
    let rank = 0
    for await (const { row } of this.found.rows()) yield { ...row, rank: ++rank }
  }
}

const MOST_SHOWN = 6

/** What is alike of filings: indicator, kind, year and level. */
const likeOf = ({ hint, of: { filing, level } }: Value): string =>
  `${hint}|${filing.kind}|${filing.fiscal_year}|${level}`
const placeOf = ({ of }: Value): string => of.filing.region

const byPeers = (a: Value, b: Value): number =>
  a.hint - b.hint || ordered(likeOf(a), likeOf(b)) || ordered(placeOf(a), placeOf(b))

const ordered = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Filings that are alike, of one place where it has enough of them; those of all other places together. */
async function* peerGroups(sorted: AsyncIterable<Value>): AsyncGenerator<Value[]> {
  let like = ''
  let rest: Value[] = []
  for await (const group of consecutive(sorted, (v) => `${likeOf(v)}|${placeOf(v)}`)) {
    const of = likeOf(group[0] as Value)
    if (of !== like) yield rest
    if (of !== like) rest = []
    like = of
    if (group.length >= FEWEST_PEERS) yield group
    else rest.push(...group)
  }
  yield rest
}

/** Not ranked yet. */
function rowOf(hint: Hint, outlier: Outlier<Paper>): HintRow {
  const { filing, evidence, facts } = outlier.of
  const higher = outlier.value > outlier.median
  const shown = (n: number) => `${digits(n)}${hint.unit}`
  return {
    rank: 0,
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
