import type { Page } from '../../../model/page.js'
import { withoutRedrawn } from '../characters.js'
import { viewOf } from '../page-space.js'
import { pageOf } from '../port.js'
import { mergeRulings } from '../rulings.js'
import { type Font, fontsOf } from './fonts.js'
import { AnnotationMode, OPS, type PDFPageProxy } from './library.js'
import { TextWriter } from './text.js'
import { Walk } from './walk.js'

/** A page's operators and the fonts they set. */
export interface Operators {
  page: PDFPageProxy
  codes: number[]
  arguments: unknown[][]
  fonts: Map<string, Font>
}

/** Asks pdf.js for a page's operators; annotations are no part of the print. */
export async function operatorsOf(page: PDFPageProxy): Promise<Operators> {
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const fonts = await fontsOf(page, fontNames(list.fnArray, list.argsArray))
  page.cleanup()
  return { page, codes: list.fnArray, arguments: list.argsArray, fonts }
}

/** Follows the operators of a page. */
export function pageFrom({ page, codes, arguments: args, fonts }: Operators): Page {
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  const { width, height, view } = viewOf({ x0, y0, x1, y1 }, Math.round(page.rotate / 90))
  const text = new TextWriter(fonts, { x0: 0, y0: 0, x1: width, y1: height }, page.pageNumber)
  const walk = new Walk(view, text)
  for (const [i, code] of codes.entries()) walk.follow(code, args[i] ?? [])
  return pageOf({
    number: page.pageNumber,
    width,
    height,
    read: { ...text.read, visible: withoutRedrawn(text.read.visible) },
    rulings: mergeRulings(walk.pieces),
    pictures: walk.pictures,
  })
}

/** The fonts that operators set, directly or within a graphics state. */
function* fontNames(codes: number[], args: unknown[][]): Generator<string> {
  for (const [i, code] of codes.entries()) {
    if (code === OPS.setFont) yield args[i]![0] as string
    if (code === OPS.setGState)
      for (const [key, value] of args[i]![0] as [string, unknown][])
        if (key === 'Font') yield (value as [string, number])[0]
  }
}
