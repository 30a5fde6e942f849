import { contractKey } from '../scans/figures.js'
import { isHarmless, type Other, type Outcome } from './damaged.js'

const HEAD = [
  'damages',
  'harmless',
  'figures lost only',
  'noticed: marked',
  'noticed: disputed',
  'silent',
  'silently wrong figures',
  'proven wrong figures',
  'lost per damage',
  'right but doubted per damage',
]

/** A row for each kind of damage, for each place and for all. */
export function damageTable(outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map((o) => o.kind))].sort()
  const places = [...new Set(kinds.map(placeOf))]
  return [
    `| ${['kind of damage', ...HEAD].join(' | ')} |`,
    `|${'---|'.repeat(HEAD.length + 1)}`,
    ...kinds.map((kind) =>
      row(
        kind,
        outcomes.filter((o) => o.kind === kind),
      ),
    ),
    ...places.map((place) =>
      row(
        `**${place}**`,
        outcomes.filter((o) => placeOf(o.kind) === place),
      ),
    ),
    row('**all**', outcomes),
  ].join('\n')
}

const placeOf = (kind: string): string => kind.slice(0, kind.indexOf(':'))

function row(name: string, all: readonly Outcome[]): string {
  const count = (test: (o: Outcome) => boolean) => all.filter(test).length
  const sum = (of: (o: Outcome) => number) => all.reduce((n, o) => n + of(o), 0)
  const isSilent = (o: Outcome) => o.silent.length > 0
  const isMarked = (o: Outcome) => !isSilent(o) && o.marked > 0
  const isDisputed = (o: Outcome) => !isSilent(o) && o.marked === 0 && o.disputed > 0
  return `| ${[
    name,
    all.length,
    count(isHarmless),
    count((o) => !isSilent(o) && !isMarked(o) && !isDisputed(o) && !isHarmless(o)),
    count(isMarked),
    count(isDisputed),
    count(isSilent),
    sum((o) => o.silent.length),
    sum((o) => o.proven.length),
    (sum((o) => o.lost) / all.length).toFixed(1),
    (sum((o) => o.doubted) / all.length).toFixed(1),
  ].join(' | ')} |`
}

/** Every damage that changed a figure silently, or of which one is proven, with a few of its figures. */
export function silentList(outcomes: readonly Outcome[], most = 3): string {
  return outcomes
    .filter((o) => o.silent.length + o.proven.length > 0)
    .map((o) => {
      const figures = [...new Set([...o.silent, ...o.proven])]
      return [
        `- ${o.kind} — ${o.file} p${o.page}: ${o.what} — ${o.silent.length} silent, ${o.proven.length} proven`,
        ...figures.slice(0, most).map((f) => `  - ${said(f)}`),
      ].join('\n')
    })
    .join('\n')
}

const said = ({ read, truth }: Other): string =>
  `p${read.page} ${read.raw} ${read.label} (${read.status}, ${read.confidence} ${read.note.join('; ')}): ${
    truth ? `${contractKey(truth)} = ${truth.value}` : 'nothing'
  } → ${contractKey(read)} = ${read.value}`
