import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { Faults } from '../../../samples/generator/faults.js'
import { finalExcerpt } from '../../../samples/generator/forms/final.js'
import { type DepartmentYear, department } from '../../../samples/generator/world.js'
import { scanPdf } from '../../../samples/scans/scan.js'
import { PLAIN } from '../../../samples/scans/treatment.js'
import { findSources } from '../../../src/ingest/index.js'
import type { Fact, Filing } from '../../../src/model/filing.js'
import { processFiling } from '../../../src/pipeline.js'
import { chosenOcr } from '../../../src/read/index.js'
import { loadOcr } from '../../../src/read/ocr/choice.js'
import type { OcrEngine } from '../../../src/read/ocr/engine.js'
import { readPicture } from '../../../src/read/ocr/page.js'
import { prepareSheet } from '../../../src/read/ocr/pixels/index.js'
import { readImages } from '../../../src/read/ocr/raster/image-files.js'
import type { RasterPage } from '../../../src/read/ocr/raster/page.js'
import { decimalsIn, decimalsOn } from '../../scans/decimals.js'
import { blankPage, drawCharacter } from './draw.js'

const SCANS = new URL('../../../../shared/scans/', import.meta.url).pathname
const LONG = 240_000
const folder = mkdtempSync(join(tmpdir(), 'scans-'))
afterAll(() => rmSync(folder, { recursive: true }))

const filingOf = async (path: string): Promise<Filing> => {
  const { sources } = await findSources([path])
  return processFiling(sources[0]!)
}

describe.skipIf(!existsSync(SCANS))('a page that lies on its side', () => {
  it.each(['swj-p10__clean200__r90', 'swj-p10__clean200__r270'])(
    '%s is read as if it stood upright',
    async (name) => {
      const engine = await loadOcr('ppocr')
      const truth = decimalsIn(readFileSync(`${SCANS}truth/swj-p10.layout.txt`, 'utf8'))
      await readImages(readFileSync(`${SCANS}rotated/${name}.jpg`), async (raster) => {
        const page = await readPicture(raster, engine)
        expect(page.width).toBeGreaterThan(page.height)
        expect(decimalsOn(page).sort()).toEqual(truth.sort())
      })
    },
    LONG,
  )
})

describe('a page whose pixels mistake which way its lines run', () => {
  it('is read the way up on which the recognizer is sure', async () => {
    const picture = blankPage(900, 700)
    // Columns of characters that stand closer below than beside each other.
    for (let c = 0; c < 12; c++)
      for (let r = 0; r < 12; r++) drawCharacter(picture, 60 + c * 66, 60 + r * 40, 30)
    const sure: OcrEngine = {
      name: 'sure of upright pages',
      readText: async (ink, boxes) =>
        boxes.map((b) => [
          { ...b, text: '款', confidence: ink.width > ink.height ? 0.9 : 0.5, alternatives: [] },
        ]),
    }
    const raster = { number: 1, width: 324, height: 252, dpi: 200, picture, redrawn: async () => undefined }
    expect(prepareSheet(picture, 200).turned).toBe(90)
    const page = await readPicture(raster, sure)
    expect(page.width).toBeGreaterThan(page.height)
    expect(page.glyphs.length).toBeGreaterThan(10)
    expect(page.glyphs.every((g) => g.confidence === 0.9)).toBe(true)
  })
})

describe('a page in tiny type', () => {
  const drawn = (dpi: number): RasterPage => {
    const scale = dpi / 200
    const picture = blankPage(900 * scale, 700 * scale)
    for (let r = 0; r < 12; r++)
      for (let c = 0; c < 24; c++)
        drawCharacter(picture, (60 + c * 16) * scale, (60 + r * 40) * scale, Math.round(12 * scale))
    return { number: 1, width: 324, height: 252, dpi, picture, redrawn: async (at) => drawn(at) }
  }

  it('is drawn again with more pixels, and its characters stand where they stood', async () => {
    const seen: number[] = []
    const engine: OcrEngine = {
      name: 'notes what it is shown',
      readText: async (ink, boxes) => {
        seen.push(ink.width)
        return boxes.map((b) => [{ ...b, text: '款', confidence: 0.9, alternatives: [] }])
      },
    }
    const page = await readPicture(drawn(200), engine)
    expect(seen).toEqual([1170])
    expect(page.width).toBeCloseTo(324)
    const left = Math.min(...page.glyphs.map((g) => g.x0))
    expect(Math.abs(left - (60 * 72) / 200)).toBeLessThan(1)
  })
})

describe('a filing put in upside down, with a red seal on every page', () => {
  const digital = join(folder, '决算.pdf')
  const keyOf = (f: Fact): string =>
    [
      f.concept,
      f.fund,
      f.function_code,
      f.economy_code,
      f.nature,
      f.entity,
      f.year,
      f.basis,
      f.measure,
      f.source,
    ].join('|')

  it(
    'is read right, or doubted where it is not',
    async () => {
      const [before, spent] = department(7, 2, [2023, 2024]) as [DepartmentYear, DepartmentYear]
      const paper = finalExcerpt({ spent, planned: spent, before }, new Faults('prose-total'))
      writeFileSync(digital, await paper.finish())
      const path = join(folder, '盖章.pdf')
      writeFileSync(path, await scanPdf(readFileSync(digital), { ...PLAIN, seal: true, turn: 180, jpeg: 60 }))
      const [printed, scanned] = [await filingOf(digital), await filingOf(path)]
      expect(scanned.pages.map((p) => p.method)).toEqual(printed.pages.map(() => 'ocr'))
      const values = new Map<string, string[]>()
      for (const f of printed.facts) values.set(keyOf(f), [...(values.get(keyOf(f)) ?? []), f.value])
      const wrong = scanned.facts.filter((f) => !values.get(keyOf(f))?.includes(f.value))
      expect(wrong.filter((f) => f.confidence >= 0.8 && f.status !== 'disputed')).toEqual([])
      const right = scanned.facts.length - wrong.length
      expect(right).toBeGreaterThan(0.9 * printed.facts.length)
      // The fault that was printed is still there.
      expect(scanned.findings.map((f) => f.check_id)).toEqual(
        expect.arrayContaining(printed.findings.filter((f) => f.severity === 'error').map((f) => f.check_id)),
      )
    },
    LONG,
  )
})

describe('who recognizes', () => {
  it('is PP-OCR where it runs, and whom one asks for elsewhere', async () => {
    expect(await chosenOcr('auto')).toBe('ppocr')
    expect(await chosenOcr('tesseract')).toBe('tesseract')
    expect(await chosenOcr('off')).toBe('off')
  })

  it('is nobody if one wants: a picture is then not read, and says why', async () => {
    const path = join(folder, '空白.png')
    writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    const { sources } = await findSources([path])
    expect(await processFiling(sources[0]!, { ocr: 'off' })).toMatchObject({
      status: 'unreadable',
      message: 'ocr-off',
    })
    expect(await processFiling(sources[0]!)).toMatchObject({ status: 'unreadable', message: 'broken-image' })
  })
})
