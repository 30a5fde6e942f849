import { existsSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { Gray, Picture, Sheet } from '../../../src/read/ocr/picture.js'
import { prepareSheet, upsideDown } from '../../../src/read/ocr/pixels/index.js'
import {
  blankPage,
  darkest,
  drawCharacter,
  drawParagraph,
  drawText,
  fill,
  inColour,
  inkShare,
  stampRed,
} from './draw.js'

const DPI = 200
const count = (sheet: Sheet, direction: string) =>
  sheet.rulings.filter((r) => r.direction === direction).length
const rulingsOf = (sheet: Sheet) => [count(sheet, 'horizontal'), count(sheet, 'vertical')]
const near = (sheet: Sheet, direction: string, at: number) =>
  sheet.rulings.filter((r) => r.direction === direction && Math.abs(r.at - at) < 3)

/** A table of rows 60 pixels high and columns 200 wide, from (100, 100), with text in each cell. */
function drawTable(page: Gray, rows: number, columns: number, thickness: number, grey = 0): void {
  for (let r = 0; r <= rows; r++)
    fill(page, 100, 100 + r * 60, 100 + columns * 200 + thickness, 100 + r * 60 + thickness, grey)
  for (let c = 0; c <= columns; c++)
    fill(page, 100 + c * 200, 100, 100 + c * 200 + thickness, 100 + rows * 60, grey)
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) drawText(page, 130 + c * 200, 118 + r * 60, 26, 4)
}

