import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { OcrEngine, ReadCharacter } from '../engine.js'
import { inkColumns, tight } from '../ink.js'
import type { Gray, PixelBox } from '../picture.js'
import { Detector } from './detector.js'
import { type DecodedLine, Recognizer } from './recognizer.js'
import { DETECTOR, RECOGNIZER, readKeys } from './weights.js'

/**
 * PP-OCRv4 mobile with the weights that npm ships, run by onnxruntime on the CPU.
 * Throws where onnxruntime-node is not installed: it is an optional dependency.
 */
export async function loadPpOcr(): Promise<OcrEngine> {
  const ort = await import('onnxruntime-node')
  // One thread: processes share the cores better than threads do. The arena would keep the largest page's memory.
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  }
  const tensor = (data: Float32Array, shape: number[]): Tensor => new ort.Tensor('float32', data, shape)
  const detector = new Detector(await ort.InferenceSession.create(DETECTOR, options), tensor)
  const recognizer = new Recognizer(
    await ort.InferenceSession.create(RECOGNIZER, options),
    tensor,
    readKeys(),
  )
  return {
    name: 'PP-OCRv4 mobile',
    findText: (ink) => detector.find(ink),
    async readText(ink, boxes) {
      const lines: ReadCharacter[][] = []
      for (const box of boxes) {
        const text = tight(ink, box)
        lines.push(text ? placed(ink, text, await recognizer.read(ink, text)) : [])
      }
      return lines
    },
  }
}

/** Ink further apart than this share of the line's height is set apart in print; closer it is one word or figure. */
const SET_APART = 0.6

/** Characters with their boxes: the network tells their middles, the ink where they begin and end. */
function placed(ink: Gray, box: PixelBox, { characters, part }: DecodedLine): ReadCharacter[] {
  const columns = inkColumns(ink, box)
  const middles = characters.map((c) => part.x0 + c.centre * (part.x1 - part.x0))
  const spans = middles.map((middle, i): [number, number] => {
    const left = i === 0 ? box.x0 : ((middles[i - 1] as number) + middle) / 2
    const right = i === middles.length - 1 ? box.x1 : (middle + (middles[i + 1] as number)) / 2
    return trimmed(columns, box.x0, left, right)
  })
  // Characters of one word meet half way, as their squares of type do: a 1 is as wide as a 0.
  for (let i = 1; i < spans.length; i++) {
    const [before, after] = [spans[i - 1] as [number, number], spans[i] as [number, number]]
    const gap = after[0] - before[1]
    if (gap > SET_APART * (box.y1 - box.y0)) continue
    before[1] += gap / 2
    after[0] = before[1]
  }
  return characters.map(({ text, confidence, alternatives }, i) => {
    const [x0, x1] = spans[i] as [number, number]
    return { text, confidence, alternatives, x0, y0: box.y0, x1, y1: box.y1 }
  })
}

/** The part of an interval that holds ink; the interval itself where it holds none. */
function trimmed(columns: Uint16Array, offset: number, left: number, right: number): [number, number] {
  let x0 = Math.max(0, Math.round(left - offset))
  let x1 = Math.min(columns.length, Math.round(right - offset))
  while (x0 < x1 && !columns[x0]) x0++
  while (x1 > x0 && !columns[x1 - 1]) x1--
  return x1 > x0 ? [x0 + offset, x1 + offset] : [left, right]
}
