// The filings of one department and its units, judged together: the only ones of a run that are in memory at once.
import { type AcrossResult, checkFamily, papersOf } from '../check/index.js'
import type { Filing } from '../model/filing.js'
import { groupBy } from '../model/group-by.js'
import type { Standing } from '../model/standing.js'
import type { UnitOfFamily } from '../organizations/index.js'
import { completenessOfSet } from './completeness.js'
import type { Weighing } from './reweigh.js'
import { type Place, placed, standingOf } from './standing.js'

/** What a family is, for whoever judges it: nothing of other families. */
export interface FamilyPlan {
  members: (Place & { filing_id: string; renamed: boolean })[]
  units: UnitOfFamily[]
  /** Level of each organization in it, by id. */
  levels: Record<string, 'department' | 'unit'>
}

/** What a filing is judged with by others: its cells and running text are not asked for, and many are in memory. */
export const bare = (filing: Filing): Filing => ({
  ...filing,
  loose_numbers: [],
  sections: filing.sections.map((s) => ({ ...s, text: '', lines: [] })),
  tables: filing.tables.map((t) => ({ ...t, cells: [] })),
})

/** What is said of each filing of families, one family in memory at a time. */
export async function judgeFamilies(
  plans: readonly FamilyPlan[],
  read: (filingId: string) => Promise<Filing>,
  weighing: Weighing,
): Promise<Standing[]> {
  const standings: Standing[] = []
  for (const plan of plans) standings.push(...(await judgeFamily(plan, read, weighing)))
  return standings
}

/** What is said of each filing of a family; `read` gives a filing as it was read, each once or twice. */
async function judgeFamily(
  plan: FamilyPlan,
  read: (filingId: string) => Promise<Filing>,
  weighing: Weighing,
): Promise<Standing[]> {
  const together = await completenessOfSets(plan, read)
  const files = []
  for (const { filing_id, renamed, ...place } of plan.members) {
    const alone = bare(await read(filing_id))
    files.push({ alone, place, at: { ...placed(alone, place, together.get(filing_id)), renamed } })
  }
  const all = files.map((f) => f.at)
  const result = acrossOf(plan, all)
  return files.map(({ alone, at, place }) => standingOf(alone, at, place, result, weighing))
}

/** What they show of each other, not in words yet; a family of one filing has nothing beside it. */
export function acrossOf(
  { units, levels }: Pick<FamilyPlan, 'units' | 'levels'>,
  files: readonly (Filing & { renamed: boolean })[],
): AcrossResult {
  if (files.length < 2) return NOTHING
  const papers = papersOf(files, (id) => levels[id] ?? 'department')
  return checkFamily(
    { papers, units },
    files.flatMap((f) => f.findings),
  )
}

const NOTHING: AcrossResult = { outcomes: [], findings: [], doubts: [], telling: new Set() }

/** What the files of each set publish together, where that is more than each alone: one set in memory at a time. */
async function completenessOfSets({ members }: FamilyPlan, read: (filingId: string) => Promise<Filing>) {
  const together: ReturnType<typeof completenessOfSet> = new Map()
  for (const set of groupBy(members, (m) => m.set_id).values()) {
    if (set.length < 2 && set.every((m) => m.year_of_set === '')) continue
    const files = []
    for (const { filing_id, renamed: _, ...place } of set) files.push(placed(await read(filing_id), place))
    for (const [id, own] of completenessOfSet(files)) together.set(id, own)
  }
  return together
}
