import { concepts } from '../catalogue/index.js'
import type { ControlCase, RegionCase, RegionFiling, RegionPrint } from '../check/index.js'
import type { Dataset, DatasetPaper, Print } from '../dataset/index.js'
import type { ControlLine, RosterLine } from '../model/region.js'
import type { FilingSummary } from '../organizations/index.js'
import type { Connected } from './connect.js'

/** What a bureau supplies beside the filings. */
export interface Supplied {
  control?: readonly ControlLine[]
  roster?: readonly RosterLine[]
}

/** Filings of known organization, kind and year, and who they are. */
export class Region {
  private readonly filings = new Map<string, RegionFiling>()
  /** First filing of an organization, kind and year. */
  private readonly filed = new Map<string, RegionFiling>()
  private readonly papers: (DatasetPaper & Pick<FilingSummary, 'status'>)[] = []
  /** Organizations that each line of the roster fits. */
  private readonly rosterIds: string[][]

  constructor(
    { summaries, connections }: Connected,
    private readonly supplied: Supplied,
  ) {
    const { organizations, organizationOf, levelOf, setOf, idsOf } = connections
    const names = new Map(organizations.map((o) => [o.organization_id, o.name]))
    for (const s of summaries) {
      if ((s.status !== 'ok' && s.status !== 'partial') || s.kind === '' || s.year === '') continue
      const organizationId = organizationOf.get(s.filingId) ?? ''
      const level = levelOf.get(organizationId) ?? (s.level === 'unit' ? 'unit' : 'department')
      const { filingId, source, kind, year, status, firstPage } = s
      const organization = names.get(organizationId) ?? ''
      const filing = { filingId, source, organization, kind, year, level, firstPage }
      const setId = setOf.get(filingId) ?? filingId
      this.papers.push({ filingId, setId, organizationId, level, kind, year, status })
      this.filings.set(filingId, filing)
      const place = placeOf(organizationId, kind, year)
      if (organizationId !== '' && !this.filed.has(place)) this.filed.set(place, filing)
    }
    this.rosterIds = (supplied.roster ?? []).map((r) => idsOf(r.organization, r.level))
  }

  /** Organizations of the roster against those that filed. */
  *rosterCases(): Generator<RegionCase> {
    const roster = this.supplied.roster ?? []
    const listed = new Set<string>()
    const covered = new Set<string>()
    for (const [i, line] of roster.entries()) {
      covered.add(`${line.level}|${line.kind}|${line.year}`)
      const places = this.rosterIds[i]?.map((id) => placeOf(id, line.kind, line.year)) ?? []
      for (const place of places) listed.add(place)
      const found = places.flatMap((place) => this.filed.get(place) ?? [])
      yield {
        of: 'roster',
        line,
        ...(found.length === 1 ? { filing: found[0] as RegionFiling } : { ambiguous: found.length > 1 }),
      }
      if (line.due)
        yield { of: 'publication', line, ...(found[0] && found.length === 1 ? { filing: found[0] } : {}) }
    }
    for (const [place, filing] of this.filed)
      if (covered.has(`${filing.level}|${filing.kind}|${filing.year}`) && !listed.has(place))
        yield { of: 'roster', filing }
  }

  /** Filings that stand twice, and sums against control totals: their figures come from the dataset. */
  async *datasetCases(dataset: Dataset): AsyncGenerator<RegionCase> {
    await dataset.papers(this.papers)
    for await (const { first, second, compared, figures, differ, differing } of dataset.duplicates())
      yield {
        of: 'duplicate',
        filings: [first, second].flatMap((id) => this.filings.get(id) ?? []),
        compared,
        figures: figures ?? 0,
        differ,
        differing: differing.map((d) => ({ first: this.printOf(d.first), second: this.printOf(d.second) })),
      }
    if (this.supplied.control?.length) yield* this.controlCases(dataset, this.supplied.control)
  }

  private async *controlCases(dataset: Dataset, lines: readonly ControlLine[]): AsyncGenerator<ControlCase> {
    const prints = dataset.controlPrints(lines)
    let next = await prints.next()
    for (const line of [...lines].sort((a, b) => a.line - b.line)) {
      const departments = this.departments(line)
      const about: ControlCase = {
        of: 'control',
        line,
        label: concepts().get(line.concept)?.label ?? line.concept,
        prints: [],
        silent: [],
        missing: departments.missing,
        unlisted: departments.unlisted,
        nameless: departments.nameless,
      }
      const silent = departments.filed
      for (; !next.done && next.value.line === line.line; next = await prints.next()) {
        // With a roster the total is that of the departments on it.
        if (!silent.delete(next.value.organizationId)) continue
        about.prints.push(this.printOf(next.value, next.value.contradicts))
      }
      about.silent = [...silent.values()]
      yield about
    }
  }

  /** Departments whose figures a control total is of. */
  private departments({ kind, year }: ControlLine) {
    const filed = new Map<string, ControlCase['silent'][0]>()
    let nameless = 0
    for (const p of this.papers) {
      if (p.kind !== kind || p.year !== year || p.level !== 'department') continue
      if (p.organizationId === '') nameless++
      else {
        const organization = this.filings.get(p.filingId)?.organization ?? ''
        const partly = p.status === 'partial' || (filed.get(p.organizationId)?.partly ?? false)
        filed.set(p.organizationId, { organization, partly })
      }
    }
    const roster = (this.supplied.roster ?? []).flatMap((r, i) =>
      r.level === 'department' && r.kind === kind && r.year === year
        ? [{ name: r.organization, ids: this.rosterIds[i]?.filter((id) => filed.has(id)) ?? [] }]
        : [],
    )
    if (roster.length === 0) return { filed, nameless, missing: [], unlisted: [] }
    const listed = new Set(roster.flatMap((r) => r.ids))
    const unlisted = [...filed].filter(([id]) => !listed.has(id))
    for (const [id] of unlisted) filed.delete(id)
    return {
      filed,
      nameless,
      missing: roster.filter((r) => r.ids.length === 0).map((r) => r.name),
      unlisted: unlisted.map(([, { organization }]) => organization),
    }
  }

  private printOf(print: Print, contradicts = false): RegionPrint {
    return { ...print, filing: this.filings.get(print.filingId) as RegionFiling, contradicts }
  }
}

const placeOf = (organizationId: string, kind: string, year: string): string =>
  `${organizationId}|${kind}|${year}`
