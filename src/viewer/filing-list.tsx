import type { ReportFiling } from '../model/report.js'
import { useVoice } from './language.js'
import { LongTable } from './long-table.js'
import { linkTo } from './route.js'

const ROW_HEIGHT = 37

export function FilingList({ filings, title }: { filings: readonly ReportFiling[]; title: string }) {
  const voice = useVoice()
  return (
    <section class="panel filings" aria-labelledby="filings-title">
      <header>
        <h2 id="filings-title">{title}</h2>
      </header>
      <LongTable
        label={title}
        heads={[
          { name: voice.say('tile.filings') },
          { name: voice.say('filter.kind') },
          { name: voice.say('filter.year') },
          { name: voice.say('filing.outcome') },
          { name: voice.say('filing.pages'), isNumber: true },
          { name: voice.say('ranking.score'), isNumber: true },
        ]}
        count={filings.length}
        height={ROW_HEIGHT}
        row={(i) => {
          const filing = filings[i] as ReportFiling
          return (
            <tr key={filing.filing_id}>
              <th scope="row">
                <a href={linkTo(['filing', filing.filing_id])}>
                  <bdi>{filing.source}</bdi>
                </a>
              </th>
              <td>{voice.name('kind', filing.kind)}</td>
              <td>{filing.fiscal_year}</td>
              <td title={voice.read(filing.message)}>{voice.name('status', filing.status)}</td>
              <td class="number">{filing.pages}</td>
              <td class="number">{filing.score === null ? '' : Math.round(filing.score)}</td>
            </tr>
          )
        }}
      />
    </section>
  )
}
