// Takes a filing, gives text for a person to look at: who and when, sections, tables drawn, figures with their meaning.
// Never computes: what it shows stands in the filing.
import { type Speak, wordsOf } from '../locales/index.js'
import type { Fact, Filing } from '../model/filing.js'
import { isReadWithDoubt } from '../model/reading.js'
import { drawTable } from './draw.js'
import { cut, padded } from './width.js'

export { showNumbers } from './numbers.js'
export { pageSvg } from './page-svg.js'

/** What was read from a filing; `page` narrows it to one page. */
export function showFiling(filing: Filing, speak: Speak, page?: number): string {
  const on = (first: number, last = first) => page === undefined || (first <= page && page <= last)
  const out = [...heading(filing, speak)]
  const sections = filing.sections.filter((s) => on(s.page))
  out.push('', title(speak('show.sections')))
  if (sections.length === 0) out.push(speak('show.none'))
  for (const s of sections) {
    out.push(`${'  '.repeat(s.level - 1)}${s.number}${s.title}  ·  ${speak('show.page', { page: s.page })}`)
    if (page !== undefined && s.text)
      out.push(...s.text.split('\n').map((p) => `${'  '.repeat(s.level)}${p}`))
  }
  const tables = filing.tables.filter((t) => on(t.page_first, t.page_last))
  out.push('', title(speak('show.tables')))
  if (tables.length === 0) out.push(speak('show.none'))
  for (const t of tables) {
    const unit = t.unit ? speak('show.unit', { unit: t.unit }) : ''
    const pages = t.page_first === t.page_last ? `${t.page_first}` : `${t.page_first}–${t.page_last}`
    const empty = t.empty ? speak('show.empty') : ''
    out.push(
      [t.marker, t.title || '—', `[${t.type}]`, unit, speak('show.page', { page: pages }), empty]
        .filter(Boolean)
        .join('  '),
    )
    out.push(drawTable(t), ...t.notes, '')
  }
  const facts = filing.facts.filter((f) => on(f.page))
  out.push(title(`${speak('show.facts')} (${facts.length})`))
  for (const f of facts) out.push(factLine(f, speak))
  const findings = filing.findings.filter((f) => on(f.page))
  out.push('', title(`${speak('show.findings')} (${findings.length})`))
  for (const f of findings)
    out.push(`${f.severity}  ${f.check_id}  ${speak('show.page', { page: f.page })}  ${f.message}`)
  const doubts = filing.doubts.filter((d) => on(d.page))
  if (doubts.length > 0) out.push('', title(`${speak('show.doubts')} (${doubts.length})`))
  for (const d of doubts)
    out.push(`${d.misreading}  ${d.check_id}  ${speak('show.page', { page: d.page })}  ${d.message}`)
  return out.join('\n')
}

const title = (text: string): string => `── ${text} ──`

function heading(filing: Filing, speak: Speak): string[] {
  const kind =
    filing.kind === 'final'
      ? speak('show.kind.final')
      : filing.kind === 'budget'
        ? speak('show.kind.budget')
        : ''
  const rows: [string, string][] = [
    [speak('show.organization'), filing.organization],
    [speak('show.year'), filing.fiscal_year],
    [speak('show.kind'), kind],
    [speak('show.status'), [filing.status, wordsOf(speak, filing.message)].filter(Boolean).join('  ')],
    [speak('show.pages'), String(filing.pages.length)],
  ]
  return [filing.source, ...rows.map(([name, value]) => `${padded(name, 14)}${value || '—'}`)]
}

/** One figure: place, printed characters, value, meaning. */
function factLine(f: Fact, speak: Speak): string {
  const codes = [f.function_code, f.economy_code, f.government_economy_code].filter(Boolean).join('/')
  const meaning = [f.concept, f.fund, codes, f.nature, f.entity, f.year, f.basis, f.measure]
    .filter(Boolean)
    .join(' · ')
  const unsure = isUnsure(f) ? `  ${speak('show.unsure')} (${f.note.join('; ') || f.confidence})` : ''
  const settled = f.value_read === '' ? '' : `  ${speak('show.settled', { read: f.value_read })}`
  return `p${f.page}  ${padded(cut(f.label, 30), 30)}  ${padded(f.raw, 18, true)} ${padded(f.unit, 4)} = ${padded(f.value, 18, true)}  ${meaning}  ${f.status}${unsure}${settled}`
}

/** Of a text layer what two engines read differently; a recognizer is never wholly sure, so there the mark decides. */
const isUnsure = (f: Fact): boolean => (f.method === 'ocr' ? isReadWithDoubt(f) : f.confidence < 1)
