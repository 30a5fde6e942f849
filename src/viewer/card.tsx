import type { CheckOutcome, Fact } from '../model/filing.js'
import { filingOfId } from '../model/filing-of-id.js'
import type { FilingPart, Matter, Paper, ReportFiling } from '../model/report.js'
import { type Line, lineOf, type Term } from './arithmetic.js'
import { load } from './data.js'
import { grouped, nameOf, type Place, placeOf } from './figures.js'
import { useVoice } from './language.js'
import { differenceOf, Severity } from './matter-list.js'
import { Frame, PageDrawing } from './page-drawing.js'
import { linkTo } from './route.js'
import { familyOf, type Index } from './select.js'
import { useLoaded } from './use-loaded.js'
import { Waiting } from './waiting.js'

/** More are seen on the whole page. */
const MOST_CROPS = 12
/** What is seen above and below a figure, and how near two figures have to be to be seen together; points. */
const AROUND = 26
const NEAR = 70
/** Type of a page as broad as this cannot be read at half the width of a screen; points. */
const BROAD = 700

interface Evidence {
  parts: Map<string, FilingPart>
  papers: Map<string, Paper>
}

/** All that is known of one matter. */
export function Card({ index, matter }: { index: Index; matter: Matter }) {
  const voice = useVoice()
  const filing = index.filings.get(matter.filing_id)
  const loaded = useLoaded(matter.finding_id, () => evidenceOf(matter))
  return (
    <article class="card">
      <header>
        <Severity code={matter.severity} />
        <span class="family">{voice.name('family', familyOf(matter.check_id))}</span>
        {matter.baseline !== '' && <span class="baseline">{voice.name('baseline', matter.baseline)}</span>}
        <h2>
          <bdi>{voice.read(matter.message)}</bdi>
        </h2>
        <button type="button" onClick={() => print()}>
          {voice.say('card.print')}
        </button>
      </header>
      <Where filing={filing} matter={matter} />
      <Figures matter={matter} />
      {'data' in loaded ? (
        <Proof index={index} matter={matter} evidence={loaded.data} />
      ) : (
        <Waiting loaded={loaded} />
      )}
      {matter.evidence !== '' && (
        <section>
          <h3>{voice.say('card.evidence')}</h3>
          <blockquote>
            <bdi>{matter.evidence}</bdi>
          </blockquote>
        </section>
      )}
      {matter.follows.length > 0 && (
        <section>
          <h3>{voice.say('card.follows')}</h3>
          <ul>
            {matter.follows.map((f) => (
              <li key={f.finding_id}>
                <bdi>{voice.read(f.message)}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="rule">
        <h3>{voice.say('card.asserts')}</h3>
        <p>
          {voice.read(index.overview.checks[matter.check_id])} <code>{matter.check_id}</code>
        </p>
      </section>
    </article>
  )
}

function Where({ filing, matter }: { filing: ReportFiling | undefined; matter: Matter }) {
  const voice = useVoice()
  const { page, printed_page: printed } = matter
  if (!filing || page === null)
    return (
      <p class="where">
        {matter.organization === '' ? (
          <>
            {voice.say('ranking.all')} · {matter.fiscal_year}
          </>
        ) : (
          <>
            <bdi>{matter.organization}</bdi> · {matter.fiscal_year} · {voice.say('card.no-page')}
          </>
        )}
      </p>
    )
  const said =
    printed === '' ? voice.say('card.page', { page }) : voice.say('card.page-printed', { page, printed })
  return (
    <p class="where">
      <bdi>{filing.organization}</bdi> · {filing.fiscal_year} · <bdi>{matter.place}</bdi> ·{' '}
      <a href={linkTo(['filing', filing.filing_id], { page: String(page) })}>{said}</a>
      {' · '}
      <FileLink filing={filing} page={page} />
    </p>
  )
}

/** To the file itself, at its page where the browser's reader knows how. */
export function FileLink({ filing, page }: { filing: ReportFiling; page: number }) {
  const voice = useVoice()
  return filing.href === '' ? (
    <span>
      {voice.say('card.no-file')} <bdi>{filing.source}</bdi>
    </span>
  ) : (
    <a href={`${filing.href}#page=${page}`} target="_blank" rel="noreferrer">
      {voice.say('card.open-file', { page })}
    </a>
  )
}

function Figures({ matter }: { matter: Matter }) {
  const voice = useVoice()
  if (matter.difference === '') return null
  const told = [
    { name: voice.say('card.printed'), value: matter.actual },
    { name: voice.say('card.should-be'), value: matter.expected },
  ]
  return (
    <dl class="figures">
      {told
        .filter(({ value }) => value !== '')
        .map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {grouped(value)} {matter.unit}
            </dd>
          </div>
        ))}
      <div class="difference">
        <dt>{voice.say('card.difference')}</dt>
        <dd>{differenceOf(matter, voice)}</dd>
      </div>
    </dl>
  )
}

async function evidenceOf(matter: Matter): Promise<Evidence> {
  const ids = [...new Set([matter.filing_id, ...matter.facts.map(filingOfId)])].filter(Boolean)
  const parts = await Promise.all(ids.map((id) => load(`filings/${id}`)))
  // Pages are drawn only where there is no picture.
  const papers = await Promise.all(ids.map((id) => load(`papers/${id}`).catch(() => ({ pages: [] }))))
  return {
    parts: new Map(parts.map((part) => [part.filing_id, part])),
    papers: new Map(ids.map((id, i) => [id, papers[i] as Paper])),
  }
}

function Proof({ index, matter, evidence }: { index: Index; matter: Matter; evidence: Evidence }) {
  const facts = new Map([...evidence.parts.values()].flatMap((part) => part.facts.map((f) => [f.fact_id, f])))
  const outcomes = new Map(
    [...evidence.parts.values()].flatMap((part) => part.outcomes.map((o) => [o.outcome_id, o])),
  )
  const lines = matter.outcome_ids.flatMap((id) => lineFor(outcomes.get(id), facts))
  return (
    <>
      <Crops index={index} matter={matter} evidence={evidence} facts={facts} />
      <Sums lines={lines} evidence={evidence} />
    </>
  )
}

function lineFor(outcome: CheckOutcome | undefined, facts: ReadonlyMap<string, Fact>): Line[] {
  const own = outcome?.facts.map((id) => facts.get(id))
  if (!outcome || !own || own.includes(undefined)) return []
  const line = lineOf(outcome, own as Fact[])
  return line ? [line] : []
}

/** A fall is taken away, and so is what a sum takes away; the fall of what it takes away is added. */
const isTaken = ({ sign, value }: Term): boolean => sign < 0 !== value.startsWith('-')

function Sums({ lines, evidence }: { lines: readonly Line[]; evidence: Evidence }) {
  const voice = useVoice()
  if (lines.length === 0) return null
  const named = (fact: Fact) => {
    const part = evidence.parts.get(filingOfId(fact.fact_id))
    return `${part ? nameOf(part, fact) : fact.label} (${voice.say('card.page', { page: fact.page })})`
  }
  return (
    <section class="sums">
      <h3>{voice.say('card.sums')}</h3>
      {lines.map((line) => (
        <div key={line.whole.fact_id + line.result}>
          <p class="line">
            {line.terms.map((term, i) => (
              <span key={term.fact.fact_id}>
                {isTaken(term) ? ' − ' : i > 0 ? ' + ' : ''}
                <b>{grouped(term.value.replace('-', ''))}</b>
              </span>
            ))}
            {line.terms.length > 1 && (
              <>
                {' = '}
                <b>{grouped(line.result)}</b>
              </>
            )}
            {line.holds ? ' = ' : ' ≠ '}
            <b class={line.holds ? '' : 'wrong'}>{grouped(line.wholeValue)}</b>
            {line.holds ? ' ✓' : ' ✗'} <span class="unit">{line.unit}</span>
          </p>
          {line.interval && <p class="note">{voice.say('card.interval', line.interval)}</p>}
          {line.tolerance !== '' && (
            <p class="note">{voice.say('card.tolerance', { tolerance: line.tolerance })}</p>
          )}
          <table>
            <tbody>
              {line.terms.map((term) => (
                <tr key={term.fact.fact_id}>
                  <td class="sign">{isTaken(term) ? '−' : '+'}</td>
                  <td class="number">{grouped(term.value.replace('-', ''))}</td>
                  <td>
                    <bdi>{named(term.fact)}</bdi>
                  </td>
                </tr>
              ))}
              <tr class="whole">
                <td class="sign">{line.holds ? '=' : '≠'}</td>
                <td class="number">{grouped(line.wholeValue)}</td>
                <td>
                  <bdi>{named(line.whole)}</bdi>
                </td>
              </tr>
            </tbody>
          </table>
        </div>
      ))}
    </section>
  )
}

interface Crop {
  filing: string
  page: number
  view: Place
  places: { place: Place; fact: Fact | undefined; isSuspect: boolean }[]
}

function Crops({
  index,
  matter,
  evidence,
  facts,
}: {
  index: Index
  matter: Matter
  evidence: Evidence
  facts: ReadonlyMap<string, Fact>
}) {
  const voice = useVoice()
  const crops = cropsOf(matter, evidence, facts)
  if (crops.length === 0) return null
  return (
    <section>
      <p class="legend">
        <span>
          <i class="swatch disputed" />
          {voice.say('card.suspect')}
        </span>
        {matter.facts.length > 1 && (
          <span>
            <i class="swatch settled" />
            {voice.say('card.others')}
          </span>
        )}
      </p>
      <div class="crops">
        {crops.slice(0, MOST_CROPS).map((crop) => {
          const part = evidence.parts.get(crop.filing) as FilingPart
          const figures = crop.places.map(({ fact }) => fact?.raw ?? matter.evidence).join('、')
          const filing = index.filings.get(crop.filing)
          return (
            <figure
              key={`${crop.filing}${crop.page}${crop.view.y0}`}
              class={crop.view.x1 > BROAD ? 'broad' : ''}
            >
              <PageDrawing
                part={part}
                paper={evidence.papers.get(crop.filing)}
                page={crop.page}
                view={crop.view}
                label={voice.say('card.picture', { page: crop.page, figures })}
              >
                {crop.places.map(({ place, fact, isSuspect }) => (
                  <Frame key={`${place.x0} ${place.y0}`} place={place} kind={isSuspect ? 'suspect' : 'other'}>
                    <title>{fact ? nameOf(part, fact) : voice.read(matter.message)}</title>
                  </Frame>
                ))}
              </PageDrawing>
              <figcaption>
                {crop.filing !== matter.filing_id && <bdi>{filing?.source.split('/').at(-1)} </bdi>}
                <a href={linkTo(['filing', crop.filing], { page: String(crop.page) })}>
                  {voice.say('card.page', { page: crop.page })}
                </a>
                {' · '}
                <bdi>
                  {[
                    ...new Set(crop.places.map(({ fact }) => (fact ? nameOf(part, fact) : matter.place))),
                  ].join('；')}
                </bdi>
              </figcaption>
            </figure>
          )
        })}
      </div>
      {crops.length > MOST_CROPS && <p>{voice.say('card.more-figures', { count: matter.facts.length })}</p>}
    </section>
  )
}

/** The places of a matter, those that are seen together in one. */
function cropsOf(matter: Matter, { parts }: Evidence, facts: ReadonlyMap<string, Fact>): Crop[] {
  const lead = placeOf(matter.bbox)
  const all = [
    { filing: matter.filing_id, page: matter.page, bbox: matter.bbox, fact: undefined as Fact | undefined },
    ...matter.facts.flatMap((id) => {
      const fact = facts.get(id)
      return fact ? [{ filing: filingOfId(id), page: fact.page as number | null, bbox: fact.bbox, fact }] : []
    }),
  ]
  const crops: Crop[] = []
  for (const { filing, page, bbox, fact } of all) {
    const sheet = parts.get(filing)?.pages.find((p) => p.page === page)
    if (!sheet || page === null) continue
    const place = placeOf(bbox)
    const isSuspect = filing === matter.filing_id && page === matter.page && samePlace(place, lead)
    const near = crops.find(
      (c) =>
        c.filing === filing && c.page === page && place.y0 < c.view.y1 + NEAR && place.y1 > c.view.y0 - NEAR,
    )
    const known = near?.places.find((p) => samePlace(p.place, place))
    if (known) {
      known.fact ??= fact
      continue
    }
    const view = {
      x0: 0,
      x1: sheet.width,
      y0: Math.max(0, place.y0 - AROUND),
      y1: Math.min(sheet.height, place.y1 + AROUND),
    }
    if (near) {
      near.places.push({ place, fact, isSuspect })
      near.view.y0 = Math.min(near.view.y0, view.y0)
      near.view.y1 = Math.max(near.view.y1, view.y1)
    } else crops.push({ filing, page, view, places: [{ place, fact, isSuspect }] })
  }
  return crops
}

const samePlace = (a: Place, b: Place): boolean =>
  a.x0 === b.x0 && a.y0 === b.y0 && a.x1 === b.x1 && a.y1 === b.y1
