import { FactKey } from './filing.js'

/** The dimensions of a key, in the order of the contract. */
export const KEY: readonly (keyof FactKey)[] = FactKey.keyof().options

/** The key of a figure, some dimensions left out. */
export const keyOf = (fact: FactKey, without: readonly (keyof FactKey)[] = []): string =>
  KEY.map((k) => (without.includes(k) ? '*' : fact[k])).join('|')
