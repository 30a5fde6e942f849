import { type Box, overlap } from '../model/geometry.js'
import type { Glyph, Ruling } from '../model/page.js'
import { connected, type Grid } from './grid.js'
import { bandsOf, lineOf } from './lines.js'
import { AT_LINE, EDGE_DRAWN, FEWEST_MARKS, LABELS, ONE_LINE } from './measures.js'

/** A grid of lines that is a diagram: its box with frame, scale and labels. */
export function chartAt(grid: Grid, rulings: Ruling[], glyphs: Glyph[]): Box | undefined {
  const marks = marksBeside(grid, glyphs)
  if (marks.length === 0 && !isUnframed(grid, rulings)) return undefined
  return frameAround(grid.box, rulings) ?? withLabels(grid.box, marks, glyphs)
}

/** Numbers outside the lines that count up evenly from line to line: the scale of an axis. */
function marksBeside(grid: Grid, glyphs: Glyph[]): Glyph[] {
  const { box, xs, ys } = grid
  const outside = (g: Glyph) => g.x1 <= box.x0 || g.x0 >= box.x1
  const beside = glyphs.filter((g) => outside(g) && g.y1 > box.y0 - g.size && g.y0 < box.y1 + g.size)
  for (const side of [beside.filter((g) => g.x1 <= box.x0), beside.filter((g) => g.x0 >= box.x1)]) {
    const marks = bandsOf(side).map((band) => ({ band, at: middle(band, 'y'), value: markValue(band) }))
    const atLines = marks.filter((m) => ys.some((y) => Math.abs(y - m.at) < AT_LINE * sizeOf(m.band)))
    if (isScale(atLines)) return atLines.flatMap((m) => m.band)
  }
  const below = glyphs.filter((g) => g.y0 >= box.y1 && g.y0 < box.y1 + LABELS * g.size)
  const numbers = wordsOf(bandsOf(below)[0] ?? []).map((band) => ({
    band,
    at: middle(band, 'x'),
    value: markValue(band),
  }))
  const atLines = numbers.filter((m) => xs.some((x) => Math.abs(x - m.at) < AT_LINE * sizeOf(m.band)))
  return isScale(atLines) ? atLines.flatMap((m) => m.band) : []
}

interface Mark {
  band: Glyph[]
  at: number
  value: number
}

/** Steps of one size from mark to mark, in value and on the page. */
function isScale(marks: Mark[]): boolean {
  if (marks.length < FEWEST_MARKS || marks.some((m) => Number.isNaN(m.value))) return false
  const even = (of: (m: Mark) => number, within: number) => {
    const steps = marks.slice(1).map((m, i) => of(m) - of(marks[i] as Mark))
    return steps[0] !== 0 && steps.every((s) => Math.abs(s - (steps[0] as number)) <= within)
  }
  const unit = Math.abs((marks[1] as Mark).value - (marks[0] as Mark).value)
  return even((m) => m.value, unit / 1000) && even((m) => m.at, ONE_LINE)
}

const markValue = (band: Glyph[]): number => {
  const text = lineOf(band).text.text.replace(/[,，\s]/g, '')
  return /^-?\d+(?:\.\d+)?%?$/.test(text) ? Number.parseFloat(text) : Number.NaN
}

const sizeOf = (band: Glyph[]): number => (band[0] as Glyph).size

const middle = (band: Glyph[], axis: 'x' | 'y'): number =>
  axis === 'y'
    ? ((band[0] as Glyph).y0 + (band[0] as Glyph).y1) / 2
    : ((band[0] as Glyph).x0 + (band.at(-1) as Glyph).x1) / 2

/** The words of a line, each apart from the next by more than half its height. */
function wordsOf(band: Glyph[]): Glyph[][] {
  const words: Glyph[][] = []
  for (const g of band) {
    const last = words.at(-1)?.at(-1)
    if (last && g.x0 - last.x1 < g.size / 2) words.at(-1)?.push(g)
    else words.push([g])
  }
  return words
}

/** A table has at least its top or a side; bars on a line have none that is drawn whole. */
function isUnframed({ box, open }: Grid, rulings: Ruling[]): boolean {
  const share = (direction: Ruling['direction'], at: number, from: number, to: number) => {
    let end = from
    let covered = 0
    const parts = rulings.filter((r) => r.direction === direction && Math.abs(r.at - at) <= ONE_LINE)
    for (const part of parts.sort((a, b) => a.from - b.from)) {
      covered += Math.max(0, overlap(Math.max(part.from, end), part.to, from, to))
      end = Math.max(end, part.to)
    }
    return covered / (to - from)
  }
  return (
    !open?.top &&
    share('horizontal', box.y0, box.x0, box.x1) < EDGE_DRAWN &&
    share('vertical', box.x0, box.y0, box.y1) < EDGE_DRAWN &&
    share('vertical', box.x1, box.y0, box.y1) < EDGE_DRAWN
  )
}

/** A frame drawn around the lines, which holds title and labels as well. */
function frameAround(inner: Box, rulings: Ruling[]): Box | undefined {
  const frames = connected(rulings).flatMap((group) => {
    const across = group.filter((r) => r.direction === 'horizontal').map((r) => r.at)
    const down = group.filter((r) => r.direction === 'vertical').map((r) => r.at)
    if (across.length < 2 || down.length < 2) return []
    return { x0: Math.min(...down), x1: Math.max(...down), y0: Math.min(...across), y1: Math.max(...across) }
  })
  return frames.find((f) => f.x0 < inner.x0 && f.x1 > inner.x1 && f.y0 < inner.y0 && f.y1 > inner.y1)
}

function withLabels(box: Box, marks: Glyph[], glyphs: Glyph[]): Box {
  const size = (marks[0] ?? glyphs[0])?.size ?? 0
  return {
    x0: Math.min(box.x0, ...marks.map((g) => g.x0)),
    x1: Math.max(box.x1, ...marks.map((g) => g.x1)),
    y0: box.y0 - LABELS * size,
    y1: box.y1 + LABELS * size,
  }
}
