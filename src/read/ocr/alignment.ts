/** What stands where in two texts: a place in each, or in one of them alone. */
export interface Pair {
  ours?: number
  theirs?: number
}

/** The way of setting two texts side by side in which the fewest characters differ, from the left. */
export function aligned(ours: readonly string[], theirs: readonly string[]): Pair[] {
  const wide = theirs.length + 1
  const cost = new Uint16Array((ours.length + 1) * wide)
  for (let i = 0; i <= ours.length; i++)
    for (let j = 0; j <= theirs.length; j++) {
      const at = i * wide + j
      if (i === 0 || j === 0) cost[at] = i + j
      else {
        const differs = ours[i - 1] === theirs[j - 1] ? 0 : 1
        cost[at] = Math.min(cost[at - wide - 1]! + differs, cost[at - wide]! + 1, cost[at - 1]! + 1)
      }
    }
  const pairs: Pair[] = []
  for (let i = ours.length, j = theirs.length; i > 0 || j > 0; ) {
    const at = i * wide + j
    const differs = ours[i - 1] === theirs[j - 1] ? 0 : 1
    if (i > 0 && j > 0 && cost[at] === cost[at - wide - 1]! + differs) pairs.push({ ours: --i, theirs: --j })
    else if (i > 0 && cost[at] === cost[at - wide]! + 1) pairs.push({ ours: --i })
    else pairs.push({ theirs: --j })
  }
  return pairs.reverse()
}
