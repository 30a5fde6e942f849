import { read, utils } from '@e965/xlsx'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Sheet } from '../../src/lists/sheet.js'
import { workbook } from '../../src/lists/workbook.js'

const HOSTILE = [
  '=HYPERLINK("http://x","y")',
  '+1+1',
  '<script>alert(1)</script>&amp;]]>',
  '\u202e倒\u0000\u001b[2J\ud800',
  '_x000D__x0041_',
  '长'.repeat(40_000),
]

const sheet = (rows: Sheet['rows']): Sheet => ({
  name: '问题',
  title: '=局',
  columns: [
    { head: '内容', width: 20 },
    { head: '差额', width: 10 },
  ],
  rows,
})

describe('a workbook', () => {
  it('holds text as text, whatever it says', async () => {
    const bytes = await workbook([sheet(HOSTILE.map((text) => [text, '']))])
    const cells = Object.values(read(bytes, { cellFormula: true }).Sheets.问题 as object) as {
      t?: string
      f?: string
    }[]
    expect(cells.filter((c) => c.f !== undefined)).toEqual([])
    const texts = utils
      .sheet_to_json<string[]>(read(bytes).Sheets.问题!, { header: 1 })
      .slice(2)
      .map(([text]) => text)
    expect(texts.slice(0, 5)).toEqual([
      HOSTILE[0],
      HOSTILE[1],
      HOSTILE[2],
      '\\u202e倒\\x00\\x1b[2J\\ud800',
      '_x000D__x0041_',
    ])
    expect(texts[5]?.length).toBeLessThan(32_767)
    expect(Object.keys(unzipSync(bytes)).filter((name) => /vba|macro|external/i.test(name))).toEqual([])
  })

  it('holds amounts as numbers, and as text what a number would round', async () => {
    const bytes = await workbook([
      sheet([
        ['a', { yuan: '-10555500.5' }],
        ['b', { yuan: '12345678901234567.89' }],
      ]),
    ])
    const { B3, B4 } = read(bytes).Sheets.问题 as Record<string, { t: string; v: unknown }>
    expect(B3).toMatchObject({ t: 'n', v: -10555500.5 })
    expect(B4).toMatchObject({ t: 's', v: '12345678901234567.89' })
  })

  it('has rows that are high enough for their text: no line begins with what closes, no number is broken', async () => {
    const height = async (text: string) => {
      const sheets = unzipSync(
        await workbook([{ ...sheet([[text]]), columns: [{ head: '内容', width: 12 }] }]),
      )
      const xml = Buffer.from(sheets['xl/worksheets/sheet1.xml'] ?? []).toString()
      return (Number(/<row r="3"[^>]* ht="([\d.]+)"/.exec(xml)?.[1]) - 4) / 13.5
    }
    // Ten half-width characters go on a line.
    expect(await height('一二三四五')).toBe(1)
    expect(await height('一二三四五六')).toBe(2)
    expect(await height('一二三四五，')).toBe(2)
    expect(await height('一二三 1,234,567')).toBe(2)
    expect(await height('“一二三四”')).toBe(2)
    expect(await height('ABCDEFGHIJKLMNOPQRSTU')).toBe(3)
    expect(await height('')).toBe(1)
  })

  it('has the same bytes whenever it is made, and repeats its head on every page', async () => {
    const once = await workbook([sheet([['a', 1]])])
    const parts = unzipSync(once)
    expect(Buffer.from(parts['xl/workbook.xml'] ?? []).toString()).toContain("'问题'!$1:$2")
    expect(Buffer.from(parts['xl/worksheets/sheet1.xml'] ?? []).toString()).toContain('fitToHeight="0"')
    await new Promise((done) => setTimeout(done, 2100))
    expect(Buffer.compare(once, await workbook([sheet([['a', 1]])]))).toBe(0)
  })
})
