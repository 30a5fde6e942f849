import { groupBy } from '../../src/model/group-by.js'
import {
  type FilingSummary,
  folderAndName,
  nameInFolder,
  type PlacedSummary,
  placedByName,
} from '../../src/organizations/index.js'

/** Filings with their places, as a run tells them, all in memory. */
export function placedAll(filings: readonly FilingSummary[]): PlacedSummary[] {
  const named = filings.filter((f) => f.organization !== '')
  const sure = filings.filter((f) => f.region !== '' || f.organization === '')
  return [
    ...sure.map((f) => ({ ...f, place: f.region })),
    ...[...groupBy(named.map(nameInFolder), folderAndName).values()].flatMap(placedByName),
  ]
}
