import { SPREAD_WORD } from '../../catalogue/cell-words.js'
import { around, type Box } from '../../model/geometry.js'
import type { Glyph, Ruling } from '../../model/page.js'
import { isAmount, isFigure, isNumber } from '../../model/printed/number.js'
import { captionKind } from '../captions.js'
import { spaced } from '../lines.js'
import { COLUMN_GAP, LEVEL, LONGEST_CELL, WRAPPED_PITCH } from '../measures.js'

const SENTENCE = /[。；：:]|，.*，/

/** Words that stand together on one line: a cell, or a part of one. */
export interface Piece extends Box {
  text: string
  glyphs: Glyph[]
}

/** One printed line of pieces. */
export interface Row {
  pieces: Piece[]
  top: number
  bottom: number
  size: number
  /** Has figures beside words, or two figures. */
  data: boolean
}

const textOf = (glyphs: Glyph[]): string => glyphs.map((g) => g.text).join('')

export function rowOf(band: Glyph[]): Row {
  const groups: Glyph[][] = []
  for (const g of band) {
    const last = groups.at(-1)?.at(-1)
    const group = groups.at(-1)
    const glued = last && g.x0 - last.x1 <= COLUMN_GAP * Math.min(g.size, last.size)
    // A whole amount and the name behind it are two cells, however close they stand.
    const parted = group && /\p{Script=Han}|[（(“]/u.test(g.text) && isAmount(textOf(group))
    if (group && glued && !parted) group.push(g)
    else groups.push([g])
  }
  const cells = groups.reduce<Glyph[][]>((out, group) => {
    const last = out.at(-1)
    if (last && SPREAD_WORD.test(textOf([...last, ...group]))) last.push(...group)
    else out.push([...group])
    return out
  }, [])
  const pieces = cells.map((group) => ({
    ...(around(group) as Box),
    text: spaced(group).text.replace(/\s+/g, ''),
    glyphs: group,
  }))
  const box = around(band) as Box
  const figures = pieces.filter((p) => isFigure(p.text)).length
  const words = pieces.some((p) => !isNumber(p.text))
  return {
    pieces,
    top: box.y0,
    bottom: box.y1,
    size: (band[band.length >> 1] as Glyph).size,
    data: (figures > 0 && words) || figures > 1,
  }
}

const isLabelled = (row: Row): boolean =>
  row.data && row.pieces.some((p) => !isNumber(p.text) || /^\d{3,7}$/.test(p.text))

/** Names in several columns whose figures are blank: a row of lists that stand side by side. */
export const inColumns = (row: Row, data: Row[]): boolean =>
  row.pieces.filter((p) => data.some((r) => r.pieces.some((o) => Math.abs(o.x0 - p.x0) <= LEVEL))).length > 1

export const middle = (row: Row): number => (row.top + row.bottom) / 2

export const isCells = (row: Row): boolean =>
  row.pieces.every((p) => p.text.length <= LONGEST_CELL && !SENTENCE.test(p.text)) &&
  captionKind(row.pieces.map((p) => p.text).join('')) === 'none'

/** Lines of the body put together where a cell wrapped: lines without figures close to one with. */
export function wrappedTogether(body: Row[], rulings: Ruling[]): Row[][] {
  const across = rulings.filter((r) => r.direction === 'horizontal')
  const data = body.filter((r) => r.data)
  const whole = body.filter((r) => r.data || inColumns(r, data))
  const pitches = whole.slice(1).map((r, i) => middle(r) - middle(whole[i] as Row))
  const pitch = [...pitches].sort((a, b) => a - b)[pitches.length >> 1] ?? 0
  const top = body[0] as Row
  const bottom = body.at(-1) as Row
  // Rows parted by lines: what no line parts is one row.
  const lined = across.filter((l) => l.at > top.top && l.at < bottom.bottom).length >= 0.7 * data.length
  const groups: Row[][] = []
  for (const row of body) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const near = before && middle(row) - middle(before) < WRAPPED_PITCH * pitch
    const parted = before && across.some((l) => l.at > middle(before) && l.at < middle(row))
    // A long number can break too: its halves have no words beside them.
    const both = last?.some(isLabelled) && isLabelled(row)
    if (last && !both && !parted && (near || lined)) last.push(row)
    else groups.push([row])
  }
  return groups
}

/** Edges between the rows of the body: the first row's top to the last row's bottom. */
export function edgesOf(bands: Row[][]): number[] {
  const tops = bands.map((b) => Math.min(...b.map((r) => r.top)))
  const bottoms = bands.map((b) => Math.max(...b.map((r) => r.bottom)))
  return [
    (tops[0] as number) - 1,
    ...tops.slice(1).map((top, i) => ((bottoms[i] as number) + top) / 2),
    (bottoms.at(-1) as number) + 1,
  ]
}
