import { describe, expect, it } from 'vitest'
import { loadOcr } from '../../../src/read/ocr/choice.js'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'
import { findInkLines } from '../../../src/read/ocr/ink-lines.js'
import { drawn } from './draw-text.js'

const textOf = (lines: readonly ReadCharacter[][]) => lines.map((line) => line.map((c) => c.text).join(''))

describe('PP-OCR', () => {
  it('reads two pages side by side as it reads them one after the other', async () => {
    const engine = await loadOcr('ppocr')
    // Two lines of equal width on each: the second is read in the memory of the first.
    const pages = [
      await drawn([
        ['1,234.56', 100, 100],
        ['7,890.12', 100, 140],
      ]),
      await drawn([
        ['9,876.54', 100, 100],
        ['3,210.98', 100, 140],
      ]),
    ]
    const read = (page: (typeof pages)[number]) => engine.readText(page, findInkLines(page))
    const apart = [await read(pages[0]!), await read(pages[1]!)]
    expect(apart.flatMap(textOf).sort()).toEqual(['1,234.56', '3,210.98', '7,890.12', '9,876.54'])
    expect(await Promise.all(pages.map(read))).toEqual(apart)
  }, 60_000)
})
