import { ClaimedCodes, type ProseSection, readProse } from '../../../src/extract/prose/index.js'
import { codeBook } from '../../../src/extract/tables/code-book.js'
import type { FilingKind, SectionType } from '../../../src/model/filing.js'
import type { Text } from '../../../src/model/text.js'
import { textAt } from '../make-table.js'

export interface Setting {
  type?: SectionType
  title?: string
  unit?: string
  ancestors?: ProseSection['ancestors']
  kind?: FilingKind
  year?: number
  /** Totals the tables print: concept and fund → values in 元. */
  totals?: Record<string, string[]>
}

/** One section of the paragraphs given, read. */
export function readSection(paragraphs: (string | Text)[], setting: Setting = {}) {
  const year = setting.year ?? 2025
  const section: ProseSection = {
    sectionId: 's',
    unit: setting.unit ?? '',
    type: setting.type ?? 'revenue-expenditure',
    title: setting.title ?? '收支情况',
    ancestors: setting.ancestors ?? [],
    paragraphs: paragraphs.map((p) => (typeof p === 'string' ? textAt(p) : p)),
  }
  return readProse(section, {
    kind: setting.kind ?? 'budget',
    fiscalYear: year,
    organization: '云汀市古渠局',
    codes: codeBook(year),
    totals: {
      of: (concept, fund) => setting.totals?.[`${concept} ${fund}`] ?? [],
      codesNamed: () => [],
      itemsOf: () => [],
    },
    claimed: new ClaimedCodes(),
    selfNames: [],
  })
}

/** Meanings of all figures of a section's paragraphs, short. */
export const read = (text: string | string[], setting: Setting = {}): string[] =>
  readSection([text].flat(), setting).figures.map((f) => {
    const k = f.key
    const code = k.function_code || k.economy_code
    return `${[k.concept, k.fund, code, k.nature, k.entity, k.year, k.basis, k.measure].filter(Boolean).join(' ')} = ${f.value}`
  })

/** Numbers of a section's paragraphs that are understood to be no facts: printed characters and reason. */
export const passed = (text: string | string[], setting: Setting = {}): string[] =>
  readSection([text].flat(), setting).passed.map((p) => `${p.text.text} ${p.reason}`)
