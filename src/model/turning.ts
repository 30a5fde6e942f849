import { around, type Box } from './geometry.js'
import type { Turning } from './page.js'

/**
 * Where a box on a page that was turned to be read lies on the page as its file has it, points. `width` and `height` are
 * those of the page as it was read.
 */
export function asFiled(
  box: Box,
  sheet?: { width: number; height: number; turning?: Turning | undefined },
): Box {
  if (!sheet?.turning) return box
  const { width, height, turning } = sheet
  const angle = (-(turning.skew + turning.quarter) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [wide, high] = turning.quarter % 180 === 0 ? [width, height] : [height, width]
  const corners = [box.x0, box.x1].flatMap((x) =>
    [box.y0, box.y1].map((y) => {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const [px, py] = [wide / 2 + dx * cos - dy * sin, high / 2 + dx * sin + dy * cos]
      return { x0: px, y0: py, x1: px, y1: py }
    }),
  )
  return around(corners) ?? box
}
