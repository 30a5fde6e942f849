import { scaleLinear } from 'd3-scale'
import { line as path } from 'd3-shape'
import { type Decimal, decimal } from '../model/money.js'
import type { ReportOrganization, Series, SeriesRow } from '../model/report.js'
import { load } from './data.js'
import { grouped } from './figures.js'
import { FilingList } from './filing-list.js'
import { useVoice, type Voice } from './language.js'
import { linkTo } from './route.js'
import { ScrollArea } from './scroll-area.js'
import type { Index } from './select.js'
import { useLoaded } from './use-loaded.js'
import { Waiting } from './waiting.js'

/** One organization over the years, and a department against its units. */
export function Organization({ index, organization }: { index: Index; organization: ReportOrganization }) {
  const voice = useVoice()
  const units = index.overview.organizations.filter((o) => o.parent_id === organization.organization_id)
  const loaded = useLoaded(organization.organization_id, async () => ({
    own: await seriesOf(organization.organization_id),
    units: await Promise.all(
      units.map(async (unit) => ({ unit, rows: await seriesOf(unit.organization_id) })),
    ),
  }))
  return (
    <article>
      <h2>
        <bdi>{organization.name}</bdi>
      </h2>
      <p class="where">
        <a href={linkTo([], { organization: organization.organization_id })}>
          {voice.say('matters.of', { name: organization.name })}
        </a>
      </p>
      {'data' in loaded ? (
        <>
          <Years index={index} rows={loaded.data.own} />
          {units.length > 0 && <Units index={index} own={loaded.data.own} units={loaded.data.units} />}
        </>
      ) : (
        <Waiting loaded={loaded} />
      )}
      <FilingList
        filings={index.overview.filings.filter((f) => f.organization_id === organization.organization_id)}
        title={voice.say('filings.of', { name: organization.name })}
      />
    </article>
  )
}

/** An organization of which no amount was read has no file. */
const seriesOf = (id: string): Promise<SeriesRow[]> =>
  load(`organizations/${id}`).then(
    (series: Series) => series.rows,
    () => [],
  )

/** What stands in one line of a table: the same amount, whatever the year. */
const itemOf = (r: SeriesRow): string => [r.kind, r.basis, r.concept, r.fund, r.nature].join('|')

function itemName(r: SeriesRow, index: Index, voice: Voice): string {
  const concept = voice.read(index.overview.concepts[r.concept]) || r.concept
  return [concept, voice.name('fund', r.fund), voice.name('nature', r.nature)].filter(Boolean).join(' · ')
}

/** A change to more than this many times the year before, or less than its inverse, is marked. */
const BREAK = 2

