import type { Filing, Severity } from '../model/filing.js'
import type { RosterAnswer } from '../model/report.js'

/** What lists say beside what filings print. */
export type ListKey =
  | 'title'
  | 'title.hints'
  | 'title.summary'
  | 'matters'
  | 'hints'
  | 'nameless'
  | 'everyone'
  | 'number'
  | 'file'
  | 'page'
  | 'page.printed'
  | 'page.of'
  | 'place'
  | 'actual'
  | 'actual.yuan'
  | 'expected'
  | 'difference'
  | 'what'
  | 'basis'
  | 'basis.text'
  | 'reply'
  | 'severity'
  | 'department'
  | 'summary'
  | 'ranking'
  | 'region'
  | 'filings'
  | 'errors'
  | 'warnings'
  | 'largest'
  | 'undecided'
  | 'doubts'
  | 'pages-unread'
  | 'score'
  | 'completeness'
  | 'organization'
  | 'kind'
  | 'year'
  | 'missing'
  | 'undecidable'
  | 'control'
  | 'control.none'
  | 'control.line'
  | 'control.label'
  | 'control.amount'
  | 'control.sum'
  | 'control.note'
  | 'control.nameless'
  | 'level'
  | 'level.department'
  | 'level.unit'
  | 'roster'
  | 'roster.none'
  | 'roster.answer'
  | 'roster.other-years'
  | 'roster.counted'
  | 'roster.lines'
  | 'roster.and'
  | `roster.${RosterAnswer['answer']}`
  | `severity.${Severity}`
  | `kind.${Filing['kind']}`
  | `outcome.${'pass' | 'fail' | 'undecided'}`
  | `because.${'silent' | 'partly' | 'missing' | 'unlisted'}`

/** Whoever knows words, in the language of the run. */
export interface ListWords {
  say(key: ListKey, parts?: Record<string, string | number>): string
  /** What a check asserts. */
  asserts(checkId: string): string
  /** What has to be published. */
  requirement(id: string): string
  /** Names in one cell. */
  joined(names: readonly string[]): string
}
