import type { Organization } from '../model/organization.js'
import type { ControlSheet, RosterAnswer } from '../model/report.js'
import type { Department } from './departments.js'
import type { FilingLine } from './gather.js'
import { baseOf, basisOf, figureColumns, figuresOf, pageOf, type Told } from './matter-rows.js'
import { printed } from './printed.js'
import { rosterSheet } from './roster.js'
import { amount, type Column, type Sheet, type Value } from './sheet.js'
import type { ListWords } from './words.js'

interface OverAll {
  departments: readonly Department[]
  matters: readonly Told[]
  filings: readonly FilingLine[]
  organizations: readonly Organization[]
  control: readonly ControlSheet[]
  roster: readonly RosterAnswer[]
}

/** The sheets over all departments. */
export const summarySheets = (
  { departments, matters, filings, control, ...over }: OverAll,
  words: ListWords,
): Sheet[] => [
  ranking(departments, words),
  everyMatter(matters, words),
  completeness(filings, words),
  controlTotals(control, filings, words),
  rosterSheet({ ...over, filings, control }, words),
]

const titled = (key: 'ranking' | 'matters' | 'completeness' | 'control', { say }: ListWords) => ({
  name: say(key),
  title: say('title.summary', { name: say(key) }),
})

const counted = (head: string): Column => ({ head, width: 10, centred: true })

function ranking(departments: readonly Department[], words: ListWords): Sheet {
  const { say } = words
  const sum = (filings: readonly FilingLine[], of: (f: FilingLine) => number): number =>
    filings.reduce((all, f) => all + of(f), 0)
  return {
    ...titled('ranking', words),
    columns: [
      { head: say('number'), width: 6, centred: true },
      { head: say('department'), width: 32 },
      { head: say('region'), width: 14 },
      counted(say('filings')),
      counted(say('errors')),
      counted(say('warnings')),
      { head: say('largest'), width: 20 },
      counted(say('undecided')),
      counted(say('doubts')),
      counted(say('pages-unread')),
      counted(say('score')),
    ],
    rows: departments.map(({ name, region, filings, errors, warnings, largest }, i) => [
      i + 1,
      name || say('nameless'),
      region,
      filings.length,
      errors,
      warnings,
      amount(largest),
      sum(filings, (f) => f.undecided),
      sum(filings, (f) => f.doubts),
      sum(filings, (f) => f.pages_unread),
      meanScore(filings),
    ]),
  }
}

/** Of its filings; files that are one filing count once. */
function meanScore(filings: readonly FilingLine[]): Value {
  const scores = filings.flatMap(({ filing_id, set_id, score }) =>
    score !== null && set_id === filing_id ? [score] : [],
  )
  return scores.length === 0 ? '' : Math.round((10 * scores.reduce((a, b) => a + b, 0)) / scores.length) / 10
}

function everyMatter(matters: readonly Told[], words: ListWords): Sheet {
  const { say } = words
  return {
    ...titled('matters', words),
    columns: [
      { head: say('number'), width: 6, centred: true },
      { head: say('severity'), width: 8, centred: true },
      { head: say('organization'), width: 16 },
      { head: say('file'), width: 17 },
      { head: say('page'), width: 7, centred: true },
      { head: say('place'), width: 16 },
      ...figureColumns(say),
      { head: say('what'), width: 38 },
      { head: say('basis'), width: 22 },
    ],
    rows: matters.map((m, i) => [
      i + 1,
      say(`severity.${m.severity}`),
      m.organization,
      baseOf(m.source),
      pageOf(m, words),
      m.place,
      ...figuresOf(m),
      m.message,
      basisOf(m, words),
    ]),
  }
}

function completeness(filings: readonly FilingLine[], words: ListWords): Sheet {
  const { say, requirement, joined } = words
  const asked = filings.filter((f) => f.score !== null || f.missing.length + f.undecidable.length > 0)
  return {
    ...titled('completeness', words),
    columns: [
      { head: say('number'), width: 6, centred: true },
      { head: say('organization'), width: 24 },
      { head: say('file'), width: 30 },
      counted(say('kind')),
      counted(say('year')),
      counted(say('score')),
      { head: say('missing'), width: 46 },
      { head: say('undecidable'), width: 46 },
    ],
    rows: asked.map((f, i) => [
      i + 1,
      f.organization,
      baseOf(f.source),
      say(`kind.${f.kind}`),
      f.fiscal_year,
      f.score ?? '',
      joined(f.missing.map(requirement)),
      joined(f.undecidable.map(requirement)),
    ]),
  }
}

function controlTotals(
  control: readonly ControlSheet[],
  filings: readonly FilingLine[],
  words: ListWords,
): Sheet {
  const { say } = words
  const sources = new Map(filings.map((f) => [f.filing_id, f.source]))
  const columns = [
    { head: say('control.line'), width: 8, centred: true },
    { head: say('control.label'), width: 44 },
    { head: say('department'), width: 30 },
    { head: say('control.amount'), width: 20 },
    { head: say('actual'), width: 18, right: true },
    { head: say('control.sum'), width: 20 },
    { head: say('difference'), width: 18 },
    { head: say('control.note'), width: 44 },
  ]
  const rows = control.flatMap((sheet): Value[][] => {
    const { year, kind, function_code } = sheet.line
    const label = [year, say(`kind.${kind}`), sheet.label, function_code].filter(Boolean).join(' ')
    const line = (department: string, print: string, value: string, note: string): Value[] => [
      sheet.line.line,
      label,
      department,
      '',
      print,
      amount(value),
      '',
      note,
    ]
    const nameless = sheet.nameless > 0 ? ` ${say('control.nameless', { count: sheet.nameless })}` : ''
    return [
      [
        sheet.line.line,
        label,
        say('everyone'),
        amount(sheet.line.amount),
        '',
        amount(sheet.sum),
        amount(sheet.difference),
        `${say(`outcome.${sheet.outcome}`)}${nameless}`,
      ],
      ...sheet.counted.map((c) =>
        line(
          c.organization,
          printed(c),
          c.value,
          say('page.of', { file: baseOf(sources.get(c.filing_id) ?? ''), page: c.page }),
        ),
      ),
      ...sheet.left_out.map((l) => line(l.organization, '', '', say(`because.${l.because}`))),
    ]
  })
  return {
    ...titled('control', words),
    columns,
    rows: rows.length > 0 ? rows : [['', say('control.none'), '', '', '', '', '', '']],
  }
}
