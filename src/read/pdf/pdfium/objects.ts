import { around, type Box } from '../../../model/geometry.js'
import type { Ruling } from '../../../model/page.js'
import { isDisplayFace } from '../characters.js'
import { clipped, narrowed } from '../clip.js'
import { type Matrix, multiply, scaleOf, transformBox, transformPoint } from '../page-space.js'
import { addRulings, type Subpath, showsOnPaper } from '../paths.js'
import { mergeRulings } from '../rulings.js'
import type { Engine } from './engine.js'

/** What PDFium calls the kinds of page objects. */
const OBJECT = { text: 1, path: 2, image: 3, form: 5 } as const
const SEGMENT = { line: 0, bezier: 1, move: 2 } as const
/** How text is drawn. */
const RENDER = { fillAndStroke: 2, invisible: 3 } as const
/** Forms inside forms beyond this depth are made to trap readers. */
const MAX_DEPTH = 8

/** What the glyphs of one text object share. */
export interface TextTraits {
  /** Visible part in view space; undefined = the whole page. */
  clip: Box | undefined
  invisible: boolean
  bold: boolean
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
      case OBJECT.text: {
        const mode = call.FPDFTextObj_GetTextRenderMode!(object)
        this.texts.set(object, {
          clip: this.clipOf(object, matrix, outerClip),
          invisible: mode === RENDER.invisible,
          // Fill and stroke is how office suites fake bold type.
          bold: mode === RENDER.fillAndStroke || this.isBold(call.FPDFTextObj_GetFont!(object)),
        })
        break
      }
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
      const points: Box[] = []
      for (let s = 0; s < segments; s++) {
        const segment = call.FPDFClipPath_GetPathSegment!(path, p, s)
        if (!call.FPDFPathSegment_GetPoint!(segment, this.scratch, this.scratch + 4)) continue
        const x = this.engine.HEAPF32[this.scratch >> 2]!
        const y = this.engine.HEAPF32[(this.scratch >> 2) + 1]!
        points.push(transformBox(matrix, x, y, x, y))
      }
      const box = around(points)
      if (box) clip = narrowed(clip, box)
    }
    return clip
  }

  private isBold(font: number): boolean {
    const { call, HEAPU8 } = this.engine
    if (!font) return false
    let bold = this.boldFonts.get(font)
    if (bold === undefined) {
      const length = Math.min(call.FPDFFont_GetBaseFontName!(font, this.scratch, 128), 128)
      const name = new TextDecoder().decode(
        HEAPU8.slice(this.scratch, this.scratch + Math.max(0, length - 1)),
      )
      bold = isDisplayFace(name) || call.FPDFFont_GetWeight!(font) >= 700
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
    const pen = { fill, stroke, width: strokeWidth * scaleOf(full) }
    addRulings(this.pieces, this.subpaths(object, full), pen, clip)
  }

  private unseen(object: number, stroke: boolean): boolean {
    const s = this.scratch
    const get = stroke ? 'FPDFPageObj_GetStrokeColor' : 'FPDFPageObj_GetFillColor'
    if (!this.engine.call[get]!(object, s, s + 4, s + 8, s + 12)) return false
    const c = this.engine.HEAPU32
    const i = s >> 2
    return !showsOnPaper(c[i]!, c[i + 1]!, c[i + 2]!, c[i + 3]!)
  }

  private subpaths(object: number, matrix: Matrix): Subpath[] {
    const { call } = this.engine
    const count = call.FPDFPath_CountSegments!(object)
    const paths: Subpath[] = []
    let current: Subpath | undefined
    for (let i = 0; i < count; i++) {
      const segment = call.FPDFPath_GetPathSegment!(object, i)
      if (!call.FPDFPathSegment_GetPoint!(segment, this.scratch, this.scratch + 4)) continue
      const f = this.engine.HEAPF32
      const point = transformPoint(matrix, f[this.scratch >> 2]!, f[(this.scratch >> 2) + 1]!)
      const type = call.FPDFPathSegment_GetType!(segment)
      if (type === SEGMENT.move || !current) {
        current = { points: [], curved: [] }
        paths.push(current)
      }
      current.points.push(point)
      current.curved.push(type === SEGMENT.bezier)
      if (call.FPDFPathSegment_GetClose!(segment) && current.points.length > 1) {
        current.points.push(current.points[0]!)
        current.curved.push(false)
      }
    }
    return paths
  }
}
