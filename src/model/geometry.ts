/** A rectangle on a page as a reader sees it (after /Rotate): PDF points, origin top left, y grows downward. */
export interface Box {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** The smallest box around all boxes; an empty list has none. */
export function around(boxes: Iterable<Box>): Box | undefined {
  let all: Box | undefined
  for (const b of boxes) {
    if (!all) all = { x0: b.x0, y0: b.y0, x1: b.x1, y1: b.y1 }
    else {
      if (b.x0 < all.x0) all.x0 = b.x0
      if (b.y0 < all.y0) all.y0 = b.y0
      if (b.x1 > all.x1) all.x1 = b.x1
      if (b.y1 > all.y1) all.y1 = b.y1
    }
  }
  return all
}

/** Length that two intervals share; negative is the gap between them. */
export const overlap = (a0: number, a1: number, b0: number, b1: number): number =>
  Math.min(a1, b1) - Math.max(a0, b0)

/** The box of `x0 y0 x1 y1`. */
export function boxOf(bbox: string): Box {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = bbox.split(' ').map(Number)
  return { x0, y0, x1, y1 }
}

/** `x0 y0 x1 y1`, one decimal: the contract's `bbox`. */
export const bboxText = (b: Box): string =>
  `${oneDecimal(b.x0)} ${oneDecimal(b.y0)} ${oneDecimal(b.x1)} ${oneDecimal(b.y1)}`

/** As `toFixed(1)`, without `-0.0`, a hundred thousand times a filing. */
function oneDecimal(n: number): string {
  const tenths = Math.round(n * 10)
  const size = Math.abs(tenths)
  return `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)}.${size % 10}`
}
