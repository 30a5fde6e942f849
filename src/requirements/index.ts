// Takes the files that are one filing, gives what they publish of all that a filing has to: one answer per requirement
// of the catalogue, with the page that shows it, and a score.
// What we did not read, or may have read wrongly, is undecidable: a `no` is true of the paper.
import { type Exception, type Requirement, requirements, type Way } from '../catalogue/index.js'
import type { Extracted, RequirementAnswer } from '../model/filing.js'
import { emptyTables } from './nothing.js'
import { type Paper, paperOf } from './paper.js'
import { unreadPart } from './reading.js'
import { isSpot, type Sight } from './sight.js'
import { look } from './ways.js'

export interface Completeness {
  completeness: RequirementAnswer[]
  score: number | null
}

/** Answers every requirement for the files of one filing; none where it is no filing. */
export function completenessOf(
  files: readonly Extracted[],
  asked: readonly Requirement[] = requirements(),
): Completeness {
  const first = files[0]
  if (!first || first.kind === '') return { completeness: [], score: null }
  const paper = paperOf(files)
  const completeness = asked.map((requirement) => answerOf(requirement, paper, first))
  return { completeness, score: scoreOf(completeness, asked) }
}

type Answer = Omit<RequirementAnswer, 'requirement'>

const without = (outcome: Answer['outcome'], reason: string, evidence = ''): Answer => ({
  outcome,
  page: null,
  shown_in: '',
  evidence,
  reason,
})

function answerOf(requirement: Requirement, paper: Paper, first: Extracted): RequirementAnswer {
  return { requirement: requirement.id, ...decided(requirement, paper, first) }
}

function decided(requirement: Requirement, paper: Paper, first: Extracted): Answer {
  const { kinds, years, level, how, unless } = requirement
  if (!kinds.includes(first.kind)) return without('not-applicable', 'other-kind')
  const year = Number(first.fiscal_year)
  if (year && (year < (years.from ?? 0) || year > (years.to ?? 9999)))
    return without('not-applicable', 'other-year')
  const sights = how.map((way) => look(way, paper))
  const found = sights.find(isSpot)
  if (found)
    return {
      outcome: 'yes',
      page: found.page,
      shown_in: found.file,
      evidence: found.evidence,
      reason: '',
    }
  // What is printed is there, asked or not.
  if (level && first.organization_level && level !== first.organization_level)
    return without('not-applicable', 'other-level')
  const unread = unreadPart(requirement, paper, first)
  const exception = unless.find((u) => isExcepted(u, paper, first, unread))
  if (exception) return without('not-applicable', exception.kind)
  const unclear = sights.find((s) => 'unclear' in s)
  if (unclear) return without('undecidable', unclear.unclear)
  if (unread) return without('undecidable', unread)
  const seen = sights.flatMap((s: Sight) => ('missing' in s && s.at ? [s.at] : []))[0]
  return seen
    ? { outcome: 'no', page: seen.page, shown_in: seen.file, evidence: seen.evidence, reason: '' }
    : without('no', '', [...new Set(how.flatMap(wordsOf))].join('、'))
}

const wordsOf = (way: Way): string[] => ('words' in way ? way.words.map((all) => all.join('…')) : [])

/** Names of bodies that publish by rules of their own where their department's do not bind them. */
const INSTITUTION = /(?:大学|学院|学校|中学|小学|幼儿园|医院|研究院|研究所)(?:\(本级\)|（本级）)?$/

const TABLES_UNREAD = new Set(['not-read-whole', 'pages-unread', 'attachments-unread', 'tables-elsewhere'])

function isExcepted(exception: Exception, paper: Paper, first: Extracted, unread: string): boolean {
  switch (exception.kind) {
    case 'institution':
      return INSTITUTION.test(first.organization)
    case 'no-empty-table':
      // A table that was not read may be empty.
      return emptyTables(paper).length === 0 && !TABLES_UNREAD.has(unread)
    case 'zero': {
      const own = paper.facts.filter(
        (f) => /^(?:amount|count)$/.test(f.measure) && exception.concepts.includes(f.concept),
      )
      return own.length > 0 && own.every((f) => Number(f.value) === 0)
    }
    default:
      return isSpot(look(exception, paper))
  }
}

/** What is published, by weight, of all that could be decided; no score where that is less than half of what is asked. */
function scoreOf(answers: readonly RequirementAnswer[], asked: readonly Requirement[]): number | null {
  const weightOf = (outcome: string): number =>
    asked.reduce((sum, r, i) => (answers[i]?.outcome === outcome ? sum + r.weight : sum), 0)
  const yes = weightOf('yes')
  const all = yes + weightOf('no')
  return all === 0 || all < weightOf('undecidable') ? null : Math.round((1000 * yes) / all) / 10
}
