import type { Extracted } from '../../model/filing.js'
import type { Judged } from '../judged.js'
import { brokenTables } from './broken-tables.js'
import { columnSlips, leftOutColumns, memoColumns } from './columns.js'
import { figureSlips } from './figures.js'
import type { Misreading } from './misreading.js'
import { natureSlips } from './natures.js'
import { quotientSlips } from './quotients.js'
import { unitSlips } from './units.js'

export type { Misreading } from './misreading.js'

/**
 * Looks for misreadings of ours that would explain what fails: each has to explain every failure of its figures and to
 * contradict nothing that holds. Tried from the one that concerns most of a filing to that of a single figure.
 */
export function misreadingsOf(filing: Extracted, judged: readonly Judged[]): Misreading[] {
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
  take(columnSlips(failing, judged, filing.facts))
  take(natureSlips(failing, judged, filing.facts))
  take(figureSlips(failing, judged, filing))
  take(quotientSlips(failing, judged, filing.facts))
  return found
}

/** A failure that somebody would be asked to mend, and that figures make. */
const isFigures = ({ check, judgement }: Judged): boolean =>
  judgement.outcome === 'fail' &&
  !check.ofReading &&
  judgement.facts.length > 0 &&
  judgement.difference !== '' &&
  (judgement.severity ?? check.severity) !== 'info'
