import { cutAtRulings } from './cut.js'
import type { OcrEngine, ReadCharacter } from './engine.js'
import { tight } from './ink.js'
import { findInkLines } from './ink-lines.js'
import { withMinus } from './minus.js'
import type { PixelBox, Sheet } from './picture.js'

/** Pieces of text, each in one cell, tightly around its ink. */
export const textOf = (sheet: Sheet): PixelBox[] =>
  cutAtRulings(findInkLines(sheet.ink), sheet.rulings).flatMap((box) => tight(sheet.ink, box) ?? [])

/** The characters of a sheet's pieces of text. */
export async function readSheet(
  { ink }: Sheet,
  boxes: readonly PixelBox[],
  engine: OcrEngine,
): Promise<ReadCharacter[][]> {
  const lines = await engine.readText(ink, boxes)
  return lines.map((line, i) => withMinus(line, ink, boxes[i] as PixelBox))
}

/** How surely characters were read, 0..1; 0 where there is none. */
export function meanConfidence(lines: readonly ReadCharacter[][]): number {
  const all = lines.flat()
  return all.length === 0 ? 0 : all.reduce((sum, c) => sum + c.confidence, 0) / all.length
}
