import type { Line } from '../model/document.js'
import { numberingOf, ordinalOf } from '../model/numbering.js'

const flat = (line: Line): string => line.text.text.replace(/\s+/g, '')
/** `目录`, `目 次`. */
const CONTENTS = /^目(?:录|次)$/
/** An entry that ends in dots and its page number. */
const LEADER = /[.．·…‥—\-_]{3,}[\s(（]*\d{1,3}[)）]?$|[.．·…]{6,}$/
/** An entry without dots is short, numbered or a title, and no sentence. */
const ENTRY = /^[^。；！？]{2,60}$/
const NUMBERED =
  /^(?:第.{1,3}部分|附件|[（(]?[一二三四五六七八九十]+[）)]?[、.．]?|[（(]?\d{1,2}[）)]?[、.．]?|表)/

/** Lines of the table of contents: from its title to the last entry, over page ends. */
export function contentsLines(pages: Line[][]): Set<Line> {
  const contents = new Set<Line>()
  let open = false
  let last: Line | undefined
  for (const lines of pages) {
    const title = lines.findIndex((l) => CONTENTS.test(flat(l)))
    if (title >= 0) {
      open = true
      for (const line of lines.slice(0, title + 1)) if (CONTENTS.test(flat(line))) contents.add(line)
      takeEntries(lines.slice(title + 1), contents)
      open = endsOpen(lines)
      last = lines.at(-1)
      continue
    }
    const leaders = lines.filter((l) => LEADER.test(flat(l))).length
    if (leaders >= 3 && leaders * 2 >= lines.length) {
      takeEntries(lines, contents)
      continue
    }
    if (open) {
      const entries = lines.filter((l) => ENTRY.test(flat(l)) && NUMBERED.test(flat(l)))
      // A second page of contents consists of entries alone; a few of them have to count on.
      const full = entries.length >= 0.85 * lines.length && entries.length >= 4
      if (
        full ||
        (entries.length > 0 && entries.length === lines.length && countsOn(last, entries[0] as Line))
      )
        takeEntries(lines, contents)
      else open = false
    }
    if (open) last = lines.at(-1) ?? last
  }
  return contents
}

/** The number of one entry follows that of another: 十一、 → 十二、. */
function countsOn(before: Line | undefined, next: Line): boolean {
  const a = before && numberingOf(flat(before))
  const b = numberingOf(flat(next))
  if (!a || !b || a.style !== b.style || a.style === 'part') return false
  return ordinalOf(b.number) === (ordinalOf(a.number) ?? Number.NaN) + 1
}

function takeEntries(lines: Line[], contents: Set<Line>): void {
  for (const line of lines) {
    if (!ENTRY.test(flat(line)) && !LEADER.test(flat(line))) return
    contents.add(line)
  }
}

/** The page ends within the contents. */
const endsOpen = (lines: Line[]): boolean => {
  const last = lines.at(-1)
  return !!last && ENTRY.test(flat(last))
}
