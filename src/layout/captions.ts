import {
  CONTINUED,
  CONTINUED_ALONE,
  MARKED_TITLE,
  MARKER,
  MARKER_AT_START,
  NOTE,
  OWNER,
  PERIOD,
  REFERENCE,
  TABLE_END,
  TABLE_WORD,
  TITLE_END,
  UNIT,
} from '../catalogue/caption-forms.js'
import type { Line } from '../model/document.js'
import type { Box } from '../model/geometry.js'
import { numberingOf } from '../model/printed/list-number.js'
import { concat, type Text, withoutSpaces } from '../model/text.js'
import {
  CAPTION_LINES,
  CAPTION_REACH,
  LONGEST_TITLE,
  NOTE_MARGIN,
  REMARK_REACH,
  ROOM_LEFT,
  SHORTEST_TITLE,
  TITLE_PITCH,
  TITLE_SIZE,
} from './measures.js'

/** What stands around a grid and belongs to it. */
export interface Captions {
  title: string
  titleBox?: Box
  /** Its lines; those of a mere tail too, which makes no title. */
  titleLines: Line[]
  /** Page of a title that stands at the foot of the page before its grid. */
  titlePage?: number
  marker: string
  captionLines: string[]
  notes: string[]
  noteTexts: Text[]
  used: Set<Line>
  /** Captions printed inside the frame. */
  peeled: Text[]
}

const SENTENCE = /[。；！？]|，.*，/

const flat = (line: Line): string => line.text.text.replace(/\s+/g, '')

/** What a line of text around a grid is. */
export type CaptionKind = 'marker' | 'unit' | 'title' | 'none'

export function captionKind(text: string): CaptionKind {
  if (MARKER.test(text)) return 'marker'
  if (UNIT.test(text) || OWNER.test(text)) return 'unit'
  return isTitle(text) ? 'title' : 'none'
}

/** Short, no sentence, and ended like a title; behind a list number only what ends like a table. */
const isTitle = (text: string): boolean =>
  isPhrase(text) &&
  (isNumbered(text) ? TABLE_END : TITLE_END).test(withoutContinued(text)) &&
  !isPart(text) &&
  !REFERENCE.test(text)

const isPhrase = (text: string): boolean => text.length <= LONGEST_TITLE && !SENTENCE.test(text)

/** `一、`, `（二）`, `第三部分`: numbers of headings. Those in digits count the titles of tables as well. */
function isNumbered(text: string): boolean {
  const style = numberingOf(text)?.style
  return style === 'han' || style === 'han-bracket' || style === 'part'
}

const isPart = (text: string): boolean => numberingOf(text)?.style === 'part'

/** Finds title, marker, unit line and notes of a grid among the lines above and below it on its page. */
export function captionsOf(grid: Box, above: Line[], below: Line[]): Captions {
  const captions: Captions = {
    title: '',
    titleLines: [],
    marker: '',
    captionLines: [],
    notes: [],
    noteTexts: [],
    used: new Set(),
    peeled: [],
  }
  readAbove(captions, grid, above)
  readBelow(captions, grid, below)
  return captions
}

function readAbove(captions: Captions, grid: Box, above: Line[]): void {
  const titles: Line[] = []
  const lower: Line[] = []
  let edge = grid.y0
  for (const line of [...above].reverse().slice(0, CAPTION_LINES)) {
    if (edge - line.box.y1 > CAPTION_REACH) break
    const text = flat(line)
    if (CONTINUED_ALONE.test(text)) captions.used.add(line)
    else if (MARKER.test(text)) {
      captions.marker = markerOf(text)
      captions.used.add(line)
      if (titles.length) break
    } else if (UNIT.test(text) || OWNER.test(text)) {
      if (titles.length) break
      takeCaptionLine(captions, line)
      const marker = MARKER_AT_START.exec(line.text.text)
      if (marker) captions.marker ||= (marker[1] as string).replace(/\s/g, '')
    } else if (titles.length) {
      if (isBareNumber(text)) captions.used.add(line)
      if (!isUpperHalf(line, titles[0] as Line, grid)) break
      titles.unshift(line)
    } else if (!isPhrase(text)) break
    else if (isTitle(text) || looksLikeTitle(text)) titles.unshift(line)
    // `（按支出功能分类科目）` below a title is its second line; `（2026年度）` is a period.
    else if (/^[（(].{4,}[）)]$/.test(text) && !PERIOD.test(text)) lower.unshift(line)
    else if (
      PERIOD.test(text) ||
      (isRemark(text) && edge - line.box.y1 < REMARK_REACH && captions.captionLines.length < 4)
    )
      takeCaptionLine(captions, line)
    else break
    edge = line.box.y0
  }
  if (titles.length) nameBy(captions, [...titles, ...lower])
}

const markerOf = (text: string): string => text.replace(/[:：]$/, '')

function takeCaptionLine(captions: Captions, line: Line): void {
  captions.captionLines.unshift(line.text.text)
  captions.used.add(line)
}

