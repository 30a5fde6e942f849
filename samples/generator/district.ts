// A whole invented district: departments over years, with their units where faults are asked for, and the truth.
import { type FaultKind, Faults, type PlantedFault } from './faults.js'
import { comprehensive } from './forms/comprehensive.js'
import { threeColumn } from './forms/three-column.js'
import type { Paper } from './paper.js'
import { type DepartmentYear, department, leavesOf, sum, unitOf, withMore } from './world.js'

/** A filing of the district and the fault it carries. */
export interface DistrictFiling {
  name: string
  paper: Paper
  fault?: Fault
}

/** A planted fault, as `truth.csv` lists it. */
export interface Fault extends PlantedFault {
  /** Department by its number: what is wrong in one filing shows in the others of its department. */
  department: string
  kind: FaultKind | 'series' | 'group'
  /** Family of checks that has to find it. */
  family: string
}

type Form = 'tables' | 'prose' | 'three-column'
type Plan = readonly [kind: Fault['kind'], family: string]

/** What may go wrong in a form. Faults across filings need a filing of the year before. */
const PLANS: Record<Form, readonly Plan[]> = {
  prose: [
    ['prose-total', 'TEXT'],
    ['change-pct', 'TEXT'],
    ['series', 'SERIES'],
    ['procurement', 'TEXT'],
    ['direction', 'TEXT'],
    ['change-amount', 'TEXT'],
    ['placeholder', 'WORDING'],
    ['part-left-out', 'STRUCTURE'],
  ],
  tables: [
    ['class-sum', 'TABLE'],
    ['row-part', 'TABLE'],
    ['prose-item', 'PROSE'],
    ['series', 'SERIES'],
    ['column-total', 'TABLE'],
    ['class-between', 'TABLES'],
    ['three-public', 'TABLE'],
    ['unit-slip', 'TABLE'],
    ['grand-total', 'TABLES'],
    ['income-part', 'TABLE'],
    ['economy-total', 'TABLES'],
    ['prose-total', 'PROSE'],
    ['change-amount', 'TEXT'],
    ['code-name', 'CODE'],
    ['part-left-out', 'STRUCTURE'],
  ],
  'three-column': [
    ['class-sum', 'TABLES'],
    ['title-year', 'WORDING'],
    ['prose-total', 'PROSE'],
    ['row-part', 'TABLE'],
    ['series', 'SERIES'],
    ['three-public', 'TABLE'],
    ['column-total', 'TABLE'],
    ['grand-total', 'TABLES'],
    ['prose-item', 'PROSE'],
    ['operating-cost', 'PROSE'],
    ['code-name', 'CODE'],
    ['part-left-out', 'STRUCTURE'],
  ],
}

/** Hands out faults: two filings of three carry one, and every kind comes up in turn. */
class Plans {
  private readonly seen = new Map<Form, number>()
  private readonly next = new Map<Form, number>()

  of(form: Form, later: boolean): Plan | undefined {
    const n = (this.seen.get(form) ?? 0) + 1
    this.seen.set(form, n)
    if (n % 3 === 0) return undefined
    const plans = PLANS[form]
    let at = this.next.get(form) ?? 0
    if (plans[at % plans.length]?.[0] === 'series' && !later) at++
    this.next.set(form, at + 1)
    return plans[at % plans.length]
  }
}

const MORE = 90000

/** All filings of the district, one made after the other. */
export function* district(
  count: number,
  years: number,
  seed: number,
  withFaults: boolean,
): Generator<DistrictFiling> {
  const plans = new Plans()
  const list = Array.from({ length: years + 1 }, (_, i) => 2025 - years + i)
  for (let i = 0; i < count; i++) {
    const all = department(seed, i, list)
    const number = String(i).padStart(4, '0')
    const form = withFaults ? formOf(i) : i % 3 === 0 ? 'prose' : 'tables'
    for (let y = 1; y < all.length; y++) {
      const [before, now] = [all[y - 1], all[y]] as [DepartmentYear, DepartmentYear]
      const plan = withFaults ? plans.of(form, y > 1) : undefined
      yield { name: `${number}-${now.name}${now.year}`, ...filing(form, now, before, number, plan) }
      if (!withFaults || !hasUnits(i)) continue
      // Only in the last year: a year later the unit's own filing would contradict it once more.
      const wrong = i % 8 === 1 && y === all.length - 1
      for (let u = 0; u < now.units.length; u++)
        yield unitFiling(form, now, before, number, u, wrong && u === 1)
    }
  }
}

const formOf = (index: number): Form => (['prose', 'tables', 'three-column'] as const)[index % 3] as Form
const hasUnits = (index: number): boolean => index % 4 === 1

function filing(
  form: Form,
  now: DepartmentYear,
  before: DepartmentYear,
  number: string,
  plan: Plan | undefined,
): Omit<DistrictFiling, 'name'> {
  if (!plan) return { paper: paperOf(form, now, before, new Faults()) }
  const [kind, family] = plan
  const told = { department: number, kind, family }
  if (kind === 'series') {
    const prior = sum(leavesOf(before))
    return {
      paper: paperOf(form, now, withMore(before, 0, MORE), new Faults()),
      fault: { ...told, figure: '上年支出', expected: String(prior), actual: String(prior + MORE) },
    }
  }
  const faults = new Faults(kind as FaultKind)
  const paper = paperOf(form, now, before, faults)
  if (!faults.planted) throw new Error(`${form} has no place for ${kind}`)
  return { paper, fault: { ...told, ...faults.planted } }
}

/** A unit's own filing; `wrong` where the department does not add up to it. */
function unitFiling(
  form: Form,
  now: DepartmentYear,
  before: DepartmentYear,
  number: string,
  u: number,
  wrong: boolean,
): DistrictFiling {
  const own = (d: DepartmentYear): DepartmentYear => {
    const unit = unitOf(d, u)
    // The bureau itself files under the department's name.
    return { ...unit, name: u === 0 ? `${unit.name}（本级）` : unit.name, level: 'unit' }
  }
  const unit = own(wrong ? withMore(now, u, MORE) : now)
  const right = sum(leavesOf(own(now)))
  return {
    name: `${number}-${u + 1}-${unit.name}${unit.year}`,
    paper: paperOf(form, unit, own(before), new Faults()),
    ...(wrong
      ? {
          fault: {
            department: number,
            kind: 'group',
            family: 'GROUP',
            figure: '支出合计',
            expected: String(right),
            actual: String(right + MORE),
          } as const,
        }
      : {}),
  }
}

const paperOf = (form: Form, now: DepartmentYear, before: DepartmentYear, faults: Faults): Paper =>
  form === 'three-column'
    ? threeColumn(now, before, faults)
    : comprehensive(now, before, faults, form === 'tables')
