import type { Gray } from './picture.js'
import { fours, WHITE_FOUR } from './pixels/white.js'

/** The hair strokes of a 4 or a 7 are paler than ink where print is small; the grain of paper was whitened. */
export const FAINT = 225
/** Pale print is 80 darker than its paper; the grain of paper is below 30. */
const LEAST_CONTRAST = 45

/** Pixels darker than this are ink (Otsu: the two classes differ most); 0 where the sheet is empty. */
export function inkThreshold(sheet: Gray): number {
  const { data } = sheet
  const histogram = new Uint32Array(256)
  const four = fours(sheet)
  for (let i = 0; i < data.length; i++) {
    if ((i & 3) === 0 && four[i >> 2] === WHITE_FOUR) {
      histogram[255]! += 4
      i += 3
    } else histogram[data[i]!]!++
  }
  let sum = 0
  for (let v = 0; v < 256; v++) sum += v * histogram[v]!
  let dark = 0
  let darkSum = 0
  let best = 0
  let threshold = 0
  for (let v = 0; v < 255; v++) {
    dark += histogram[v]!
    darkSum += v * histogram[v]!
    const light = data.length - dark
    if (dark === 0 || light === 0) continue
    const difference = (sum - darkSum) / light - darkSum / dark
    // Paper alone has two classes too, but they look the same.
    if (difference < LEAST_CONTRAST) continue
    const between = dark * light * difference * difference
    if (between > best) {
      best = between
      threshold = v + 1
    }
  }
  return threshold
}