describe('ruling lines', () => {
  it('are found one grey pixel thin, with their place and ends, and are no ink any more', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 8, 4, 1, 130)
    const sheet = prepareSheet(page, 150)
    expect(rulingsOf(sheet)).toEqual([9, 5])
    const [line] = near(sheet, 'horizontal', 160.5)
    expect(Math.abs(line!.from - 100)).toBeLessThan(4)
    expect(Math.abs(line!.to - 901)).toBeLessThan(4)
    expect(darkest(sheet.ink, 90, 155, 910, 166)).toBe(255)
    expect(sheet.skew).toBe(0)
    expect(sheet.turned).toBe(0)
  })

  it('are found in light grey, in one piece where they are darker in places', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 8, 4, 2, 195)
    for (let c = 0; c <= 4; c++) fill(page, 100 + c * 200, 300, 102 + c * 200, 520, 150)
    const sheet = prepareSheet(page, 150)
    expect(rulingsOf(sheet)).toEqual([9, 5])
    for (const r of sheet.rulings.filter((r) => r.direction === 'vertical')) {
      expect(r.from).toBeLessThan(104)
      expect(r.to).toBeGreaterThan(576)
    }
    expect(darkest(sheet.ink, 96, 96, 106, 584)).toBe(255)
  })

  it('are whole in light grey, though darker parts of them fall short', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 8, 4, 2, 195)
    for (let c = 0; c <= 4; c++) {
      fill(page, 100 + c * 200, 100, 102 + c * 200, 138, 150)
      fill(page, 100 + c * 200, 150, 102 + c * 200, 580, 150)
    }
    const verticals = prepareSheet(page, 150).rulings.filter((r) => r.direction === 'vertical')
    expect(verticals).toHaveLength(5)
    for (const r of verticals) expect(r.from).toBeLessThan(104)
  })

  it('are not the foot of a line of text that goes nearly from one to the next', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 8, 4, 2)
    fill(page, 306, 226, 498, 270, 255)
    fill(page, 306, 250, 488, 254)
    for (let x = 310; x < 488; x += 30) fill(page, x, 230, x + 4, 250)
    expect(near(prepareSheet(page, DPI), 'horizontal', 252)).toEqual([])
  })

  it('are not strokes as tall as the low row they stand in', () => {
    const page = blankPage(1100, 900)
    for (let r = 0; r <= 20; r++) fill(page, 100, 100 + r * 30, 900, 102 + r * 30)
    for (let c = 0; c <= 4; c++) fill(page, 100 + c * 200, 100, 102 + c * 200, 702)
    fill(page, 180, 163, 183, 189)
    const sheet = prepareSheet(page, DPI)
    expect(rulingsOf(sheet)).toEqual([21, 5])
    expect(inkShare(sheet.ink, 180, 166, 183, 186)).toBe(1)
  })

  /** One row of so many pixels (30 are 11 pt) on a page, between lines that are joined at the ends given. */
  const lowRow = (joined: { left: boolean; right: boolean } = { left: true, right: true }, height = 30) => {
    const page = blankPage(1100, 900)
    for (const y of [100, 100 + height]) fill(page, 100, y, 902, y + 2)
    if (joined.left) fill(page, 100, 100, 102, 102 + height)
    if (joined.right) fill(page, 900, 100, 902, 102 + height)
    return page
  }

  it('are those of a low row that stands alone on its page', () => {
    const page = lowRow()
    for (let c = 1; c < 4; c++) fill(page, 100 + c * 200, 100, 102 + c * 200, 132)
    drawText(page, 130, 106, 18, 4)
    const sheet = prepareSheet(page, DPI)
    expect(rulingsOf(sheet)).toEqual([2, 5])
    for (let c = 0; c <= 4; c++) expect(near(sheet, 'vertical', 101 + c * 200)).toHaveLength(1)
  })

  it.each([
    ['at neither end', { left: false, right: false }],
    ['at one end only', { left: true, right: false }],
  ])('are not strokes between two lines that are joined %s', (_, joined) => {
    const page = lowRow(joined)
    for (const x of [300, 500]) fill(page, x, 100, x + 2, 132)
    expect(rulingsOf(prepareSheet(page, DPI))).toEqual([2, 0])
  })

  it('are not a tall stroke in a low row that does not go from line to line', () => {
    const page = lowRow()
    fill(page, 500, 100, 502, 132)
    // One from the upper line, one to the lower, one that touches neither.
    fill(page, 300, 102, 303, 124)
    fill(page, 600, 108, 603, 130)
    fill(page, 700, 107, 703, 126)
    const sheet = prepareSheet(page, DPI)
    expect(rulingsOf(sheet)).toEqual([2, 3])
    expect([300, 600, 700].flatMap((x) => near(sheet, 'vertical', x + 1.5))).toEqual([])
    // Nor one that goes nearly so far in a row that is a little higher.
    const higher = lowRow(undefined, 64)
    fill(higher, 300, 100, 302, 154)
    expect(rulingsOf(prepareSheet(higher, DPI))).toEqual([2, 2])
  })

  it('end where they meet the last other line, not in the text behind it', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 4, 2, 3)
    // Over the first row a head spans both columns; a stroke of its text stands on the line between them.
    fill(page, 90, 20, 520, 23)
    fill(page, 90, 20, 93, 103)
    fill(page, 503, 20, 506, 103)
    fill(page, 270, 40, 330, 44)
    fill(page, 300, 62, 303, 96)
    const [between] = near(prepareSheet(page, DPI), 'vertical', 301.5)
    expect(between?.from).toBeGreaterThan(95)
    expect(between?.to).toBeGreaterThan(335)
  })

  it('are joined where they are broken, dashed or bent, and one where they are double', () => {
    const page = blankPage(1600, 1000)
    drawParagraph(page, { x0: 200, y0: 600, x1: 1400, y1: 950 }, 30)
    // Broken twice by a few points.
    for (const [x0, x1] of [
      [100, 600],
      [608, 1100],
      [1120, 1500],
    ] as const)
      fill(page, x0, 100, x1, 103)
    for (let x = 100; x < 1500; x += 20) fill(page, x, 200, x + 13, 202)
    for (let x = 100; x < 1500; x++) {
      const y = 300 + Math.round(6 * Math.sin((Math.PI * (x - 100)) / 1400))
      fill(page, x, y, x + 1, y + 2)
    }
    fill(page, 100, 400, 1500, 402)
    fill(page, 100, 405, 1500, 407)
    const sheet = prepareSheet(page, DPI)
    const lines = sheet.rulings.map((r) => [Math.round(r.at / 100), r.direction])
    expect(lines).toEqual([1, 2, 3, 4].map((k) => [k, 'horizontal']))
    for (const r of sheet.rulings) {
      expect(r.from).toBeLessThan(106)
      expect(r.to).toBeGreaterThan(1485)
    }
    expect(sheet.rulings[3]!.thickness).toBeGreaterThan(5)
    expect(darkest(sheet.ink, 90, 90, 1510, 420)).toBe(255)
  })

  it('are not the strokes of characters, however large', () => {
    const page = blankPage(1600, 1200)
    drawParagraph(page, { x0: 200, y0: 500, x1: 1400, y1: 1100 }, 30)
    for (let k = 0; k < 6; k++) drawCharacter(page, 150 + k * 220, 100, 160)
    // A line of 一 and one of |, touching nothing.
    for (let k = 0; k < 12; k++) fill(page, 200 + k * 34, 330, 228 + k * 34, 333)
    for (let k = 0; k < 12; k++) fill(page, 800 + k * 34, 310, 803 + k * 34, 338)
    expect(prepareSheet(page, DPI).rulings).toEqual([])
  })

  it('leave what touches and what crosses them', () => {
    const page = blankPage(1600, 900)
    drawTable(page, 6, 6, 3)
    // A stroke through the second line, one standing on it and one hanging from it; all 4 pixels broad.
    fill(page, 340, 145, 344, 180)
    fill(page, 360, 136, 364, 161)
    fill(page, 380, 162, 384, 190)
    const sheet = prepareSheet(page, DPI)
    expect(rulingsOf(sheet)).toEqual([7, 7])
    expect(inkShare(sheet.ink, 340, 145, 344, 180)).toBe(1)
    expect(inkShare(sheet.ink, 360, 136, 364, 159)).toBe(1)
    expect(inkShare(sheet.ink, 380, 164, 384, 190)).toBe(1)
    // Beside them the line is gone.
    expect(darkest(sheet.ink, 346, 155, 358, 168)).toBe(255)
  })
})

