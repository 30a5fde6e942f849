import { lazy, readData } from './csv.js'

/** A pair of the two economic classifications that one printed row may carry. */
export interface EconomyPair {
  /** 30x… */
  department: string
  /** 50x… */
  government: string
  /** `机关`, `事业单位` or `不分单位类型`, then where the pair was seen; for people. */
  note: string
}

/** All known pairs of department (30x) and government (50x) economic codes. */
export const economyMapping = lazy<readonly EconomyPair[]>(() =>
  readData('economic-mapping.csv').map((row) => ({
    department: row.department_code as string,
    government: row.government_code as string,
    note: row.note as string,
  })),
)
