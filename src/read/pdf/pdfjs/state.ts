import { around, type Box } from '../../../model/geometry.js'
import { narrowed } from '../clip.js'
import { type Matrix, multiply, transformBox } from '../page-space.js'

/** Numbers as they come: arrays, typed or not. */
export type Numbers = ArrayLike<number>

/** Colour of fills or strokes; a pattern has no colour and is seen. */
export interface Ink {
  color: string
  opacity: number
}

/** The graphics state of PDF, as far as it decides where something stands and whether it is seen. */
export interface State {
  /** To view space. */
  matrix: Matrix
  /** In view space; undefined = the whole page. */
  clip: Box | undefined
  lineWidth: number
  fill: Ink
  stroke: Ink
  font: string
  fontSize: number
  charSpacing: number
  wordSpacing: number
  /** 1 = as wide as the font. */
  stretch: number
  leading: number
  rise: number
  renderMode: number
}

const BLACK: Ink = { color: '#000000', opacity: 1 }

/** Keeps the state and what `save` put aside. */
export class States {
  now: State
  private readonly saved: State[] = []

  constructor(view: Matrix) {
    this.now = {
      matrix: view,
      clip: undefined,
      lineWidth: 1,
      fill: BLACK,
      stroke: BLACK,
      font: '',
      fontSize: 0,
      charSpacing: 0,
      wordSpacing: 0,
      stretch: 1,
      leading: 0,
      rise: 0,
      renderMode: 0,
    }
  }

  save(): void {
    this.saved.push({ ...this.now })
  }

  restore(): void {
    this.now = this.saved.pop() ?? this.now
  }

  set(change: Partial<State>): void {
    Object.assign(this.now, change)
  }

  transform(matrix: Matrix): void {
    this.now.matrix = multiply(matrix, this.now.matrix)
  }

  /** Narrows the clip to the box around points in view space. */
  clipTo(points: { x: number; y: number }[]): void {
    const box = around(points.map(({ x, y }) => ({ x0: x, y0: y, x1: x, y1: y })))
    if (box) this.now.clip = narrowed(this.now.clip, box)
  }

  clipToBox(box: Numbers): void {
    const [x0, y0, x1, y1] = Array.from(box) as [number, number, number, number]
    const inView = transformBox(this.now.matrix, x0, y0, x1, y1)
    this.now.clip = narrowed(this.now.clip, inView)
  }
}

export function matrixOf(m: Numbers): Matrix {
  return { a: m[0]!, b: m[1]!, c: m[2]!, d: m[3]!, e: m[4]!, f: m[5]! }
}
