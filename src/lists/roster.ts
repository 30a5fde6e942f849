import { groupBy } from '../model/group-by.js'
import type { Organization } from '../model/organization.js'
import type { ControlSheet, RosterAnswer } from '../model/report.js'
import type { FilingLine } from './gather.js'
import { baseOf } from './matter-rows.js'
import type { Sheet, Value } from './sheet.js'
import type { ListWords } from './words.js'

interface OnRoster {
  roster: readonly RosterAnswer[]
  filings: readonly FilingLine[]
  organizations: readonly Organization[]
  control: readonly ControlSheet[]
}

const WHO_IS_ASKED_FIRST = ['missing', 'ambiguous', 'late', 'unlisted', 'filed'] as const

/** Who has to file: whether they did, what there is of other years, and whether they count in the control totals. */
export function rosterSheet({ roster, filings, organizations, control }: OnRoster, words: ListWords): Sheet {
  const { say } = words
  const byId = new Map(filings.map((f) => [f.filing_id, f]))
  const names = new Map(organizations.map((o) => [o.organization_id, o.name]))
  const ofName = groupBy(filings, nameOf)
  const lates = new Set(roster.filter((r) => r.answer === 'late').map(papersKey))
  const rows = roster
    // Who published late did file: one line for both.
    .filter((r) => r.answer !== 'filed' || !lates.has(papersKey(r)))
    .sort((a, b) => WHO_IS_ASKED_FIRST.indexOf(a.answer) - WHO_IS_ASKED_FIRST.indexOf(b.answer))
  return {
    name: say('roster'),
    title: say('title.summary', { name: say('roster') }),
    columns: [
      { head: say('number'), width: 6, centred: true },
      { head: say('organization'), width: 30 },
      { head: say('level'), width: 10, centred: true },
      { head: say('kind'), width: 10, centred: true },
      { head: say('year'), width: 8, centred: true },
      { head: say('roster.answer'), width: 22 },
      { head: say('file'), width: 36 },
      { head: say('control'), width: 46 },
    ],
    rows:
      rows.length === 0
        ? [['', say('roster.none'), '', '', '', '', '', '']]
        : rows.map((r, i): Value[] => [
            i + 1,
            r.organization,
            say(`level.${r.level}`),
            say(`kind.${r.kind as FilingLine['kind']}`),
            r.year,
            say(`roster.${r.answer}`),
            fileOf(r),
            words.joined(countedIn(r)),
          ]),
  }

  function nameOf({ organization_id, organization }: FilingLine): string {
    return names.get(organization_id) ?? organization
  }

  function fileOf({ filing_id, organization, kind }: RosterAnswer): string {
    const own = byId.get(filing_id)
    if (own) return baseOf(own.source)
    const others = (ofName.get(organization) ?? []).filter((f) => f.kind === kind && f.fiscal_year !== '')
    const years = [...new Set(others.map((f) => f.fiscal_year))].sort()
    return years.length > 0 ? say('roster.other-years', { years: years.join(say('roster.and')) }) : ''
  }

  /** By what became of it, the lines of the control file that ask for such filings of departments. */
  function countedIn({ filing_id, organization, level, kind, year }: RosterAnswer): string[] {
    if (level !== 'department') return []
    const own = byId.get(filing_id)
    const called = new Set([organization, own ? nameOf(own) : organization])
    const said = new Map<string, number[]>()
    for (const { line, counted, left_out } of control) {
      if (line.kind !== kind || line.year !== year) continue
      const counts = counted.some((c) =>
        own ? byId.get(c.filing_id)?.organization_id === own.organization_id : called.has(c.organization),
      )
      const out = left_out.find((l) => called.has(l.organization))
      const what = counts ? say('roster.counted') : out ? say(`because.${out.because}`) : ''
      if (what !== '') said.set(what, [...(said.get(what) ?? []), line.line])
    }
    return [...said].map(([what, lines]) =>
      say('roster.lines', { what, lines: lines.join(say('roster.and')) }),
    )
  }
}

const papersKey = ({ organization, level, kind, year }: RosterAnswer): string =>
  [organization, level, kind, year].join('|')
