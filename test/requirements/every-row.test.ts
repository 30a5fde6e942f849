import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/catalogue/requirements.js'
import type { Sketch } from '../../src/check/check.js'
import { completenessOf } from '../../src/requirements/index.js'
import { filingOf } from '../check/filing-of.js'

type Parts = Pick<Sketch, 'tables' | 'sections' | 'facts' | 'text_apart'>

const table = (title: string, type: NonNullable<Sketch['tables']>[0]['type'], id = type ?? ''): Parts => ({
  tables: [{ title, table_id: id, ...(type ? { type } : {}) }],
})
const text = (said: string, more: Partial<NonNullable<Sketch['sections']>[0]> = {}): Parts => ({
  sections: [{ text: said, ...more }],
})
const three = (said: string): Parts => text(said, { type: 'three-public' })
const amounts = (...concepts: string[]): Parts => ({
  facts: concepts.map((concept) => ({ concept, value: '50000', raw: '5.00', fund: '', basis: '' })),
})

/** For each requirement the part of a filing that meets it and no other. */
const PARTS: Readonly<Record<string, Parts>> = {
  'table-summary': table('收支总表', 'income-expenditure-summary'),
  'table-income': table('收入总表', 'income-summary'),
  'table-spending': table('支出总表', 'expenditure-summary'),
  'table-fiscal': table('财政拨款收支总表', 'fiscal-summary'),
  'table-general': table('一般公共预算支出表', 'general-by-function'),
  'table-basic': table('一般公共预算基本支出表', 'general-basic-by-economy'),
  'table-three-public': table('“三公”经费表', 'three-public'),
  'table-government-fund': table('政府性基金预算支出表', 'government-fund'),
  'table-state-capital': table('国有资本经营预算支出表', 'state-capital'),
  'empty-tables-stated': text('本部门无上年结转。'),
  'function-items': { facts: [{ function_code: '2080505', table_id: 'general-by-function', value: '1' }] },
  'economy-sections': {
    facts: [{ economy_code: '30101', table_id: 'general-basic-by-economy', value: '1' }],
  },
  duties: text('负责全区规划。', { title: '主要职能', type: 'duties' }),
  organization: text('本局内设机构六个。'),
  units: text('规划局本级、测绘队。', { title: '单位清单', type: 'entities' }),
  staff: text('行政编制二十名。'),
  'income-explained': text('收入比上年增加5.00万元，原因是人员增加。'),
  'spending-explained': text('支出比上年增加5.00万元，原因是人员增加。'),
  'three-public-parts': amounts('three-public.abroad', 'three-public.vehicle', 'three-public.reception'),
  'vehicle-parts': amounts('three-public.vehicle-purchase', 'three-public.vehicle-operation'),
  'three-public-explained': three('接待减少2.00万元，原因是压减。'),
  'groups-abroad': three('团组1个、4人次。'),
  'vehicles-bought-held': three('年末保有三辆。'),
  receptions: three('共2批次、26人次。'),
  'operating-cost': text('机关运行经费5.00万元。'),
  procurement: text('政府采购5.00万元。'),
  'procurement-parts': amounts('procurement.goods', 'procurement.works', 'procurement.services'),
  'procurement-small-firms': text('授予中小企业合同。'),
  'assets-vehicles': text('共有车辆3辆。'),
  'assets-equipment': text('单价50万元以上设备2台。'),
  'performance-targets': text('设定了绩效目标。'),
  'performance-results': text('完成绩效自评。'),
  glossary: text('财政拨款：指当年拨付的资金。', { title: '附：名词', type: 'glossary' }),
  'publication-date': { text_apart: [{ page: 1, role: 'cover', text: '2031年2月' }] },
}

/** A blank table that only `empty-tables-stated` is about, a table of codes to the class, and text about nothing. */
const GROUND: Parts = {
  tables: [{ title: '上年结转支出表', type: 'carry-over', empty: true }],
  facts: [
    { function_code: '208', table_id: 'general-by-function', value: '1' },
    { economy_code: '301', table_id: 'general-basic-by-economy', value: '1' },
  ],
  sections: [{ text: '本说明按规定随表。'.repeat(60) }],
}

const filingWith = (ids: readonly string[], kind: 'budget' | 'final') => {
  const parts = [GROUND, ...ids.map((id) => PARTS[id] as Parts)]
  return filingOf({
    kind,
    organization_level: 'department',
    tables: parts.flatMap((p) => p.tables ?? []),
    sections: parts.flatMap((p) => p.sections ?? []),
    facts: parts.flatMap((p) => p.facts ?? []),
    text_apart: parts.flatMap((p) => p.text_apart ?? []),
  })
}

describe('every requirement of the data', () => {
  it('has a part of the whole filings below, and they none that is not asked for', () => {
    expect(requirements().map((r) => r.id)).toEqual(Object.keys(PARTS))
  })

  it.each(requirements().map((r) => [r.id, r] as const))('%s is met by its part and by no other', (id, r) => {
    const kind = r.kinds[0] as 'budget' | 'final'
    const own = requirements().filter((other) => other.kinds.includes(kind))
    const ids = own.map((other) => other.id)
    const answers = (given: readonly string[]) =>
      new Map(completenessOf([filingWith(given, kind)]).completeness.map((a) => [a.requirement, a.outcome]))
    expect([...answers(ids)].filter(([asked]) => ids.includes(asked)).map(([, o]) => o)).toEqual(
      ids.map(() => 'yes'),
    )
    const without = answers(ids.filter((other) => other !== id)).get(id)
    expect(['no', 'undecidable']).toContain(without)
    if (id !== 'publication-date' && !/-(?:items|sections)$/.test(id)) expect(without).toBe('no')
  })
})
