import { useState } from 'preact/hooks'
import { grouped } from './figures.js'
import { withChoice } from './filters.js'
import { useVoice, type Voice } from './language.js'
import { LongTable } from './long-table.js'
import { type Choice, EVERYBODY, type Ranked } from './select.js'

const ROW_HEIGHT = 37
const NUMBERS = [
  'errors',
  'warnings',
  'largest',
  'undecided',
  'unread',
  'doubts',
  'score',
  'missing',
] as const

/** Departments and their units, the worst first. */
export function Ranking({ lines, choice }: { lines: readonly Ranked[]; choice: Choice }) {
  const voice = useVoice()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) => {
    const next = new Set(open)
    if (!next.delete(id)) next.add(id)
    setOpen(next)
  }
  const rows = lines.flatMap((line) => [
    { line, depth: 0 },
    ...(open.has(line.id) ? line.units.map((unit) => ({ line: unit, depth: 1 })) : []),
  ])
  return (
    <section class="panel ranking" aria-labelledby="ranking-title">
      <header>
        <h2 id="ranking-title">{voice.say('ranking.title')}</h2>
        <p>{voice.say('ranking.note')}</p>
        {choice.organization !== '' && (
          <a href={withChoice(choice, { organization: '' })}>{voice.say('ranking.everyone')}</a>
        )}
      </header>
      <LongTable
        label={voice.say('ranking.title')}
        heads={[
          { name: voice.say('ranking.organization') },
          ...NUMBERS.map((name) => ({ name: voice.say(`ranking.${name}`), isNumber: true })),
          { name: voice.say('ranking.years') },
        ]}
        count={rows.length}
        height={ROW_HEIGHT}
        row={(i) => {
          const { line, depth } = rows[i] as (typeof rows)[number]
          return (
            <Row
              key={`${depth}${line.id}`}
              line={line}
              depth={depth}
              choice={choice}
              open={open.has(line.id)}
              toggle={() => toggle(line.id)}
            />
          )
        }}
      />
    </section>
  )
}

export const nameOfLine = ({ id, name }: Ranked, voice: Voice): string =>
  name || voice.say(id === EVERYBODY ? 'ranking.all' : 'ranking.nameless')

function Row({
  line,
  depth,
  choice,
  open,
  toggle,
}: {
  line: Ranked
  depth: number
  choice: Choice
  open: boolean
  toggle: () => void
}) {
  const voice = useVoice()
  const name = nameOfLine(line, voice)
  const isChosen = choice.organization === line.id
  return (
    <tr class={isChosen ? 'chosen' : ''}>
      <th scope="row" class={depth > 0 ? 'unit' : ''}>
        {line.units.length > 0 ? (
          <button
            type="button"
            class="toggle"
            aria-expanded={open}
            aria-label={voice.say(open ? 'ranking.collapse' : 'ranking.expand', { name })}
            onClick={toggle}
          >
            {open ? '▾' : '▸'}
          </button>
        ) : (
          <span class="toggle" />
        )}
        <a
          href={withChoice(choice, { organization: isChosen ? '' : line.id })}
          title={name}
          aria-current={isChosen}
        >
          <bdi>{name}</bdi>
        </a>
      </th>
      <Count value={line.errors} kind="error" />
      <Count value={line.warnings} kind="warning" />
      <td class="number">{line.largest ? grouped(line.largest.toFixed()) : ''}</td>
      <Count value={line.undecided} />
      <Count value={line.unread} />
      <Count value={line.doubts} />
      <td class="number">{line.score === undefined ? '' : Math.round(line.score)}</td>
      <Count value={line.missing} />
      <td class="years">{yearsOf(line.years)}</td>
    </tr>
  )
}

const yearsOf = (years: readonly string[]): string =>
  years.length > 2 ? `${years[0]}–${years.at(-1)}` : years.join(', ')

const Count = ({ value, kind = '' }: { value: number; kind?: string }) => (
  <td class={`number ${value > 0 ? kind : 'none'}`}>{value}</td>
)
