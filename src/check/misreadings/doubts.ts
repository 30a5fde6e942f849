import type { MisreadingCode } from '../../model/doubt.js'
import type { CheckOutcome, Doubt, Extracted, Fact } from '../../model/filing.js'
import { type Saying, said } from '../../model/saying.js'
import { findingOf } from '../findings.js'
import type { Judged } from '../judged.js'
import { at, cellNamed } from '../naming.js'
import type { Misreading } from './misreading.js'

/** A failure that a misreading of ours explains decides nothing. */
export function inDoubtOf(judged: Judged, misreadings: readonly Misreading[]): CheckOutcome {
  const code = misreadings.find((m) => m.explains.includes(judged))?.code
  return { ...judged.outcome, outcome: 'undecided', reason: `may-be-misread: ${code}` }
}

/** The finding that it would be, with what we may have misread. */
export function doubtOf(filing: Extracted, judged: Judged, { code, facts, as }: Misreading): Doubt {
  const finding = findingOf(filing, judged)
  return {
    ...finding,
    finding_id: finding.finding_id.replace('-x-', '-d-'),
    said: [...finding.said, reasonOf(filing, code, facts, as)],
    misreading: code,
    doubted: facts.map((f) => f.fact_id),
    agrees_with: as.map((f) => f.fact_id),
  }
}

function reasonOf(
  filing: Extracted,
  code: MisreadingCode,
  facts: readonly Fact[],
  as: readonly Fact[],
): Saying {
  const [figure, print] = [facts[0] as Fact, as[0]]
  if (print)
    return said(`doubt.${code}`, {
      at: at(filing, print),
      name: cellNamed(filing, print),
      printed: `${print.raw}${print.unit}`,
    })
  return said(code === 'subject-slip' ? 'doubt.words' : `doubt.${code}`, { name: cellNamed(filing, figure) })
}
