import type { Line } from '../model/document.js'
import { around, overlap } from '../model/geometry.js'
import type { Glyph } from '../model/page.js'
import type { Text } from '../model/text.js'

/** Share of the lower of two characters that has to overlap for them to stand on one line. */
const SAME_LINE = 0.5
/** A gap wider than this (in type heights) parts words; justified Han text stays below one. */
const WORD_GAP = 1
/** Latin words are set closer. */
const LATIN_GAP = 0.22

/** Groups glyphs into lines by geometry, top to bottom, each in reading order. */
export function linesOf(glyphs: Glyph[]): Line[] {
  return bandsOf(glyphs).map((band) => lineOf(band))
}

/**
 * Bands of glyphs that stand on one line: digits and Han characters often sit on slightly different baselines,
 * so a glyph joins the band whose core it overlaps by half its height.
 */
export function bandsOf(glyphs: Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => a.y0 + a.y1 - (b.y0 + b.y1))
  const bands: { top: number; bottom: number; glyphs: Glyph[] }[] = []
  for (const g of sorted) {
    let home: (typeof bands)[number] | undefined
    // Sorted by middle: only the last few bands can still reach this glyph.
    for (let i = bands.length - 1; i >= 0 && i >= bands.length - 4; i--) {
      const band = bands[i] as (typeof bands)[number]
      const low = Math.min(g.y1 - g.y0, band.bottom - band.top)
      if (overlap(g.y0, g.y1, band.top, band.bottom) >= SAME_LINE * low) {
        home = band
        break
      }
    }
    if (home) {
      home.glyphs.push(g)
      // The core follows the tallest ordinary glyph, so that one odd box does not swallow the next line.
      if (g.y1 - g.y0 > home.bottom - home.top && g.y1 - g.y0 < 1.4 * (home.bottom - home.top)) {
        home.top = g.y0
        home.bottom = g.y1
      }
    } else bands.push({ top: g.y0, bottom: g.y1, glyphs: [g] })
  }
  for (const band of bands) band.glyphs.sort((a, b) => a.x0 - b.x0)
  return bands.sort((a, b) => a.top - b.top).map((b) => b.glyphs)
}

/** A line from glyphs sorted by x. */
export function lineOf(glyphs: Glyph[]): Line {
  const box = around(glyphs) ?? { x0: 0, y0: 0, x1: 0, y1: 0 }
  const first = glyphs[0] as Glyph
  const sizes = glyphs.map((g) => g.size).sort((a, b) => a - b)
  return {
    page: first.page,
    box,
    text: spaced(glyphs),
    size: sizes[sizes.length >> 1] as number,
    bold: glyphs.filter((g) => g.bold).length * 2 > glyphs.length,
  }
}

/** Text of glyphs in order; a space where words are set apart, none between Han characters and digits. */
export function spaced(glyphs: Glyph[]): Text {
  let text = ''
  const source: (Glyph | null)[] = []
  for (let i = 0; i < glyphs.length; i++) {
    const g = glyphs[i] as Glyph
    const before = glyphs[i - 1]
    if (before) {
      const gap = g.x0 - before.x1
      const latin = /[A-Za-z]$/.test(before.text) && /^[A-Za-z]/.test(g.text)
      if (gap > (latin ? LATIN_GAP : WORD_GAP) * Math.min(g.size, before.size)) {
        text += ' '
        source.push(null)
      }
    }
    text += g.text
    for (let k = 0; k < g.text.length; k++) source.push(g)
  }
  return { text, glyphs: source }
}
