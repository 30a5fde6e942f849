import { FactKey } from './filing.js'

/** The dimensions of a key, in the order of the contract. */
export const KEY: readonly (keyof FactKey)[] = FactKey.keyof().options

/** The key of a figure, some dimensions left out. */
export function keyOf(fact: FactKey, without: readonly (keyof FactKey)[] = NONE): string {
  let key = ''
  for (const k of KEY) key += without.includes(k) ? '*|' : `${fact[k]}|`
  return key.slice(0, -1)
}

const NONE: readonly (keyof FactKey)[] = []
