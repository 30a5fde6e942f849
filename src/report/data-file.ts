import { deflateSync } from 'node:zlib'
import type { DataName } from '../model/report.js'

/** Where a data file stands, below the output's `report/`. */
export const dataPath = (name: DataName): string => `data/${name}.js`

/**
 * A data file as a script: a page opened from a disk may load scripts and nothing else. Deflated, for text over coordinates
 * shrinks to a tenth, and inflated by the browser itself.
 */
export const dataFile = (name: DataName, data: unknown): string =>
  `yusuanReport(${JSON.stringify(name)},"${deflateSync(JSON.stringify(data)).toString('base64')}")\n`
