import { around, type Box } from './geometry.js'
import type { Glyph } from './page.js'

/**
 * A string whose every UTF-16 code unit knows the glyph it came from.
 * `glyphs.length === text.length`; `null` stands for a space that no glyph drew.
 */
export interface Text {
  text: string
  glyphs: (Glyph | null)[]
}

export const emptyText = (): Text => ({ text: '', glyphs: [] })

/** The characters from `start` to `end` (exclusive) with their glyphs. */
export const slice = (t: Text, start: number, end?: number): Text => ({
  text: t.text.slice(start, end),
  glyphs: t.glyphs.slice(start, end),
})

export function concat(parts: Text[]): Text {
  const whole = emptyText()
  for (const { text, glyphs } of parts) {
    whole.text += text
    for (const glyph of glyphs) whole.glyphs.push(glyph)
  }
  return whole
}

/** Keeps the characters for which `keep` is true, glyphs along with them. */
export function filterText(t: Text, keep: (char: string, index: number) => boolean): Text {
  const kept = emptyText()
  for (let i = 0; i < t.text.length; i++) {
    const char = t.text[i] as string
    if (!keep(char, i)) continue
    kept.text += char
    kept.glyphs.push(t.glyphs[i] ?? null)
  }
  return kept
}

/** Text without any white space, for comparing and matching. */
export const withoutSpaces = (t: Text): Text => filterText(t, (c) => !/\s/.test(c))

/** Where a text stands: the page of its first glyph and the box of its glyphs on that page. */
export function placeOf(t: Text): { page: number; box: Box } | undefined {
  const first = t.glyphs.find((g) => g !== null)
  if (!first) return undefined
  const box = around(t.glyphs.filter((g): g is Glyph => g !== null && g.page === first.page))
  return box && { page: first.page, box }
}
