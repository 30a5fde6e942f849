import type { Checked } from '../../src/check/index.js'
import type { Extracted, Filing } from '../../src/model/filing.js'
import { type Connections, connect, type Family, summaryOf } from '../../src/organizations/index.js'
import { checkAcross, type FamilyFile, familyFile, validated, withAcross } from '../../src/pipeline.js'
import type { Placed } from './filings.js'

/** Checks a filing as a run does: alone, then with the other files of its set, its years, its department and units. */
export type CheckWithKin = (filing: Extracted) => Checked

/** By filing id: how each filing is checked among all that are given. */
export function checksWithKin(placed: readonly Placed[]): (filing: Extracted) => CheckWithKin {
  const filings = placed.map((p) => validated(p.filing))
  const connections = connect(filings.map(summaryOf))
  const familyOf = new Map<string, Family>()
  for (const family of connections.families)
    if (family.filings.length > 1) for (const s of family.filings) familyOf.set(s.filingId, family)
  const fileOf = new Map(filings.map((f) => [f.filing_id, asFile(f, connections)]))
  return ({ filing_id }) => {
    const family = familyOf.get(filing_id)
    const others = (family?.filings ?? [])
      .filter((s) => s.filingId !== filing_id)
      .flatMap((s) => fileOf.get(s.filingId) ?? [])
    return (filing) => {
      const own = validated(filing)
      if (!family) return own
      const files = [...others, asFile(own, connections)].sort((a, b) => (a.filing_id < b.filing_id ? -1 : 1))
      const across = checkAcross(files, family.units, (id) => connections.levelOf.get(id) ?? 'department')
      return {
        ...own,
        facts: withAcross(own, across).facts,
        outcomes: [...own.outcomes, ...across.outcomes],
        findings: [...own.findings, ...across.findings],
        doubts: [...own.doubts, ...across.doubts],
      }
    }
  }
}

const asFile = (filing: Filing, { setOf, organizationOf, renamed }: Connections): FamilyFile =>
  familyFile(filing, {
    set_id: setOf.get(filing.filing_id) ?? filing.filing_id,
    organization_id: organizationOf.get(filing.filing_id) ?? '',
    renamed: renamed.has(filing.filing_id),
  })
