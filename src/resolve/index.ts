// Takes a filing with the characters of its scanned figures, and a way to ask the checks; gives the filing with those
// figures weighed: one that at least two independent identities prove to be another of its own possible readings is
// settled (`value_read` keeps what was read), one that is unsure and that nothing confirms is marked.
// Never touches a figure of a text layer, nor a character that was read surely: what is printed wrong stays wrong.
import type { Extracted } from '../model/filing.js'
import type { KeptReadings } from '../model/reading.js'
import { withMeaningDoubts } from './borne-out.js'
import { marked } from './doubt.js'
import { weighedByFormat } from './format.js'
import { withPairDoubts } from './paired-codes.js'
import { type AskChecks, settled } from './settle.js'
import { withUnitDoubts } from './units-named.js'

export function resolveReadings(filing: Extracted, readings: KeptReadings, ask: AskChecks): Extracted {
  if (readings.size === 0) return filing
  const meant = withPairDoubts(withUnitDoubts(withMeaningDoubts(filing)))
  const weighed = { ...meant, facts: weighedByFormat(meant.facts) }
  const proven = settled(weighed, readings, ask)
  return marked(proven, readings, ask(proven))
}
