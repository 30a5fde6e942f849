import type { Line } from '../model/document.js'
import { around, type Box } from '../model/geometry.js'
import { numberingOf } from '../model/printed/list-number.js'
import { concat, emptyText, type Text } from '../model/text.js'

/** Running text of one or more lines; may go on over a page end. */
export interface RawParagraph {
  text: Text
  lines: Line[]
  page: number
  box: Box
}

/** First lines are set in by two characters; half of one is enough to tell (share of the type size). */
const INDENT = 1.2
/** A line ends its paragraph where the next line's first word would still have fitted, with this much to spare. */
const SPARE = 1.6
/** Lines further apart than this many line heights belong to different paragraphs. */
const FAR = 2.2
/** Sizes of type in one paragraph differ by less than this share. */
const SAME_SIZE = 0.25
/** Lines that begin at one edge do so within half a character. */
const SAME_EDGE = 0.5
/** First lines are set in by no more than this (share of the type size). */
const FIRST_LINE = 3
/** Lines of text fill this share of their column. */
const WIDE = 0.6
/** What ends a sentence, or a name that may stand alone. */
const NAME_END = /[。；！？：:;）)”》表]$/
const SENTENCE_END = /[。；！？：:;]$/

/** `万元。主要用于…`: what follows is the unit of the figure before it. */
const UNIT_FIRST = /^(?:万元|亿元|元|[%％人名辆台个])/

export interface Column {
  left: number
  right: number
}

/** Margins of the running text of a page: where most long lines begin and end. */
export function columnOf(lines: Line[]): Column {
  const long = lines.filter((l) => l.text.text.length >= 12)
  const use = long.length >= 2 ? long : lines
  return { left: Math.min(...use.map((l) => l.box.x0)), right: Math.max(...use.map((l) => l.box.x1)) }
}

/** Whether a line goes on with the text of the line before it. */
export function goesOn(before: Line, line: Line, column: Column, columnBefore: Column): boolean {
  const text = line.text.text.trimStart()
  const indented = line.box.x0 - column.left > INDENT * line.size
  const endsShort = !isFull(before, line, columnBefore)
  const samePage = before.page === line.page
  if (samePage && line.box.y0 - before.box.y1 > FAR * Math.max(line.size, before.size)) return false
  if (Math.abs(before.size - line.size) > SAME_SIZE * Math.max(before.size, line.size)) return false
  // Ragged lines of a narrow box: an unfinished sentence goes on whatever its length.
  if (endsShort)
    return (
      !indented &&
      !SENTENCE_END.test(before.text.text.trim()) &&
      !numberingOf(text) &&
      samePage &&
      endsOpen(before)
    )
  if (indented) return false
  if (numberingOf(text) && SENTENCE_END.test(before.text.text.trim())) return false
  return true
}

/** Whether the next line's first word would not have fitted on a line. */
export const isFull = (line: Line, next: Line, column: Column): boolean =>
  column.right - line.box.x1 <= firstWordWidth(next) + SPARE * line.size

/** In a block that is set in as a whole a full line without an end goes on at its own left edge or further left. */
export function goesOnSetIn(before: Line, line: Line, columnBefore: Column): boolean {
  const close = line.box.y0 - before.box.y1 <= FAR * Math.max(line.size, before.size)
  return (
    (close || before.page !== line.page) &&
    Math.abs(before.size - line.size) <= SAME_SIZE * Math.max(before.size, line.size) &&
    isFull(before, line, columnBefore) &&
    line.box.x0 <= before.box.x0 + SAME_EDGE * line.size &&
    !SENTENCE_END.test(before.text.text.trim()) &&
    !numberingOf(line.text.text.trimStart())
  )
}

/** Ragged lines: one that is no sentence yet goes on at the left edge, if it is wide enough to be text or is not the first. */
export function goesOnRagged(open: Line[], line: Line, column: Column, columnBefore: Column): boolean {
  const before = open.at(-1) as Line
  const width = (columnBefore.right - columnBefore.left) * WIDE
  return (
    (before.page !== line.page || line.box.y0 - before.box.y1 <= FAR * Math.max(line.size, before.size)) &&
    Math.abs(before.size - line.size) <= SAME_SIZE * Math.max(before.size, line.size) &&
    line.box.x0 - column.left <= INDENT * line.size &&
    before.box.x0 - columnBefore.left <= FIRST_LINE * before.size &&
    !NAME_END.test(before.text.text.trim()) &&
    !numberingOf(line.text.text.trimStart()) &&
    (open.length > 1 || before.box.x1 - before.box.x0 >= width)
  )
}

/** A figure and its unit are one, over the end of a page too, and make no heading. */
export const unitFollows = (before: Line, line: Line): boolean =>
  /\d$/.test(before.text.text.trim()) && UNIT_FIRST.test(line.text.text.trimStart())

/** Numbers and Latin words are not broken at line ends, Han characters are. Points. */
function firstWordWidth(line: Line): number {
  const glyphs = line.text.glyphs.filter((g) => g !== null)
  const first = glyphs[0]
  if (!first) return 0
  // `（项）。` is not torn from its brackets.
  const bracketed = /^[（(][^）)]{1,3}[）)][。，；、]?/.exec(line.text.text.trimStart())
  if (bracketed) {
    const end = glyphs[Math.min(bracketed[0].length, glyphs.length) - 1]
    return (end?.x1 ?? first.x1) - first.x0
  }
  let last = first
  for (const g of glyphs.slice(1)) {
    if (!/[\dA-Za-z.,%]/.test(g.text) || !/[\dA-Za-z.,%“（(]/.test(last.text)) break
    last = g
  }
  return last.x1 - first.x0
}

/** A line that ends in the middle of a figure or after a comma is not finished. */
const endsOpen = (line: Line): boolean => /[，、,（(\d]$|[\d.]万$|[的和与及]$/.test(line.text.text.trim())

const SPACE: Text = { text: ' ', glyphs: [null] }

/** Joins lines to one text: no space between Han characters and digits, one between Latin words. */
export function joinLines(lines: Line[]): RawParagraph {
  const parts: Text[] = []
  for (const line of lines) {
    const part = unspaced(line.text)
    if (/[A-Za-z]$/.test(parts.at(-1)?.text ?? '') && /^[A-Za-z]/.test(part.text)) parts.push(SPACE)
    if (part.text !== '') parts.push(part)
  }
  const text = concat(parts)
  const first = lines[0] as Line
  const box = around(lines.filter((l) => l.page === first.page).map((l) => l.box)) as Box
  return { text, lines, page: first.page, box }
}

/** Removes spaces but those between Latin words or between two numbers. */
export function unspaced(t: Text): Text {
  const out = emptyText()
  for (let i = 0; i < t.text.length; i++) {
    const c = t.text[i] as string
    if (/\s/.test(c)) {
      const before = t.text[i - 1] ?? ''
      const after = t.text[i + 1] ?? ''
      const keep =
        (/[A-Za-z]/.test(before) && /[A-Za-z]/.test(after)) || (/\d/.test(before) && /\d/.test(after))
      if (!keep) continue
    }
    out.text += c
    out.glyphs.push(t.glyphs[i] ?? null)
  }
  return out
}
