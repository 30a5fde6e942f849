/** Disjoint sets of things that grow together: each set has one value, made of those of its members. */
export class InkGroups<T> {
  private readonly parent: Int32Array
  private readonly values: T[]

  constructor(
    values: readonly T[],
    private readonly grown: (a: T, b: T) => T,
  ) {
    this.parent = Int32Array.from(values.keys())
    this.values = [...values]
  }

  /** Joins the sets of two members where `fits` lets their values be one. */
  join(i: number, j: number, fits: (a: T, b: T) => boolean): void {
    const [ra, rb] = [this.root(i), this.root(j)]
    if (ra === rb) return
    const [a, b] = [this.values[ra] as T, this.values[rb] as T]
    if (!fits(a, b)) return
    this.parent[rb] = ra
    this.values[ra] = this.grown(a, b)
  }

  all(): T[] {
    return this.values.filter((_, i) => this.parent[i] === i)
  }

  private root(i: number): number {
    while (this.parent[i] !== i) {
      this.parent[i] = this.parent[this.parent[i] as number] as number
      i = this.parent[i] as number
    }
    return i
  }
}
