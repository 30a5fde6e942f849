import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'
import { findInkLines } from '../../../src/read/ocr/ink-lines.js'
import type { Gray } from '../../../src/read/ocr/picture.js'
import { readingOf } from '../../../src/read/ocr/tesseract/characters.js'
import { loadTesseract } from '../../../src/read/ocr/tesseract/engine.js'
import { asFigure, isFigure, isMostlyDigits, settled } from '../../../src/read/ocr/tesseract/figure.js'
import { symbolsOf } from '../../../src/read/ocr/tesseract/hocr.js'
import { withSeparators } from '../../../src/read/ocr/tesseract/separators.js'
import { type Drawn, drawn } from './draw-text.js'

const textOf = (characters: readonly ReadCharacter[]) => characters.map((c) => c.text).join('')

const FIGURES = ['21,601,733.00', '4,545,000.00', '1,238.58', '69.10', '-0.05', '160.75', '2080505', '0.09']
const NAMES = ['一般公共服务支出', '机关事业单位基本养老保险缴费支出', '财政拨款收入', '合计']

describe('Tesseract', () => {
  let engine: Awaited<ReturnType<typeof loadTesseract>>
  let sheet: Gray
  let lines: ReadCharacter[][]

  beforeAll(async () => {
    engine = await loadTesseract()
    const cells = [
      ...FIGURES.map((text, i): Drawn => [text, 300, 100 + i * 24]),
      ...NAMES.map((text, i): Drawn => [text, 60, 100 + i * 24]),
    ]
    sheet = await drawn(cells)
    const boxes = findInkLines(sheet)
    lines = await engine.readText(sheet, boxes)
  })
  afterAll(() => engine.close())

  it('reads every figure and every name of a clean table', () => {
    expect(lines.map(textOf).sort()).toEqual([...FIGURES, ...NAMES].sort())
  })

  it('puts characters side by side into their places', () => {
    const figure = lines.find((l) => textOf(l) === '21,601,733.00')!
    for (const [i, c] of figure.entries()) {
      expect(c.x1).toBeGreaterThan(c.x0)
      if (i > 0) expect(c.x0).toBeGreaterThanOrEqual(figure[i - 1]!.x1)
    }
    // Digits of 10.5 points are 5.5 wide: the seventh begins after 36 points.
    expect((figure[7]!.x0 * 72) / 200).toBeGreaterThan(330)
    expect((figure[7]!.x0 * 72) / 200).toBeLessThan(340)
  })

  it('is sure of clean print, and much less so upside down', async () => {
    const mean = (all: ReadCharacter[][]) =>
      all.flat().reduce((sum, c) => sum + c.confidence, 0) / all.flat().length
    expect(mean(lines)).toBeGreaterThan(0.85)
    const turned = { ...sheet, data: sheet.data.slice().reverse() }
    const boxes = findInkLines(turned).filter((b) => b.x0 > sheet.width / 2)
    expect(mean(await engine.readText(turned, boxes))).toBeLessThan(0.7)
  })

  it('names rivals, never the character itself, at most three', () => {
    const all = lines.flat()
    expect(all.some((c) => c.alternatives.length > 0)).toBe(true)
    for (const c of all) {
      expect(c.alternatives.length).toBeLessThanOrEqual(3)
      expect(c.alternatives.map((a) => a.text)).not.toContain(c.text)
      expect([...c.text]).toHaveLength(1)
      expect(c.text.trim()).not.toBe('')
    }
  })

  it('gives nothing where nothing stands', async () => {
    expect(await engine.readText(sheet, [{ x0: 900, y0: 1800, x1: 1100, y1: 1830 }])).toEqual([[]])
    expect(await engine.readText(sheet, [{ x0: 900, y0: 1800, x1: 900, y1: 1800 }])).toEqual([[]])
  })

  it('keeps no process alive', () => {
    const engine = new URL('../../../src/read/ocr/tesseract/engine.ts', import.meta.url).href
    const script = join(mkdtempSync(join(tmpdir(), 'tesseract ')), 'once.mts')
    writeFileSync(
      script,
      `const { loadTesseract } = await import(${JSON.stringify(engine)})
      const engine = await loadTesseract()
      const data = new Uint8Array(10000).fill(255)
      data.fill(0, 2000, 2080)
      await engine.readText({ width: 100, height: 100, channels: 1, data }, [{ x0: 10, y0: 10, x1: 90, y1: 40 }])
      console.log('read')`,
    )
    const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], {
      encoding: 'utf8',
      timeout: 25_000,
    })
    expect(stdout.trim()).toBe('read')
    expect(status).toBe(0)
  })
})

