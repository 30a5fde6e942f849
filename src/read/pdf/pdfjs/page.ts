import type { Page } from '../../../model/page.js'
import { withoutRedrawn } from '../characters.js'
import { viewOf } from '../page-space.js'
import { pageOf } from '../port.js'
import { mergeRulings } from '../rulings.js'
import { fontsOf } from './fonts.js'
import { AnnotationMode, OPS, type PDFPageProxy } from './library.js'
import { TextWriter } from './text.js'
import { Walk } from './walk.js'

/** Reads one page from the list of its operators. */
export async function readPage(page: PDFPageProxy): Promise<Page> {
  const [x0, y0, x1, y1] = page.view as [number, number, number, number]
  const { width, height, view } = viewOf({ x0, y0, x1, y1 }, Math.round(page.rotate / 90))
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const fonts = await fontsOf(page, fontNames(fnArray, argsArray))
  const text = new TextWriter(fonts, { x0: 0, y0: 0, x1: width, y1: height }, page.pageNumber)
  const walk = new Walk(view, text)
  for (let i = 0; i < fnArray.length; i++) walk.follow(fnArray[i]!, argsArray[i] ?? [])
  page.cleanup()
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
function* fontNames(fnArray: number[], argsArray: unknown[][]): Generator<string> {
  for (let i = 0; i < fnArray.length; i++) {
    if (fnArray[i] === OPS.setFont) yield argsArray[i]![0] as string
    if (fnArray[i] === OPS.setGState)
      for (const [key, value] of argsArray[i]![0] as [string, unknown][])
        if (key === 'Font') yield (value as [string, number])[0]
  }
}
