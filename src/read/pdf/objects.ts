import type { Box } from '../../model/geometry.js'
import type { Ruling } from '../../model/page.js'
import type { Engine } from './engine.js'
import { type Matrix, multiply, transformBox } from './page-space.js'
import { mergeRulings, rulingOf, sidesOf } from './rulings.js'

/** What PDFium calls the kinds of page objects. */
const OBJECT = { text: 1, path: 2, image: 3, form: 5 } as const
const SEGMENT = { line: 0, bezier: 1, move: 2 } as const
/** Forms inside forms beyond this depth are made to trap readers. */
const MAX_DEPTH = 8
/** Corners of a filled border with mitred ends, closed. */
const MITRED = 7
/** Lines whose colour is this light are not seen on white paper. */
const WHITE = 250

/** What the glyphs of one text object share. */
export interface TextTraits {
  /** Visible part in view space; undefined = the whole page. */
  clip: Box | undefined
  invisible: boolean
  bold: boolean
  /** The font's glyphs have no mapping to Unicode that can be trusted. */
  font: number
}

export interface PageObjects {
  rulings: Ruling[]
  pictures: Box[]
  texts: Map<number, TextTraits>
}

/** Walks all objects of a page, forms included, and gives rulings, pictures and the traits of texts. View space. */
export function readObjects(engine: Engine, page: number, view: Matrix): PageObjects {
  const walk = new Walk(engine)
  const count = engine.call.FPDFPage_CountObjects!(page)
  for (let i = 0; i < count; i++) walk.visit(engine.call.FPDFPage_GetObject!(page, i), view, undefined, 0)
  walk.free()
  return { rulings: mergeRulings(walk.pieces), pictures: walk.pictures, texts: walk.texts }
}

class Walk {
  readonly pieces: Ruling[] = []
  readonly pictures: Box[] = []
  readonly texts = new Map<number, TextTraits>()
  private readonly boldFonts = new Map<number, boolean>()
  /** Scratch memory for out-parameters: 16 words. */
  private readonly scratch: number

  constructor(private readonly engine: Engine) {
    this.scratch = engine.malloc(256)
  }

  free(): void {
    this.engine.free(this.scratch)
  }

  visit(object: number, matrix: Matrix, outerClip: Box | undefined, depth: number): void {
    const { call } = this.engine
    switch (call.FPDFPageObj_GetType!(object)) {
      case OBJECT.text:
        this.texts.set(object, {
          clip: this.clipOf(object, matrix, outerClip),
          invisible: call.FPDFTextObj_GetTextRenderMode!(object) === 3,
          bold: this.isBold(object),
          font: call.FPDFTextObj_GetFont!(object),
        })
        break
      case OBJECT.path:
        this.visitPath(object, matrix, this.clipOf(object, matrix, outerClip))
        break
      case OBJECT.image:
        if (
          call.FPDFPageObj_GetBounds!(
            object,
            this.scratch,
            this.scratch + 4,
            this.scratch + 8,
            this.scratch + 12,
          )
        ) {
          const f = this.engine.HEAPF32
          const i = this.scratch >> 2
          const box = clipped(
            transformBox(matrix, f[i]!, f[i + 1]!, f[i + 2]!, f[i + 3]!),
            this.clipOf(object, matrix, outerClip),
          )
          if (box) this.pictures.push(box)
        }
        break
      case OBJECT.form: {
        if (depth >= MAX_DEPTH) break
        const inner = multiply(this.matrixOf(object), matrix)
        const clip = this.clipOf(object, matrix, outerClip)
        const count = call.FPDFFormObj_CountObjects!(object)
        for (let i = 0; i < count; i++)
          this.visit(call.FPDFFormObj_GetObject!(object, i), inner, clip, depth + 1)
        break
      }
    }
  }

  private matrixOf(object: number): Matrix {
    this.engine.call.FPDFPageObj_GetMatrix!(object, this.scratch)
    const f = this.engine.HEAPF32
    const i = this.scratch >> 2
    return { a: f[i]!, b: f[i + 1]!, c: f[i + 2]!, d: f[i + 3]!, e: f[i + 4]!, f: f[i + 5]! }
  }

