import type { FilingPart, Paper, ReportFiling } from '../model/report.js'
import { FileLink } from './card.js'
import { ChecksView } from './checks-view.js'
import { CompletenessView } from './completeness-view.js'
import { load } from './data.js'
import { grouped } from './figures.js'
import { useVoice } from './language.js'
import { PagesView } from './pages-view.js'
import { linkTo, type Route } from './route.js'
import { SectionsView } from './sections-view.js'
import type { Index } from './select.js'
import { TablesView } from './tables-view.js'
import { useLoaded } from './use-loaded.js'
import { Waiting } from './waiting.js'

const VIEWS = ['pages', 'tables', 'sections', 'checks', 'completeness'] as const
type View = (typeof VIEWS)[number]

export interface FilingProps {
  index: Index
  filing: ReportFiling
  part: FilingPart
  paper: Paper
  page: number
}

/** One filing: its pages, tables, sections, checks and what it has to publish. */
export function Filing({ index, filing, route }: { index: Index; filing: ReportFiling; route: Route }) {
  const voice = useVoice()
  const view = (VIEWS as readonly string[]).includes(route.path[2] ?? '') ? (route.path[2] as View) : 'pages'
  const page = Math.min(Math.max(1, Number(route.query.get('page')) || 1), Math.max(1, filing.pages))
  const loaded = useLoaded(filing.filing_id, () => filingData(filing.filing_id))
  return (
    <article class="filing">
      <header>
        <h2>
          <bdi>{filing.source}</bdi>
        </h2>
        <p class="where">
          <bdi>{filing.organization}</bdi> · {voice.name('kind', filing.kind)} · {filing.fiscal_year} ·{' '}
          {voice.name('status', filing.status)} {voice.read(filing.message)} ·{' '}
          <FileLink filing={filing} page={page} />
        </p>
        <p class="where">
          {(['proven', 'disputed', 'unproven'] as const).map((fate) => (
            <span key={fate} class="count">
              <i class={`swatch ${fate}`} />
              {voice.name('fate', fate)} {grouped(String(filing.facts[fate]))}
            </span>
          ))}
          <span class="count">
            <i class="swatch unbound" />
            {voice.name('fate', 'unbound')} {grouped(String(filing.numbers_unbound))}
          </span>
        </p>
        <nav class="views" aria-label={filing.source}>
          {VIEWS.map((name) => (
            <a
              key={name}
              href={linkTo(['filing', filing.filing_id, name], { page: String(page) })}
              aria-current={name === view ? 'page' : undefined}
            >
              {voice.say(`filing.${name}`)}
            </a>
          ))}
        </nav>
      </header>
      {'data' in loaded ? (
        <Shown view={view} index={index} filing={filing} page={page} {...loaded.data} />
      ) : (
        <Waiting loaded={loaded} />
      )}
    </article>
  )
}

async function filingData(id: string): Promise<{ part: FilingPart; paper: Paper }> {
  const part = await load(`filings/${id}`)
  return { part, paper: await load(`papers/${id}`).catch(() => ({ pages: [] })) }
}

function Shown({ view, ...props }: FilingProps & { view: View }) {
  if (view === 'tables') return <TablesView {...props} />
  if (view === 'sections') return <SectionsView {...props} />
  if (view === 'checks') return <ChecksView {...props} />
  if (view === 'completeness') return <CompletenessView {...props} />
  return <PagesView {...props} />
}
