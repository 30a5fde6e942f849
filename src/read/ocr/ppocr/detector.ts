import type { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Gray, PixelBox } from '../picture.js'
import { scaled } from '../scale.js'

/** The long side that the detector sees: type of 10 points on A4 is then 15 pixels high, as in its training. */
const SIDE = 1280
/** The network halves its picture five times. */
const MULTIPLE = 32
/** What the detector was trained on: mean and deviation of ImageNet, in its channel order. */
const MEAN = [0.485, 0.456, 0.406]
const DEVIATION = [0.229, 0.224, 0.225]
/** A pixel counts as text from here on … */
const TEXT = 0.3
/** … and a piece of text from this mean over its box. */
const SURE = 0.5
/** The network draws the core of a line; this is how its authors grow it back: area × ratio / perimeter. */
const GROWTH = 1.6
/** Cores smaller than this in both directions are specks, in pixels of the map. */
const SMALLEST = 3


/** Boxes of the pieces of text on a sheet, found by the detector (DBNet). */
export class Detector {
  constructor(
    private readonly session: InferenceSession,
    private readonly tensor: (data: Float32Array, shape: number[]) => Tensor,
  ) {}

  async find(ink: Gray): Promise<PixelBox[]> {
    const scale = Math.min(1, SIDE / Math.max(ink.width, ink.height))
    const width = Math.max(MULTIPLE, Math.round((ink.width * scale) / MULTIPLE) * MULTIPLE)
    const height = Math.max(MULTIPLE, Math.round((ink.height * scale) / MULTIPLE) * MULTIPLE)
    const small = scaled(ink, { x0: 0, y0: 0, x1: ink.width, y1: ink.height }, width, height)
    const area = width * height
    const input = new Float32Array(3 * area)
    for (let c = 0; c < 3; c++)
      for (let i = 0; i < area; i++)
        input[c * area + i] = ((small[i] as number) / 255 - (MEAN[c] as number)) / (DEVIATION[c] as number)
    const [inName, outName] = [this.session.inputNames[0] as string, this.session.outputNames[0] as string]
    const result = await this.session.run({ [inName]: this.tensor(input, [1, 3, height, width]) })
    const map = (result[outName] as Tensor).data as Float32Array
    const toX = ink.width / width
    const toY = ink.height / height
    return boxesOf(map, width, height).map((b) => ({
      x0: Math.max(0, Math.floor(b.x0 * toX)),
      y0: Math.max(0, Math.floor(b.y0 * toY)),
      x1: Math.min(ink.width, Math.ceil(b.x1 * toX)),
      y1: Math.min(ink.height, Math.ceil(b.y1 * toY)),
    }))
  }
}

/** Connected areas of a probability map, grown to the text they stand for. */
export function boxesOf(map: Float32Array, width: number, height: number): PixelBox[] {
  const seen = new Uint8Array(width * height)
  const boxes: PixelBox[] = []
  const stack: number[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || (map[start] as number) < TEXT) continue
    let [x0, y0, x1, y1] = [width, height, 0, 0]
    let [sum, count] = [0, 0]
    seen[start] = 1
    stack.push(start)
    while (stack.length > 0) {
      const at = stack.pop() as number
      const x = at % width
      const y = (at - x) / width
      sum += map[at] as number
      count++
      if (x < x0) x0 = x
      if (x > x1) x1 = x
      if (y < y0) y0 = y
      if (y > y1) y1 = y
      for (let dy = -1; dy <= 1; dy++)
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const next = ny * width + nx
          if (seen[next] || (map[next] as number) < TEXT) continue
          seen[next] = 1
          stack.push(next)
        }
    }
    const [w, h] = [x1 - x0 + 1, y1 - y0 + 1]
    if ((w < SMALLEST && h < SMALLEST) || sum / count < SURE) continue
    const growth = (w * h * GROWTH) / (2 * (w + h))
    boxes.push({ x0: x0 - growth, y0: y0 - growth, x1: x1 + 1 + growth, y1: y1 + 1 + growth })
  }
  return boxes
}
