import type { Leaf } from '../model/document.js'
import type { Box } from '../model/geometry.js'
import type { Page, Ruling } from '../model/page.js'
import { linesOf } from './lines.js'

/** An open booklet lies: two sheets side by side, upright or lying, are so many times as wide as high. */
const LYING = { from: 1.25, to: 3 }
/** The gutter runs through the middle of the picture: shares of its width … */
const MIDDLE = { from: 0.4, to: 0.6 }
/** … and is free of print on so much of it: two margins. */
const GUTTER = 0.04
/** Two A4 pages, with what a scanner cuts off, points²: a smaller picture may be one page that lies … */
const TWO_SHEETS = 1.75 * 595 * 842
/** … and unless so many of its size have a gutter too: a booklet lies open from cover to cover. */
const USUALLY = 0.75
/** Page numbers stand so near the foot, share of the height. */
const FOOT = 0.12
const NUMBER = /^\D{0,3}(\d{1,4})\D{0,3}$/

/** A page with the leaf that it is; a page that is no open booklet is none. */
export interface LeafPage {
  page: Page
  leaf?: Leaf
}

/**
 * Pages as they were printed: a picture of an open booklet is its two leaves, numbered on in the order of reading.
 * Files without one keep their pages and numbers.
 */
export function leavesOf(pages: readonly Page[]): LeafPage[] {
  const gutters = pages.map(gutterOf)
  const numbered = new Set(pages.filter((p, i) => bearsTwoNumbers(p, gutters[i])).map(sizeOf))
  const isOpen = (page: Page): boolean => {
    const alike = gutters.filter((_, i) => sizeOf(pages[i] as Page) === sizeOf(page))
    const open = alike.filter((gutter) => gutter !== undefined).length
    return page.width * page.height >= TWO_SHEETS && open >= USUALLY * alike.length
  }
  const open = pages.map((p, i) =>
    gutters[i] !== undefined && (numbered.has(sizeOf(p)) || isOpen(p)) ? gutters[i] : undefined,
  )
  if (open.every((gutter) => gutter === undefined)) return pages.map((page) => ({ page }))
  const leaves = pages.flatMap((page, i): LeafPage[] => {
    const gutter = open[i]
    const side = (from: number, to: number): LeafPage => ({
      page: sideOf(page, from, to),
      leaf: { page: page.number, width: page.width, x: from },
    })
    return gutter === undefined ? [side(0, page.width)] : [side(0, gutter), side(gutter, page.width)]
  })
  return leaves.map(({ page, leaf }, i) => ({ page: renumbered(page, i + 1), ...(leaf ? { leaf } : {}) }))
}

/** Where the two leaves of an open booklet meet, points; none where print runs through the middle. */
function gutterOf(page: Page): number | undefined {
  const ratio = page.width / page.height
  if (ratio < LYING.from || ratio > LYING.to) return undefined
  const prints = [
    ...page.glyphs.filter((g) => g.text.trim() !== '').map((g) => [g.x0, g.x1] as const),
    ...page.rulings.filter((r) => r.direction === 'horizontal').map((r) => [r.from, r.to] as const),
  ].sort((a, b) => a[0] - b[0])
  let reached = 0
  let best: { at: number; width: number } | undefined
  for (const [from, to] of prints) {
    const at = (from + reached) / 2
    const isMiddle = reached > 0 && at >= MIDDLE.from * page.width && at <= MIDDLE.to * page.width
    if (isMiddle && from - reached > (best?.width ?? GUTTER * page.width))
      best = { at, width: from - reached }
    reached = Math.max(reached, to)
  }
  return best?.at
}

/** Sheets of one booklet are of one size. */
const sizeOf = (page: Page): string => `${Math.round(page.width)}×${Math.round(page.height)}`

/** `12` at the foot of the left side and `13` at that of the right. */
function bearsTwoNumbers(page: Page, gutter: number | undefined): boolean {
  if (gutter === undefined) return false
  const foot = page.glyphs.filter((g) => g.y0 >= (1 - FOOT) * page.height)
  const [left, right] = [foot.filter((g) => g.x0 < gutter), foot.filter((g) => g.x0 >= gutter)].map(
    (glyphs) => NUMBER.exec(linesOf(glyphs).at(-1)?.text.text.replace(/\s/g, '') ?? '')?.[1],
  )
  return left !== undefined && Number(right) === Number(left) + 1
}

/** What stands between two x of a page, as a page of its own. */
function sideOf(page: Page, from: number, to: number): Page {
  const isHere = (b: Box) => (b.x0 + b.x1) / 2 >= from && (b.x0 + b.x1) / 2 < to
  const moved = <T extends Box>(b: T): T => ({ ...b, x0: b.x0 - from, x1: b.x1 - from })
  return {
    ...page,
    width: to - from,
    glyphs: page.glyphs.filter(isHere).map(moved),
    hidden: page.hidden.filter(isHere).map(moved),
    pictures: page.pictures.filter((p) => p.x1 > from && p.x0 < to).map(moved),
    rulings: page.rulings.flatMap((r) => rulingWithin(r, from, to)),
  }
}

const rulingWithin = (r: Ruling, from: number, to: number): Ruling[] => {
  const [at, end] = r.direction === 'vertical' ? [r.at, r.at] : [r.from, r.to]
  if ((at + end) / 2 < from || (at + end) / 2 >= to) return []
  return r.direction === 'vertical'
    ? [{ ...r, at: r.at - from }]
    : [{ ...r, from: r.from - from, to: r.to - from }]
}

const renumbered = (page: Page, number: number): Page => ({
  ...page,
  number,
  glyphs: page.glyphs.map((g) => ({ ...g, page: number })),
  hidden: page.hidden.map((g) => ({ ...g, page: number })),
})
