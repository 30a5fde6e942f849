import type { OcrEngine, ReadCharacter } from '../engine.js'
import { tight } from '../ink.js'
import type { Gray, PixelBox } from '../picture.js'
import { charactersOf, readingOf } from './characters.js'
import { asFigure, digitsIn, isFigure, isMostlyDigits, isSureFigure, settled } from './figure.js'
import { linePicture } from './line-picture.js'
import { withSeparators } from './separators.js'
import { TesseractWorker } from './worker.js'

/** What figures are printed with. */
const OF_FIGURES = '0123456789.,-%'

/**
 * Tesseract's network for simplified Chinese as WebAssembly, with lines found by us: its own finder fuses the cells
 * of tables. Where a figure is read, it is read once more as nothing but a figure.
 */
export async function loadTesseract(): Promise<OcrEngine & { close(): Promise<void> }> {
  const worker = await TesseractWorker.start()
  return {
    name: 'Tesseract 5 chi_sim',
    async readText(ink, boxes) {
      const usual = usualHeight(boxes)
      const lines: ReadCharacter[][] = []
      for (const box of boxes) lines.push(await readLine(worker, ink, box, usual))
      return lines
    },
    close: () => worker.close(),
  }
}

async function readLine(
  worker: TesseractWorker,
  ink: Gray,
  box: PixelBox,
  usual: number,
): Promise<ReadCharacter[]> {
  // On white paper Tesseract reads an o.
  if (!tight(ink, box)) return []
  const line = linePicture(ink, box, usual)
  const symbols = await worker.read(line.picture)
  const reading = readingOf(symbols)
  if (!isMostlyDigits(reading)) return charactersOf(reading, symbols, line, ink, box)
  if (isSureFigure(reading)) return charactersOf(withSeparators(reading, ink, box), symbols, line, ink, box)
  const figure = await worker.read(line.picture, OF_FIGURES)
  const again = readingOf(figure)
  const first = asFigure(reading)
  const [chosen, other, places] =
    isFigure(first) && !(isFigure(again) && digitsIn(again) >= digitsIn(first))
      ? [first, again, symbols]
      : [again, first, figure]
  const complete = withSeparators(settled(chosen, other), ink, box)
  return charactersOf(complete, places, line, ink, box)
}

/** Median height of boxes, pixels. */
function usualHeight(boxes: readonly PixelBox[]): number {
  const heights = boxes.map((b) => b.y1 - b.y0).sort((a, b) => a - b)
  return heights[heights.length >> 1] ?? 0
}
