/** Whether the signs of a name stand in another in the same order: 市城管执法局, 北京市城市管理综合行政执法局. */
export function isShortFor(short: string, whole: string): boolean {
  let at = 0
  for (const sign of short) {
    at = whole.indexOf(sign, at) + 1
    if (at === 0) return false
  }
  return true
}
