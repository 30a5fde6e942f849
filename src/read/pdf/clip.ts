import type { Box } from '../../model/geometry.js'
import type { Ruling } from '../../model/page.js'

/** The part of a box that its clip lets through; undefined = nothing. */
export function clipped(box: Box, clip: Box | undefined): Box | undefined {
  if (!clip) return box
  const cut = {
    x0: Math.max(box.x0, clip.x0),
    y0: Math.max(box.y0, clip.y0),
    x1: Math.min(box.x1, clip.x1),
    y1: Math.min(box.y1, clip.y1),
  }
  return cut.x1 > cut.x0 && cut.y1 > cut.y0 ? cut : undefined
}

/** A clip within a clip; what lets nothing through becomes a point off the page's middle. */
export const narrowed = (clip: Box | undefined, box: Box): Box =>
  clip ? (clipped(clip, box) ?? { x0: 0, y0: 0, x1: 0, y1: 0 }) : box

/** A line is seen where its clip lets it through; half a point of slack, since borders are drawn on clip edges. */
export function clippedRuling(r: Ruling, clip: Box | undefined): Ruling | undefined {
  if (!clip) return r
  const [low, high, start, end] =
    r.direction === 'horizontal' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1]
  const slack = 0.5 + r.thickness
  if (r.at < low - slack || r.at > high + slack) return undefined
  const from = Math.max(r.from, start)
  const to = Math.min(r.to, end)
  return to - from > 0.5 ? { ...r, from, to } : undefined
}
