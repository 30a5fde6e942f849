import { readFile } from 'node:fs/promises'
import type { InferenceSession } from 'onnxruntime-node'
import type { OcrEngine, ReadCharacter } from '../engine.js'
import { tight } from '../ink.js'
import type { Gray, PixelBox } from '../picture.js'
import { type Span, spansAround } from '../spans.js'
import { charactersIn, keysFor, type OcrModels, type OcrModelsFault } from './models.js'
import { LineMemory, LineNetwork } from './network/line-network.js'
import { type DecodedLine, HEIGHT, Recognizer } from './recognizer.js'
import { readKeys, readRecognizer } from './weights.js'

/**
 * The recognizer of PP-OCRv4 mobile with the weights that npm ships, or another of its family, run by onnxruntime on the CPU.
 * Throws where onnxruntime-node is not installed: it is an optional dependency.
 */
export async function loadPpOcr(models?: OcrModels): Promise<OcrEngine> {
  const { network, keys } = await (models ? loadModels(models) : loadShipped())
  return {
    name: models ? `PP-OCR ${models.fingerprint}` : 'PP-OCRv4 mobile',
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

interface Loaded {
  network: LineNetwork
  /** What each class stands for. */
  keys: readonly string[]
}

const loadShipped = async (): Promise<Loaded> => ({
  network: await networkOf(readRecognizer()),
  keys: readKeys(),
})

/** Throws `OcrModelsError` where the files are no recognizer, or do not belong together. */
async function loadModels({ network: path, dictionary }: OcrModels): Promise<Loaded> {
  const characters = charactersIn(dictionary)
  try {
    const network = await networkOf(await readFile(path))
    // A blank line tells how many characters the network knows.
    const blank = new Float32Array(3 * HEIGHT * BLANK)
    const { classes } = await network.run(blank, BLANK, HEIGHT, new LineMemory())
    const keys = keysFor(characters, classes)
    if (!keys) throw new OcrModelsError('classes', { classes, characters: characters.length })
    return { network, keys }
  } catch (error) {
    throw error instanceof OcrModelsError ? error : new OcrModelsError('not-loaded', {})
  }
}

/** Pixels of a line without text. */
const BLANK = 320

export class OcrModelsError extends Error {
  constructor(
    readonly fault: OcrModelsFault,
    readonly parts: Record<string, number>,
  ) {
    super(fault)
  }
}

async function networkOf(model: Uint8Array): Promise<LineNetwork> {
  const ort = await import('onnxruntime-node')
  // One thread: processes share the cores better than threads do. The arena would keep the largest page's memory.
  const options: InferenceSession.SessionOptions = {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    logSeverityLevel: 3,
  }
  return new LineNetwork(
    await ort.InferenceSession.create(model, options),
    (data, shape) => new ort.Tensor('float32', data, shape),
  )
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
