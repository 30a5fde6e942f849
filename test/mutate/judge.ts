import type { Checked } from '../../src/check/index.js'
import type { CheckOutcome } from '../../src/model/filing.js'
import { decimal, YUAN_PER } from '../../src/model/money.js'
import type { Figure } from './alter.js'
import type { Print } from './print.js'

/** What a change did. */
export interface Verdict {
  noticed: boolean
  /** Still `proven`, one of its facts at least. */
  proven: boolean
  /** Leaves every interval that the identities it stood in allow; undefined where it stood in none. */
  leaves: boolean | undefined
  /** Why nobody noticed; empty where somebody did. */
  reason: string
}

/** The outcomes and findings of a filing, to ask what is said of a figure. */
export interface Said {
  outcomes: Map<string, CheckOutcome>
  /** Outcomes by the facts they use. */
  of: Map<string, CheckOutcome[]>
  findings: Map<string, readonly string[]>
  status: Map<string, string>
}

export function said({ facts, outcomes, findings }: Checked): Said {
  const of = new Map<string, CheckOutcome[]>()
  for (const outcome of outcomes) for (const id of outcome.facts) of.set(id, [...(of.get(id) ?? []), outcome])
  return {
    outcomes: new Map(outcomes.map((o) => [o.outcome_id, o])),
    of,
    findings: new Map(findings.map((f) => [f.finding_id, f.facts])),
    status: new Map(facts.map((f) => [f.fact_id, f.status])),
  }
}

export const outcomesOf = (figure: Figure, { of }: Said): CheckOutcome[] => [
  ...new Set(figure.facts.flatMap((f) => of.get(f.fact_id) ?? [])),
]

/** Compares what the checks say of a figure before and after it was printed otherwise. */
export function judge(figure: Figure, next: Print, before: Said, after: Said): Verdict {
  const ids = new Set(figure.facts.map((f) => f.fact_id))
  const noticed =
    outcomesOf(figure, after).some(
      (o) => o.outcome === 'fail' && before.outcomes.get(o.outcome_id)?.outcome !== 'fail',
    ) || [...after.findings].some(([id, facts]) => !before.findings.has(id) && facts.some((f) => ids.has(f)))
  const passed = outcomesOf(figure, before).filter((o) => o.outcome === 'pass')
  const lines = passed.filter(isSum)
  const leaves = lines.length === 0 ? undefined : lines.every((o) => outside(o, figure, next))
  return {
    noticed,
    proven: figure.facts.some((f) => after.status.get(f.fact_id) === 'proven'),
    leaves,
    reason: noticed ? '' : reasonOf(figure, before, after, passed, leaves),
  }
}

/** Quotients (增减百分比, 占比) have no interval in 元: whether a change leaves it is not told from outside. */
const isSum = (o: CheckOutcome): boolean =>
  o.difference !== '' && o.tolerance !== '' && !/-PCT|SHARE|RATE/.test(o.check_id)

/** The change is greater than whatever the identity could still take, in either direction. */
function outside(outcome: CheckOutcome, { print }: Figure, next: Print): boolean {
  const moved = decimal(next.value).minus(print.value).abs()
  const wider = halfWidth(next).minus(halfWidth(print))
  return moved.gt(decimal(outcome.difference).abs().plus(outcome.tolerance).plus(wider))
}

const halfWidth = (p: Print) =>
  decimal(YUAN_PER[p.unit] ?? '1')
    .times(decimal(10).pow(-p.decimals))
    .div(2)

function reasonOf(
  figure: Figure,
  before: Said,
  after: Said,
  passed: CheckOutcome[],
  leaves: boolean | undefined,
): string {
  if (passed.length === 0) {
    const open = outcomesOf(figure, before)
    return open.length === 0 ? 'in no identity' : `undecided: ${open[0]?.check_id} ${open[0]?.reason}`
  }
  const [first] = passed as [CheckOutcome]
  const later = after.outcomes.get(first.outcome_id)
  if (!later) return `identity is gone: ${first.check_id}`
  if (later.outcome === 'undecided') return `became undecided: ${later.check_id} ${later.reason}`
  if (leaves === undefined) return `only in a percentage: ${first.check_id}`
  return leaves ? `still passes: ${later.check_id} ${later.reason}`.trim() : 'within the printed rounding'
}
