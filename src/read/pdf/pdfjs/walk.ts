import type { Box } from '../../../model/geometry.js'
import type { Ruling } from '../../../model/page.js'
import { clipped } from '../clip.js'
import { IDENTITY, type Matrix, multiply, scaleOf, transformBox } from '../page-space.js'
import { addRulings, showsOnPaper } from '../paths.js'
import type { RawGlyph } from './fonts.js'
import { OPS } from './library.js'
import { subpathsOf } from './path-data.js'
import { type Ink, matrixOf, type Numbers, States } from './state.js'
import type { TextWriter } from './text.js'

/** What an operator does to the walk. A method's type, so that each can name the arguments that are its own. */
type Operator = { does(walk: Walk, args: unknown[]): void }['does']

/** Follows the operators of a page and gathers lines and pictures; text goes to its writer. */
export class Walk {
  readonly pieces: Ruling[] = []
  readonly pictures: Box[] = []
  readonly states: States
  /** The next path is a clip too. */
  clipping = false
  /** Box of a transparency group: clips the form that follows. */
  groupBox: Numbers | undefined
  /** Groups open within a soft mask, which is no ink: 0 = outside. */
  private masks = 0

  constructor(
    view: Matrix,
    readonly text: TextWriter,
  ) {
    this.states = new States(view)
  }

  follow(operator: number, args: unknown[]): void {
    if (!this.inMask(operator, args)) OPERATORS[operator]?.(this, args)
  }

  /** Pictures fill the unit square. */
  picture(matrix: Matrix): void {
    const { now } = this.states
    const box = clipped(transformBox(multiply(matrix, now.matrix), 0, 0, 1, 1), now.clip)
    if (box) this.pictures.push(box)
  }

  path(operator: number, data: Numbers | null): void {
    const { now } = this.states
    const paths = data ? subpathsOf(data, now.matrix) : []
    const fill = FILLS.has(operator)
    const stroke = STROKES.has(operator)
    if ((fill || stroke) && shows(stroke ? now.stroke : now.fill)) {
      const width = stroke ? now.lineWidth * scaleOf(now.matrix) : 0
      addRulings(this.pieces, paths, { fill, stroke, width }, now.clip)
    }
    if (this.clipping) this.states.clipTo(paths.flatMap((p) => p.points))
    this.clipping = false
  }

  beginForm(matrix: Numbers | null, box: Numbers | null): void {
    this.states.save()
    if (matrix) this.states.transform(matrixOf(matrix))
    const bounds = box ?? this.groupBox
    this.groupBox = undefined
    if (bounds) this.states.clipToBox(bounds)
  }

  setState([key, value]: GraphicsSetting): void {
    const { now } = this.states
    if (key === 'LW') now.lineWidth = value
    else if (key === 'ca') now.fill = { ...now.fill, opacity: value }
    else if (key === 'CA') now.stroke = { ...now.stroke, opacity: value }
    else if (key === 'Font') [now.font, now.fontSize] = value
  }

  /** Whether an operator belongs to a soft mask. */
  private inMask(operator: number, args: unknown[]): boolean {
    const opens = operator === OPS.beginGroup
    if (opens && (this.masks > 0 || (args[0] as Group).smask)) this.masks++
    const inside = this.masks > 0
    if (operator === OPS.endGroup && inside) this.masks--
    return inside
  }
}

interface Group {
  bbox?: Numbers
  smask?: unknown
}

type GraphicsSetting = ['LW' | 'ca' | 'CA', number] | ['Font', [string, number]]

/** Some operators draw a picture many times. */
interface Placed {
  transform: Numbers
}

const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])
const STROKES = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
])

const onePicture: Operator = (walk) => walk.picture(IDENTITY)
const startClip: Operator = (walk) => {
  walk.clipping = true
}

