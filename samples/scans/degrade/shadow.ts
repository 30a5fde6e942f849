import type { Picture } from '../../../src/read/ocr/picture.js'
import { lit } from './light.js'

/** What is left of the light right at the binding, and at the corner far from the lamp. */
const AT_BINDING = 0.5
const AT_CORNER = 0.88
/** Share of the width over which the binding's shadow falls to a third. */
const REACH = 0.05

/** A bound volume on the glass: dark along the left edge, less light towards the lower right corner. */
export function shadow(picture: Picture): Picture {
  const { width, height } = picture
  const binding = Float64Array.from(
    { length: width },
    (_, x) => 1 - (1 - AT_BINDING) * Math.exp(-x / (REACH * width)),
  )
  return lit(picture, (x, y) => binding[x]! * (1 - (1 - AT_CORNER) * 0.5 * (x / width + y / height)))
}
