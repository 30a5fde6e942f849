import { describe, expect, it } from 'vitest'
import type { PageSays } from '../../src/model/filing.js'
import { abovePages, connect, paperOfPages } from '../../src/organizations/index.js'
import { hashesOf } from '../../src/organizations/summary.js'

const FLOW: PageSays['flow'] = { goes_on: false, titles: [], begins: false, rooted: false }
const silent: PageSays = {
  kind: '',
  fiscal_year: '',
  region: '',
  organization: '',
  organization_level: '',
  level_told: false,
  year_doubtful: false,
  alone: 'too-little',
  names_paper: false,
  flow: FLOW,
}
const cover: PageSays = {
  ...silent,
  kind: 'budget',
  fiscal_year: '2031',
  region: '云汀市',
  organization: '云汀市古渠局',
  organization_level: 'department',
  level_told: true,
  names_paper: true,
}

describe('what a paper is whose pages are files', () => {
  it('is what one of them says and none says otherwise', () => {
    expect(paperOfPages([silent, cover, silent])).toEqual({
      kind: 'budget',
      fiscal_year: '2031',
      region: '云汀市',
      organization: '云汀市古渠局',
      organization_level: 'department',
      year_doubtful: false,
    })
    expect(paperOfPages([cover, { ...silent, organization: '古渠局', kind: 'final' }])).toBeDefined()
  })

  it.each([
    ['nobody names it', [silent, { ...silent, fiscal_year: '2031' }]],
    ['another page names another year', [cover, { ...silent, fiscal_year: '2030' }]],
    ['another page names another organization', [cover, { ...silent, organization: '云汀市河渠队' }]],
    ['a second title page names another kind', [cover, { ...cover, kind: 'final' as const }]],
    [
      'one is of the department, one of its bureau',
      [cover, { ...cover, organization_level: 'unit' as const }],
    ],
  ])('is nothing where %s', (_, pages) => {
    expect(paperOfPages(pages)).toBeUndefined()
  })

  it('has a doubtful year where one picture alone tells it, and doubtfully', () => {
    const doubtful = { ...cover, year_doubtful: true }
    expect(paperOfPages([doubtful, silent])?.year_doubtful).toBe(true)
    expect(paperOfPages([doubtful, { ...silent, fiscal_year: '2031' }])?.year_doubtful).toBe(false)
  })
})

describe('what stands above a page', () => {
  const lead = { ...FLOW, titles: ['财政拨款支出主要内容如下：', '编制说明'], begins: true, rooted: true }
  const list = { ...FLOW, goes_on: true }

  it('is what the pages before end below', () => {
    const pages = [lead, list, FLOW].map((flow, i) => ({ page: i + 1, flow }))
    const above = { titles: lead.titles, doubtful: false }
    expect(abovePages(pages)).toEqual([{ titles: [], doubtful: false }, above, above])
  })

  it('is doubtful behind a missing page where a list goes on, and unknown where none does', () => {
    const behind = (flow: typeof FLOW) =>
      abovePages([
        { page: 1, flow: lead },
        { page: 3, flow },
        { page: 4, flow: FLOW },
      ]).slice(1)
    const above = { titles: lead.titles, doubtful: true }
    expect(behind(list)).toEqual([above, above])
    expect(behind(FLOW)).toEqual([undefined, undefined])
  })

  it('is unknown behind a table, and behind heads of which nobody knows what they stand below', () => {
    const pages = [lead, { ...FLOW, titles: ['其他'], begins: true }, FLOW].map((flow, i) => ({
      page: i + 1,
      flow,
    }))
    expect(abovePages(pages).at(-1)).toBeUndefined()
  })
})

describe('files that are pages of one paper', () => {
  const page = (n: number, over = {}) => ({
    filingId: `id-${n}`,
    source: `x/a_p${n}.png`,
    status: 'ok' as const,
    kind: 'budget' as const,
    year: '2031',
    region: '云汀市',
    organization: '云汀市古渠局',
    level: 'department' as const,
    hasTables: n === 2,
    hasProse: n !== 2,
    isPage: true,
    isAnnex: false,
    statements: hashesOf([]),
    units: [],
    firstPage: '',
    place: '云汀市',
    ...over,
  })

  it('are one set, named after the first, whatever is on them', () => {
    const { setOf } = connect([page(10), page(3), page(2), page(7, { year: '2030' })])
    expect(Object.fromEntries(setOf)).toEqual({
      'id-10': 'id-2',
      'id-3': 'id-2',
      'id-2': 'id-2',
      'id-7': 'id-7',
    })
  })

  it('are none where they are no single pages', () => {
    const { setOf } = connect([page(1, { isPage: false }), page(3, { isPage: false })])
    expect(setOf.get('id-3')).toBe('id-3')
  })
})
