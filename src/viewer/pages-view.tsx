import { fateOfFact } from '../model/fate.js'
import type { Fact, LooseNumber } from '../model/filing.js'
import { meaningOf, nameOf, placeOf } from './figures.js'
import type { FilingProps } from './filing.js'
import { useVoice } from './language.js'
import { Frame, PageDrawing, pictureAround } from './page-drawing.js'
import { linkTo } from './route.js'

/** One page with every printed number framed in the colour of what became of it. */
export function PagesView({ index, filing, part, paper, page }: FilingProps) {
  const voice = useVoice()
  const sheet = part.pages.find((p) => p.page === page)
  const facts = part.facts.filter((f) => f.page === page)
  const loose = part.loose_numbers.filter((n) => n.page === page)
  const view = { x0: 0, y0: 0, x1: sheet?.width ?? 0, y1: sheet?.height ?? 0 }
  const isDrawn = !pictureAround(part, page, view)
  const isThere = sheet !== undefined && (!isDrawn || paper.pages.some((p) => p.page === page))
  const meaning = (fact: Fact) => meaningOf(fact, voice.read(index.overview.concepts[fact.concept]), voice)
  const said = (n: LooseNumber) =>
    n.reason === ''
      ? voice.say('fate.unbound')
      : `${voice.say('fate.explained')} · ${voice.name('reason', n.reason)}`
  const step = (to: number) => linkTo(['filing', filing.filing_id, 'pages'], { page: String(to) })
  return (
    <>
      <nav class="pager" aria-label={voice.say('filing.pages')}>
        {page > 1 && <a href={step(page - 1)}>{voice.say('filing.previous')}</a>}
        <span>{voice.say('filing.page-of', { page, count: filing.pages })}</span>
        {page < filing.pages && <a href={step(page + 1)}>{voice.say('filing.next')}</a>}
        <ol class="strip">
          {part.pages.map((p) => (
            <li key={p.page}>
              <a
                href={step(p.page)}
                aria-current={p.page === page ? 'page' : undefined}
                class={part.facts.some((f) => f.page === p.page && f.status === 'disputed') ? 'disputed' : ''}
              >
                {p.page}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <p class="legend">
        {(['proven', 'unproven', 'disputed', 'unsure', 'settled', 'explained', 'unbound'] as const).map(
          (fate) => (
            <span key={fate}>
              <i class={`swatch ${fate}`} />
              {voice.say(`fate.${fate}`)}
            </span>
          ),
        )}
      </p>
      <p class="note">
        {voice.say('filing.hover')} {isDrawn && isThere && voice.say('filing.drawn')}
      </p>
      {isThere ? (
        <div class="whole-page">
          <PageDrawing
            part={part}
            paper={paper}
            page={page}
            view={view}
            label={voice.say('filing.page-of', { page, count: filing.pages })}
          >
            {loose.map((n) => (
              <Frame key={n.bbox} place={placeOf(n.bbox)} kind={n.reason === '' ? 'unbound' : 'explained'}>
                <title>{`${n.text} · ${said(n)}`}</title>
              </Frame>
            ))}
            {facts.map((fact) => (
              <Frame key={fact.fact_id} place={placeOf(fact.bbox)} kind={fateOfFact(fact)}>
                <title>{`${fact.raw} ${fact.unit}\n${nameOf(part, fact)}\n${meaning(fact)}\n${voice.say(`fate.${fateOfFact(fact)}`)}`}</title>
              </Frame>
            ))}
          </PageDrawing>
        </div>
      ) : (
        <p class="waiting">{voice.say('card.no-picture')}</p>
      )}
      <details>
        <summary>{voice.say('plots.table')}</summary>
        <table class="plain">
          <tbody>
            {facts.map((fact) => (
              <tr key={fact.fact_id}>
                <td class="number">{fact.raw}</td>
                <td>{fact.unit}</td>
                <td>
                  <bdi>{nameOf(part, fact)}</bdi>
                </td>
                <td>{meaning(fact)}</td>
                <td class={`fate ${fateOfFact(fact)}`}>{voice.say(`fate.${fateOfFact(fact)}`)}</td>
              </tr>
            ))}
            {loose.map((n) => (
              <tr key={n.bbox + n.text}>
                <td class="number">{n.text}</td>
                <td />
                <td />
                <td>{said(n)}</td>
                <td class={`fate ${n.reason === '' ? 'unbound' : 'explained'}`} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  )
}
