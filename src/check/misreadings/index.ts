import type { Extracted, Fact } from '../../model/filing.js'
import type { Judged } from '../judged.js'
import { blockHypotheses } from './block-trials.js'
import { brokenTables } from './broken-tables.js'
import { clauseHypotheses } from './clause-trials.js'
import { columnSlips, leftOutColumns, memoColumns } from './columns.js'
import { figureSlips } from './figures.js'
import { isFault, type Judge } from './hearing.js'
import type { Misreading } from './misreading.js'
import { natureSlips } from './natures.js'
import { quotientSlips } from './quotients.js'
import { MOST_TRIALS, Trial } from './trial.js'
import { unitSlips } from './units.js'

export type { Misreading } from './misreading.js'

/**
 * Looks for misreadings of ours that would explain what fails: each has to explain every failure of its figures and to
 * contradict nothing that holds. Tried from the one that concerns most of a filing to that of a single figure.
 */
export function misreadingsOf(filing: Extracted, judged: readonly Judged[], again: Judge): Misreading[] {
  const found: Misreading[] = []
  let failing = judged.filter(isFigures)
  const take = (misreadings: readonly Misreading[]) => {
    for (const misreading of misreadings) {
      const explains = misreading.explains.filter((j) => failing.includes(j))
      if (explains.length === 0) continue
      found.push({ ...misreading, explains })
      failing = failing.filter((j) => !explains.includes(j))
    }
  }
  take(unitSlips(failing, judged, filing))
  take(brokenTables(failing, filing))
  take(memoColumns(failing, judged))
  take(leftOutColumns(failing, filing.facts))
  take(columnSlips(failing, judged, filing))
  take(natureSlips(failing, judged, filing.facts))
  take(figureSlips(failing, judged, filing))
  take(quotientSlips(failing, judged, filing.facts))
  failing = judged.filter((j) => isFault(j) && !found.some((m) => m.explains.includes(j)))
  if (failing.length > 0) take(provenSlips(filing, judged, again))
  return found
}

/** What none of the above explains is tried out: the checks run again over the filing read otherwise. */
function provenSlips(filing: Extracted, judged: readonly Judged[], again: Judge): Misreading[] {
  const trial = new Trial(filing, [{ judged: () => judged, again }])
  const faults = judged.filter(isFault)
  const open = new Set(faults)
  const explained = new Set<Fact>()
  const found: Misreading[] = []
  const hypotheses = [...blockHypotheses(faults, filing), ...clauseHypotheses(faults, filing)]
  for (const hypothesis of hypotheses.slice(0, MOST_TRIALS)) {
    if (open.size === 0) break
    const facts = [...hypothesis.meaning.keys()]
    if (facts.some((f) => explained.has(f))) continue
    const misreading = trial.of(hypothesis)
    if (!misreading) continue
    found.push(misreading)
    for (const f of facts) explained.add(f)
    for (const j of misreading.explains) open.delete(j)
  }
  return found
}

/** A failure that somebody would be asked to mend, and that figures make. */
const isFigures = ({ check, judgement }: Judged): boolean =>
  judgement.outcome === 'fail' &&
  !check.ofReading &&
  judgement.facts.length > 0 &&
  judgement.difference !== '' &&
  (judgement.severity ?? check.severity) !== 'info'
