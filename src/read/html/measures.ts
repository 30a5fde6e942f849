/** Points to a unit of length. */
const POINTS: Record<string, number> = { pt: 1, px: 0.75, in: 72, cm: 72 / 2.54, mm: 72 / 25.4, rem: 12 }

/** A length of a style in points; `whole` is what a percentage is of, `size` the type's. Undefined: not given. */
export function pointsOf(value: string | undefined, whole: number, size: number): number | undefined {
  const match = /^(-?(?:\d+\.?\d*|\.\d+))(pt|px|em|rem|in|cm|mm|%)?/.exec(value ?? '')
  if (!match) return undefined
  const n = Number(match[1])
  if (match[2] === '%') return (n * whole) / 100
  if (match[2] === 'em') return n * size
  return n * (POINTS[match[2] ?? 'px'] as number)
}

/** What a transform makes of the size: `matrix(0.25,0,0,0.25,0,0)`, `scale(0.5)`. */
export function scaleOf(transform: string | undefined): number {
  const match = /(?:matrix\([^,]+,[^,]+,[^,]+,|scale\(|scaley\()\s*(-?[\d.]+)/.exec(transform ?? '')
  return match ? Math.abs(Number(match[1])) || 1 : 1
}
