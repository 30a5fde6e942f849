import type { CheckOutcome, Extracted, Fact } from '../model/filing.js'
import { decimal } from '../model/money.js'
import { type Identity, type KeptReadings, noted, SETTLED_BY } from '../model/reading.js'
import type { Candidate } from './candidates.js'
import { doubtfulPrints, type Print, placeOfPrint, withCandidate } from './prints.js'
import { twinsAmong } from './twins.js'
import { independent } from './witnesses.js'

/** Asks the checks what they say of a filing. */
export type AskChecks = (filing: Extracted) => Identity[]

/** One identity may fail because of another misread figure; two that rest on different figures do not agree by chance. */
const FEWEST_WITNESSES = 2
/** A settled figure may be the witness that another one lacked. */
const MOST_ROUNDS = 6

/** A reading that is the only one with which its identities hold. */
interface Proof {
  print: Print
  candidate: Candidate
  /** The identities that fail as the figure was read and hold as it is proven, all of them. */
  mended: CheckOutcome[]
  /** Those of them that do not rest on the same figures. */
  witnesses: CheckOutcome[]
  /** What the checks say with it. */
  after: Identity[]
}

/** Figures that arithmetic proves to be another of their own possible readings; all others stay as they are. */
export function settled(filing: Extracted, readings: KeptReadings, ask: AskChecks): Extracted {
  let current = filing
  let identities = ask(filing)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const proofs = proofsOf(current, readings, identities, ask)
    if (proofs.length === 0) return current
    const together = proofs.length > 1 ? allHold(proofs, current, identities, ask) : undefined
    if (together) {
      current = together.filing
      identities = together.identities
      continue
    }
    for (const { print } of proofs) {
      // What was settled before it in this round may have mended or broken its identities.
      const proof = proofOf(print, current, identities, ask)
      if (!proof) continue
      current = withProof(current, proof)
      identities = proof.after
    }
  }
  return current
}

/** All proofs of a round at once, where they do not touch each other: each does what it does alone. Asks once. */
function allHold(
  proofs: readonly Proof[],
  filing: Extracted,
  identities: readonly Identity[],
  ask: AskChecks,
): { filing: Extracted; identities: Identity[] } | undefined {
  const settledOnes = new Set<string>()
  for (const fact of proofs.flatMap((p) => p.print.facts)) {
    if (settledOnes.has(fact.fact_id)) return undefined
    settledOnes.add(fact.fact_id)
  }
  const changed = proofs.reduce(withProof, filing)
  const after = ask(changed)
  const now = new Map(after.map((i) => [i.outcome.outcome_id, i.outcome.outcome]))
  const before = new Map(identities.map((i) => [i.outcome.outcome_id, i.outcome.outcome]))
  const isMended = proofs.every((p) => p.mended.every((o) => now.get(o.outcome_id) === 'pass'))
  const breaks = [...now].some(([id, outcome]) => outcome === 'fail' && before.get(id) !== 'fail')
  return isMended && !breaks ? { filing: changed, identities: after } : undefined
}

function proofsOf(
  filing: Extracted,
  readings: KeptReadings,
  identities: readonly Identity[],
  ask: AskChecks,
): Proof[] {
  const prints = doubtfulPrints(filing.facts, readings)
  const proofs = [...prints, ...twinsAmong(prints, identities)].flatMap(
    (print) => proofOf(print, filing, identities, ask) ?? [],
  )
  // Two figures that would each mend the same identity: print alone can not tell which was misread.
  const claims = new Map<string, number>()
  for (const { mended } of proofs)
    for (const { outcome_id: id } of mended) claims.set(id, (claims.get(id) ?? 0) + 1)
  return proofs.filter(({ mended }) => mended.every((o) => claims.get(o.outcome_id) === 1))
}

/** The one candidate that mends enough identities and breaks none; undefined where none or several do. */
function proofOf(
  print: Print,
  filing: Extracted,
  identities: readonly Identity[],
  ask: AskChecks,
): Proof | undefined {
  const ids = new Set(print.facts.map((f) => f.fact_id))
  // Another proof of this round may have settled it.
  if (filing.facts.some((f) => ids.has(f.fact_id) && f.value_read !== '')) return undefined
  const failing = identities.filter(
    ({ outcome, isSum }) => isSum && outcome.outcome === 'fail' && outcome.facts.some((id) => ids.has(id)),
  )
  if (failing.length < FEWEST_WITNESSES) return undefined
  const proofs = print.candidates.flatMap((candidate) => {
    // Asking all checks is dear: first see whether the differences are those that this reading would make up for.
    const hopeful = failing.filter(({ outcome }) => isMadeUpFor(outcome, print, candidate))
    return hopeful.length < FEWEST_WITNESSES ? [] : (tried(print, candidate, filing, identities, ask) ?? [])
  })
  return proofs.length === 1 ? proofs[0] : undefined
}

function isMadeUpFor(outcome: CheckOutcome, print: Print, candidate: Candidate): boolean {
  return print.facts.some((fact) => {
    const moved = decimal(withCandidate(fact, candidate).value).minus(fact.value).abs()
    const missing = decimal(outcome.difference).abs()
    return outcome.facts.includes(fact.fact_id) && moved.minus(missing).abs().lte(outcome.tolerance)
  })
}

function tried(
  print: Print,
  candidate: Candidate,
  filing: Extracted,
  identities: readonly Identity[],
  ask: AskChecks,
): Proof | undefined {
  const before = new Map(identities.map((i) => [i.outcome.outcome_id, i]))
  const mended: CheckOutcome[] = []
  const after = ask(withReading(filing, print, candidate))
  for (const { outcome } of after) {
    const was = before.get(outcome.outcome_id)
    const failed = was?.outcome.outcome === 'fail'
    if (outcome.outcome === 'fail' && !failed) return undefined
    if (outcome.outcome === 'pass' && failed && was.isSum) mended.push(outcome)
  }
  const facts = new Map(filing.facts.map((f) => [f.fact_id, f]))
  const places = byPlace(print.facts)
  const witnesses = independent(mended, new Set(places.keys()), facts)
  // Of several prints that were misread alike each has to agree with as many identities, those between them included.
  const holding = after.filter((i) => i.isSum && i.outcome.outcome === 'pass')
  const isWitnessed = [...places.values()].every(
    (same) =>
      holding.filter(({ outcome }) => same.some((f) => outcome.facts.includes(f.fact_id))).length >=
      FEWEST_WITNESSES,
  )
  return witnesses.length < FEWEST_WITNESSES || !isWitnessed
    ? undefined
    : { print, candidate, mended, witnesses, after }
}

function withReading(filing: Extracted, print: Print, candidate: Candidate, note = ''): Extracted {
  const ids = new Set(print.facts.map((f) => f.fact_id))
  const facts = filing.facts.map((f) =>
    ids.has(f.fact_id) ? { ...withCandidate(f, candidate), note: noted(f.note, note) } : f,
  )
  return { ...filing, facts }
}

const withProof = (filing: Extracted, { print, candidate, witnesses }: Proof): Extracted =>
  withReading(
    filing,
    print,
    candidate,
    [SETTLED_BY, ...witnesses.map((o) => `${o.check_id}(${o.outcome_id})`)].join(' '),
  )

function byPlace(facts: readonly Fact[]): Map<string, Fact[]> {
  const places = new Map<string, Fact[]>()
  for (const fact of facts) places.set(placeOfPrint(fact), [...(places.get(placeOfPrint(fact)) ?? []), fact])
  return places
}
