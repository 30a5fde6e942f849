import type { Box } from '../../model/geometry.js'
import type { Page, PageDoubt, Ruling } from '../../model/page.js'
import { holds, type PageRange } from '../../model/page-range.js'
import type { ReadGlyphs } from './characters.js'
import { picturesSeen } from './pictures.js'
import { doubtOf, isDamaged } from './trust.js'

/** Why a PDF can not be opened at all. */
export type PdfFault = 'broken-pdf' | 'encrypted-pdf' | 'empty-pdf' | 'too-many-pages'

/** What of a file is left alone. */
export interface Bounds {
  /** A file that counts more pages is not read. */
  pages: number
  /** Pages whose operators would fill the memory, from 1. */
  huge: ReadonlySet<number>
  /** Pages that are read; all where it is not given. */
  asked?: PageRange | undefined
}

/** Why a page is not opened; undefined where it is. */
export function leftOut({ huge, asked }: Bounds, page: number): PageDoubt | undefined {
  if (asked && !holds(asked, page)) return 'not-asked'
  return huge.has(page) ? 'huge-content' : undefined
}

/** What every engine behind the port gives. */
export interface PdfReader {
  /** Pages one by one in order; a page that can not be read comes with doubt `broken`. */
  read(bytes: Uint8Array, bounds: Bounds, password?: string): Promise<{ pages: Page[] } | { fault: PdfFault }>
}

/** What an engine found on a page, in view space. */
export interface Found {
  /** From 1. */
  number: number
  width: number
  height: number
  read: ReadGlyphs
  rulings: Ruling[]
  pictures: Box[]
}

/** The page as layout gets it: a text layer that can not be believed is not handed on. */
export function pageOf({ number, width, height, read, rulings, ...found }: Found): Page {
  const pictures = picturesSeen(found.pictures, { x0: 0, y0: 0, x1: width, y1: height })
  const doubt = doubtOf({ ...read, width, height, pictures })
  return {
    number,
    width,
    height,
    glyphs: doubt ? [] : read.visible,
    hidden: doubt ? [...read.visible, ...read.hidden] : read.hidden,
    rulings,
    pictures,
    method: 'text',
    ...(doubt ? { doubt } : isDamaged(read.visible) ? { damaged: 'characters' } : {}),
  }
}

/** A page that the engine could not open, or is not asked to; the others are read all the same. */
export const brokenPage = (number: number, doubt: PageDoubt = 'broken'): Page => ({
  number,
  width: 0,
  height: 0,
  glyphs: [],
  hidden: [],
  rulings: [],
  pictures: [],
  method: 'text',
  doubt,
})
