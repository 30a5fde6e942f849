import type { Gray, Picture } from '../../../src/read/ocr/picture.js'
import { grey } from './grey.js'

/** Where office scanners cut: faint grey becomes paper. */
const THRESHOLD = 160

/** Black and white alone; thin strokes break and edges are ragged. */
export function bilevel(picture: Picture): Gray {
  const bright = grey(picture)
  return { ...bright, data: bright.data.map((v) => (v < THRESHOLD ? 0 : 255)) }
}
