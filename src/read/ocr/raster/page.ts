import type { Picture } from '../picture.js'

/** A page made of pixels, upright as its file says (/Rotate and EXIF applied). */
export interface RasterPage {
  /** From 1. */
  number: number
  /** Points: 72 for an inch. */
  width: number
  height: number
  /** Pixels for an inch, in both directions. */
  dpi: number
  /** RGB where colours show, grey everywhere else. */
  picture: Picture
  /** The page drawn anew from its source, as long as it is handed out; undefined where that fails. */
  redrawn: (dpi: number) => Promise<RasterPage | undefined>
}

/** Why a picture is not read: `huge-image` has so many pixels that it is made to fill the memory. */
export type RasterFault = 'broken-image' | 'huge-image'

/** Pages whose picture could not be made; the others were handed out all the same. */
export interface FailedPage {
  number: number
  fault: RasterFault
}

/** Type of 9 points is 25 pixels high at 200 dpi; with less, strokes of Chinese characters run together. */
const MIN_DPI = 200
/** Beyond this nothing more is recognized, and time grows with the square. */
const MAX_DPI = 300
/** A3 at 300 dpi is 17 million; what is larger is a drawing or was stretched. */
const MAX_PIXELS = 14e6
/** A3 at 1000 dpi: no scanner of an office makes more. */
export const MAX_SOURCE_PIXELS = 200e6

/** The resolution a page is worked at: that of its source within the limits. Sizes in points. */
export function workingDpi(width: number, height: number, source: number): number {
  const wanted = Math.min(MAX_DPI, Math.max(MIN_DPI, source))
  // Coordinates of PDFs have few digits: 200.0000011 was 200.
  return Math.min(Math.round(wanted * 100) / 100, 72 * Math.sqrt(MAX_PIXELS / (width * height)))
}

/** A length in whole pixels. */
export const pixelsOf = (points: number, dpi: number): number => Math.max(1, Math.round((points * dpi) / 72))
