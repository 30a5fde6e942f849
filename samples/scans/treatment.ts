import type { STAMP_INKS } from './degrade/stamp.js'
import type { Layer } from './layer.js'

/** What a page goes through from the printed sheet to the file that an office publishes. */
export interface Treatment {
  /** Dots per inch of the scan. */
  dpi: number
  /** Degrees that the sheet lies turned clockwise on the glass. */
  skew: number
  /** Standard deviation of the grain in grey levels, 0..255; dust comes along with it. */
  noise: number
  /** JPEG quality, 1..100; black and white is never JPEG. */
  jpeg: number
  /** Standard deviation of the blur in pixels. */
  blur: number
  /** Quarter turns clockwise, as a sheet put in sideways. */
  turn: 0 | 90 | 180 | 270
  /** Dark along the binding, uneven light. */
  shadow: boolean
  /** A crease across the middle. */
  fold: boolean
  /** A red round seal over the text. */
  seal: boolean
  /** The other side of the sheet shines through. */
  bleed: boolean
  /** The sheet's colours are kept. */
  colour: boolean
  /** Photographed by hand: seen a little from the side, in warm and uneven light. */
  photo: boolean
  /** Punch holes and a staple. */
  marks: boolean
  /** A framed stamp across the print. */
  stamp: '' | keyof typeof STAMP_INKS
  /** Ticks and scribbles beside what is printed. */
  handwriting: boolean
  /** Coarse black and white, twice as fine across as down. */
  fax: boolean
  /** Two pages side by side on each picture; a layer does not go with it. */
  spread: boolean
  /** Nothing but black and white. */
  bilevel: boolean
  /** So many pictures below each other make the page … */
  strips: number
  /** … and so many side by side. */
  columns: number
  /** Invisible text beneath the pictures. */
  layer: Layer
  /** The same seed gives the same bytes. */
  seed: number
}

/** A good scan in grey. */
export const PLAIN: Treatment = {
  dpi: 200,
  skew: 0,
  noise: 0,
  jpeg: 90,
  blur: 0,
  turn: 0,
  shadow: false,
  fold: false,
  seal: false,
  bleed: false,
  colour: false,
  photo: false,
  marks: false,
  stamp: '',
  handwriting: false,
  fax: false,
  spread: false,
  bilevel: false,
  strips: 1,
  columns: 1,
  layer: '',
  seed: 1,
}
