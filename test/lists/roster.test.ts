import { describe, expect, it } from 'vitest'
import type { FilingLine } from '../../src/lists/gather.js'
import type { ListWords } from '../../src/lists/index.js'
import { rosterSheet } from '../../src/lists/roster.js'
import type { ControlSheet, RosterAnswer } from '../../src/model/report.js'

/** Each key with its parts: the sheet is tested, not the words. */
const words: ListWords = {
  say: (key, parts) => (parts ? `${key} ${Object.values(parts).join(' ')}` : key),
  asserts: () => '',
  requirement: () => '',
  joined: (names) => names.join('; '),
}

const filing = (filing_id: string, organization_id: string, fiscal_year = '2025'): FilingLine => ({
  filing_id,
  set_id: filing_id,
  source: `夹/${filing_id}.pdf`,
  organization: `${organization_id}（旧名）`,
  organization_id,
  region: '',
  kind: 'budget',
  fiscal_year,
  undecided: 0,
  doubts: 0,
  pages_unread: 0,
  score: null,
  missing: [],
  undecidable: [],
})
const answer = (organization: string, of: RosterAnswer['answer'], filing_id = ''): RosterAnswer => ({
  organization,
  level: 'department',
  kind: 'budget',
  year: '2025',
  filing_id,
  answer: of,
})
const sheet = (line: number, over: Partial<ControlSheet>, year = '2025') =>
  ({ line: { line, kind: 'budget', year }, counted: [], left_out: [], ...over }) as unknown as ControlSheet
const counted = (filing_id: string) =>
  ({ filing_id, organization: '别的名字' }) as unknown as ControlSheet['counted'][0]

const rowsOf = (over: Partial<Parameters<typeof rosterSheet>[0]>) =>
  rosterSheet({ roster: [], filings: [], organizations: [], control: [], ...over }, words).rows

describe('the sheet of a roster', () => {
  it('says that none was given', () => {
    expect(rowsOf({})).toEqual([['', 'roster.none', '', '', '', '', '', '']])
  })

  it('says who has to be asked first, who published late once, and what there is of other years', () => {
    const rows = rowsOf({
      roster: [
        answer('水文化局', 'filed', 'a'),
        answer('水文化局', 'late', 'a'),
        answer('林草局', 'filed', 'b'),
        answer('盐务局', 'missing'),
        answer('邮驿局', 'missing'),
      ],
      filings: [
        filing('a', 'o-1'),
        filing('b', 'o-2'),
        filing('c', 'o-3', '2024'),
        filing('d', 'o-3', '2023'),
      ],
      organizations: [{ organization_id: 'o-3', name: '盐务局' }] as never,
    })
    expect(rows.map(([number, name, , , , said, file]) => [number, name, said, file])).toEqual([
      [1, '盐务局', 'roster.missing', 'roster.other-years 2023roster.and2024'],
      [2, '邮驿局', 'roster.missing', ''],
      [3, '水文化局', 'roster.late', 'a.pdf'],
      [4, '林草局', 'roster.filed', 'b.pdf'],
    ])
  })

  it('says on which control lines of its kind and year each counts, and why not', () => {
    const rows = rowsOf({
      roster: [
        answer('水文化局', 'filed', 'a'),
        answer('盐务局', 'missing'),
        { ...answer('馆', 'filed', 'b'), level: 'unit' },
      ],
      // Its figure may stand in another of its filings.
      filings: [filing('a', 'o-1'), filing('e', 'o-1'), filing('b', 'o-2')],
      organizations: [{ organization_id: 'o-1', name: '水文化局（全名）' }] as never,
      control: [
        sheet(2, { counted: [counted('e')], left_out: [{ organization: '盐务局', because: 'missing' }] }),
        sheet(3, { counted: [counted('a')] }),
        sheet(4, { left_out: [{ organization: '水文化局（全名）', because: 'silent' }] }),
        sheet(5, { counted: [counted('a')] }, '2024'),
      ],
    })
    expect(rows.map((row) => [row[1], row[7]])).toEqual([
      ['盐务局', 'roster.lines because.missing 2'],
      ['水文化局', 'roster.lines roster.counted 2roster.and3; roster.lines because.silent 4'],
      ['馆', ''],
    ])
  })
})
