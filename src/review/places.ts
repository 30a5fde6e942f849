import type { Fact, Filing } from '../model/filing.js'
import { isReadWithDoubt } from '../model/reading.js'

/** What became of a printed number; of scanned ones also whether it is unsure or was settled by arithmetic. */
export type Fate = 'proven' | 'unproven' | 'disputed' | 'unsure' | 'settled' | 'explained' | 'unbound'

/** A printed number on its page, in points. */
export interface Place {
  fate: Fate
  x0: number
  y0: number
  x1: number
  y1: number
}

/** All printed numbers of a filing by page. */
export function placesOf(filing: Filing): Map<number, Place[]> {
  const places = new Map<number, Place[]>()
  const add = (page: number, bbox: string, fate: Fate) => {
    const [x0, y0, x1, y1] = bbox.split(' ').map(Number) as [number, number, number, number]
    places.set(page, [...(places.get(page) ?? []), { fate, x0, y0, x1, y1 }])
  }
  for (const fact of filing.facts) add(fact.page, fact.bbox, fateOfFact(fact))
  for (const number of filing.loose_numbers)
    add(number.page, number.bbox, number.reason === '' ? 'unbound' : 'explained')
  return places
}

const fateOfFact = (fact: Fact): Fate =>
  isReadWithDoubt(fact) ? 'unsure' : fact.value_read !== '' ? 'settled' : fact.status
