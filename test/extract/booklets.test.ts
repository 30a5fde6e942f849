import { describe, expect, it } from 'vitest'
import { onPagesOfFile, pagesOfFile } from '../../src/extract/booklets.js'
import { extractFiling } from '../../src/extract/index.js'
import { layOut } from '../../src/layout/index.js'
import type { PageSummary } from '../../src/model/document.js'
import type { Extracted } from '../../src/model/filing.js'
import { PageDrawing } from '../layout/make-page.js'

const summary = (number: number, over: Partial<PageSummary> = {}): PageSummary => ({
  number,
  width: 595,
  height: 842,
  method: 'ocr',
  characters: 100,
  ...over,
})
const nothing = { sections: [], tables: [], facts: [], loose_numbers: [], text_apart: [] }
type Read = Pick<Extracted, keyof typeof nothing>

describe('leaves of open booklets', () => {
  const pages = [
    summary(1, { leaf: { page: 1, width: 1190, x: 0 }, printedPage: '6' }),
    summary(2, { leaf: { page: 1, width: 1190, x: 595 }, printedPage: '7' }),
    summary(3, { leaf: { page: 2, width: 595, x: 0 }, printedPage: '8' }),
  ]

  it('are the pages of the file again, with the numbers of both', () => {
    expect(pagesOfFile(pages)).toEqual([
      summary(1, { width: 1190, characters: 200, printedPage: '6 7' }),
      summary(2, { printedPage: '8' }),
    ])
    expect(pages[0]!.characters).toBe(100)
    expect(pagesOfFile([summary(4)])).toEqual([summary(4)])
  })

  it('keep two figures apart that stand in one place on both', () => {
    const loose = (page: number) => ({ page, bbox: '10.0 20.0 30.0 40.0', text: '7', reason: '' as const })
    const read: Read = { ...nothing, loose_numbers: [loose(1), loose(2)] }
    const { extracted } = onPagesOfFile({ extracted: read, readings: new Map() }, pages)
    expect(extracted.loose_numbers).toEqual([loose(1), { ...loose(1), bbox: '605.0 20.0 625.0 40.0' }])
  })

  it('give facts, tables and sections of the file that refer to each other', () => {
    const heads = ['科目名称', '2031年预算数']
    const spread = new PageDrawing(1, 1190, 842)
      .text('云汀市档案馆2031年部门预算', 100, 40, 16)
      .text('一、收入预算情况', 60, 80, 14)
      .text('2031年收入预算合计45.60万元。', 60, 110)
      .text('二、支出预算情况', 60, 140, 14)
      .text('2031年支出预算合计45.60万元。', 60, 170)
      .text('支出预算总表', 800, 60, 14)
      .text('单位：万元', 1000, 90, 9)
      .grid([655, 845, 1130], [110, 140, 170, 200], [heads, ['基本支出', '45.60'], ['合计', '45.60']])
    const source = {
      filingId: '0123456789abcdef',
      source: 'a.pdf',
      path: 'a.pdf',
      kind: 'pdf' as const,
      sha256: '',
      bytes: 0,
    }
    const { extracted } = extractFiling(source, layOut([spread.page()]))
    expect(extracted.pages.map((p) => [p.page, p.width])).toEqual([[1, 1190]])
    expect(extracted.tables.map((t) => [t.page_first, t.page_last, t.title])).toEqual([
      [1, 1, '支出预算总表'],
    ])
    const inTable = extracted.facts.filter((f) => f.source === 'table')
    expect(inTable.length).toBeGreaterThan(0)
    for (const fact of inTable) {
      expect(fact.table_id).toBe(extracted.tables[0]!.table_id)
      expect(fact.fact_id).toMatch(/^0123456789abcdef-f1-/)
      expect(Number(fact.bbox.split(' ')[0])).toBeGreaterThan(845)
      expect(extracted.sections.map((s) => s.section_id)).toContain(fact.section_id)
    }
    expect(new Set(extracted.facts.map((f) => f.fact_id)).size).toBe(extracted.facts.length)
  })
})
