import type { ControlSheet, RosterAnswer } from '../model/report.js'
import { grouped } from './figures.js'
import { useVoice } from './language.js'
import { linkTo } from './route.js'
import type { Index } from './select.js'

/** Control totals line by line, with everybody who counts and everybody who does not; and who filed. */
export function Control({ index }: { index: Index }) {
  const voice = useVoice()
  const { control, roster } = index.overview
  return (
    <article>
      <h2>{voice.say('control.title')}</h2>
      {control.length + roster.length === 0 && <p class="waiting">{voice.say('control.none')}</p>}
      {control.map((sheet) => (
        <Sheet key={sheet.line.line} sheet={sheet} />
      ))}
      {roster.length > 0 && <Roster rows={roster} />}
    </article>
  )
}

function Sheet({ sheet }: { sheet: ControlSheet }) {
  const voice = useVoice()
  const { line } = sheet
  const about = [
    voice.say('control.line', { line: line.line }),
    line.year,
    voice.name('kind', line.kind),
    sheet.label,
    voice.name('fund', line.fund),
    line.function_code,
    voice.name('basis', line.basis),
  ]
  return (
    <section class="panel control">
      <header>
        <h3>
          <span class={`outcome ${sheet.outcome}`}>{voice.name('outcome', sheet.outcome)}</span>{' '}
          {about.filter(Boolean).join(' · ')}
        </h3>
      </header>
      <dl class="figures">
        <div>
          <dt>{voice.say('control.amount')}</dt>
          <dd>{grouped(line.amount)}</dd>
        </div>
        {sheet.sum !== '' && (
          <div>
            <dt>{voice.say('control.sum')}</dt>
            <dd>{grouped(sheet.sum)}</dd>
          </div>
        )}
        {sheet.difference !== '' && (
          <div class="difference">
            <dt>{voice.say('control.difference')}</dt>
            <dd>{grouped(sheet.difference)}</dd>
          </div>
        )}
      </dl>
      {sheet.nameless > 0 && <p class="note">{voice.say('control.nameless', { count: sheet.nameless })}</p>}
      <details>
        <summary>{voice.say('control.counted', { count: sheet.counted.length })}</summary>
        <table class="plain">
          <tbody>
            {sheet.counted.map((c) => (
              <tr key={c.fact_id}>
                <th scope="row">
                  <a href={linkTo(['filing', c.filing_id, 'pages'], { page: String(c.page) })}>
                    <bdi>{c.organization}</bdi>
                  </a>
                </th>
                <td class="number">{grouped(c.value)}</td>
                <td class="number">
                  {c.raw} {c.unit}
                </td>
                <td>{c.contradicts && voice.say('control.contradicts')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {sheet.left_out.length > 0 && (
        <details open>
          <summary>{voice.say('control.left-out', { count: sheet.left_out.length })}</summary>
          <ul>
            {sheet.left_out.map((l) => (
              <li key={l.organization + l.because}>
                <bdi>{l.organization}</bdi> · {voice.say(`control.because.${l.because}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Roster({ rows }: { rows: readonly RosterAnswer[] }) {
  const voice = useVoice()
  const order = ['missing', 'late', 'ambiguous', 'unlisted', 'filed']
  const sorted = [...rows].sort((a, b) => order.indexOf(a.answer) - order.indexOf(b.answer))
  return (
    <section class="panel">
      <header>
        <h3>{voice.say('roster.title')}</h3>
      </header>
      <table class="plain">
        <tbody>
          {sorted.map((r) => (
            <tr key={[r.organization, r.level, r.kind, r.year, r.answer].join('|')}>
              <th scope="row">
                {r.filing_id === '' ? (
                  <bdi>{r.organization}</bdi>
                ) : (
                  <a href={linkTo(['filing', r.filing_id])}>
                    <bdi>{r.organization}</bdi>
                  </a>
                )}
              </th>
              <td>{voice.name('level', r.level)}</td>
              <td>{voice.name('kind', r.kind)}</td>
              <td>{r.year}</td>
              <td class={`answer ${r.answer === 'filed' ? 'yes' : 'no'}`}>
                {voice.name('roster', r.answer)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
