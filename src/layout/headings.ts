import type { Heading, NumberStyle } from '../model/document.js'
import { numberingOf } from '../model/numbering.js'
import { filterText, slice, type Text } from '../model/text.js'
import type { RawParagraph } from './paragraphs.js'

/** Longer numbered lines are sentences. */
const LONGEST = 46
/** A run-in heading is the short first sentence of its paragraph. */
const LONGEST_RUN_IN = 24
/** A line with an amount is a statement, not a title. */
const FIGURE = /\d[\d,.，]*\s*(?:万元|亿元|元|%|％|人|辆|台|个|名|家)/
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
    bare.length <= LONGEST &&
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
  // A paragraph that ends in a full stop is a sentence, unless its words are those of a title.
  if (/[。]$/.test(body)) return /(?:情况|说明)$/.test(bare)
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

/** What is a heading only among its like: a short line that ends in a full stop, a first sentence of some length. */
export function possibleHeading(paragraph: RawParagraph): HeadingCandidate | undefined {
  const numbering = numberingOf(paragraph.text.text)
  if (!numbering || numbering.style === 'part') return undefined
  const own = { ...numbering, numberText: slice(paragraph.text, 0, numbering.length), paragraph }
  const rest = slice(paragraph.text, numbering.length)
  const stop = rest.text.indexOf('。')
  const title = rest.text.slice(0, stop)
  if (stop < 2 || stop > LONGEST || FIGURE.test(title) || /[；：:;！？]/.test(title)) return undefined
  const ends = stop === rest.text.trimEnd().length - 1
  // Titles of one line name; a comma tells.
  if (ends && /[，,]/.test(title)) return undefined
  return { ...own, title: trimmed(slice(rest, 0, stop)), ...(ends ? {} : { rest: slice(rest, stop + 1) }) }
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
