/** A picture in memory: one byte (grey) or three (RGB) a pixel, row by row from the top, without padding. */
export interface Picture {
  width: number
  height: number
  channels: 1 | 3
  data: Uint8Array
}

/** One byte a pixel: 0 black, 255 white. */
export type Gray = Picture & { channels: 1 }

/** A rectangle in pixels, origin top left; x1 and y1 lie one behind the last pixel. */
export interface PixelBox {
  x0: number
  y0: number
  x1: number
  y1: number
}

/** A straight ruling line in pixels: `at` is the middle of its thickness. */
export interface PixelRuling {
  direction: 'horizontal' | 'vertical'
  at: number
  from: number
  to: number
  thickness: number
}

/** A page's picture made ready to be read: upright, straight, evenly lit, dark ink on white. */
export interface Sheet {
  /** What is recognized: ink without ruling lines and seals. */
  ink: Gray
  /** Broken and slightly bent lines are joined. */
  rulings: PixelRuling[]
  /** Nothing but black and white was scanned: edges are ragged and dots are lost. */
  bilevel: boolean
  /** Where a seal or red heading stood: what lies under it is read with doubt. */
  seals: PixelBox[]
  /** How far the picture was turned clockwise to stand upright. */
  turned: 0 | 90 | 180 | 270
  /** How far the picture was turned clockwise to lie straight, degrees. */
  skew: number
}
