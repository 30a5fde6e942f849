import type { RegionCase, RegionRow } from '../check/index.js'
import type { ControlSheet, RosterAnswer } from '../model/report.js'

/** What the checks of a region were told and said, as the report shows it. */
export class RegionSheets {
  readonly control: ControlSheet[] = []
  readonly roster: RosterAnswer[] = []

  add(about: RegionCase, rows: readonly RegionRow[]): void {
    const outcome = rows[0]?.outcome
    if (!outcome) return
    if (about.of === 'control') this.control.push(controlSheet(about, outcome))
    if (about.of === 'roster') this.roster.push(rosterAnswer(about))
    if (about.of === 'publication' && outcome.outcome === 'fail')
      this.roster.push({ ...rosterAnswer(about), answer: 'late' })
  }
}

function controlSheet(
  { line, label, prints, silent, missing, unlisted, nameless }: RegionCase & { of: 'control' },
  { outcome, actual, difference, reason }: RegionRow['outcome'],
): ControlSheet {
  return {
    line,
    label,
    outcome,
    sum: actual,
    difference,
    reason,
    nameless,
    counted: prints.map((p) => ({
      organization: p.filing.organization,
      filing_id: p.filing.filingId,
      fact_id: p.factId,
      value: p.value,
      raw: p.raw,
      unit: p.unit,
      page: p.page,
      contradicts: p.contradicts,
    })),
    left_out: [
      ...silent.map(({ organization, partly }) => ({
        organization,
        because: partly ? ('partly' as const) : ('silent' as const),
      })),
      ...missing.map((organization) => ({ organization, because: 'missing' as const })),
      ...unlisted.map((organization) => ({ organization, because: 'unlisted' as const })),
    ],
  }
}

const rosterAnswer = ({
  line,
  filing,
  ...about
}: RegionCase & { of: 'roster' | 'publication' }): RosterAnswer => ({
  organization: line?.organization ?? filing?.organization ?? '',
  level: line?.level ?? filing?.level ?? 'department',
  kind: line?.kind ?? filing?.kind ?? '',
  year: line?.year ?? filing?.year ?? '',
  filing_id: filing?.filingId ?? '',
  answer:
    line === undefined
      ? 'unlisted'
      : filing
        ? 'filed'
        : 'ambiguous' in about && about.ambiguous
          ? 'ambiguous'
          : 'missing',
})
