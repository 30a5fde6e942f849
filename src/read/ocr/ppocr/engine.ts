import type { InferenceSession } from 'onnxruntime-node'
import type { OcrEngine, ReadCharacter } from '../engine.js'
import { tight } from '../ink.js'
import type { Gray, PixelBox } from '../picture.js'
import { type Span, spansAround } from '../spans.js'
import { LineNetwork } from './network/line-network.js'
import { type DecodedLine, Recognizer } from './recognizer.js'
import { readKeys, readRecognizer } from './weights.js'

/**
 * The recognizer of PP-OCRv4 mobile with the weights that npm ships, run by onnxruntime on the CPU.
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
  const network = new LineNetwork(
    await ort.InferenceSession.create(readRecognizer(), options),
    (data, shape) => new ort.Tensor('float32', data, shape),
  )
  const keys = readKeys()
  return {
    name: 'PP-OCRv4 mobile',
    async readText(ink, boxes) {
      // One for each page: pages that are read side by side must not share memory.
      const recognizer = new Recognizer(network, keys)
      const lines: ReadCharacter[][] = []
      for (const box of boxes) {
        const text = tight(ink, box)
        lines.push(text ? placed(ink, text, await recognizer.read(ink, text)) : [])
      }
      return lines
    },
  }
}

/** A character's middle lies on the ink, give or take this share of the line's height: frames are coarse. */
const BESIDE_INK = 0.4

/**
 * Characters with their boxes: the network tells their middles, the ink where they begin and end. In the white around
 * a narrow crop it sees characters too; where there is no ink nothing is printed.
 */
function placed(ink: Gray, box: PixelBox, { characters, part }: DecodedLine): ReadCharacter[] {
  const slack = BESIDE_INK * (box.y1 - box.y0)
  const middleOf = (c: { centre: number }): number => part.x0 + c.centre * (part.x1 - part.x0)
  const printed = characters.filter((c) => middleOf(c) > box.x0 - slack && middleOf(c) < box.x1 + slack)
  const spans = spansAround(printed.map(middleOf), ink, box)
  return printed.map(({ text, confidence, alternatives }, i) => {
    const [x0, x1] = spans[i] as Span
    return { text, confidence, alternatives, x0, y0: box.y0, x1, y1: box.y1 }
  })
}
