import type { MisreadingCode } from '../../model/doubt.js'
import type { CheckOutcome, Doubt, Extracted, Fact, Finding } from '../../model/filing.js'
import { type Saying, said } from '../../model/saying.js'
import { findingOf } from '../findings.js'
import type { Judged } from '../judged.js'
import { at, cellNamed } from '../naming.js'
import type { Misreading } from './misreading.js'

/** A failure that a misreading of ours explains decides nothing. */
export const inDoubtOf = (judged: Judged, misreadings: readonly Misreading[]): CheckOutcome =>
  leftInDoubt(judged.outcome, misreadings.find((m) => m.explains.includes(judged)) as Misreading)

export const leftInDoubt = (outcome: CheckOutcome, { code }: Misreading<unknown>): CheckOutcome => ({
  ...outcome,
  outcome: 'undecided',
  reason: `may-be-misread: ${code}`,
})

/** The finding that it would be, with what we may have misread. */
export const doubtOf = (filing: Extracted, judged: Judged, misreading: Misreading): Doubt =>
  inDoubt(findingOf(filing, judged), misreading, (print) => ({
    at: at(filing, print),
    name: cellNamed(filing, print),
  }))

/** A finding as a doubt; `named` says where a figure stands and what it is called. */
export const inDoubt = (
  finding: Finding,
  misreading: Misreading<unknown>,
  named: (fact: Fact) => { at: Saying; name: Saying },
): Doubt => ({
  ...finding,
  finding_id: finding.finding_id.replace('-x-', '-d-'),
  said: [...finding.said, reasonOf(misreading, named)],
  misreading: misreading.code,
  doubted: misreading.facts.map((f) => f.fact_id),
  agrees_with: misreading.as.map((f) => f.fact_id),
})

function reasonOf(
  { code, facts, as, addsUp }: Misreading<unknown>,
  named: (fact: Fact) => { at: Saying; name: Saying },
): Saying {
  const [figure, print] = [facts[0] as Fact, as[0]]
  if (print)
    return said(addsUp ? 'doubt.adds-up' : `doubt.${code}`, {
      ...named(print),
      printed: `${print.raw}${print.unit}`,
    })
  return said(BY_WORDS.has(code) ? 'doubt.words' : `doubt.${code}`, { name: named(figure).name })
}

/** Where nothing agrees with them, the words before the figure say it. */
const BY_WORDS: ReadonlySet<MisreadingCode> = new Set(['subject-slip', 'nature-slip'])
