import type { Box } from '../../model/geometry.js'
import type { Glyph, Page, Ruling } from '../../model/page.js'
import { mergeRulings, rulingOf } from '../pdf/rulings.js'
import { pointsOf, scaleOf } from './measures.js'
import { isPlaced, type PlacedPage } from './placed.js'
import { advance, largest } from './set.js'
import type { StyleSheet } from './style-sheet.js'
import { type Element, isBlock } from './tree.js'

/** Type and lines of text that has no style of its own, points and type sizes. */
const ORDINARY_SIZE = 12
const ORDINARY_LEADING = 1.2
/** Around what stands furthest out where a page does not say how large it is, points. */
const MARGIN = 36
const SIDES = ['top', 'right', 'bottom', 'left'] as const
const UNSEEN = /^(?:none|hidden)|\btransparent\b|#fff(?:fff)?\b|\bwhite\b|rgba\([^)]*,\s*0\)/

type Style = Record<string, string>

/** How text looks, as it is inherited. */
interface Type {
  size: number
  bold: boolean
  leading: number
  spacing: number
  keepsSpaces: boolean
}

/** Glyphs and rulings of a page drawn by coordinates, where they stand: a page as a PDF would give it. */
export function drawn(page: PlacedPage, sheet: StyleSheet): Page {
  const glyphs: Glyph[] = []
  const lines: Ruling[] = []
  const ordinary = { size: ORDINARY_SIZE, bold: false, leading: 0, spacing: 0, keepsSpaces: false }
  let type: Type = ordinary
  page.ancestors.forEach((element, i) => {
    type = typeOf(sheet.styleOf(element, page.ancestors.slice(0, i)), element, type)
  })
  const own = sheet.styleOf(page.element, page.ancestors)
  const width = pointsOf(own.width?.includes('%') ? undefined : own.width, 0, type.size)
  const height = pointsOf(own.height?.includes('%') ? undefined : own.height, 0, type.size)
  const room = { x0: 0, y0: 0, x1: width ?? 595, y1: height ?? 842 }
  children(page.element, page.ancestors, room, typeOf(own, page.element, type))
  const rulings = mergeRulings(lines)
  const rights = [
    ...glyphs.map((g) => g.x1),
    ...rulings.map((r) => (r.direction === 'vertical' ? r.at : r.to)),
  ]
  const feet = [...glyphs.map((g) => g.y1), ...rulings.map((r) => (r.direction === 'vertical' ? r.to : r.at))]
  return {
    number: 0,
    width: Math.ceil(Math.max(width ?? 0, largest(rights) + (width ? 0 : MARGIN))),
    height: Math.ceil(Math.max(height ?? 0, largest(feet) + (height ? 0 : MARGIN))),
    glyphs,
    rulings,
    pictures: [],
    hidden: [],
    method: 'text',
  }

  function children(element: Element, ancestors: Element[], around: Box, outer: Type): void {
    const within = [...ancestors, element]
    for (const child of element.children) {
      if (typeof child === 'string') continue
      const style = sheet.styleOf(child, within)
      const inner = typeOf(style, child, outer)
      if (!isPlaced(style)) children(child, within, around, inner)
      else place(child, within, placeOf(style, around, inner), style, inner)
    }
  }

  /** A placed element: its borders, its text, and what is placed inside of it. */
  function place(element: Element, ancestors: Element[], at: Place, style: Style, own: Type): void {
    const text = linesOf(element, ancestors, own)
    const wide = at.width ?? largest(text.map((l) => l.width))
    const leading = own.leading || own.size * ORDINARY_LEADING
    const high = at.height ?? text.length * leading
    const left = at.left ?? (at.right as number) - wide
    const top = at.top ?? (at.bottom as number) - high
    text.forEach((line, i) => {
      const free = Math.max(0, wide - line.width)
      const from = style['text-align'] === 'right' ? free : style['text-align'] === 'center' ? free / 2 : 0
      for (const c of line.characters) {
        const y0 = top + i * leading + (leading - c.size) / 2
        glyphs.push({
          text: c.text,
          // The page is numbered when all are known.
          page: 0,
          x0: left + from + c.x,
          y0,
          x1: left + from + c.x + c.width,
          y1: y0 + c.size,
          size: c.size,
          bold: c.bold,
          confidence: 1,
        })
      }
    })
    const box = { x0: left, y0: top, x1: left + wide, y1: top + high }
    lines.push(...borders(style, box, own.size))
    children(element, ancestors, box, own)
  }

  /** The text of an element that is not placed inside of it, by lines. */
  function linesOf(element: Element, ancestors: Element[], outer: Type): TextLine[] {
    const out: TextLine[] = [{ characters: [], width: 0 }]
    enter(element, ancestors, outer)
    return out.filter((l) => l.characters.length > 0)

    function enter(at: Element, above: Element[], own: Type): void {
      const within = [...above, at]
      for (const child of at.children) {
        if (typeof child === 'string') write(child, own)
        else if (child.tag === 'br') out.push({ characters: [], width: 0 })
        else {
          const style = sheet.styleOf(child, within)
          if (isPlaced(style)) continue
          if (isBlock(child)) out.push({ characters: [], width: 0 })
          enter(child, within, typeOf(style, child, own))
          if (isBlock(child)) out.push({ characters: [], width: 0 })
        }
      }
    }

    function write(text: string, own: Type): void {
      const shown = own.keepsSpaces ? text.replace(/[\r\n]+/g, '') : text.replace(/[ \t\r\n]+/g, ' ')
      for (const character of shown) {
        const line = out.at(-1) as TextLine
        // White space before the first character of a line folds away.
        if (character === ' ' && line.characters.length === 0 && !own.keepsSpaces) continue
        if (/[\p{Cc}\p{Cf}]/u.test(character)) continue
        const width = advance(character) * own.size
        if (character.trim() !== '')
          line.characters.push({ text: character, x: line.width, width, size: own.size, bold: own.bold })
        line.width += width + own.spacing
      }
    }
  }
}

