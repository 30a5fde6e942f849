import { useState } from 'preact/hooks'
import type { CheckOutcome } from '../model/filing.js'
import { grouped } from './figures.js'
import type { FilingProps } from './filing.js'
import { useVoice } from './language.js'
import { LongTable } from './long-table.js'
import { whyOf } from './why.js'

const OUTCOMES = ['fail', 'undecided', 'pass'] as const
const ROW_HEIGHT = 46

/** Every check that was due: what fails first, then what could not be decided, then what holds. */
export function ChecksView({ index, part }: FilingProps) {
  const voice = useVoice()
  const [only, setOnly] = useState<string>('')
  const rows = OUTCOMES.filter((o) => only === '' || o === only).flatMap((o) =>
    part.outcomes.filter((one) => one.outcome === o),
  )
  return (
    <section>
      <label class="only">
        <span>{voice.say('filing.checks-only')}</span>
        <select value={only} onChange={(event) => setOnly(event.currentTarget.value)}>
          <option value="">{voice.say('filter.all')}</option>
          {OUTCOMES.map((o) => (
            <option key={o} value={o}>
              {`${voice.say(`outcome.${o}`)} ${part.outcomes.filter((one) => one.outcome === o).length}`}
            </option>
          ))}
        </select>
      </label>
      <LongTable
        key={only}
        label={voice.say('filing.checks')}
        kind="tall"
        heads={[
          { name: voice.say('filing.outcome') },
          { name: voice.say('filing.check') },
          { name: voice.say('filing.subject') },
          { name: voice.say('filing.actual'), isNumber: true },
          { name: voice.say('filing.expected'), isNumber: true },
          { name: voice.say('filing.reason') },
        ]}
        count={rows.length}
        height={ROW_HEIGHT}
        row={(i) => {
          const outcome = rows[i] as CheckOutcome
          return (
            <tr key={outcome.outcome_id}>
              <td class={`outcome ${outcome.outcome}`}>{voice.name('outcome', outcome.outcome)}</td>
              <td title={outcome.check_id}>{voice.read(index.overview.checks[outcome.check_id])}</td>
              <td>
                <bdi>{outcome.subject}</bdi>
              </td>
              <td class="number">{grouped(outcome.actual)}</td>
              <td class="number">{grouped(outcome.expected)}</td>
              <td>{whyOf(outcome.reason, voice)}</td>
            </tr>
          )
        }}
      />
      {part.doubts.length > 0 && (
        <>
          <h3>{voice.say('filing.doubts')}</h3>
          <ul>
            {part.doubts.map((doubt) => (
              <li key={doubt.finding_id}>
                <bdi>{doubt.message}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
