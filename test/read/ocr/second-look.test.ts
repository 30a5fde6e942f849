import { describe, expect, it } from 'vitest'
import type { Decoded } from '../../../src/read/ocr/ppocr/ctc.js'
import { secondLook } from '../../../src/read/ocr/ppocr/second-look.js'

/** Characters, all as sure as said but for letters among figures. */
const line = (text: string, confidence = 0.9, letters = 0.4): Decoded[] =>
  [...text].map((c, i) => ({
    text: c,
    centre: (i + 0.5) / text.length,
    confidence: /[\d.,-]/.test(c) ? confidence : letters,
    alternatives: [],
  }))
const textOf = (decoded: Decoded[]) => decoded.map((c) => c.text).join('')
const never = () => {
  throw new Error('looked twice')
}

describe('a second look, figures alone allowed', () => {
  it('reads an amount whose strokes were taken for letters, in doubt where both readings differ', () => {
    const read = secondLook(line('582,836.UC'), () => line('582,836.00'))
    expect(textOf(read)).toBe('582,836.00')
    expect(read.map((c) => c.confidence)).toEqual([...Array<number>(8).fill(0.9), 0.5, 0.5])
  })

  it('doubts all of it where a character came or went, for nobody knows which', () => {
    const read = secondLook(line('66.000L.0K'), () => line('66.000.00'))
    expect(textOf(read)).toBe('66.000.00')
    expect(read.every((c) => c.confidence <= 0.5)).toBe(true)
  })

  it('leaves what is no amount either way', () => {
    const spoilt = line('9.-000O0')
    expect(secondLook(spoilt, () => line('9.-00000'))).toBe(spoilt)
  })

  it.each([
    ['an amount', line('582,836.00')],
    ['letters that are read surely', line('2026年1.5万', 0.9, 0.99)],
    ['words', line('一般公共预算20')],
  ])('is not taken at %s', (_, read) => {
    expect(secondLook(read, never)).toBe(read)
  })
})
