import type { ReportFiling } from '../model/report.js'
import { FilingList } from './filing-list.js'
import { Filters } from './filters.js'
import { useVoice } from './language.js'
import { GoneList, MatterList } from './matter-list.js'
import { Plots } from './plots.js'
import { nameOfLine, Ranking } from './ranking.js'
import { linkTo } from './route.js'
import { type Choice, fitsFiling, fittingMatters, type Index, ofOrganization, ranking } from './select.js'
import { Tiles } from './tiles.js'

/** What is about no filing is about no part of them. */
const NONE_APART = { pass: 0, fail: 0, undecided: 0 }

/** Who is worst, and what is the matter. */
export function FirstScreen({ index, choice }: { index: Index; choice: Choice }) {
  const voice = useVoice()
  const fitting = fittingMatters(index, choice)
  const matters = ofOrganization(index, fitting, choice.organization)
  const lines = ranking(index, fitting, choice)
  const filings: ReportFiling[] = ofOrganization(
    index,
    index.overview.filings.filter((f) => fitsFiling(f, choice)),
    choice.organization,
  )
  const isWhole = filings.length === index.overview.filings.length
  const chosen = lines
    .flatMap((line) => [line, ...line.units])
    .find((line) => line.id === choice.organization)
  const name = chosen && nameOfLine(chosen, voice)
  const isKnown = index.overview.organizations.some((o) => o.organization_id === choice.organization)
  return (
    <>
      <Tiles filings={filings} matters={matters} apart={isWhole ? index.overview.checks_apart : NONE_APART} />
      <Filters index={index} choice={choice} count={matters.length} />
      {name !== undefined && (
        <p class="chosen-name">
          <strong>
            <bdi>{name}</bdi>
          </strong>
          {isKnown && (
            <a href={linkTo(['organization', choice.organization])}>{voice.say('organization.see')}</a>
          )}
          <button type="button" onClick={() => print()}>
            {voice.say('card.print')}
          </button>
        </p>
      )}
      <div class="columns">
        <Ranking lines={lines} choice={choice} />
        {choice.baseline === 'gone' ? (
          <GoneList gone={index.overview.gone} />
        ) : (
          <MatterList
            index={index}
            matters={matters}
            title={name === undefined ? voice.say('matters.title') : voice.say('matters.of', { name })}
          />
        )}
      </div>
      <Plots overview={index.overview} matters={matters} filings={filings} choice={choice} />
      <FilingList
        filings={filings}
        title={name === undefined ? voice.say('filings.title') : voice.say('filings.of', { name })}
      />
    </>
  )
}
