import type { Line } from '../model/document.js'
import type { Box } from '../model/geometry.js'
import { type Text, withoutSpaces } from '../model/text.js'

/** What stands around a grid and belongs to it. */
export interface Captions {
  title: string
  titleBox?: Box
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

/** `表1`, `表 10`, `公开01表`, `公开表一`, `预算03表`, `单位预算03表`, `附表2`, `表14-1`. */
const MARKER =
  /^(?:附件?)?(?:(?:单位|部门)?(?:公开|预算|决算)?\s*表\s*[\d一二三四五六七八九十]+(?:[-－—]\d+)?|(?:单位|部门)?(?:公开|预算|决算|财决)\s*\d+(?:[-－—]\d+)?\s*表)[:：]?$/
/** The same in front of a title on one line. */
const MARKER_BEFORE_TITLE =
  /^((?:单位|部门)?(?:公开|预算|决算)\s*\d+(?:[-－—]\d+)?\s*表|(?:公开|预算)?表\s*[\d一二三四五六七八九十]+(?:[-－—]\d+)?)\s*[:：、.．]?\s*(.{3,})$/
const UNIT = /单\s*位\s*[:：]|金\s*额\s*单\s*位|^[（(]?单位[:：]?.{0,3}元[）)]?$/
const ORGANIZATION = /^(?:编制|填报|预算|公开)?(?:部门|单位)(?:名称|[（(].{1,6}[）)])?\s*[:：]/
const NOTE = /^(?:注|备\s*注|说\s*明|\*|★|※)\s*[:：\d]?/
const TITLE = /(?:表|明细|目录|情况|清单|统计)(?:[（(].*[）)])?$/
const PERIOD = /^[（(]?(?:20\d\d年度?|\d{4}|.{0,6}年.{0,6}月.{0,8})[）)]?$/
/** A title is a short line without the marks of a sentence. */
const LONGEST_TITLE = 60
const SENTENCE = /[。；！？]|，.*，/
/** Lines above a grid further away than this do not belong to it (points). */
const REACH = 90
/** How many lines above a grid are looked at: marker, title in two lines, organization, unit, period. */
const DEPTH = 7

const flat = (line: Line): string => line.text.text.replace(/\s+/g, '')

/** What a line of text around a grid is. */
export type CaptionKind = 'marker' | 'unit' | 'title' | 'none'

export function captionKind(text: string): CaptionKind {
  if (MARKER.test(text)) return 'marker'
  if (UNIT.test(text) || ORGANIZATION.test(text)) return 'unit'
  const short = text.length <= LONGEST_TITLE && !SENTENCE.test(text) && !isItem(text)
  return short && TITLE.test(text) ? 'title' : 'none'
}

/** Finds title, marker, unit line and notes of a grid among the lines above and below it on its page. */
export function captionsOf(grid: Box, above: Line[], below: Line[]): Captions {
  const captions: Captions = {
    title: '',
    marker: '',
    captionLines: [],
    notes: [],
    noteTexts: [],
    used: new Set(),
    peeled: [],
  }
  const titles: Line[] = []
  const lower: Line[] = []
  let edge = grid.y0
  for (const line of [...above].reverse().slice(0, DEPTH)) {
    if (edge - line.box.y1 > REACH) break
    const text = flat(line)
    if (MARKER.test(text)) {
      captions.marker = text.replace(/[:：]$/, '')
      captions.used.add(line)
      if (titles.length) break
    } else if (UNIT.test(text) || ORGANIZATION.test(text)) {
      if (titles.length) break
      captions.captionLines.unshift(line.text.text)
      captions.used.add(line)
      // Marker and unit can share a line: `公开01表 … 单位：万元`.
      const marker = /^((?:公开|预算|决算)?\s*\d*\s*表\s*[一二三四五六七八九十\d]*)\s/.exec(line.text.text)
      if (marker && /\d|[一二三四五六七八九十]/.test(marker[1] as string))
        captions.marker ||= (marker[1] as string).replace(/\s/g, '')
    } else if (text.length <= LONGEST_TITLE && !SENTENCE.test(text) && !isItem(text)) {
      if (titles.length === 0) {
        // `（按支出功能分类科目）` below a title is its second line; `（2026年度）` is a period.
        if (/^[（(].{4,}[）)]$/.test(text) && !PERIOD.test(text)) {
          lower.unshift(line)
          edge = line.box.y0
          continue
        }
        if (!TITLE.test(text) && !(/表/.test(text) && text.length < 40)) {
          // A short line between title and grid (period, status): kept with the caption.
          if (captions.captionLines.length < 4 && text.length <= 30 && edge - line.box.y1 < 30) {
            captions.captionLines.unshift(line.text.text)
            captions.used.add(line)
            continue
          }
          break
        }
        titles.unshift(line)
      } else if (wrappedTitle(line, titles[0] as Line)) titles.unshift(line)
      else break
    } else break
    edge = line.box.y0
  }
  if (titles.length) {
    titles.push(...lower)
    for (const line of titles) captions.used.add(line)
    let title = titles.map(flat).join('')
    const marked = MARKER_BEFORE_TITLE.exec(title)
    if (marked) {
      captions.marker = marked[1] as string
      title = marked[2] as string
    }
    captions.title = title
    captions.titleBox = (titles[0] as Line).box
  }
  for (const line of below) {
    const text = flat(line)
    if (!NOTE.test(text) && captions.notes.length === 0) break
    if (captions.notes.length > 0 && !NOTE.test(text) && !/^\d[.．、]/.test(text)) break
    captions.notes.push(text)
    captions.noteTexts.push(withoutSpaces(line.text))
    captions.used.add(line)
  }
  return captions
}

/** List items and headings with a number are no titles, but `一、收支预算总表` over a table may repeat its title. */
const isItem = (text: string): boolean =>
  /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|第.{1,3}部分)/.test(text)

/** The upper half of a title in two lines: same type, close, and not a complete title itself. */
function wrappedTitle(upper: Line, lower: Line): boolean {
  const close = lower.box.y0 - upper.box.y1 < lower.size * 1.2
  const alike = Math.abs(upper.size - lower.size) < 0.15 * lower.size
  return close && alike && !/[:：]/.test(upper.text.text) && !TITLE.test(flat(upper))
}
