import { readFileSync } from 'node:fs'
import * as ort from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { withHardSwish } from '../../../src/read/ocr/ppocr/network/hard-swish.js'
import {
  constant,
  constantOf,
  type Node,
  readNodes,
  step,
  withNodes,
} from '../../../src/read/ocr/ppocr/network/nodes.js'
import { RECOGNIZER, readRecognizer } from '../../../src/read/ocr/ppocr/weights.js'

const number = (name: string, value: number): Node =>
  constant(name, { shape: [1], data: Float32Array.of(value) })
const weights = (name: string, channels: number, sources: number): Node[] => [
  constant(`${name} w`, {
    shape: [channels, sources, 1, 1],
    data: Float32Array.from({ length: channels * sources }, (_, i) => 1 + i),
  }),
  constant(`${name} b`, { shape: [channels], data: new Float32Array(channels).fill(1) }),
]

/** A convolution with two channels, scaled and shifted, its hard swish, scaled and shifted; then one of one channel. */
const block = (highest: number): Node[] => [
  ...weights('first', 2, 1),
  ...weights('second', 1, 2),
  ...[number('2', 2), number('0.5', 0.5), number('3', 3), number('6', 6), number('10', 10)],
  step('Conv', ['x', 'first w', 'first b'], 'a'),
  step('Mul', ['2', 'a'], 'b'),
  step('Add', ['b', '0.5'], 'c'),
  step('Add', ['c', '3'], 'd'),
  step('Clip', ['d'], 'e', { min: 0, max: highest }),
  step('Mul', ['c', 'e'], 'f'),
  step('Div', ['f', '6'], 'g'),
  step('Mul', ['10', 'g'], 'h'),
  step('Add', ['h', '0.5'], 'i'),
  step('Conv', ['i', 'second w', 'second b'], 'y'),
]
const stepsOf = (nodes: readonly Node[]): string[] =>
  nodes.filter((n) => n.op !== 'Constant').map((n) => n.op)
const numbersOf = (nodes: readonly Node[], name: string): number[] => [
  ...constantOf(nodes.find((n) => n.outputs[0] === name)!)!.data,
]

describe('a block of the recognizer', () => {
  it('is computed in the two convolutions and the hard swish between them', () => {
    const nodes = withHardSwish(block(6))
    expect(stepsOf(nodes)).toEqual(['Conv', 'HardSigmoid', 'Mul', 'Conv'])
    expect(numbersOf(nodes, 'first w')).toEqual([2, 4])
    expect(numbersOf(nodes, 'first b')).toEqual([2.5, 2.5])
    expect(numbersOf(nodes, 'second w')).toEqual([10, 20])
    // What was shifted by a half comes in through both weights, 1 and 2.
    expect(numbersOf(nodes, 'second b')).toEqual([2.5])
  })

  it('keeps its last scaling where the next convolution sees a blank rim', () => {
    const nodes = block(6).map((n) =>
      n.outputs[0] === 'second w'
        ? constant('second w', { shape: [1, 2, 3, 3], data: new Float32Array(18).fill(1) })
        : n,
    )
    const fewer = withHardSwish(nodes)
    expect(stepsOf(fewer)).toEqual(['Conv', 'HardSigmoid', 'Mul', 'BatchNormalization', 'Conv'])
    expect(numbersOf(fewer, 'i scale')).toEqual([10, 10])
    expect(numbersOf(fewer, 'i shift')).toEqual([0.5, 0.5])
  })

  it('stays as it is where what looks like a hard swish is none', () => {
    expect(withHardSwish(block(5))).toEqual(block(5))
  })
})

describe('a stored network', () => {
  it('is written as it was read, but for the steps that are put in the place of others', () => {
    const model = new Uint8Array(readFileSync(RECOGNIZER))
    const nodes = readNodes(model)
    const again = readNodes(withNodes(model, nodes))
    expect(again.map(({ op, inputs, outputs }) => ({ op, inputs, outputs }))).toEqual(
      nodes.map(({ op, inputs, outputs }) => ({ op, inputs, outputs })),
    )
    expect(withNodes(model, nodes).length).toBe(model.length)
  })
})

describe('the recognizer in fewer steps', () => {
  it('gives what it gives in all its steps', async () => {
    const options = { intraOpNumThreads: 1, logSeverityLevel: 3 as const }
    const given = await ort.InferenceSession.create(RECOGNIZER, options)
    const fewer = await ort.InferenceSession.create(readRecognizer(), options)
    for (const width of [160, 203]) {
      const picture = Float32Array.from({ length: 3 * 48 * width }, (_, i) => Math.sin(i * i))
      const run = async (session: ort.InferenceSession) => {
        const x = new ort.Tensor('float32', picture, [1, 3, 48, width])
        const result = await session.run({ [session.inputNames[0]!]: x })
        return result[session.outputNames[0]!]!.data as Float32Array
      }
      const [expected, got] = [await run(given), await run(fewer)]
      const apart = expected.reduce((most, p, i) => Math.max(most, Math.abs(p - got[i]!)), 0)
      expect(got.length).toBe(expected.length)
      expect(apart).toBeLessThan(1e-4)
    }
    const count = (model: Uint8Array) => stepsOf(readNodes(model)).length
    expect(count(readRecognizer())).toBeLessThan(0.7 * count(readFileSync(RECOGNIZER)))
  })
})
