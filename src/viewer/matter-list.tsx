import type { GoneFinding, Matter } from '../model/report.js'
import { grouped } from './figures.js'
import { useVoice, type Voice } from './language.js'
import { LongTable } from './long-table.js'
import { linkTo } from './route.js'
import type { Index } from './select.js'

const ROW_HEIGHT = 76

/** Matters, the gravest first; each leads to its evidence. */
export function MatterList({
  index,
  matters,
  title,
}: {
  index: Index
  matters: readonly Matter[]
  title: string
}) {
  const voice = useVoice()
  return (
    <section class="panel matters" aria-labelledby="matters-title">
      <header>
        <h2 id="matters-title">{title}</h2>
      </header>
      {matters.length === 0 ? (
        <p class="empty">{voice.say('filter.none')}</p>
      ) : (
        <LongTable
          label={title}
          heads={[
            { name: voice.say('matters.severity') },
            { name: voice.say('matters.what') },
            { name: voice.say('matters.difference'), isNumber: true },
            { name: voice.say('matters.page'), isNumber: true },
          ]}
          count={matters.length}
          height={ROW_HEIGHT}
          row={(i) => {
            const matter = matters[i] as Matter
            return <Row key={matter.finding_id} index={index} matter={matter} />
          }}
        />
      )}
    </section>
  )
}

function Row({ index, matter }: { index: Index; matter: Matter }) {
  const voice = useVoice()
  const source = index.filings.get(matter.filing_id)?.source ?? ''
  return (
    <tr>
      <td>
        <Severity code={matter.severity} />
        {matter.baseline !== '' && <span class="baseline">{voice.name('baseline', matter.baseline)}</span>}
      </td>
      <td class="what">
        <a href={linkTo(['matter', matter.finding_id])}>
          <bdi>{voice.read(matter.message)}</bdi>
        </a>
        <div class="of">
          <bdi title={source}>{source.split('/').at(-1) || matter.organization}</bdi>
          {matter.follows.length > 0 && (
            <span>{voice.say('matters.follows', { count: matter.follows.length })}</span>
          )}
        </div>
      </td>
      <td class="number">{differenceOf(matter, voice)}</td>
      <td class="number">{matter.page ?? ''}</td>
    </tr>
  )
}

export const Severity = ({ code }: { code: string }) => (
  <span class={`severity ${code}`}>{useVoice().name('severity', code)}</span>
)

/** With its unit: a column of bare numbers would mix 元 with percentages, which are points apart. */
export const differenceOf = (
  { difference, unit }: Pick<Matter, 'difference' | 'unit'>,
  voice: Voice,
): string =>
  difference === '' ? '' : `${grouped(difference)} ${unit === '%' ? voice.say('card.points') : unit}`

/** What only the earlier run had. */
export function GoneList({ gone }: { gone: readonly GoneFinding[] }) {
  const voice = useVoice()
  return (
    <section class="panel matters" aria-labelledby="gone-title">
      <header>
        <h2 id="gone-title">{voice.say('gone.title')}</h2>
      </header>
      <ul class="gone">
        {gone.map((g) => (
          <li key={`${g.source}${g.message}`}>
            <Severity code={g.severity} /> <bdi>{g.message}</bdi>{' '}
            <span class="of">
              <bdi>{g.source.split('/').at(-1)}</bdi> · {voice.name('gone', g.because)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
