import { concepts } from '../catalogue/index.js'
import type { ControlCase, RegionCase, RegionFiling, RegionPrint } from '../check/index.js'
import type { Dataset, Print } from '../dataset/index.js'
import type { NewPile, Pile } from '../model/pile.js'
import type { ControlLine, RosterLine } from '../model/region.js'
import type { IdsOfName } from '../organizations/index.js'
import type { ConnectedPlace } from './connect.js'

/** What a bureau supplies beside the filings. */
export interface Supplied {
  control?: readonly ControlLine[]
  roster?: readonly RosterLine[]
}

/** A filing of known kind and year, as checks and the dataset know it. */
type Paper = RegionFiling & { setId: string }

/** Papers that are remembered: those of a control line are asked for again and again. */
const KNOWN = 10_000

/**
 * Filings of known organization, kind and year, and who they are; taken place by place. In memory is what a roster or a
 * control line asks for.
 */
export class Region {
  /** All of them, for the dataset. */
  private readonly papers: Pile<Paper>
  /** Of a control line's kind and year. */
  private readonly controlled: Paper[] = []
  /** First filing of an organization, kind and year; where there is a roster. */
  private readonly filed = new Map<string, RegionFiling>()
  /** Organizations that each line of the roster fits. */
  private readonly fitting: IdsOfName[]
  /** What the dataset said of papers. */
  private readonly known = new Map<string, RegionFiling>()

  constructor(
    private readonly supplied: Supplied,
    newPile: NewPile,
  ) {
    this.papers = newPile()
    this.fitting = (supplied.roster ?? []).map(() => ({ placed: [], all: [] }))
  }

  async add({ filings, connections }: ConnectedPlace): Promise<void> {
    const { organizations, organizationOf, levelOf, setOf, idsOf } = connections
    const { roster = [], control = [] } = this.supplied
    const names = new Map(organizations.map((o) => [o.organization_id, o.name]))
    for (const s of filings) {
      if ((s.status !== 'ok' && s.status !== 'partial') || s.kind === '' || s.year === '') continue
      const organizationId = organizationOf.get(s.filingId) ?? ''
      const level = levelOf.get(organizationId) ?? (s.level === 'unit' ? 'unit' : 'department')
      const { filingId, source, kind, year, status, firstPage } = s
      const organization = names.get(organizationId) ?? ''
      const filing = { filingId, source, status, organizationId, organization, kind, year, level, firstPage }
      const paper = { ...filing, setId: setOf.get(filingId) ?? filingId }
      await this.papers.add(paper)
      if (control.some((line) => line.kind === kind && line.year === year)) this.controlled.push(paper)
      const place = placeOf(organizationId, kind, year)
      if (roster.length > 0 && organizationId !== '' && !this.filed.has(place)) this.filed.set(place, filing)
    }
    for (const [i, { organization, level }] of roster.entries()) {
      const { placed, all } = idsOf(organization, level)
      this.fitting[i]?.placed.push(...placed)
      this.fitting[i]?.all.push(...all)
    }
  }

  /** Organizations of the roster against those that filed. */
  *rosterCases(): Generator<RegionCase> {
    const roster = this.supplied.roster ?? []
    const listed = new Set<string>()
    const covered = new Set<string>()
    for (const [i, line] of roster.entries()) {
      covered.add(`${line.level}|${line.kind}|${line.year}`)
      const places = this.idsOf(i).map((id) => placeOf(id, line.kind, line.year))
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
    await dataset.papers(this.papers.rows())
    for await (const { first, second, compared, figures, differ, differing } of dataset.duplicates())
      yield {
        of: 'duplicate',
        filings: await this.filings(dataset, [first, second]),
        compared,
        figures: figures ?? 0,
        differ,
        differing: await this.pairs(dataset, differing),
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
        about.prints.push(await this.print(dataset, next.value, next.value.contradicts))
      }
      about.silent = [...silent.values()]
      yield about
    }
  }

  /** Departments whose figures a control total is of. */
  private departments({ kind, year }: ControlLine) {
    const filed = new Map<string, ControlCase['silent'][0]>()
    let nameless = 0
    for (const p of this.controlled) {
      if (p.kind !== kind || p.year !== year || p.level !== 'department') continue
      if (p.organizationId === '') nameless++
      else {
        const partly = p.status === 'partial' || (filed.get(p.organizationId)?.partly ?? false)
        filed.set(p.organizationId, { organization: p.organization, partly })
      }
    }
    const roster = (this.supplied.roster ?? []).flatMap((r, i) =>
      r.level === 'department' && r.kind === kind && r.year === year
        ? [{ name: r.organization, ids: this.idsOf(i).filter((id) => filed.has(id)) }]
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

  /** Organizations that a line of the roster fits: of several places only where it names none. */
  private idsOf(line: number): string[] {
    const { placed, all } = this.fitting[line] as IdsOfName
    return placed.length > 0 ? placed : all
  }

  private async pairs(dataset: Dataset, pairs: readonly { first: Print; second: Print }[]) {
    const made = []
    for (const { first, second } of pairs)
      made.push({ first: await this.print(dataset, first), second: await this.print(dataset, second) })
    return made
  }

  private async print(dataset: Dataset, print: Print, contradicts = false): Promise<RegionPrint> {
    const [filing] = await this.filings(dataset, [print.filingId])
    return { ...print, filing: filing as RegionFiling, contradicts }
  }

  /** Those of them that are papers. */
  private async filings(dataset: Dataset, filingIds: readonly string[]): Promise<RegionFiling[]> {
    const found: RegionFiling[] = []
    for (const id of filingIds) {
      const filing = this.known.get(id) ?? ((await dataset.paper(id)) as RegionFiling | undefined)
      if (!filing) continue
      if (this.known.size >= KNOWN) this.known.clear()
      this.known.set(id, filing)
      found.push(filing)
    }
    return found
  }
}

const placeOf = (organizationId: string, kind: string, year: string): string =>
  `${organizationId}|${kind}|${year}`
