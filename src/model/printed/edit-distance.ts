/** How many characters have to be put in, left out or exchanged (Levenshtein). */
export const distance = (a: string, b: string): number => distances(a, b).at(-1) as number

/** Levenshtein distances of `a` to what `b` begins with: none of it, its first character, … all of it. */
export function distances(a: string, b: string): number[] {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] as number) + 1,
        (next[j - 1] as number) + 1,
        (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1),
      )
    row = next
  }
  return row
}
