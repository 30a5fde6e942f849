import type { Severity } from '../model/filing.js'
import type { Department } from './departments.js'
import { answerColumns, answerRow } from './matter-rows.js'
import type { Sheet } from './sheet.js'
import type { ListWords } from './words.js'

/** What a department is asked to answer: errors, then warnings; hints apart. Nothing where there is nothing to ask. */
export function answerList({ name, matters }: Department, words: ListWords): Sheet[] {
  const { say } = words
  const sheet = (key: 'matters' | 'hints', severities: readonly Severity[]): Sheet => ({
    name: say(key),
    title: say(key === 'matters' ? 'title' : 'title.hints', { name: name || say('nameless') }),
    columns: answerColumns(words),
    rows: severities
      .flatMap((severity) => matters.filter((m) => m.severity === severity))
      .map((matter, i) => answerRow(matter, i, words)),
  })
  return [sheet('matters', ['error', 'warning']), sheet('hints', ['info'])].filter((s) => s.rows.length > 0)
}
