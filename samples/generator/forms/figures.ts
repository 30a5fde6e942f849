import type { Figure, Key } from '../paper.js'

/** A figure printed in 万元 with two decimals. */
export const wan = (value: number, keys: Key | Key[], label: string, more: Partial<Figure> = {}): Figure => ({
  value,
  keys: Array.isArray(keys) ? keys : [keys],
  label,
  per: 10000,
  ...more,
})

/** A figure printed in 元. */
export const yuan = (
  value: number,
  keys: Key | Key[],
  label: string,
  more: Partial<Figure> = {},
): Figure => ({
  ...wan(value, keys, label),
  per: 1,
  ...more,
})

export const count = (value: number, key: Key, label: string): Figure => ({
  value,
  keys: [{ ...key, measure: 'count' }],
  label,
  per: 1,
  decimals: 0,
})

/** Change in 万元 and in percent of the prior figure, as printed: direction word, amount, percentage. */
export function change(now: number, before: number, key: Key, label: string): (string | Figure)[] {
  const difference = now - before
  if (difference === 0) return ['，与上年持平']
  const up = difference > 0
  const pct = Math.round((difference / before) * 10000) / 100
  return [
    up ? '，较上年增加' : '，较上年减少',
    wan(difference, { ...key, measure: 'change' }, label),
    up ? '万元，增长' : '万元，下降',
    { value: pct, keys: [{ ...key, measure: 'change-pct' }], label, per: 1, decimals: 2 },
    '%',
  ]
}
