import { describe, expect, it } from 'vitest'
import { decode } from '../../../src/read/ocr/ppocr/ctc.js'

/** Class 0 is the blank, the last the space. */
const KEYS = ['', '0', '8', '3', '.', '元', ' ']

/** One frame after another; what is not named is left to the blank. */
function output(...frames: Record<string, number>[]): [Float32Array, number, number, string[]] {
  const data = new Float32Array(frames.length * KEYS.length)
  frames.forEach((frame, t) => {
    let rest = 1
    for (const [key, p] of Object.entries(frame)) {
      data[t * KEYS.length + KEYS.indexOf(key)] = p
      rest -= p
    }
    data[t * KEYS.length] = rest
  })
  return [data, frames.length, KEYS.length, KEYS]
}

const textOf = (decoded: ReturnType<typeof decode>) => decoded.map((d) => d.text).join('')

describe('decode', () => {
  it('takes repeated classes for one character, and parts them by a blank', () => {
    expect(textOf(decode(...output({ '8': 0.9 }, { '8': 0.9 }, {}, { '8': 0.9 }, { '0': 0.9 })))).toBe('880')
  })

  it('never gives white space', () => {
    expect(textOf(decode(...output({ '8': 0.9 }, { ' ': 0.9 }, { 元: 0.9 })))).toBe('8元')
  })

  it('is as sure as the surest frame of a character, and keeps its rivals, the likeliest first', () => {
    const [eight] = decode(...output({ '8': 0.5, '3': 0.3 }, { '8': 0.7, '3': 0.2, '0': 0.07 }))
    expect(eight!.confidence).toBeCloseTo(0.7)
    expect(eight!.alternatives.map((a) => a.text)).toEqual(['3', '0', ''])
    expect(eight!.alternatives[0]!.confidence).toBeCloseTo(0.2)
  })

  it('keeps a point that was nearly read between two digits with the digit before it', () => {
    const [eight, nought] = decode(...output({ '8': 0.9 }, {}, { '.': 0.3 }, {}, { '0': 0.9 }))
    expect(eight!.alternatives).toContainEqual({ text: '8.', confidence: expect.closeTo(0.3) })
    expect(nought!.alternatives.map((a) => a.text)).not.toContain('.0')
  })

  it('tells where a character stands along the line', () => {
    const [first, second] = decode(...output({}, { '8': 0.9 }, { '8': 0.9 }, {}, {}, {}, { '0': 0.9 }, {}))
    expect(first!.centre).toBeCloseTo(2 / 8)
    expect(second!.centre).toBeCloseTo(6.5 / 8)
  })

  it('reads nothing but the classes that are allowed', () => {
    const frames = output({ 元: 0.6, '8': 0.3 }, { 元: 0.3 }, { '0': 0.9 })
    expect(textOf(decode(...frames, [0, 1, 2, 3, 4]))).toBe('80')
  })
})