describe('a digit that touches the ruling of its cell', () => {
  it('keeps its edge, though the ruling has broad rims', () => {
    const page = blankPage(1100, 900)
    drawTable(page, 8, 4, 1, 182)
    for (let c = 0; c <= 4; c++)
      for (const x of [99 + c * 200, 101 + c * 200]) fill(page, x, 100, x + 1, 580, 205)
    fill(page, 296, 112, 300, 148)
    const sheet = prepareSheet(page, 150)
    expect(inkShare(sheet.ink, 296, 114, 300, 146)).toBe(1)
    expect(darkest(sheet.ink, 296, 170, 306, 210)).toBe(255)
  })
})

describe('light', () => {
  it('is made even: a gutter, a fold, a slope and faint ink from behind vanish', () => {
    const page = blankPage(1654, 1200)
    drawParagraph(page, { x0: 150, y0: 100, x1: 1500, y1: 1100 }, 30)
    // Ink of the other side, as bright as nine tenths of the paper.
    for (let i = 0; i < page.data.length; i++) if (page.data[i] === 255 && i % 37 < 6) page.data[i] = 232
    for (let y = 0; y < page.height; y++)
      for (let x = 0; x < page.width; x++) {
        const gutter = 1 - 0.6 * Math.exp(-((x / 120) ** 2))
        const fold = 1 - 0.4 * Math.exp(-(((x - 900) / 40) ** 2))
        page.data[y * page.width + x]! *= gutter * fold * (1 - y / 4000)
      }
    const sheet = prepareSheet(page, DPI)
    for (const [x0, x1] of [
      [10, 140],
      [1520, 1640],
    ] as const)
      expect(darkest(sheet.ink, x0, 10, x1, 1190)).toBeGreaterThan(240)
    // On the fold, what is printed behind is still seen, hardly.
    expect(darkest(sheet.ink, 700, 1120, 1100, 1190)).toBeGreaterThan(225)
    // Characters on the fold stay dark.
    expect(inkShare(sheet.ink, 880, 100, 920, 1100)).toBeGreaterThan(0.1)
  })
})

