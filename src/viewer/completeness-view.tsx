import type { RequirementAnswer } from '../model/filing.js'
import type { FilingProps } from './filing.js'
import { useVoice, type Voice } from './language.js'
import { linkTo } from './route.js'
import { whyOf } from './why.js'

/** What is printed of it; of what is nowhere, what was looked for; else why nobody knows. */
function shownFor({ outcome, page, evidence, reason }: RequirementAnswer, voice: Voice): string {
  if (evidence === '') return whyOf(reason, voice)
  return outcome === 'no' && page === null ? voice.say('filing.looked-for', { words: evidence }) : evidence
}

/** What the filing has to publish, and where it does. */
export function CompletenessView({ index, filing, part }: FilingProps) {
  const voice = useVoice()
  return (
    <section>
      {filing.score !== null && <p>{voice.say('filing.score', { score: Math.round(filing.score) })}</p>}
      <table class="plain">
        <thead>
          <tr>
            <th scope="col">{voice.say('filing.requirement')}</th>
            <th scope="col">{voice.say('filing.answer')}</th>
            <th scope="col">{voice.say('filing.shown-on')}</th>
            <th scope="col">{voice.say('filing.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {part.completeness.map((answer) => (
            <tr key={answer.requirement}>
              <th scope="row">
                {voice.read(index.overview.requirements[answer.requirement]) || answer.requirement}
              </th>
              <td class={`answer ${answer.outcome}`}>{voice.name('answer', answer.outcome)}</td>
              <td>
                {answer.page !== null && (
                  <a
                    href={linkTo(['filing', answer.shown_in || filing.filing_id, 'pages'], {
                      page: String(answer.page),
                    })}
                  >
                    {voice.say('card.page', { page: answer.page })}
                  </a>
                )}
              </td>
              <td>
                <bdi>{shownFor(answer, voice)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