  private clipOf(object: number, matrix: Matrix, outer: Box | undefined): Box | undefined {
    const { call } = this.engine
    const path = call.FPDFPageObj_GetClipPath!(object)
    if (!path) return outer
    const count = call.FPDFClipPath_CountPaths!(path)
    let clip = outer
    for (let p = 0; p < count; p++) {
      const segments = call.FPDFClipPath_CountPathSegments!(path, p)
      let box: Box | undefined
      for (let s = 0; s < segments; s++) {
        const segment = call.FPDFClipPath_GetPathSegment!(path, p, s)
        if (!call.FPDFPathSegment_GetPoint!(segment, this.scratch, this.scratch + 4)) continue
        const x = this.engine.HEAPF32[this.scratch >> 2]!
        const y = this.engine.HEAPF32[(this.scratch >> 2) + 1]!
        const at = transformBox(matrix, x, y, x, y)
        box = box
          ? {
              x0: Math.min(box.x0, at.x0),
              y0: Math.min(box.y0, at.y0),
              x1: Math.max(box.x1, at.x1),
              y1: Math.max(box.y1, at.y1),
            }
          : at
      }
      if (box) clip = clip ? (clipped(clip, box) ?? { x0: 0, y0: 0, x1: 0, y1: 0 }) : box
    }
    return clip
  }

  private isBold(object: number): boolean {
    const { call, HEAPU8 } = this.engine
    // Fill and stroke is how office suites fake bold type.
    if (call.FPDFTextObj_GetTextRenderMode!(object) === 2) return true
    const font = call.FPDFTextObj_GetFont!(object)
    if (!font) return false
    let bold = this.boldFonts.get(font)
    if (bold === undefined) {
      const length = Math.min(call.FPDFFont_GetBaseFontName!(font, this.scratch, 128), 128)
      const name = new TextDecoder().decode(
        HEAPU8.slice(this.scratch, this.scratch + Math.max(0, length - 1)),
      )
      // 黑体 and 小标宋 are the display faces of official papers.
      bold =
        /bold|black|simhei|heiti|^.*hei\b|xiaobiaosong|xbs|黑/i.test(name) ||
        call.FPDFFont_GetWeight!(font) >= 700
      this.boldFonts.set(font, bold)
    }
    return bold
  }

  private visitPath(object: number, matrix: Matrix, clip: Box | undefined): void {
    const { call } = this.engine
    if (!call.FPDFPath_GetDrawMode!(object, this.scratch, this.scratch + 4)) return
    const fill = this.engine.HEAP32[this.scratch >> 2]! !== 0
    const stroke = this.engine.HEAP32[(this.scratch >> 2) + 1]! !== 0
    if (!fill && !stroke) return
    if (this.unseen(object, stroke)) return
    let strokeWidth = 0
    if (stroke && call.FPDFPageObj_GetStrokeWidth!(object, this.scratch))
      strokeWidth = this.engine.HEAPF32[this.scratch >> 2]!
    const full = multiply(this.matrixOf(object), matrix)
    const scale = Math.sqrt(Math.abs(full.a * full.d - full.b * full.c))
    const add = (r: Ruling | undefined) => {
      const seen = r && clippedRuling(r, clip)
      if (seen) this.pieces.push(seen)
    }
    for (const sub of this.subpaths(object, full)) {
      // Some suites fill borders as mitred quads: thin, though no rectangle.
      if (fill && (sub.rectangular || (sub.points.length <= MITRED && !sub.curved.includes(true)))) {
        const line = rulingOf(sub.box, strokeWidth * scale)
        if (line) {
          add(line)
          continue
        }
      }
      if (!stroke) continue
      if (sub.rectangular && sub.points.length >= 4)
        for (const side of sidesOf(sub.box, strokeWidth * scale)) add(side)
      else
        for (let i = 1; i < sub.points.length; i++) {
          const a = sub.points[i - 1]!
          const b = sub.points[i]!
          if (sub.curved[i]) continue
          add(
            rulingOf(
              {
                x0: Math.min(a.x, b.x),
                y0: Math.min(a.y, b.y),
                x1: Math.max(a.x, b.x),
                y1: Math.max(a.y, b.y),
              },
              strokeWidth * scale,
            ),
          )
        }
    }
  }

