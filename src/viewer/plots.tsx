import { scaleLinear } from 'd3-scale'
import { type Decimal, decimal } from '../model/money.js'
import type { Matter, Overview, ReportFiling, Spending } from '../model/report.js'
import { grouped, spoken } from './figures.js'
import { useVoice, type Voice } from './language.js'
import { type Choice, familyOf } from './select.js'

/** One bar of several parts. */
interface Bar {
  name: string
  parts: { code: string; value: number; said: string }[]
  said: string
}

const ROWS = 12
const [NAME, WIDE, ROW, SAID] = [190, 560, 22, 120] as const

/** Bars beside their names, with a legend; drawn as SVG so that they print as they look. */
function Bars({ title, bars, legend }: { title: string; bars: readonly Bar[]; legend: [string, string][] }) {
  const voice = useVoice()
  const total = (bar: Bar) => bar.parts.reduce((sum, part) => sum + part.value, 0)
  const x = scaleLinear([0, Math.max(1, ...bars.map(total))], [0, WIDE - NAME - SAID])
  const height = bars.length * ROW + 4
  return (
    <figure class="bars">
      <figcaption>
        <strong>{title}</strong>
        <span class="legend">
          {legend.map(([code, name]) => (
            <span key={code}>
              <i class={`swatch ${code}`} />
              {name}
            </span>
          ))}
        </span>
      </figcaption>
      {bars.length === 0 ? (
        <p class="empty">{voice.say('plots.none')}</p>
      ) : (
        <svg viewBox={`0 0 ${WIDE} ${height}`} role="img" aria-label={title}>
          {bars.map((bar, i) => {
            let from = NAME
            return (
              <g key={bar.name} transform={`translate(0 ${i * ROW})`}>
                <text class="name" x={NAME - 8} y={ROW - 7} text-anchor="end">
                  {shortened(bar.name)}
                </text>
                {bar.parts.map((part) => {
                  const left = from
                  from += x(part.value)
                  return (
                    <rect
                      key={part.code}
                      class={part.code}
                      x={left}
                      y={3}
                      width={x(part.value)}
                      height={ROW - 7}
                    >
                      <title>{`${bar.name} · ${part.said}`}</title>
                    </rect>
                  )
                })}
                <text x={from + 6} y={ROW - 7}>
                  {bar.said}
                </text>
              </g>
            )
          })}
        </svg>
      )}
    </figure>
  )
}

/** Names that are wider than their place lose their end. */
const shortened = (name: string): string => (name.length > 14 ? `${name.slice(0, 13)}…` : name)

const legendOf = (voice: Voice, group: string, codes: readonly string[]): [string, string][] =>
  codes.map((code) => [code, voice.name(group, code)])

export function Plots({
  overview,
  matters,
  filings,
  choice,
}: {
  overview: Overview
  matters: readonly Matter[]
  filings: readonly ReportFiling[]
  choice: Choice
}) {
  const voice = useVoice()
  const about = newest(overview.spending, choice)
  return (
    <section class="panel plots" aria-labelledby="plots-title">
      <header>
        <h2 id="plots-title">{voice.say('plots.title')}</h2>
      </header>
      <div class="grid">
        <Bars
          title={voice.say('plots.families')}
          bars={familyBars(matters, voice)}
          legend={legendOf(voice, 'severity', SEVERITIES)}
        />
        <Bars
          title={voice.say('plots.figures')}
          bars={figureBars(filings, voice)}
          legend={legendOf(voice, 'fate', FATES)}
        />
        {about &&
          (['function', 'economy'] as const).map((by) => (
            <Bars
              key={by}
              title={voice.say(by === 'function' ? 'plots.by-function' : 'plots.by-economy', {
                kind: voice.name('kind', about.kind),
                year: about.year,
              })}
              bars={spendingBars(overview.spending, { ...about, by, region: choice.region }, voice)}
              legend={legendOf(voice, 'fate', FATES)}
            />
          ))}
      </div>
    </section>
  )
}

const SEVERITIES = ['error', 'warning', 'info'] as const
const FATES = ['proven', 'disputed', 'unproven'] as const

/** One pass: there are tens of thousands of matters, and a handful of families. */
function familyBars(matters: readonly Matter[], voice: Voice): Bar[] {
  const counts = new Map<string, Record<string, number>>()
  for (const { check_id, severity } of matters) {
    const count = counts.get(familyOf(check_id)) ?? {}
    counts.set(familyOf(check_id), count)
    count[severity] = (count[severity] ?? 0) + 1
  }
  return [...counts]
    .map(([family, count]) => {
      const parts = SEVERITIES.map((code) => {
        const value = count[code] ?? 0
        return { code, value, said: `${voice.name('severity', code)} ${value}` }
      })
      const all = parts.reduce((sum, part) => sum + part.value, 0)
      return { name: voice.name('family', family), parts, said: String(all) }
    })
    .sort((a, b) => Number(b.said) - Number(a.said))
}

/** Figures of budgets and of final accounts, by what became of them. */
function figureBars(filings: readonly ReportFiling[], voice: Voice): Bar[] {
  return ['budget', 'final'].flatMap((kind) => {
    const own = filings.filter((f) => f.kind === kind)
    const count = (code: (typeof FATES)[number]) => own.reduce((sum, f) => sum + f.facts[code], 0)
    const parts = FATES.map((code) => ({
      code,
      value: count(code),
      said: `${voice.name('fate', code)} ${grouped(String(count(code)))}`,
    }))
    const all = parts.reduce((sum, part) => sum + part.value, 0)
    return all === 0 ? [] : [{ name: voice.name('kind', kind), parts, said: grouped(String(all)) }]
  })
}

/** The kind and year that is shown where nobody chose one: the newest budget. */
function newest(
  spending: readonly Spending[],
  { kind, year }: Choice,
): { kind: string; year: string } | undefined {
  const fitting = spending.filter((s) => (kind === '' || s.kind === kind) && (year === '' || s.year === year))
  const best = [...fitting].sort((a, b) =>
    a.year < b.year ? 1 : a.year > b.year ? -1 : a.kind < b.kind ? -1 : 1,
  )[0]
  return best && { kind: best.kind, year: best.year }
}

function spendingBars(
  spending: readonly Spending[],
  asked: { by: Spending['by']; kind: string; year: string; region: string },
  voice: Voice,
): Bar[] {
  const own = spending.filter(
    (s) =>
      s.by === asked.by &&
      s.kind === asked.kind &&
      s.year === asked.year &&
      (asked.region === '' || s.region === asked.region),
  )
  const sum = (rows: readonly Spending[]): Decimal => rows.reduce((all, s) => all.plus(s.value), decimal(0))
  const classes = [...new Set(own.map((s) => s.code))].map((code) => own.filter((s) => s.code === code))
  return classes
    .map((rows) => ({ rows, total: sum(rows) }))
    .filter(({ total }) => total.gt(0))
    .sort((a, b) => b.total.cmp(a.total))
    .slice(0, ROWS)
    .map(({ rows, total }) => ({
      name: `${rows[0]?.code} ${rows[0]?.name}`,
      parts: FATES.map((code) => {
        const value = sum(rows.filter((s) => s.status === code))
        return {
          code,
          value: Math.max(0, Number(value)),
          said: `${voice.name('fate', code)} ${spoken(value, voice)}`,
        }
      }),
      said: spoken(total, voice),
    }))
}