interface TextLine {
  characters: { text: string; x: number; width: number; size: number; bold: boolean }[]
  width: number
}

/** Where an element stands, from the top left of its page; one of left and right, one of top and bottom is known. */
interface Place {
  left: number | undefined
  right: number | undefined
  top: number | undefined
  bottom: number | undefined
  width: number | undefined
  height: number | undefined
}

function placeOf(style: Style, around: Box, { size }: Type): Place {
  const wide = around.x1 - around.x0
  const high = around.y1 - around.y0
  const left = pointsOf(style.left, wide, size)
  const right = pointsOf(style.right, wide, size)
  const top = pointsOf(style.top, high, size)
  const bottom = pointsOf(style.bottom, high, size)
  return {
    left: left === undefined ? undefined : around.x0 + left,
    right: right === undefined ? undefined : around.x1 - right,
    top: top === undefined ? undefined : around.y0 + top,
    bottom: bottom === undefined ? undefined : around.y1 - bottom,
    width: pointsOf(style.width, wide, size),
    height: pointsOf(style.height, high, size),
  }
}

function typeOf(style: Style, { tag }: Element, outer: Type): Type {
  const size = (pointsOf(style['font-size'], outer.size, outer.size) ?? outer.size) * scaleOf(style.transform)
  const height = style['line-height']
  const leading = /^[\d.]+$/.test(height ?? '') ? Number(height) * size : pointsOf(height, size, size)
  const weight = style['font-weight']
  return {
    size,
    bold: weight ? /^(?:bold|[6-9]00)/.test(weight) : outer.bold || /^(?:b|strong|th|h[1-6])$/.test(tag),
    leading: leading ?? outer.leading,
    spacing: pointsOf(style['letter-spacing'], 0, size) ?? outer.spacing,
    keepsSpaces: style['white-space'] ? /^(?:pre|break)/.test(style['white-space']) : outer.keepsSpaces,
  }
}

/** Sides of a box that are drawn, or the box itself where it is so thin that it is a line. */
function borders(style: Style, box: Box, size: number): Ruling[] {
  const out: Ruling[] = []
  for (const side of SIDES) {
    const thickness = borderWidth(style, side, size)
    if (thickness <= 0) continue
    const across = side === 'top' || side === 'bottom'
    const line: Ruling = across
      ? { direction: 'horizontal', at: side === 'top' ? box.y0 : box.y1, from: box.x0, to: box.x1, thickness }
      : { direction: 'vertical', at: side === 'left' ? box.x0 : box.x1, from: box.y0, to: box.y1, thickness }
    if (line.to > line.from) out.push(line)
  }
  const ground = style['background-color'] ?? style.background ?? ''
  const thin = ground !== '' && !UNSEEN.test(ground) ? rulingOf(box, 0) : undefined
  return thin ? [...out, thin] : out
}

/** Thickness in points; 0 where nothing is drawn. */
function borderWidth(style: Style, side: (typeof SIDES)[number], size: number): number {
  const own = style[`border-${side}`] ?? style.border ?? ''
  const kind = style[`border-${side}-style`] ?? style['border-style'] ?? own
  const colour = style[`border-${side}-color`] ?? style['border-color'] ?? own
  if (kind === '' || /\b(?:none|hidden)\b/.test(kind) || UNSEEN.test(colour)) return 0
  const width =
    style[`border-${side}-width`] ?? style['border-width'] ?? /[\d.]+(?:pt|px|em|mm|cm)/.exec(own)?.[0]
  // Said without a width a border is `medium`.
  return pointsOf(width, 0, size) ?? 2
}
