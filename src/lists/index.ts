// Takes what a run has found, gives the lists that are sent to departments for an answer, and a summary over all.
// Pure: `run/` hands in words and writes what it gives. Never judges: figures are those of findings.csv.
import type { Organization } from '../model/organization.js'
import type { ControlSheet, Matter, RosterAnswer } from '../model/report.js'
import { answerList } from './answer-list.js'
import { departmentsOf } from './departments.js'
import { document } from './document.js'
import { distinctNames } from './file-name.js'
import type { FilingLines } from './gather.js'
import { summarySheets } from './summary.js'
import type { ListWords } from './words.js'
import { workbook } from './workbook.js'

export { annotatedPdf, type PlaceNote } from './annotate.js'
export { distinctNames } from './file-name.js'
export { FilingLines } from './gather.js'
export { mattersByFiling, notesOf } from './notes.js'
export type { ListKey, ListWords } from './words.js'

export interface Listed {
  /** Gravest first. */
  matters: readonly Matter[]
  language: 'zh' | 'en'
  filings: FilingLines
  organizations: readonly Organization[]
  control: readonly ControlSheet[]
  roster: readonly RosterAnswer[]
}

/** The lists by their file names, one in memory at a time. */
export async function* lists(
  { filings, language, ...listed }: Listed,
  words: ListWords,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  const matters = listed.matters.map((m) => ({
    ...m,
    message: m.message[language],
    source: filings.sourceOf(m.filing_id),
    print: filings.printOf(m),
  }))
  const lines = filings.all()
  const departments = departmentsOf(matters, lines, listed.organizations)
  const summary = words.say('summary')
  const named = departments.filter((d) => d.matters.length > 0)
  const names = distinctNames(
    named.map(({ key, name }) => ({ key, text: name || words.say('nameless') })),
    [summary],
  )
  for (const department of named) {
    const sheets = answerList(department, words)
    yield { name: `${names.get(department.key)}.xlsx`, bytes: await workbook(sheets) }
    yield { name: `${names.get(department.key)}.docx`, bytes: await document(sheets) }
  }
  const sheets = summarySheets({ ...listed, departments, matters, filings: lines }, words)
  yield { name: `${summary}.xlsx`, bytes: await workbook(sheets) }
}
