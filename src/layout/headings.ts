import type { Heading, NumberStyle } from '../model/document.js'
import { numberingOf } from '../model/printed/list-number.js'
import { filterText, slice, type Text } from '../model/text.js'
import type { RawParagraph } from './paragraphs.js'

/** Longer numbered lines are sentences … */
const LONGEST = 46
/** … unless they end in the words of a title: names of offices are long. */
const LONGEST_NAMED = 90
const TITLE_WORDS = /(?:情况|说明|表)$/
/** A run-in heading is the short first sentence of its paragraph. */
const LONGEST_RUN_IN = 24
/** A line with an amount is a statement, not a title; `50万元以上设备` names a kind. */
const FIGURE =
  /\d[\d,.，]*\s*(?:万元|亿元|元|%|％|人|辆|台|个|名|家)(?!\s*(?:[（(]含[）)])?以[上下])|\d\.\d+$/
/** A heading and what is left of its paragraph. */
export interface HeadingCandidate {
  style: NumberStyle
  number: string
  numberText: Text
  title: Text
  paragraph: RawParagraph
  /** Text after a run-in heading. */
  rest?: Text
}

const trimmed = (t: Text): Text => filterText(t, (c) => !/\s/.test(c))

/** Reads a numbered paragraph as a heading; undefined where it is running text. */
export function numberedHeading(paragraph: RawParagraph): HeadingCandidate | undefined {
  const { text } = paragraph.text
  const numbering = numberingOf(text)
  if (!numbering) return undefined
  const own = { ...numbering, numberText: slice(paragraph.text, 0, numbering.length) }
  const rest = slice(paragraph.text, numbering.length)
  const body = rest.text.trim()
  if (body === '') return numbering.style === 'part' ? { ...own, title: rest, paragraph } : undefined
  const bare = body.replace(/[：:。]$/, '')
  if (
    bare.length <= (TITLE_WORDS.test(bare) ? LONGEST_NAMED : LONGEST) &&
    !/[。；！？;]/.test(bare) &&
    !FIGURE.test(bare) &&
    isTitle(bare, body, numbering.style)
  )
    return { ...own, title: trimmed(slice(rest, 0, rest.text.search(/[：:。]?\s*$/))), paragraph }
  return runIn(paragraph, rest, own)
}

/** Titles name, sentences tell: no colon inside, commas only in slogans of two equal halves. */
function isTitle(bare: string, body: string, style: NumberStyle): boolean {
  if (/[：:]/.test(bare)) return style === 'part'
  // What ends in a full stop may be a sentence.
  if (/[。]$/.test(body)) return false
  if (/[，,]/.test(bare))
    return style !== 'arabic' && style !== 'arabic-bracket' && style !== 'circled' ? isSlogan(bare) : false
  return !/[、]$/.test(bare)
}

/** `提高政治站位，精心谋划安排`: halves of like length. */
function isSlogan(bare: string): boolean {
  const halves = bare.split(/[，,]/)
  return (
    halves.length === 2 &&
    Math.abs((halves[0] as string).length - (halves[1] as string).length) <= 6 &&
    bare.length <= 30
  )
}

/** What is a heading only among its like: a line that ends in a full stop or holds a comma, a first sentence of some length. */
export function possibleHeading(paragraph: RawParagraph): HeadingCandidate | undefined {
  const numbering = numberingOf(paragraph.text.text)
  if (!numbering || numbering.style === 'part') return undefined
  const own = { ...numbering, numberText: slice(paragraph.text, 0, numbering.length), paragraph }
  const body = slice(paragraph.text, numbering.length)
  const end = body.text.trimEnd().length
  const stop = body.text.indexOf('。')
  const title = body.text.slice(0, stop < 0 ? end : stop).trim()
  const longest = TITLE_WORDS.test(title) ? LONGEST_NAMED : LONGEST
  if (title.length < 2 || title.length > longest || FIGURE.test(title)) return undefined
  if (/[；：:;！？]|[，,、]$/.test(title)) return undefined
  if (stop >= 0 && stop < end - 1)
    return { ...own, title: trimmed(slice(body, 0, stop)), rest: slice(body, stop + 1) }
  // A line of its own that ends in a full stop names; with a comma inside it tells, unless both halves are alike.
  if (stop >= 0 && /[，,]/.test(title) && !isSlogan(title)) return undefined
  return { ...own, title: trimmed(slice(body, 0, stop < 0 ? end : stop)) }
}

/** `1.实施…工程。对…`: a short first sentence without a figure, followed by more text. */
function runIn(
  paragraph: RawParagraph,
  rest: Text,
  numbering: Pick<HeadingCandidate, 'style' | 'number' | 'numberText'>,
): HeadingCandidate | undefined {
  const stop = rest.text.indexOf('。')
  if (stop < 2 || stop > LONGEST_RUN_IN || stop === rest.text.trimEnd().length - 1) return undefined
  const title = rest.text.slice(0, stop)
  if (FIGURE.test(title) || /[；：:;]/.test(title)) return undefined
  if (/[，,]/.test(title) && !isSlogan(title)) return undefined
  return { ...numbering, title: trimmed(slice(rest, 0, stop)), paragraph, rest: slice(rest, stop + 1) }
}

export const headingOf = (c: HeadingCandidate): Heading => ({
  kind: 'heading',
  style: c.style,
  number: c.number,
  numberText: c.numberText,
  title: c.title,
  runIn: c.rest !== undefined,
  page: c.paragraph.page,
  box: c.paragraph.box,
})
