import { describe, expect, it } from 'vitest'
import { NumberAccount } from '../../src/extract/number-account.js'
import { numbersOf } from '../../src/extract/prose/lexer.js'
import type { Document, Paragraph } from '../../src/model/document.js'
import { makeTable, textAt } from './make-table.js'

const box = { x0: 0, y0: 0, x1: 1, y1: 1 }
const paragraph = (text: string, y: number, role: Paragraph['role'] = 'body'): Paragraph => ({
  kind: 'paragraph',
  text: textAt(text, 0, y),
  page: 1,
  box,
  role,
})
const documentOf = (blocks: Document['blocks'], unplaced: Document['unplaced'] = []): Document => ({
  blocks,
  furniture: [],
  unplaced,
  pages: [],
})

describe('the account of numbers', () => {
  it('asks of every printed number who answers for it', () => {
    const body = paragraph('第3章 2025年收入12.50万元，另有7.70万元', 0)
    const account = new NumberAccount()
    const at = body.text.text.indexOf('12.50')
    account.bind({ text: '12.50', glyphs: body.text.glyphs.slice(at, at + 5) })
    const settled = account.settle(documentOf([body]))
    expect(settled.printed).toBe(4)
    expect(settled.loose.map((n) => `${n.text} ${n.reason}`)).toEqual(['3 list-number', '2025 date', '7.70 '])
    expect(settled.unbound).toBe(1)
  })

  it('keeps a number bound that is explained too, and the first of two reasons', () => {
    const body = paragraph('8.80', 0)
    const account = new NumberAccount()
    account.bind(body.text)
    account.explain(body.text, 'listed')
    expect(account.settle(documentOf([body])).loose).toEqual([])
    const other = new NumberAccount()
    other.explain(body.text, 'reason')
    other.explain(body.text, 'listed')
    expect(other.settle(documentOf([body])).loose[0]?.reason).toBe('reason')
  })

  it('counts numbers that layout lost, and cells nobody read', () => {
    const table = makeTable('收支总表', '元', 1, [
      ['项目', '预算数'],
      ['一、渠道养护', '31.40'],
    ])
    const lost = textAt('9', 50, 50).glyphs[0]
    const settled = new NumberAccount().settle(documentOf([table], lost ? [lost] : []))
    expect(settled.loose.map((n) => n.text)).toEqual(['31.40', '9'])
    expect(settled.unbound).toBe(2)
  })
})

describe('numbers that their form explains', () => {
  it.each([
    ['云财〔2024〕18号', ['document-number', 'document-number']],
    ['行政运行（2010601）', ['code']],
    ['2080505-机关养老保险', ['code']],
    ['自2025年3月1日起', ['date', 'date', 'date']],
    ['2025.1.1-2025.12.31', ['date', 'date']],
    ['（详见表1-3）', ['list-number', 'list-number']],
    ['3、渠道养护', ['list-number']],
    ['渠道86公里', ['quantity']],
    ['热线12345-6', undefined],
  ])('%s', (text, forms) => {
    const folded = text.replace(/（/g, '(').replace(/）/g, ')').replace(/〔/g, '(').replace(/〕/g, ')')
    const found = numbersOf(folded).map((t) => t.form)
    if (forms) expect(found).toEqual(forms)
    else expect(found).toHaveLength(2)
  })

  it('leaves figures alone', () => {
    expect(numbersOf('收入12.50万元，占3%，车辆2辆').map((t) => t.kind)).toEqual([
      'amount',
      'percent',
      'count',
    ])
  })
})
