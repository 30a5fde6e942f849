import { type Fate, fateOfFact } from '../model/fate.js'
import type { Filing } from '../model/filing.js'

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