describe('red ink', () => {
  it('of a seal goes, the text under it stays; of a letterhead it becomes dark', () => {
    const page = blankPage(1654, 1400)
    drawParagraph(page, { x0: 150, y0: 700, x1: 1500, y1: 1300 }, 30)
    const picture = inColour(page)
    for (let y = -165; y < 165; y++)
      for (let x = -165; x < 165; x++) {
        const r = Math.hypot(x, y)
        if ((r > 150 && r < 162) || r < 40) stampRed(picture, 1000 + x, 1000 + y)
      }
    const heading = blankPage(1654, 1400)
    for (let k = 0; k < 6; k++) drawCharacter(heading, 250 + k * 200, 200, 120)
    for (let i = 0; i < heading.data.length; i++)
      if (heading.data[i] === 0) stampRed(picture, i % 1654, Math.floor(i / 1654))
    const sheet = prepareSheet(picture, DPI)
    expect(sheet.seals).toHaveLength(1)
    const [seal] = sheet.seals
    for (const [edge, at] of [
      [seal!.x0, 838],
      [seal!.x1, 1162],
      [seal!.y0, 838],
      [seal!.y1, 1162],
    ] as const)
      expect(Math.abs(edge - at)).toBeLessThan(16)
    const plain = prepareSheet(page, DPI)
    let different = 0
    for (let y = 690; y < 1400; y++)
      for (let x = 0; x < 1654; x++)
        if (sheet.ink.data[y * 1654 + x]! < 128 !== plain.ink.data[y * 1654 + x]! < 128) different++
    expect(different).toBe(0)
    expect(inkShare(sheet.ink, 250, 218, 262, 296)).toBe(1)
  })
})

describe('a long stamp', () => {
  /** 160 by 60 points: longer than seals are. */
  const STAMP = { x0: 600, y0: 800, x1: 1044, y1: 967 }
  /** Red characters in a row, with a frame around them or none. */
  function stamped(page: Gray, framed: boolean) {
    const picture = inColour(page)
    const { x0, y0, x1, y1 } = STAMP
    for (let y = y0; y < y1; y++)
      for (let x = x0; x < x1; x++) {
        const edge = Math.min(x - x0, y - y0, x1 - 1 - x, y1 - 1 - y)
        const inType = (x - x0) % 110 < 80 && (y - y0) % 24 < 10
        if ((framed && edge < 6) || (inType && edge > 20)) stampRed(picture, x, y)
      }
    return picture
  }

  it('goes where a frame closes it, a red line of text stays', () => {
    const page = blankPage(1654, 1400)
    drawParagraph(page, { x0: 150, y0: 700, x1: 1500, y1: 1300 }, 30)
    const sheet = prepareSheet(stamped(page, true), DPI)
    expect(sheet.seals).toHaveLength(1)
    const plain = prepareSheet(page, DPI)
    let different = 0
    for (let i = 700 * 1654; i < 1300 * 1654; i++)
      if (sheet.ink.data[i]! < 128 !== plain.ink.data[i]! < 128) different++
    expect(different).toBe(0)
    expect(prepareSheet(stamped(page, false), DPI).seals).toEqual([])
  })
})

describe('black and white alone', () => {
  it('is noticed, specks go, decimal points and commas stay', () => {
    const page = blankPage(1654, 1200)
    drawParagraph(page, { x0: 150, y0: 300, x1: 1500, y1: 1100 }, 28)
    const points: [number, number][] = []
    for (let k = 0; k < 20; k++) {
      drawText(page, 150 + k * 70, 120, 26, 1)
      points.push([182 + k * 70, 142])
    }
    for (const [x, y] of points) fill(page, x, y, x + 3, y + 3)
    const specks: [number, number][] = []
    for (let k = 0; k < 40; k++) specks.push([30 + k * 40, 20 + ((k * 7) % 40)])
    for (const [x, y] of specks) fill(page, x, y, x + 2, y + 2)
    const sheet = prepareSheet(page, DPI)
    expect(sheet.bilevel).toBe(true)
    expect(specks.filter(([x, y]) => darkest(sheet.ink, x - 1, y - 1, x + 3, y + 3) < 255)).toEqual([])
    expect(points.filter(([x, y]) => darkest(sheet.ink, x, y, x + 3, y + 3) > 64)).toEqual([])
  })

  it('is not what a grey page is, nor an empty one', () => {
    const page = blankPage(800, 800)
    expect(prepareSheet(page, DPI)).toMatchObject({
      bilevel: false,
      rulings: [],
      seals: [],
      turned: 0,
      skew: 0,
    })
  })
})

