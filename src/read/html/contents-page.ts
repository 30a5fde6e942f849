import { withoutListNumbers } from '../../model/printed/list-number.js'
import type { FlowBlock } from './flow.js'

const CONTENTS = /^目[录次]$/
/** Dots and page number behind an entry. */
const LEADER = /[.．·…‥—_-]*\d*$/
/** Entries of the longest contents. */
const LONGEST = 150

/** Where a page prints its contents: from their title up to (exclusive) the head that the first entry names. */
export function contentsOf(blocks: FlowBlock[]): { from: number; to: number } | undefined {
  const texts = blocks.map((b) => (b.kind === 'paragraph' ? b.lines.join('').replace(/\s/g, '') : ''))
  const headings = blocks.map((b) => b.kind === 'paragraph' && b.heading > 0)
  const from = texts.findIndex((text) => CONTENTS.test(text))
  const first = from + 1
  const entry = from >= 0 ? bare(texts[first] ?? '').replace(LEADER, '') : ''
  if (entry === '') return undefined
  // Where entries are plain text, the next heading element ends them too.
  const ends = (text: string, i: number) => bare(text).startsWith(entry) || (headings[i] && !headings[first])
  const to = texts.findIndex((text, i) => i > first && i <= first + LONGEST && ends(text, i))
  return to < 0 ? undefined : { from, to }
}

/** Entries may have a number that the heads do not. */
const bare = withoutListNumbers
