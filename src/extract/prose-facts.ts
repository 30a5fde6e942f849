import { foldName } from '../catalogue/index.js'
import { sectionTypeOf } from '../catalogue/section-titles.js'
import type { Fact, FilingKind, Fund } from '../model/filing.js'
import { bboxText } from '../model/geometry.js'
import { type Decimal, decimal } from '../model/money.js'
import { placeOf, type Text } from '../model/text.js'
import { wholeFact } from '../model/whole-fact.js'
import { withPrintedYears } from './fiscal-year.js'
import { shortHash } from './ids.js'
import { selfNames, unitSections } from './named-units.js'
import type { NumberAccount, Passed } from './number-account.js'
import type { AbovePage } from './page-flow.js'
import {
  ClaimedCodes,
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
  /** What these and the sections stand below where that is on other pages. */
  above: AbovePage
  /** Facts of the filing's tables: their names and totals help to read the text. */
  tableFacts: Fact[]
  account: NumberAccount
  scanned: ScannedFigures
}

/** Facts of the running text of all sections. */
export function proseFacts(input: ProseInput): Fact[] {
  const spoken = input.sections.map(({ section, paragraphs }) => ({
    section,
    first: paragraphs[0]?.text ?? '',
  }))
  const context: ProseContext = {
    kind: input.kind,
    fiscalYear: Number(input.fiscalYear),
    organization: input.organization.normalize('NFKC'),
    selfNames: selfNames(spoken),
    codes: input.codes,
    totals: totalsOf(input.tableFacts),
    claimed: new ClaimedCodes(),
  }
  const sections = proseSections(input, unitSections(spoken))
  const taken = new Map<string, number>()
  let read: ReadProse[] = sections.map((section) => ({ section, ...readProse(section, context) }))
  // A name that no list has may take only a code to which no other name leads: all have to be read before.
  if (context.claimed.isWanted) {
    context.claimed.isComplete = true
    read = sections.map((section) => ({ section, ...readProse(section, context) }))
  }
  return read.flatMap(enter)

  /** Enters the numbers of a section into the account. */
  function enter({ section, figures: bound, passed }: ReadProse): Fact[] {
    const dated = withPrintedYears(bound, input.fiscalYear)
    const figures = input.above.lost.has(section.sectionId) ? dated.filter(isOwnMoney) : dated
    for (const figure of figures) input.account.bind(figure.raw)
    for (const { text, reason } of passed) input.account.explain(text, reason)
    return figures.flatMap((figure) => factOf(figure, input, section.sectionId, taken) ?? [])
  }
}

/** What money it is, is said beside the figure: all money is what is meant where no head says otherwise. */
const isOwnMoney = ({ key }: ProseFigure): boolean => key.fund !== 'all' && key.economy_code === ''

interface ReadProse {
  section: ProseSection
  figures: ProseFigure[]
  passed: Passed[]
}

/** What stands before the first heading, the sections, and the notes under tables. */
function proseSections(input: ProseInput, units: Map<string, string>): ProseSection[] {
  const byId = new Map(input.sections.map((s) => [s.section.section_id, s.section]))
  const plain = { sectionId: '', unit: '', type: 'other' as const, title: '', ancestors: [] }
  const sections = input.sections.map(({ section, paragraphs }): ProseSection => {
    const ancestors: ProseSection['ancestors'] = []
    for (let p = byId.get(section.parent_id); p; p = byId.get(p.parent_id))
      ancestors.push({ title: p.title, type: p.type })
    return {
      sectionId: section.section_id,
      unit: units.get(section.section_id) ?? '',
      type: section.type,
      title: section.title,
      ancestors,
      paragraphs,
    }
  })
  const notes = input.notes.map(
    ({ text, title, sectionId }): ProseSection => ({ ...plain, sectionId, title, paragraphs: [text] }),
  )
  const ancestors = input.above.titles.map((title) => ({ title, type: sectionTypeOf(title) ?? 'other' }))
  return [{ ...plain, ancestors, paragraphs: input.opening }, ...sections, ...notes]
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
  const fact = wholeFact(figure.key, {
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
  })
  scanned.keep(fact, figure.raw)
  return fact
}

function totalsOf(facts: Fact[]): TableTotals {
  const names = new Map<string, Set<string>>()
  const totals = new Map<string, string[]>()
  const items: { code: string; value: Decimal }[] = []
  for (const f of facts) {
    if (f.function_code) {
      if (f.function_code.length === 7 && f.measure === 'amount' && f.nature === '' && f.entity === '')
        items.push({ code: f.function_code, value: decimal(f.value) })
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
    itemsOf: (parent, amount) => [
      ...new Set(
        items
          .filter((i) => i.code.startsWith(parent) && amount.low.lte(i.value) && amount.high.gte(i.value))
          .map((i) => i.code),
      ),
    ],
  }
}
