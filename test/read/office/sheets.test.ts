import { type CellObject, utils, type WorkSheet, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { Page } from '../../../src/model/page.js'
import { readOffice } from '../../../src/read/office/index.js'
import { zip } from '../../ingest/make-zip.js'

const number = (v: number, z: string): CellObject => ({ t: 'n', v, z })

function book(
  sheets: Record<string, WorkSheet>,
  hidden: string[] = [],
  bookType: 'xlsx' | 'biff8' | 'xlml' = 'xlsx',
): Buffer {
  const made = utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(made, sheet, name)
  made.Workbook = { Sheets: made.SheetNames.map((name) => ({ name, Hidden: hidden.includes(name) ? 1 : 0 })) }
  return write(made, { type: 'buffer', bookType, cellStyles: true }) as Buffer
}

async function read(bytes: Uint8Array, kind: 'xlsx' | 'compound' = 'xlsx'): Promise<string[][]> {
  const result = await readOffice(kind, bytes, async () => [])
  if (!('pages' in result)) throw new Error(JSON.stringify(result))
  return result.pages.map(linesOf)
}

function linesOf(page: Page): string[] {
  const lines = new Map<number, string>()
  for (const g of page.glyphs) lines.set(g.y0, `${lines.get(g.y0) ?? ''}${g.text}`)
  return [...lines].sort(([a], [b]) => a - b).map(([, text]) => text)
}

describe('what a person sees of a workbook', () => {
  it.each([
    ['xlsx', 'xlsx'],
    ['biff8', 'compound'],
  ] as const)('is what its formats show (%s)', async (bookType, kind) => {
    const sheet = utils.aoa_to_sheet([
      ['收支总表'],
      ['项目', '金额'],
      ['甲', number(1234.5, '#,##0.00')],
      ['乙', number(0.1208, '0.00%')],
      ['丙', number(46054, 'yyyy"年"m"月"d"日"')],
      ['丁', number(0, '#,##0.00;-#,##0.00;')],
      ['戊', number(-1234.5, '#,##0.00_);(#,##0.00)')],
      ['己', number(2130101, '0')],
      ['庚', number(46054, 'm/d/yy')],
      ['辛', number(0.1 + 0.2, 'General')],
    ])
    expect(await read(book({ Sheet1: sheet }, [], bookType), kind)).toEqual([
      [
        '收支总表',
        '项目金额',
        '甲1,234.50',
        '乙12.08%',
        '丙2026年2月1日',
        '丁',
        '戊(1,234.50)',
        '己2130101',
        '庚2026/2/1',
        '辛0.3',
      ],
    ])
  })

  it.each([
    ['xlsx', 'xlsx'],
    ['biff8', 'compound'],
  ] as const)('is without hidden sheets, rows and columns (%s)', async (bookType, kind) => {
    const seen = utils.aoa_to_sheet([
      ['甲表'],
      ['项目', '藏', '金额'],
      ['甲', '9', '1.00'],
      // The library that makes this workbook writes no hidden rows of the old format.
      ...(bookType === 'xlsx' ? [['不见', '9', '7.00']] : []),
      ['乙', '9', '2.00'],
    ])
    if (bookType === 'xlsx') seen['!rows'] = [{}, {}, {}, { hidden: true }]
    seen['!cols'] = [{}, { hidden: true }]
    const other = utils.aoa_to_sheet([['乙表'], ['项目', '金额'], ['丙', '3.00']])
    const bytes = book({ 甲: seen, 草稿: other, 乙: other }, ['草稿'], bookType)
    expect(await read(bytes, kind)).toEqual([
      ['甲表', '项目金额', '甲1.00', '乙2.00'],
      ['乙表', '项目金额', '丙3.00'],
    ])
  })

  it('is the same in a workbook that is one XML file', async () => {
    const sheet = utils.aoa_to_sheet([['收支总表'], ['项目', '金额'], ['甲', number(1234.5, '#,##0.00')]])
    expect(await read(book({ Sheet1: sheet }, [], 'xlml'))).toEqual([['收支总表', '项目金额', '甲1,234.50']])
  })

  it('has titles, owner and unit above the grid, notes below it, and what follows behind a blank row', async () => {
    const sheet = utils.aoa_to_sheet([
      ['附表1'],
      ['某局部门收支总表'],
      ['编制单位：某局', null, '单位：万元'],
      ['收入', null, '支出'],
      ['项目', '金额', '金额'],
      ['合计', '1.00', '1.00'],
      ['注：含结转。'],
      [],
      ['三公经费表'],
      ['项目', '金额'],
      ['合计', '2.00'],
    ])
    sheet['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 1, c: 2 } },
      { s: { r: 3, c: 0 }, e: { r: 3, c: 1 } },
    ]
    const result = await readOffice('xlsx', book({ Sheet1: sheet }), async () => [])
    if (!('pages' in result)) throw new Error('unread')
    const [page] = result.pages as [Page]
    expect(linesOf(page)).toEqual([
      '附表1',
      '某局部门收支总表',
      '编制单位：某局',
      '单位：万元',
      '收入支出',
      '项目金额金额',
      '合计1.001.00',
      '注：含结转。',
      '三公经费表',
      '项目金额',
      '合计2.00',
    ])
    // Three rows have four borders, two rows three: nothing else is ruled.
    const levels = new Set(page.rulings.filter((r) => r.direction === 'horizontal').map((r) => r.at))
    expect(levels.size).toBe(7)
  })

  it('takes the name of a sheet for the title that it does not print', async () => {
    const bare = utils.aoa_to_sheet([
      ['项目', '金额'],
      ['合计', '1.00'],
    ])
    expect(await read(book({ 部门收支总表: bare, Sheet2: bare }))).toEqual([
      ['部门收支总表', '项目金额', '合计1.00'],
      ['项目金额', '合计1.00'],
    ])
  })

  it('ignores what a merge covers, and takes cells together that go over hidden columns', async () => {
    const sheet = utils.aoa_to_sheet([
      ['项目', '金额', '旧', '备注'],
      ['合计', '1.00', '9.99', ''],
      ['其中', '0.50', '', '无'],
    ])
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 2 } }]
    sheet['!cols'] = [{}, { hidden: true }]
    expect(await read(book({ Sheet1: sheet }))).toEqual([['项目旧备注', '合计1.00', '其中无']])
  })
})

describe('workbooks that are none', () => {
  const types = { name: '[Content_Types].xml', content: '<Types/>' }
  it.each<[string, string, 'xlsx' | 'compound', Uint8Array]>([
    ['without a workbook', 'broken-office', 'xlsx', zip([types, { name: 'xl/styles.xml', content: '<a/>' }])],
    [
      'cut',
      'broken-office',
      'compound',
      book({ a: utils.aoa_to_sheet([['甲']]) }, [], 'biff8').subarray(0, 700),
    ],
    ['blank', 'empty-office', 'xlsx', book({ a: utils.aoa_to_sheet([[]]) })],
  ])('%s: %s', async (_, fault, kind, bytes) => {
    expect(await readOffice(kind, bytes, async () => [])).toEqual({ fault })
  })
})
