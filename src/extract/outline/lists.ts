import type { NumberStyle } from '../../model/document.js'
import type { Head, Look } from './heads.js'

/** Heads that count on under one parent, or titles without a number side by side. */
export interface List {
  style: NumberStyle
  /** 1 = top. */
  depth: number
  members: Head[]
  /** Members that stand within a count that goes on below them: captions of pictures. */
  captions: Set<Head>
}

/** What decides where a number could go on with several lists. */
export interface Evidence {
  /** The paper's contents list it; undefined where they list no title of its style. */
  listed: (head: Head) => boolean | undefined
  /** Its words are those of a section. */
  known: (head: Head) => boolean
}

/** Order of depth of styles that are met for the first time. */
const RANK: Record<NumberStyle, number> = {
  part: 0,
  none: 1,
  han: 2,
  'han-bracket': 3,
  arabic: 4,
  'arabic-bracket': 5,
  circled: 6,
}
/** Type of one size differs by less than this share; edges by less than this share of a character. */
const SAME_SIZE = 0.08
const SAME_EDGE = 0.5

/** The list of each head: where its number goes on counting, else where its style stands. */
export function listsOf(heads: Iterable<Head>, evidence: Evidence): Map<Head, List> {
  const outline = new Outline(evidence)
  const lists = new Map<Head, List>()
  for (const head of heads) lists.set(head, outline.add(head))
  return lists
}

class Outline {
  private path: List[] = []
  /** Lists that an unnumbered title closed, outermost first. */
  private closed: List[] = []

  constructor(private readonly evidence: Evidence) {}

  add(head: Head): List {
    const list = head.style === 'part' || head.style === 'none' ? this.chapter(head) : this.item(head)
    list.members.push(head)
    return list
  }

  private item(head: Head): List {
    const open = this.path.filter((l) => l.style === head.style)
    const next = open.filter((l) => counts(l, head))
    if (next.length > 0) return this.back(this.likest(next, head))
    // Below a part that stands below items of this style the count is another one.
    const above = this.path.findLastIndex((l) => RANK[l.style] < RANK[head.style])
    const inner = open.findLast((l) => l.depth > above)
    if (inner && head.ordinal === 1)
      return this.beginsBelow(inner, head) ? this.below(head) : this.back(inner)
    if (this.closed.some((l) => l.style === head.style && counts(l, head))) return this.resumed(head)
    if (inner) return this.back(open.findLast((l) => ordinalIn(l) < (head.ordinal ?? 0)) ?? inner)
    // The first item right below a title belongs to it, whatever their styles.
    if (head.ordinal !== 1 || !head.adjacent) this.climb(head.style)
    return this.below(head)
  }

  /** Parts and unnumbered titles close what is open below them. */
  private chapter(head: Head): List {
    const before = this.path
    const open = before.find((l) => l.style === head.style)
    // `一、文字部分` right above `第一部分`: the parts are its own.
    const own =
      !open && head.style === 'part' && head.adjacent && before.length === 1 && before[0]?.style !== 'none'
    if (open) this.back(open)
    else if (!own) this.climb(head.style)
    if (this.path.length < before.length)
      this.closed = head.style === 'none' ? before.slice(this.path.length) : []
    return open ?? this.below(head)
  }

  /** A count goes on that an unnumbered title had closed: that title was the caption of a picture. */
  private resumed(head: Head): List {
    const at = this.closed.findIndex((l) => l.style === head.style && counts(l, head))
    const outer = (this.closed[0] as List).depth - 1
    const titles = this.path[outer]
    if (titles?.style === 'none') titles.captions.add(latest(titles))
    this.path = [...this.path.slice(0, outer), ...this.closed.slice(0, at + 1)]
    this.closed = []
    return this.path.at(-1) as List
  }

  private back(list: List): List {
    this.path = this.path.slice(0, this.path.indexOf(list) + 1)
    return list
  }

  private climb(style: NumberStyle): void {
    this.path = this.path.slice(0, this.path.findLastIndex((l) => RANK[l.style] <= RANK[style]) + 1)
  }

  private below(head: Head): List {
    const list = { style: head.style, depth: this.path.length + 1, members: [], captions: new Set<Head>() }
    this.path = [...this.path, list]
    return list
  }

  /** `二、工作任务` / `一、稳增长`: the count begins anew below an item of its own style. */
  private beginsBelow(list: List, head: Head): boolean {
    const parent = latest(list)
    if (this.path.at(-1) !== list || parent.kind !== 'title') return false
    return (
      head.adjacent ||
      head.introduced ||
      (this.evidence.listed(parent) === true && !this.evidence.listed(head))
    )
  }

  /** Of several lists that count on to this number the one of its like; else the innermost. */
  private likest(lists: List[], head: Head): List {
    const { listed, known } = this.evidence
    const tests: ((l: List) => boolean)[] = [
      (l) => listed(latest(l)) === listed(head),
      (l) => setAlike(latest(l).look, head.look),
      (l) => l.members.some(known) === known(head),
    ]
    let left = lists
    for (const test of tests) if (left.some(test)) left = left.filter(test)
    return left.at(-1) as List
  }
}

const latest = (list: List): Head => list.members.at(-1) as Head
const ordinalIn = (list: List): number => latest(list).ordinal ?? 0
const counts = (list: List, head: Head): boolean => head.ordinal === ordinalIn(list) + 1

const setAlike = (a: Look, b: Look): boolean =>
  a.bold === b.bold &&
  Math.abs(a.size - b.size) < SAME_SIZE * a.size &&
  Math.abs(a.left - b.left) < SAME_EDGE * a.size