function Years({ index, rows }: { index: Index; rows: readonly SeriesRow[] }) {
  const voice = useVoice()
  // A year's own figure: what a budget says of the budget, what a final account says of what was spent.
  const own = rows.filter((r) => r.kind === r.basis)
  const years = [...new Set(own.map((r) => r.year))].sort()
  const items = [...new Set(own.map(itemOf))].map((item) => own.filter((r) => itemOf(r) === item))
  if (items.length === 0) return <p class="waiting">{voice.say('organization.none')}</p>
  return (
    <section class="panel">
      <header>
        <h3>{voice.say('organization.years')}</h3>
      </header>
      <ScrollArea kind="tall" label={voice.say('organization.years')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{voice.say('organization.item')}</th>
              <th scope="col">{voice.say('filter.kind')}</th>
              {years.map((year) => (
                <th key={year} scope="col" class="number">
                  {year}
                </th>
              ))}
              <th scope="col" aria-label={voice.say('plots.title')} />
            </tr>
          </thead>
          <tbody>
            {items.map((cells) => {
              const first = cells[0] as SeriesRow
              const at = (year: string) => cells.find((c) => c.year === year)
              return (
                <tr key={itemOf(first)}>
                  <th scope="row">{itemName(first, index, voice)}</th>
                  <td>{voice.name('kind', first.kind)}</td>
                  {years.map((year, i) => (
                    <Amount key={year} cell={at(year)} before={at(years[i - 1] ?? '')} />
                  ))}
                  <td>
                    <Sparkline
                      values={years.map((year) => at(year)?.value_yuan)}
                      name={itemName(first, index, voice)}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}

function Amount({ cell, before }: { cell: SeriesRow | undefined; before: SeriesRow | undefined }) {
  const voice = useVoice()
  if (!cell) return <td class="number none">—</td>
  const isBreak = before !== undefined && breaks(decimal(cell.value_yuan), decimal(before.value_yuan))
  const why = [
    isBreak ? voice.say('organization.break') : '',
    cell.conflict ? voice.say('organization.conflict') : '',
    voice.name('fate', cell.status),
  ].filter(Boolean)
  return (
    <td class={`number ${isBreak ? 'break' : ''}`} title={why.join(' · ')}>
      <a href={linkTo(['filing', cell.filing_id, 'pages'], { page: String(cell.page) })}>
        {grouped(cell.value_yuan)}
      </a>
      {cell.conflict && <span class="wrong"> ≠</span>}
      {isBreak && <span aria-hidden="true"> ⚡</span>}
    </td>
  )
}

const breaks = (now: Decimal, before: Decimal): boolean =>
  !now.eq(0) &&
  !before.eq(0) &&
  (now.abs().gt(before.abs().times(BREAK)) || now.abs().times(BREAK).lt(before.abs()))

const [WIDE, HIGH] = [90, 22] as const

/** The years as a line; a year without a figure is a gap. */
function Sparkline({ values, name }: { values: readonly (string | undefined)[]; name: string }) {
  const known = values.flatMap((v) => (v === undefined ? [] : Number(v)))
  if (known.length < 2) return null
  const x = scaleLinear([0, values.length - 1], [4, WIDE - 4])
  const y = scaleLinear([Math.min(0, ...known), Math.max(1, ...known)], [HIGH - 3, 3])
  const points = values.map((v, i) => [i, v === undefined ? Number.NaN : Number(v)] as [number, number])
  const drawn = path<[number, number]>()
    .defined(([, v]) => !Number.isNaN(v))
    .x(([i]) => x(i))
    .y(([, v]) => y(v))(points)
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDE} ${HIGH}`} role="img" aria-label={name}>
      <path d={drawn ?? ''} />
      {points.map(([i, v]) => (Number.isNaN(v) ? null : <circle key={i} cx={x(i)} cy={y(v)} r={1.8} />))}
    </svg>
  )
}

/** The newest kind and year that the department and a unit of it have. */
function Units({
  index,
  own,
  units,
}: {
  index: Index
  own: readonly SeriesRow[]
  units: readonly { unit: ReportOrganization; rows: readonly SeriesRow[] }[]
}) {
  const voice = useVoice()
  const shared = [...new Set(units.flatMap((u) => u.rows.map((r) => `${r.year}|${r.kind}`)))]
    .filter((key) => own.some((r) => `${r.year}|${r.kind}` === key && r.kind === r.basis))
    .sort()
    .at(-1)
  if (!shared) return <p class="waiting">{voice.say('organization.none')}</p>
  const [year = '', kind = ''] = shared.split('|')
  const fits = (r: SeriesRow) => r.year === year && r.kind === kind && r.kind === r.basis
  const shown = units.filter((u) => u.rows.some(fits))
  return (
    <section class="panel">
      <header>
        <h3>{voice.say('organization.units', { kind: voice.name('kind', kind), year })}</h3>
        <p>{voice.say('organization.units-note')}</p>
      </header>
      <ScrollArea kind="tall" label={voice.say('organization.units', { kind, year })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{voice.say('organization.item')}</th>
              <th scope="col" class="number">
                {voice.say('organization.department')}
              </th>
              <th scope="col" class="number">
                {voice.say('organization.sum')}
              </th>
              <th scope="col" class="number">
                {voice.say('organization.difference')}
              </th>
              {shown.map(({ unit }) => (
                <th key={unit.organization_id} scope="col" class="number">
                  <bdi>{unit.name}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {own.filter(fits).map((row) => {
              const parts = shown.map(({ rows }) => rows.find((r) => fits(r) && itemOf(r) === itemOf(row)))
              const printed = parts.filter((p) => p !== undefined)
              const sum = printed.reduce((all, p) => all.plus(p.value_yuan), decimal(0))
              return (
                <tr key={itemOf(row)}>
                  <th scope="row">{itemName(row, index, voice)}</th>
                  <Amount cell={row} before={undefined} />
                  <td class="number">{printed.length > 0 ? grouped(sum.toFixed()) : '—'}</td>
                  <td class="number">
                    {printed.length > 0 ? grouped(decimal(row.value_yuan).minus(sum).toFixed()) : '—'}
                  </td>
                  {parts.map((part, i) => (
                    <Amount key={shown[i]?.unit.organization_id} cell={part} before={undefined} />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  )
}
