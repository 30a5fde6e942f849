import type { Matter, Overview, ReportFiling } from '../model/report.js'
import { grouped } from './figures.js'
import { useVoice } from './language.js'

/** The run in a line of numbers. */
export function Tiles({
  filings,
  matters,
  apart,
}: {
  filings: readonly ReportFiling[]
  matters: readonly Matter[]
  apart: Overview['checks_apart']
}) {
  const voice = useVoice()
  const sum = (of: (filing: ReportFiling) => number) => filings.reduce((all, f) => all + of(f), 0)
  const scores = filings.flatMap((f) => f.score ?? [])
  const all = (c: Overview['checks_apart']) => c.pass + c.fail + c.undecided
  const checks = sum((f) => all(f.checks)) + all(apart)
  const undecided = sum((f) => f.checks.undecided) + apart.undecided
  return (
    <dl class="tiles">
      <Tile name={voice.say('tile.filings')} value={filings.length} />
      <Tile
        name={voice.say('tile.errors')}
        value={matters.filter((m) => m.severity === 'error').length}
        kind="error"
      />
      <Tile
        name={voice.say('tile.warnings')}
        value={matters.filter((m) => m.severity === 'warning').length}
        kind="warning"
      />
      <Tile name={voice.say('tile.undecided')} value={undecided} of={checks} />
      <Tile
        name={voice.say('tile.unbound')}
        value={sum((f) => f.numbers_unbound)}
        of={sum((f) => f.numbers_printed)}
      />
      <Tile
        name={voice.say('tile.pages-unread')}
        value={sum((f) => f.pages_unread)}
        of={sum((f) => f.pages)}
      />
      <Tile name={voice.say('tile.doubts')} value={sum((f) => f.doubts)} />
      {scores.length > 0 && (
        <Tile
          name={voice.say('tile.score')}
          value={Math.round(scores.reduce((a, b) => a + b, 0) / scores.length)}
        />
      )}
    </dl>
  )
}

function Tile({ name, value, of, kind = '' }: { name: string; value: number; of?: number; kind?: string }) {
  const voice = useVoice()
  return (
    <div class={value > 0 ? kind : ''}>
      <dt>{name}</dt>
      <dd>
        {grouped(String(value))}
        {of !== undefined && <small>{voice.say('tile.of', { count: grouped(String(of)) })}</small>}
      </dd>
    </div>
  )
}
