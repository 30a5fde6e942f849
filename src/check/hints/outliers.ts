/** One filing's value of an indicator. */
export interface Measured<T> {
  of: T
  value: number
}

/** A value that stands out, and the values it stands out from. */
export interface Outlier<T> extends Measured<T> {
  /** Distance from the median in robust standard deviations. */
  score: number
  median: number
  /** Quartiles. */
  low: number
  high: number
  peers: readonly Measured<T>[]
}

/** With fewer there is no telling what is usual. */
export const FEWEST_PEERS = 8
/** Iglewicz and Hoaglin's limit for the modified z-score. */
const FAR = 3.5
/** Makes the median deviation comparable with a standard deviation of normal values. */
const MAD_SCALE = 1.4826
/** Where most filings print the same value, a tenth of it still is usual. */
const LEAST_SPREAD = 0.1

/** Values far from the median, the farthest first (modified z-score). */
export function outliers<T>(values: readonly Measured<T>[]): Outlier<T>[] {
  if (values.length < FEWEST_PEERS) return []
  const sorted = values.map((v) => v.value).sort((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  const deviations = sorted.map((v) => Math.abs(v - median)).sort((a, b) => a - b)
  const spread = Math.max(MAD_SCALE * quantile(deviations, 0.5), LEAST_SPREAD * Math.abs(median))
  if (spread === 0) return []
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)]
  return values
    .map((v) => ({ ...v, score: Math.abs(v.value - median) / spread, median, low, high, peers: values }))
    .filter((o) => o.score > FAR)
    .sort((a, b) => b.score - a.score)
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const below = sorted[Math.floor(at)] as number
  const above = sorted[Math.ceil(at)] as number
  return below + (above - below) * (at - Math.floor(at))
}
