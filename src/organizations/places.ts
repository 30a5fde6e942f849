import { isOwnLevel, nameKey } from './names.js'
import { folderOf } from './sets.js'
import type { FilingSummary } from './summary.js'

/** A filing with the place whose filings it belongs to: what it prints, else what tells it; empty where nothing does. */
export interface PlacedSummary extends FilingSummary {
  place: string
}

/** A name in a folder: one without a place is known by another of the same name there that has one. */
export interface NameInFolder {
  folder: string
  level: 'department' | 'unit'
  key: string
  /** Empty for a filing without a place, which is then `filing`. */
  place: string
  filing?: FilingSummary
}

/** A level that the print leaves open is the department's, unless the name says 本级. */
export const levelOf = (s: FilingSummary): 'department' | 'unit' =>
  s.level === 'unit' || (s.level === '' && isOwnLevel(s.organization)) ? 'unit' : 'department'

export function nameInFolder(filing: FilingSummary): NameInFolder {
  const { source, organization, region } = filing
  return {
    folder: folderOf(source),
    level: levelOf(filing),
    key: nameKey(organization, region).key,
    place: region,
    ...(region === '' ? { filing } : {}),
  }
}

/** Sorts those together that tell each other's place. */
export const folderAndName = ({ folder, level, key }: NameInFolder): string => `${folder}|${level}|${key}`

/** Of one name in one folder: filings that print no place, each with the place of the others if that is one. */
export function placedByName(names: readonly NameInFolder[]): PlacedSummary[] {
  const places = new Set(names.map((n) => n.place).filter(Boolean))
  const place = places.size === 1 ? ([...places][0] as string) : ''
  return names.flatMap(({ filing }) => (filing ? [{ ...filing, place }] : []))
}
