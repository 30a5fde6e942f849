import type { Box } from './geometry.js'

/** One printed character and its place: the evidence that every later result keeps. */
export interface Glyph extends Box {
  /** One Unicode character (a surrogate pair counts as one glyph). */
  text: string
  /** Page of the file, from 1. */
  page: number
  /** Height of the type in points, from the box (the fonts of some office suites lie about their size). */
  size: number
  bold: boolean
  /** 0..1; 1 for a text layer, the engine's own measure for OCR. */
  confidence: number
  /** What else may be printed here, likeliest first, at most three; only recognized characters have it, an empty list too. */
  alternatives?: Alternative[]
}

/** A reading that the engine held possible in place of a glyph. */
export interface Alternative {
  /** Empty: nothing is printed here. Longer than one character: `0.` where the point after a 0 may have been lost. */
  text: string
  /** 0..1, on the same scale as the glyph's own. */
  confidence: number
}

/** A straight ruling line: a stroke, or a filled rectangle thin enough to be one. Points. */
export interface Ruling {
  direction: 'horizontal' | 'vertical'
  /** y of a horizontal, x of a vertical line. */
  at: number
  /** Start and end along the line, from < to. */
  from: number
  to: number
  thickness: number
}

/** Why the text layer of a page can not be taken as what a reader sees. */
export type PageDoubt =
  | 'not-asked' // the person asked for other pages: it was not opened
  | 'no-text' // nothing but pictures
  | 'garbage' // fonts without a usable mapping to Unicode
  | 'private-use' // characters that only the font's maker understands
  | 'picture-with-text' // a full-page picture with an OCR layer under it
  | 'broken' // the engine could not read the page
  | 'huge-content' // its operators would fill the memory: it was not opened
  | 'huge-image' // its picture has so many pixels that it is made to fill the memory: it was not drawn
  | 'illegible' // recognized, but so unsurely that it can not be what is printed

export type PageDamage =
  | 'characters' // fonts do not say of all characters which they are; what was read is believed
  | 'bytes' // bytes that the page is drawn from are others than were written; nothing read is sure

/** Doubt, in a filing, of a page whose bytes are damaged: it is read, and nothing that is read is sure. */
export const DAMAGED = 'damaged'

/** Doubts of pages that nobody opened: nothing is known of them. */
const UNOPENED: readonly (PageDoubt | undefined)[] = ['huge-content', 'not-asked']

export const isUnopened = ({ doubt }: Pick<Page, 'doubt'>): boolean => UNOPENED.includes(doubt)

/** How the picture of a page was turned to stand upright and lie straight; all boxes are on the page so turned. */
export interface Turning {
  /** Degrees clockwise, first; the page's size is that behind it. */
  quarter: 0 | 90 | 180 | 270
  /** Degrees clockwise, then, around the middle of the page. */
  skew: number
}

/** One page as both readers give it; nothing after `read/` asks whether it was scanned. */
export interface Page {
  /** From 1. */
  number: number
  /** Points, after /Rotate. */
  width: number
  height: number
  /** Visible characters, in no promised order: layout orders them by geometry. */
  glyphs: Glyph[]
  rulings: Ruling[]
  /** Areas covered by pictures. */
  pictures: Box[]
  /** Characters that stand in the file but not on the page: clipped, off the page, or invisible. Never read. */
  hidden: Glyph[]
  method: 'text' | 'ocr'
  /** Only of a recognized page that did not lie straight. */
  turning?: Turning
  /** What is read of it is not all that was printed, or not what was printed. */
  damaged?: PageDamage
  /** Empty page: no glyphs and no doubt. A doubtful page has its glyphs dropped. */
  doubt?: PageDoubt
}