/** Operators that matter here; pdf.js has turned the others of PDF into these. */
const OPERATORS: Record<number, Operator> = {
  [OPS.save]: ({ states }) => states.save(),
  [OPS.restore]: ({ states }) => states.restore(),
  [OPS.transform]: ({ states }, matrix: number[]) => states.transform(matrixOf(matrix)),
  [OPS.setGState]: (walk, [settings]: [GraphicsSetting[]]) => {
    for (const setting of settings) walk.setState(setting)
  },
  [OPS.beginGroup]: (walk, [group]: [Group]) => {
    walk.groupBox = group.bbox
  },
  [OPS.paintFormXObjectBegin]: (walk, [matrix, box]: [Numbers | null, Numbers | null]) =>
    walk.beginForm(matrix, box),
  [OPS.paintFormXObjectEnd]: ({ states }) => states.restore(),

  [OPS.setLineWidth]: ({ states }, [width]: [number]) => states.set({ lineWidth: width }),
  [OPS.setFillRGBColor]: ({ states }, [color]: [string]) =>
    states.set({ fill: { ...states.now.fill, color } }),
  [OPS.setStrokeRGBColor]: ({ states }, [color]: [string]) =>
    states.set({ stroke: { ...states.now.stroke, color } }),
  [OPS.setFillColorN]: ({ states }) => states.set({ fill: { ...states.now.fill, color: '' } }),
  [OPS.setStrokeColorN]: ({ states }) => states.set({ stroke: { ...states.now.stroke, color: '' } }),
  [OPS.clip]: startClip,
  [OPS.eoClip]: startClip,
  [OPS.constructPath]: (walk, [drawn, [data]]: [number, [Numbers | null]]) => walk.path(drawn, data),

  [OPS.paintImageXObject]: onePicture,
  [OPS.paintImageMaskXObject]: onePicture,
  [OPS.paintInlineImageXObject]: onePicture,
  [OPS.paintSolidColorImageMask]: onePicture,
  [OPS.paintInlineImageXObjectGroup]: (walk, [, places]: [unknown, Placed[]]) => {
    for (const { transform } of places) walk.picture(matrixOf(transform))
  },
  [OPS.paintImageMaskXObjectGroup]: (walk, [places]: [Placed[]]) => {
    for (const { transform } of places) walk.picture(matrixOf(transform))
  },
  [OPS.paintImageXObjectRepeat]: (walk, [, a, d, places]: [unknown, number, number, Numbers]) => {
    for (let i = 0; i < places.length; i += 2)
      walk.picture({ a, b: 0, c: 0, d, e: places[i]!, f: places[i + 1]! })
  },
  [OPS.paintImageMaskXObjectRepeat]: (
    walk,
    [, a, b, c, d, places]: [unknown, number, number, number, number, Numbers],
  ) => {
    for (let i = 0; i < places.length; i += 2) walk.picture({ a, b, c, d, e: places[i]!, f: places[i + 1]! })
  },

  [OPS.beginText]: ({ text }) => text.setMatrix(IDENTITY),
  [OPS.setTextMatrix]: ({ text }, [matrix]: [Numbers]) => text.setMatrix(matrixOf(matrix)),
  [OPS.moveText]: ({ text }, [x, y]: [number, number]) => text.moveLine(x, y),
  [OPS.setLeadingMoveText]: ({ text, states }, [x, y]: [number, number]) => {
    states.set({ leading: -y })
    text.moveLine(x, y)
  },
  [OPS.nextLine]: ({ text, states }) => text.moveLine(0, -states.now.leading),
  [OPS.setFont]: ({ states }, [font, fontSize]: [string, number]) => states.set({ font, fontSize }),
  [OPS.setCharSpacing]: ({ states }, [charSpacing]: [number]) => states.set({ charSpacing }),
  [OPS.setWordSpacing]: ({ states }, [wordSpacing]: [number]) => states.set({ wordSpacing }),
  [OPS.setHScale]: ({ states }, [percent]: [number]) => states.set({ stretch: percent / 100 }),
  [OPS.setLeading]: ({ states }, [leading]: [number]) => states.set({ leading }),
  [OPS.setTextRise]: ({ states }, [rise]: [number]) => states.set({ rise }),
  [OPS.setTextRenderingMode]: ({ states }, [renderMode]: [number]) => states.set({ renderMode }),
  [OPS.showText]: ({ text, states }, [items]: [(RawGlyph | number | null)[]]) => text.show(items, states.now),
}

function shows({ color, opacity }: Ink): boolean {
  if (color === '') return opacity > 0
  const rgb = Number.parseInt(color.slice(1), 16)
  return showsOnPaper(rgb >> 16, (rgb >> 8) & 255, rgb & 255, opacity)
}
