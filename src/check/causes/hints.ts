import type { Extracted, Fact, Finding } from '../../model/filing.js'
import { decimal } from '../../model/money.js'
import { type Saying, said } from '../../model/saying.js'
import { isTelling } from '../digits.js'
import type { Judged } from '../judged.js'
import { namesOf } from '../naming.js'
import { writtenFor } from '../pen-slips.js'

/** Says of failing sums that stand alone what their difference looks like: a part left out, two digits exchanged. */
export function hinted(filing: Extracted, judged: readonly Judged[], findings: readonly Finding[]): void {
  const alone = new Map(judged.map((j) => [j.outcome.outcome_id, j]))
  for (const finding of findings) {
    const [id] = finding.outcome_ids
    const own = finding.root_cause_id === '' && id !== undefined ? alone.get(id) : undefined
    const hint = own?.judgement.sum
      ? hintOf(filing, own.judgement.facts, own.judgement.difference)
      : undefined
    if (hint) finding.said.push(hint)
  }
}

function hintOf(filing: Extracted, facts: readonly Fact[], difference: string): Saying | undefined {
  const [total, ...parts] = facts
  if (!total) return undefined
  const short = decimal(difference).times(-1)
  const left = parts.filter((p) => short.eq(p.value))
  const [only] = left
  if (parts.length > 1 && only && left.length === 1 && isTelling(only.raw))
    return said('slip.left-out', { name: namesOf(filing, facts)(only) })
  if (parts.length !== 1) return undefined
  const written = writtenFor(total, decimal((parts[0] as Fact).value))
  return written ? said(`slip.apart.${written}`) : undefined
}
