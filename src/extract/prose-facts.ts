import { foldName } from '../catalogue/index.js'
import type { Fact, FilingKind, Fund, Section } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
import { placeOf, type Text } from '../model/text.js'
import { withPrintedYears } from './fiscal-year.js'
import { shortHash } from './ids.js'
import type { NumberAccount } from './number-account.js'
import {
  type ProseContext,
  type ProseFigure,
  type ProseSection,
  readProse,
  type TableTotals,
} from './prose/index.js'
import { confidenceOf, methodOf, type ScannedFigures } from './scanned.js'
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
  /** Paragraphs before the first heading: a file may begin in the middle of a paper. */
  opening: Text[]
  /** Facts of the filing's tables: their names and totals help to read the text. */
  tableFacts: Fact[]
  account: NumberAccount
  scanned: ScannedFigures
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
  const units = unitSections(input.sections.map((s) => s.section))
  const taken = new Map<string, number>()
  const fromNotes = input.notes.flatMap(({ text, title, sectionId }) =>
    settle({ sectionId, unit: '', type: 'other', title, ancestors: [], paragraphs: [text] }),
  )
  const fromSections = input.sections.flatMap(({ section, paragraphs }) => {
    const ancestors: ProseSection['ancestors'] = []
    for (let p = byId.get(section.parent_id); p; p = byId.get(p.parent_id))
      ancestors.push({ title: p.title, type: p.type })
    return settle({
      sectionId: section.section_id,
      unit: units.get(section.section_id) ?? '',
      type: section.type,
      title: section.title,
      ancestors,
      paragraphs,
    })
  })
  const fromOpening = settle({
    sectionId: '',
    unit: '',
    type: 'other',
    title: '',
    ancestors: [],
    paragraphs: input.opening,
  })
  return [...fromOpening, ...fromSections, ...fromNotes]

  /** Reads one section and enters its numbers into the account. */
  function settle(section: ProseSection): Fact[] {
    const read = readProse(section, context)
    const figures = withPrintedYears(read.figures, input.fiscalYear)
    for (const figure of figures) input.account.bind(figure.raw)
    for (const { text, reason } of read.passed) input.account.explain(text, reason)
    return figures.flatMap((figure) => factOf(figure, input, section.sectionId, taken) ?? [])
  }
}

/** An organization's name: what a section about one unit is called. */
const UNIT_NAME =
  /(?:局|委|办|会|院|中心|部|厅|校|大学|学院|街道|支队|馆|站|所|队|处|室|署|社|团)(?:[（(][^）)]+[）)])?$/

/** Sections that are each about one of several units: name by section id; parts of such a section are about it too. */
function unitSections(sections: Section[]): Map<string, string> {
  const units = new Map<string, string>()
  for (const siblings of groupBySpending(sections).values()) {
    if (siblings.length < 2 || !siblings.every((s) => UNIT_NAME.test(s.title))) continue
    for (const s of siblings) units.set(s.section_id, s.title)
  }
  for (const s of sections) {
    const above = units.get(s.parent_id)
    if (above !== undefined && !units.has(s.section_id)) units.set(s.section_id, above)
  }
  return units
}

/** Sections below one that explains income and spending, by their parent. */
function groupBySpending(sections: Section[]): Map<string, Section[]> {
  const byId = new Map(sections.map((s) => [s.section_id, s]))
  const groups = new Map<string, Section[]>()
  for (const s of sections)
    if (byId.get(s.parent_id)?.type === 'revenue-expenditure')
      groups.set(s.parent_id, [...(groups.get(s.parent_id) ?? []), s])
  return groups
}

function factOf(
  figure: ProseFigure,
  { filingId, scanned }: ProseInput,
  sectionId: string,
  taken: Map<string, number>,
): Fact | undefined {
  const place = placeOf(figure.raw)
  if (!place) return undefined
  const bbox = bboxText(place.box)
  const base = `${filingId}-f${place.page}-${shortHash(`${bbox}|${Object.values(figure.key).join('|')}`)}`
  const times = (taken.get(base) ?? 0) + 1
  taken.set(base, times)
  const fact: Fact = {
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
    method: methodOf(figure.raw),
    confidence: confidenceOf(figure.raw),
    status: 'unproven',
    note: figure.note,
    value_read: '',
  }
  scanned.keep(fact, figure.raw)
  return fact
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
