import type { Line } from '../model/document.js'
import { type Numbering, numberingOf, ordinalOf } from '../model/printed/list-number.js'

const flat = (line: Line): string => line.text.text.replace(/\s+/g, '')
/** `目录`, `目 次`. */
const CONTENTS = /^目(?:录|次)$/
/** An entry that ends in dots and its page number. */
const LEADER = /[.．·…‥—\-_]{3,}[\s(（]*\d{1,3}[)）]?$|[.．·…]{6,}$/
/** Entries name; a line longer than this, or with the marks of a sentence inside, tells. */
const LONGEST = 60
const TELLS = /[。；！？;].|[；！？;，：:]$/
/** A page goes on with the contents where its first numbered line is among its first lines: the tail of an entry may wrap. */
const TAIL = 2
/** Most lines of a page are entries. */
const MOSTLY = 0.85
/** A list of so many lines, most of which stand again further on, is the contents though no title says so. */
const FEWEST = 4
const AGAIN = 0.6

/** Lines of the table of contents: from its title to the last entry, over page ends. */
export function contentsLines(pages: Line[][]): Set<Line> {
  const contents = new Set<Line>()
  let list: Entries | undefined
  for (const lines of pages) {
    const title = lines.findIndex((l) => CONTENTS.test(flat(l)))
    let from = 0
    if (title >= 0) {
      contents.add(lines[title] as Line)
      list = new Entries()
      from = title + 1
    } else if (isDotted(lines)) list ??= new Entries()
    else if (list && !list.goesOnWith(lines)) list = undefined
    for (const line of list ? lines.slice(from) : []) {
      if (list?.endsBefore(flat(line))) {
        list = undefined
        break
      }
      list?.take(flat(line))
      contents.add(line)
    }
  }
  return contents.size > 0 ? contents : untitledContents(pages.flat())
}

function isDotted(lines: Line[]): boolean {
  const leaders = lines.filter((l) => LEADER.test(flat(l))).length
  return leaders >= 3 && leaders * 2 >= lines.length
}

const isEntry = (text: string): boolean =>
  LEADER.test(text) ||
  (text.length <= LONGEST && !TELLS.test(text) && (!text.endsWith('。') || !!numberingOf(text)))

/** An entry without its dots and page number. */
export const withoutLeader = (text: string): string => text.replace(LEADER, '').replace(/[.．·…]+$/, '')

/** What an entry and the heading it names have in common: neither dots nor page number nor full stop. */
const nameOf = (text: string): string => text.replace(LEADER, '').replace(/[\d.．·…。:：]+$/, '')

/** The entries read so far; they end where the text begins that they list. */
class Entries {
  private first: string | undefined
  private readonly seen = new Map<Numbering['style'], number>()
  private last: Numbering | undefined
  private top: Numbering['style'] | undefined

  take(text: string): void {
    const numbering = numberingOf(text)
    this.first ??= nameOf(text)
    if (!numbering) return
    this.top ??= numbering.style
    this.last = numbering
    this.seen.set(numbering.style, ordinalOf(numbering.number) ?? 0)
  }

  /** A sentence, the first entry printed again, or the count of the parts begun anew. */
  endsBefore(text: string): boolean {
    if (!isEntry(text)) return true
    if (this.first === undefined || !this.last) return false
    if (nameOf(text) === this.first && !LEADER.test(text)) return true
    const numbering = numberingOf(text)
    if (!numbering || numbering.style !== this.chapters()) return false
    const before = this.seen.get(numbering.style) ?? 0
    return before > 1 && ordinalOf(numbering.number) === 1
  }

  /** The style whose count does not start again within the contents: parts, or the only style above all others. */
  private chapters(): Numbering['style'] | undefined {
    return this.seen.has('part') ? 'part' : this.top
  }

  /** The next page goes on counting, or consists of entries. */
  goesOnWith(lines: Line[]): boolean {
    const texts = lines.map(flat)
    const at = texts.findIndex((t) => numberingOf(t) !== undefined)
    if (at >= 0 && at <= TAIL && texts.slice(0, at + 1).every(isEntry) && this.countsOn(texts[at] as string))
      return true
    const entries = texts.filter(
      (t) => (isEntry(t) && /^(?:附件|表)/.test(t)) || (isEntry(t) && numberingOf(t)),
    )
    return entries.length >= FEWEST && entries.length >= MOSTLY * texts.length
  }

  private countsOn(text: string): boolean {
    const numbering = numberingOf(text)
    if (!numbering) return false
    return ordinalOf(numbering.number) === (this.seen.get(numbering.style) ?? Number.NaN) + 1
  }
}

/** A list of titles at the front that the text repeats: web pages print contents without saying so. */
function untitledContents(lines: Line[]): Set<Line> {
  const from = lines.findIndex((l) => numberingOf(flat(l)) !== undefined)
  if (from < 0) return new Set()
  const list = new Entries()
  let to = from
  while (to < lines.length && !list.endsBefore(flat(lines[to] as Line))) list.take(flat(lines[to++] as Line))
  const entries = lines.slice(from, to)
  const later = new Set(lines.slice(to).map((l) => nameOf(flat(l))))
  const again = entries.filter((l) => later.has(nameOf(flat(l)))).length
  return entries.length >= FEWEST && again >= AGAIN * entries.length ? new Set(entries) : new Set()
}
