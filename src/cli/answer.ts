import { stringify } from 'csv-stringify/sync'
import type { Answer } from '../dataset/index.js'
import type { Speak } from '../locales/index.js'
import { columnsOf, cut, padded } from '../review/width.js'

export const ANSWER_FORMATS = ['table', 'csv', 'json'] as const
export type AnswerFormat = (typeof ANSWER_FORMATS)[number]

/** A person reads no more rows; whoever wants all asks for CSV or JSON. */
const MOST_ROWS = 200
/** Terminal columns of a cell: messages are sentences. */
const WIDEST = 48

/** An answer as text, piece by piece: a table for people, CSV or JSON for programs. */
export async function* answerText(
  { columns, rows }: Answer,
  format: AnswerFormat,
  speak: Speak,
): AsyncGenerator<string> {
  if (format === 'csv') {
    yield stringify([columns.map((c) => c.name)])
    for await (const row of rows) yield stringify([row], { cast: { boolean: String } })
  } else if (format === 'json') {
    let before = '['
    for await (const row of rows) {
      yield `${before}\n ${JSON.stringify(Object.fromEntries(columns.map((c, i) => [c.name, row[i]])))}`
      before = ','
    }
    yield before === '[' ? '[]\n' : '\n]\n'
  } else yield* tableText({ columns, rows }, speak)
}

async function* tableText({ columns, rows }: Answer, speak: Speak): AsyncGenerator<string> {
  const lines = [columns.map((c) => cut(c.name, WIDEST))]
  let more = false
  for await (const row of rows) {
    more = lines.length > MOST_ROWS
    if (more) break
    lines.push(row.map((value) => cut(String(value ?? '').replaceAll(/\s+/g, ' '), WIDEST)))
  }
  const widths = columns.map((_, i) => Math.max(...lines.map((line) => columnsOf(line[i] as string))))
  for (const [n, line] of lines.entries()) {
    yield `${line
      .map((text, i) => padded(text, widths[i] as number, n > 0 && columns[i]?.number))
      .join('  ')
      .trimEnd()}\n`
    if (n === 0) yield `${widths.map((w) => '─'.repeat(w)).join('  ')}\n`
  }
  yield `${speak(more ? 'query.more' : 'query.rows', { rows: lines.length - 1 })}\n`
}