  private unseen(object: number, stroke: boolean): boolean {
    const s = this.scratch
    const get = stroke ? 'FPDFPageObj_GetStrokeColor' : 'FPDFPageObj_GetFillColor'
    if (!this.engine.call[get]!(object, s, s + 4, s + 8, s + 12)) return false
    const c = this.engine.HEAPU32
    const i = s >> 2
    return (c[i]! >= WHITE && c[i + 1]! >= WHITE && c[i + 2]! >= WHITE) || c[i + 3] === 0
  }

  private subpaths(object: number, matrix: Matrix): Subpath[] {
    const { call } = this.engine
    const count = call.FPDFPath_CountSegments!(object)
    const paths: Subpath[] = []
    let current: Subpath | undefined
    for (let i = 0; i < count; i++) {
      const segment = call.FPDFPath_GetPathSegment!(object, i)
      if (!call.FPDFPathSegment_GetPoint!(segment, this.scratch, this.scratch + 4)) continue
      const px = this.engine.HEAPF32[this.scratch >> 2]!
      const py = this.engine.HEAPF32[(this.scratch >> 2) + 1]!
      const point = {
        x: matrix.a * px + matrix.c * py + matrix.e,
        y: matrix.b * px + matrix.d * py + matrix.f,
      }
      const type = call.FPDFPathSegment_GetType!(segment)
      if (type === SEGMENT.move || !current) {
        current = { points: [], curved: [], box: { x0: 0, y0: 0, x1: 0, y1: 0 }, rectangular: true }
        paths.push(current)
      }
      current.points.push(point)
      current.curved.push(type === SEGMENT.bezier)
      if (call.FPDFPathSegment_GetClose!(segment) && current.points.length > 1) {
        current.points.push(current.points[0]!)
        current.curved.push(false)
      }
    }
    for (const p of paths) {
      const xs = p.points.map((q) => q.x)
      const ys = p.points.map((q) => q.y)
      p.box = { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
      p.rectangular =
        !p.curved.includes(true) &&
        p.points.length >= 4 &&
        p.points.every((q) => onEdge(q.x, p.box.x0, p.box.x1) && onEdge(q.y, p.box.y0, p.box.y1))
    }
    return paths
  }
}

interface Subpath {
  points: { x: number; y: number }[]
  curved: boolean[]
  box: Box
  rectangular: boolean
}

const onEdge = (v: number, low: number, high: number): boolean =>
  Math.abs(v - low) < 0.1 || Math.abs(v - high) < 0.1

export function clipped(box: Box, clip: Box | undefined): Box | undefined {
  if (!clip) return box
  const cut = {
    x0: Math.max(box.x0, clip.x0),
    y0: Math.max(box.y0, clip.y0),
    x1: Math.min(box.x1, clip.x1),
    y1: Math.min(box.y1, clip.y1),
  }
  return cut.x1 > cut.x0 && cut.y1 > cut.y0 ? cut : undefined
}

/** A line is seen where its clip lets it through; half a point of slack, since borders are drawn on clip edges. */
function clippedRuling(r: Ruling, clip: Box | undefined): Ruling | undefined {
  if (!clip) return r
  const [low, high, start, end] =
    r.direction === 'horizontal' ? [clip.y0, clip.y1, clip.x0, clip.x1] : [clip.x0, clip.x1, clip.y0, clip.y1]
  const slack = 0.5 + r.thickness
  if (r.at < low - slack || r.at > high + slack) return undefined
  const from = Math.max(r.from, start)
  const to = Math.min(r.to, end)
  return to - from > 0.5 ? { ...r, from, to } : undefined
}
