import { foldName } from '../catalogue/index.js'
import type { Fact, FilingKind, Fund } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
import { placeOf, type Text } from '../model/text.js'
import { shortHash } from './ids.js'
import type { NumberAccount } from './number-account.js'
import {
  type ProseContext,
  type ProseFigure,
  type ProseSection,
  readProse,
  type TableTotals,
} from './prose/index.js'
import type { ReadSection } from './sections.js'
import type { CodeBook } from './tables/code-book.js'

export interface ProseInput {
  filingId: string
  kind: FilingKind
  fiscalYear: string
  organization: string
  codes: CodeBook
  sections: ReadSection[]
  /** Notes under tables are running text too: `注：本部门无政府性基金预算…，故本表为空。` */
  notes: { text: Text; title: string; sectionId: string }[]
  /** Facts of the filing's tables: their names and totals help to read the text. */
  tableFacts: Fact[]
  account: NumberAccount
}

/** Facts of the running text of all sections. */
export function proseFacts(input: ProseInput): Fact[] {
  const context: ProseContext = {
    kind: input.kind,
    fiscalYear: Number(input.fiscalYear),
    organization: input.organization.normalize('NFKC'),
    codes: input.codes,
    totals: totalsOf(input.tableFacts),
  }
  const byId = new Map(input.sections.map((s) => [s.section.section_id, s.section]))
  const taken = new Map<string, number>()
  const fromNotes = input.notes.flatMap(({ text, title, sectionId }) =>
    settle({ sectionId, type: 'other', title, ancestors: [], paragraphs: [text] }),
  )
  const fromSections = input.sections.flatMap(({ section, paragraphs }) => {
    const ancestors: ProseSection['ancestors'] = []
    for (let p = byId.get(section.parent_id); p; p = byId.get(p.parent_id))
      ancestors.push({ title: p.title, type: p.type })
    return settle({
      sectionId: section.section_id,
      type: section.type,
      title: section.title,
      ancestors,
      paragraphs,
    })
  })
  return [...fromSections, ...fromNotes]

  /** Reads one section and enters its numbers into the account. */
  function settle(section: ProseSection): Fact[] {
    const { figures, passed } = readProse(section, context)
    for (const figure of figures) input.account.bind(figure.raw)
    for (const { text, reason } of passed) input.account.explain(text, reason)
    return figures.flatMap((figure) => factOf(figure, input.filingId, section.sectionId, taken) ?? [])
  }
}

function factOf(
  figure: ProseFigure,
  filingId: string,
  sectionId: string,
  taken: Map<string, number>,
): Fact | undefined {
  const place = placeOf(figure.raw)
  if (!place) return undefined
  const bbox = bboxText(place.box)
  const base = `${filingId}-f${place.page}-${shortHash(`${bbox}|${Object.values(figure.key).join('|')}`)}`
  const times = (taken.get(base) ?? 0) + 1
  taken.set(base, times)
  return {
    ...figure.key,
    fact_id: times > 1 ? `${base}-${times}` : base,
    value: figure.value,
    unit: figure.unit,
    raw: figure.raw.text.replace(/\s/g, ''),
    decimals: figure.decimals,
    label: figure.label,
    source: 'prose',
    section_id: sectionId,
    table_id: '',
    row: null,
    column: null,
    page: place.page,
    bbox,
    method: 'text',
    confidence: Math.min(1, ...figure.raw.glyphs.map((g) => g?.confidence ?? 1)),
    status: 'unproven',
    note: figure.note,
    value_read: '',
  }
}

function totalsOf(facts: Fact[]): TableTotals {
  const names = new Map<string, Set<string>>()
  const totals = new Map<string, string[]>()
  for (const f of facts) {
    if (f.function_code) {
      const name = foldName(f.label)
      names.set(name, (names.get(name) ?? new Set()).add(f.function_code))
    } else if (f.economy_code === '' && f.nature === '' && f.entity === '' && f.measure === 'amount') {
      const key = `${f.concept}|${f.fund}`
      totals.set(key, [...(totals.get(key) ?? []), f.value])
    }
  }
  return {
    of: (concept: string, fund: Fund) => totals.get(`${concept}|${fund}`) ?? [],
    codesNamed: (name) => [...(names.get(name) ?? [])],
  }
}