describe('upside down', () => {
  it('turns ink, rulings and seals, and twice gives the same sheet', () => {
    const page = blankPage(1654, 900)
    drawTable(page, 6, 6, 3)
    const sheet = { ...prepareSheet(page, DPI), seals: [{ x0: 10, y0: 20, x1: 110, y1: 140 }] }
    const turned = upsideDown(sheet)
    expect(turned.turned).toBe(180)
    expect(turned.seals).toEqual([{ x0: 1544, y0: 760, x1: 1644, y1: 880 }])
    expect(turned.rulings[0]!.at).toBeCloseTo(900 - sheet.rulings[0]!.at)
    const { ink, ...rest } = upsideDown(turned)
    expect(rest).toMatchObject({ seals: sheet.seals, rulings: sheet.rulings, turned: 0 })
    expect(Buffer.compare(ink.data, sheet.ink.data)).toBe(0)
    expect(turned.ink.data.at(-1 - 105 * 1654 - 130)).toBe(sheet.ink.data[105 * 1654 + 130])
    // The same as turning the picture first, but for the middle of a pixel.
    const first = prepareSheet({ ...page, data: page.data.slice().reverse() }, DPI)
    for (const r of turned.rulings) expect(near(first, r.direction, r.at)).toHaveLength(1)
  })
})

const SCANS = new URL('../../../../shared/scans/', import.meta.url).pathname

describe.skipIf(!existsSync(SCANS))('degraded pages of real filings', () => {
  async function sheetOf(name: string, dpi = DPI): Promise<Sheet> {
    const { data, info } = await sharp(SCANS + name)
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true })
    const picture: Picture = {
      width: info.width,
      height: info.height,
      channels: 1,
      data: new Uint8Array(data),
    }
    return prepareSheet(picture, dpi)
  }

  const VARIANTS = [
    ['clean150.jpg', 0, 150],
    ['clean200.jpg', 0, DPI],
    ['skew200.jpg', 1.5, DPI],
    ['shadow200.jpg', 0, DPI],
    ['combo200.jpg', 1, DPI],
    ['fax200.png', 0.6, DPI],
  ] as const

  it.each([
    ['swj-p10', 18, 10, VARIANTS],
    ['czj-p15', 25, 8, VARIANTS.slice(3)],
  ])(
    '%s has the same rulings however it was scanned, and lies straight',
    async (page, horizontal, vertical, variants) => {
      const clean = await sheetOf(`pages/${page}__clean200.jpg`)
      const grid = (s: Sheet, direction: string) => {
        const places = s.rulings
          .filter((r) => r.direction === direction)
          .map((r) => r.at)
          .sort((a, b) => a - b)
        return places.map((at) => at - places[0]!)
      }
      for (const [variant, skew, dpi] of variants) {
        const sheet = variant === 'clean200.jpg' ? clean : await sheetOf(`pages/${page}__${variant}`, dpi)
        expect([variant, ...rulingsOf(sheet)]).toEqual([variant, horizontal, vertical])
        expect(Math.abs(Math.abs(sheet.skew) - skew), variant).toBeLessThan(0.15)
        expect(sheet.turned).toBe(0)
        expect(sheet.bilevel).toBe(variant.startsWith('fax'))
        // Each line where it is on the clean page, but for a point.
        for (const direction of ['horizontal', 'vertical'])
          grid(sheet, direction).forEach((at, i) => {
            expect(Math.abs((at * DPI) / dpi - grid(clean, direction)[i]!), `${variant} ${i}`).toBeLessThan(
              DPI / 72,
            )
          })
      }
    },
  )

  it.each(['czj-p22__fax200', 'swj-p10__clean200'])(
    '%s is found lying on its side, and only then',
    async (page) => {
      for (const [degrees, turned] of [
        [0, 0],
        [90, 90],
        [270, 90],
      ] as const) {
        const sheet = await sheetOf(`rotated/${page}__r${degrees}.jpg`)
        expect([degrees, sheet.turned]).toEqual([degrees, turned])
      }
    },
  )
})
