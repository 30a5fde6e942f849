import type { Picture } from '../../../src/read/ocr/picture.js'
import type { Random } from '../../generator/random.js'
import { lit } from './light.js'

/** Half the width of the crease's shadow, inches. */
const SHADOW = 0.06
/** The lower half leans away from the light. */
const BELOW = 0.95
const IN_CREASE = 0.7

/** A sheet that was folded for a letter: a crease across the middle third, darker below it. */
export function fold(picture: Picture, dpi: number, random: Random): Picture {
  const crease = picture.height * (0.4 + 0.2 * random.next())
  const reach = SHADOW * dpi
  return lit(picture, (_, y) => {
    const paper = y < crease ? 1 : BELOW
    const near = Math.max(0, 1 - Math.abs(y - crease) / reach)
    return paper * (1 - (1 - IN_CREASE) * near)
  })
}
