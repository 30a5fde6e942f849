/** Reckoned once of each object, for as long as somebody holds it: it must not change in what is reckoned of. */
export function oncePer<K extends object, T>(reckon: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { is: T }>()
  return (of) => {
    const found = known.get(of)
    if (found) return found.is
    const is = reckon(of)
    known.set(of, { is })
    return is
  }
}