/** A short line between title and grid: period, status. One that announces the table is running text. */
const isRemark = (text: string): boolean =>
  text.length <= 30 && !isNumbered(text) && !REFERENCE.test(text) && !/[:：]$/.test(text)

/** Has a table's word somewhere: `表二收入总计`. */
const looksLikeTitle = (text: string): boolean =>
  TABLE_WORD.test(text) && text.length < 40 && !isNumbered(text) && !REFERENCE.test(text)

function nameBy(captions: Captions, lines: Line[]): void {
  const title = lines.map(flat).join('')
  captions.titleLines = lines
  // `算表`: the end of a title whose beginning was not found.
  if (title.length < SHORTEST_TITLE && TABLE_END.test(title)) return
  for (const line of lines) captions.used.add(line)
  const named = namedBy(title)
  captions.title = named.title
  captions.marker = named.marker || captions.marker
  captions.titleBox = (lines[0] as Line).box
}

/** A title without the list number or the marker in front of it. */
export function namedBy(text: string): { marker: string; title: string } {
  const title = isPart(text) ? text : text.slice(numberingOf(text)?.length ?? 0)
  const marked = MARKED_TITLE.exec(title)
  return { marker: marked?.[1] ?? '', title: marked?.[2] ?? title }
}

function readBelow(captions: Captions, grid: Box, below: Line[]): void {
  let last: Line | undefined
  for (const line of below) {
    const text = flat(line)
    if (last && !NOTE.test(text) && isRestOf(last, line, grid)) {
      captions.notes.push(`${captions.notes.pop() ?? ''}${text}`)
      captions.noteTexts.push(concat([captions.noteTexts.pop() as Text, withoutSpaces(line.text)]))
    } else if (NOTE.test(text) || (last && /^\d[.．、]/.test(text))) {
      captions.notes.push(text)
      captions.noteTexts.push(withoutSpaces(line.text))
    } else break
    captions.used.add(line)
    last = line
  }
}

/** The next line of a note: the one above it is full, no sentence ends there, and the two stand close. */
function isRestOf(upper: Line, lower: Line, grid: Box): boolean {
  const height = upper.box.y1 - upper.box.y0
  return (
    !SENTENCE_END.test(flat(upper)) &&
    !numberingOf(flat(lower)) &&
    upper.box.x1 > grid.x1 - NOTE_MARGIN * height &&
    lower.box.x0 < upper.box.x0 + height &&
    lower.box.y0 - upper.box.y1 < TITLE_PITCH * height
  )
}
const SENTENCE_END = /[。；！？]$/

/** The upper half of a title in two lines: same type, close, and not a complete title itself. */
function isUpperHalf(upper: Line, lower: Line, grid: Box): boolean {
  const [text, tail] = [flat(upper), flat(lower)]
  // `第二部分 部门决算表` is whole and names no single table.
  if (isPart(text) && TABLE_END.test(text)) return false
  // A number or a marker opens a title: nothing stands above it.
  if (
    !isPhrase(text) ||
    isTitle(text) ||
    REFERENCE.test(text) ||
    numberingOf(tail) ||
    MARKED_TITLE.test(tail)
  )
    return false
  const unmarked = MARKED_TITLE.exec(text)?.[2] ?? text
  if (/[:：]/.test(unmarked)) return false
  const short = tail.length < SHORTEST_TITLE
  const close =
    upper.page !== lower.page || lower.box.y0 - upper.box.y1 < lower.size * TITLE_PITCH * (short ? 2 : 1)
  const alike = Math.abs(upper.size - lower.size) < TITLE_SIZE * lower.size
  // A numbered line that had room for more is a heading of its own.
  const broken = !numberingOf(text) || short || grid.x1 - upper.box.x1 < ROOM_LEFT * upper.size
  return close && alike && broken
}

/** `十一、` alone: the title it counts stands on the next line. */
const isBareNumber = (text: string): boolean => numberingOf(text)?.length === text.length && !isPart(text)

/** A title of which the first line, the number or the marker is the last line of the page before. */
export function joinedOverPage(captions: Captions, last: Line, column: Box): Captions | undefined {
  const top = captions.titleLines[0]
  const upper = flat(last)
  if (!top) return undefined
  if (MARKER.test(upper) && captions.marker === '')
    return { ...captions, marker: markerOf(upper), used: new Set([...captions.used, last]) }
  if (numberingOf(flat(top))) return undefined
  const used = new Set([...captions.used, ...captions.titleLines, last])
  if (isBareNumber(upper)) return { ...captions, used }
  // Running text ends pages too: only a number or a marker shows that a title begins there.
  const opens = numberingOf(upper) || MARKED_TITLE.test(upper)
  if (!opens || !isUpperHalf(last, top, column)) return undefined
  const titleLines = [last, ...captions.titleLines]
  const { marker, title } = namedBy(titleLines.map(flat).join(''))
  return { ...captions, title, titleLines, titleBox: last.box, marker: marker || captions.marker, used }
}

/** A title printed again over the rest of its table says that it goes on: what it is called without that. */
export const withoutContinued = (title: string): string => title.replace(CONTINUED, '')
