/** What shares a key, in the order of its first. */
export function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const k = key(item)
    const group = groups.get(k)
    if (group) group.push(item)
    else groups.set(k, [item])
  }
  return groups
}

/** Rows that share a key and stand next to each other: one group in memory at a time. */
export async function* consecutive<T>(rows: AsyncIterable<T>, key: (row: T) => string): AsyncGenerator<T[]> {
  let group: T[] = []
  let of: string | undefined
  for await (const row of rows) {
    const k = key(row)
    if (k !== of && group.length > 0) {
      yield group
      group = []
    }
    of = k
    group.push(row)
  }
  if (group.length > 0) yield group
}
