import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Piles } from '../src/run/piles.js'

/** Piles of a test: never so high that they need the folder. */
export const newPile = new Piles(join(tmpdir(), 'piles-of-a-test')).of

export async function listOf<T>(rows: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const row of rows) list.push(row)
  return list
}

export async function* inTurn<T>(rows: readonly T[]): AsyncGenerator<T> {
  yield* rows
}
