/**
 * Rows in an order of their own, as many as there are: what memory is not given for waits on disk. Rows are plain data,
 * as JSON has it. All are added before the first is taken; they may be taken more than once.
 */
export interface Pile<T> {
  add(row: T): Promise<void>
  rows(): AsyncGenerator<T>
}

/** Makes a pile; without `compare` its rows keep the order in which they came, as do those that are equal. */
export type NewPile = <T>(compare?: (a: T, b: T) => number) => Pile<T>
