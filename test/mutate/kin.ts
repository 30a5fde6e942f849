import type { Checked } from '../../src/check/index.js'
import type { Extracted } from '../../src/model/filing.js'
import { type Connections, connect, type Family, summaryOf } from '../../src/organizations/index.js'
import { validated } from '../../src/pipeline.js'
import { acrossOf, bare } from '../../src/run/family.js'
import { type Place, placed, standingOf, withStanding } from '../../src/run/standing.js'
import { placedAll } from '../organizations/placed.js'
import type { Placed } from './filings.js'

/** Checks a filing as a run does: alone, then with the other files of its set, its years, its department and units. */
export type CheckWithKin = (filing: Extracted) => Checked

/** By filing id: how each filing is checked among all that are given. */
export function checksWithKin(given: readonly Placed[]): (filing: Extracted) => CheckWithKin {
  const filings = given.map((p) => validated(p.filing))
  const connections = connect(placedAll(filings.map(summaryOf)))
  const levels = Object.fromEntries(connections.levelOf)
  const familyOf = new Map<string, Family>()
  for (const family of connections.families)
    if (family.filings.length > 1) for (const s of family.filings) familyOf.set(s.filingId, family)
  const asFile = (filing: Extracted & ReturnType<typeof validated>) => ({
    ...bare(placed(filing, placeOf(filing.filing_id, connections))),
    renamed: connections.renamed.has(filing.filing_id),
  })
  const fileOf = new Map(filings.map((f) => [f.filing_id, asFile(f)]))
  return ({ filing_id }) => {
    const family = familyOf.get(filing_id)
    const others = (family?.filings ?? [])
      .filter((s) => s.filingId !== filing_id)
      .flatMap((s) => fileOf.get(s.filingId) ?? [])
    return (filing) => {
      const own = validated(filing)
      if (!family) return own
      const files = [...others, asFile(own)].sort((a, b) => (a.filing_id < b.filing_id ? -1 : 1))
      const across = acrossOf({ units: family.units, levels }, files)
      const standing = standingOf(own, own, placeOf(filing_id, connections), across, {})
      return {
        ...own,
        facts: withStanding(own, standing).facts,
        outcomes: [...own.outcomes, ...across.outcomes],
        findings: [...own.findings, ...across.findings],
        doubts: [...own.doubts, ...across.doubts],
      }
    }
  }
}

const placeOf = (id: string, { setOf, organizationOf }: Connections): Place => ({
  set_id: setOf.get(id) ?? id,
  organization_id: organizationOf.get(id) ?? '',
  year_of_set: '',
})
