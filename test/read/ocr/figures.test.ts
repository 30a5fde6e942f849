import { describe, expect, it } from 'vitest'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'
import { settleForms } from '../../../src/read/ocr/figures.js'

const line = (text: string): ReadCharacter[] =>
  [...text].map((c, i) => ({
    text: c,
    confidence: 0.9,
    alternatives: [],
    x0: i * 10,
    y0: 0,
    x1: i * 10 + 9,
    y1: 20,
  }))
const settled = (text: string): string =>
  settleForms(line(text))
    .map((c) => c.text)
    .join('')

describe('settleForms', () => {
  it.each([
    ['2.106.66', '2,106.66'],
    ['1.234.567.89', '1,234,567.89'],
    ['12，345。60', '12,345.60'],
    ['收入1.503.52万元', '收入1,503.52万元'],
    ['1,234,56', '1,234.56'],
    ['收入〇万元', '收入0万元'],
    ['０', '0'],
  ])('reads %s as %s, for it can be printed no other way', (read, printed) => {
    expect(settled(read)).toBe(printed)
  })

  it.each(['1,234.56', '1.234', '2024.1', '一、二。三', '12，', '3.1.2', '二〇二六年', '二〇〇五'])(
    'leaves %s as it is',
    (text) => {
      expect(settled(text)).toBe(text)
    },
  )

  it('is as sure of a 0 as of its forms together', () => {
    const [zero] = line('〇')
    const alternatives = [
      { text: '0', confidence: 0.3 },
      { text: 'O', confidence: 0.1 },
    ]
    const [read] = settleForms([{ ...(zero as ReadCharacter), confidence: 0.5, alternatives }])
    expect(read).toMatchObject({ text: '0', confidence: 0.8, alternatives: [{ text: 'O' }] })
  })

  it('keeps what was read among the alternatives', () => {
    expect(settleForms(line('2.106.66'))[1]).toMatchObject({
      text: ',',
      alternatives: [{ text: '.', confidence: 0.9 }],
    })
  })
})

describe('a last digit that touches the border of its cell', () => {
  const at = (text: string, rivals: Record<number, string>) =>
    settleForms(
      line(text).map((c, i) =>
        rivals[i] ? { ...c, alternatives: [{ text: rivals[i] as string, confidence: 0.1 }] } : c,
      ),
    )
  const ends = (cs: ReadCharacter[]) => [cs.map((c) => c.text).join(''), cs.at(-1)?.confidence]

  it('is the digit among the rivals where the decimals are one short, and in doubt', () => {
    expect(ends(at('12,000.0C', { 8: '0' }))).toEqual(['12,000.00', 0.5])
    expect(ends(at('12,000.0C', {}))).toEqual(['12,000.0C', 0.9])
    expect(ends(at('1.5C', { 3: '℃' }))).toEqual(['1.5C', 0.9])
  })

  it('leaves a bracket behind that no other opens: the digit is in doubt', () => {
    expect(ends(at('12,000.00)', {}))).toEqual(['12,000.00', 0.5])
    expect(ends(at('(12,000.00)', {}))).toEqual(['(12,000.00)', 0.9])
  })
})