describe('hOCR', () => {
  const hocr = `<span class='ocrx_cinfo' title='x_bboxes 8 16 42 74; x_conf 99.04'>&lt;</span>
    <span class='ocrx_cinfo' id='lstm_choices_1_1_1'>
     <span class='ocrx_cinfo' id='choice_1_1_1' title='x_confs 86.5'>&lt;</span>
     <span class='ocrx_cinfo' id='choice_1_1_2' title='x_confs 58'>K</span>
    </span>
    <span class='ocrx_cinfo' title='x_bboxes 57 18 75 73; x_conf 98.5'> </span>`

  it('gives symbols with their choices, without white space', () => {
    expect(symbolsOf(hocr)).toEqual([
      {
        text: '<',
        x0: 8,
        x1: 42,
        sureness: 99.04,
        choices: [
          { text: '<', score: 86.5 },
          { text: 'K', score: 58 },
        ],
      },
    ])
  })

  it('a near rival makes a character doubtful', () => {
    const [c] = readingOf(symbolsOf(hocr))
    expect(c!.confidence).toBeCloseTo(0.81, 1)
    expect(c!.alternatives).toEqual([{ text: 'K', confidence: expect.closeTo(0.19, 1) }])
  })
})

const read = (text: string) => [...text].map((t) => ({ text: t, confidence: 0.9, alternatives: [] }))

describe('figures', () => {
  it.each(['1,234.50', '1.234.50', '0.09', '-12', '12.5%', '2080505'])('%s is one', (text) => {
    expect(isFigure(read(text))).toBe(true)
    expect(isMostlyDigits(read(text))).toBe(true)
  })

  it.each(['4545,000.00', '1,2345', '12.34.56', 'O1', '支出'])('%s is none', (text) => {
    expect(isFigure(read(text))).toBe(false)
  })

  it('two readings that differ leave doubt, and name each other', () => {
    const [, six] = settled(read('06.1'), read('00.1'))
    expect(six).toEqual({ text: '6', confidence: 0.5, alternatives: [{ text: '0', confidence: 0.5 }] })
    expect(settled(read('1.5'), read('1.5'))).toEqual(read('1.5'))
    expect(settled(read('11.5'), read('1.5')).every((c) => c.confidence === 0.5)).toBe(true)
  })

  it('a stroke between digits was a comma', () => {
    const text = (t: string) =>
      asFigure(read(t))
        .map((c) => c.text)
        .join('')
    expect(text('4丨545,000.00')).toBe('4,545,000.00')
    expect(text('-12.5%')).toBe('-12.5%')
    expect(text('支出4')).toBe('支出4')
  })

  it('a lost comma is taken from the ink', async () => {
    const sheet = await drawn([['4,545,000.00', 60, 100]])
    const box = { x0: 0, y0: 0, x1: 0, y1: 0 }
    const { findInkLines } = await import('../../../src/read/ocr/ink-lines.js')
    Object.assign(box, findInkLines(sheet)[0])
    const text = (t: string) =>
      withSeparators(read(t), sheet, box)
        .map((c) => c.text)
        .join('')
    expect(text('4545,000.00')).toBe('4,545,000.00')
    expect(text('4,545000.00')).toBe('4,545,000.00')
    // Another number of digits than the ink has is another figure.
    expect(text('45450,00.00')).toBe('45450,00.00')
    expect(text('545,000.000')).toBe('545,000.000')
  })
})
