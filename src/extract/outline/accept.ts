import type { Head } from './heads.js'
import type { List } from './lists.js'

/** Few lines that follow each other without a word between them: names of a list. */
const FEWEST_NAMES = 3
/** `…情况`, `…说明`: a first sentence in these words is the title of a section. */
const SECTION_WORDS = /(?:情况|说明)$/

/** An account of the classification, `…（款）…（项）。`: an item of its section, whatever stands below it. */
const ACCOUNT = /[（(]项[）)]$/

/** A name of a table: a list of such names is a list of what follows elsewhere. */
const TABLE_NAME = /表(?:[（(].*[）)])?$/

/** Titles that stand one below the other with nothing between them: `1.办公室` / `2.法规处` are names, no headings. */
export function bareNames(lists: Map<Head, List>, listed: (head: Head) => boolean | undefined): Set<Head> {
  const names = new Set<Head>()
  for (const list of new Set(lists.values())) {
    if (list.style === 'part' || list.style === 'none') continue
    for (const run of runsWithoutText(list)) {
      const first = run[0] as Head
      const torn = first === list.members[0] && first.ordinal !== 1
      // A list of two without a word below either.
      const bare = run.length === list.members.length && run.every((h) => !h.filled) && list.style !== 'han'
      if (run.length >= FEWEST_NAMES || (run.length > 1 && (first.introduced || torn || bare)))
        for (const head of run) if (!listed(head) || TABLE_NAME.test(head.title)) names.add(head)
    }
  }
  return names
}

/** Members of a list each of which stands right below the one before it. */
function runsWithoutText(list: List): Head[][] {
  const runs: Head[][] = []
  list.members.forEach((head, i) => {
    const before = list.members[i - 1]
    if (before && head.adjacent && !before.filled && !before.runIn) runs.at(-1)?.push(head)
    else runs.push([head])
  })
  return runs
}

/** Whether a head opens a section, `tasks` telling whether it stands among tasks, `known` whether its words are a section's. */
export function opensSection(head: Head, list: List, tasks: boolean, known: boolean): boolean {
  if (head.kind === 'sentence') return false
  const at = list.members.indexOf(head)
  const neighbours = [list.members[at - 1], list.members[at + 1]].filter((h) => h !== undefined)
  const sentences = neighbours.filter((h) => h.kind === 'sentence').length
  const amongSentences = sentences > 0 && sentences === neighbours.length
  if (head.kind === 'maybe') {
    if (ACCOUNT.test(head.title)) return false
    if (!head.runIn && SECTION_WORDS.test(head.title)) return head.filled
    if (!head.runIn)
      return head.filled && sentences === 0 && neighbours.every((h) => h.kind === 'title' || h.filled)
    return tasks && 2 * list.members.filter(isTitle).length >= list.members.length
  }
  if (!head.runIn) return head.filled || !amongSentences || head.style === 'part' || head.style === 'none'
  if (tasks) return true
  // `一、主要职能。…`: sections of a paper that prints no title on a line of its own.
  if (known && list.style === 'han') return !amongSentences
  return SECTION_WORDS.test(head.title) ? !amongSentences : neighbours.some(isTitleOfItsOwn)
}

const isTitle = (h: Head): boolean => h.kind === 'title'
/** A title whatever stands beside it. */
const isTitleOfItsOwn = (h: Head): boolean => isTitle(h) && (!h.runIn || SECTION_WORDS.test(h.title))
