import type { Box } from '../../model/geometry.js'
import type { Page, Ruling } from '../../model/page.js'
import type { ReadGlyphs } from './characters.js'
import { picturesSeen } from './pictures.js'
import { doubtOf, isDamaged } from './trust.js'

/** Why a PDF can not be opened at all. */
export type PdfFault = 'broken-pdf' | 'encrypted-pdf' | 'empty-pdf'

/** What every engine behind the port gives. */
export interface PdfReader {
  /** Pages one by one in order; a page that can not be read comes with doubt `broken`. */
  read(bytes: Uint8Array): Promise<{ pages: Page[] } | { fault: PdfFault }>
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

/** A page the engine could not open; the others are read all the same. */
export const brokenPage = (number: number): Page => ({
  number,
  width: 0,
  height: 0,
  glyphs: [],
  hidden: [],
  rulings: [],
  pictures: [],
  method: 'text',
  doubt: 'broken',
})
