import { describe, expect, it } from 'vitest'
import { type ReadFiling, statusOf } from '../../src/extract/status.js'
import { speaker, wordsOf } from '../../src/locales/index.js'
import type { PageSummary } from '../../src/model/document.js'
import type { Fact, FilingTable } from '../../src/model/filing.js'

const page = (number: number, over: Partial<PageSummary> = {}): PageSummary => ({
  number,
  width: 595,
  height: 842,
  method: 'text',
  characters: 400,
  ...over,
})

const table = (over: Partial<FilingTable> = {}): FilingTable => ({
  table_id: 't1',
  title: '收支总表',
  marker: '',
  type: 'income-expenditure-summary',
  unit: '万元',
  page_first: 2,
  page_last: 2,
  rows: 5,
  columns: 4,
  header_rows: 1,
  empty: false,
  total_status: '',
  notes: [],
  section_id: '',
  cells: [],
  ...over,
})
const fact = { table_id: 't1', measure: 'amount', unit: '万元' } as Fact
const read = (over: Partial<ReadFiling> = {}): ReadFiling => ({
  fiscalYear: '2031',
  tables: [table()],
  facts: [fact],
  numbers: { printed: 100, unbound: 5, loose: [] },
  ...over,
})

describe('the status of a filing', () => {
  const of = (over: Partial<ReadFiling>, ...pages: PageSummary[]) =>
    statusOf([page(1), ...pages], 'filing', read(over))

  it('is ok up to a twentieth of its numbers unbound, and names the share above that', () => {
    expect(of({})).toEqual({ status: 'ok', message: '' })
    expect(of({ numbers: { printed: 100, unbound: 6, loose: [] } })).toEqual({
      status: 'partial',
      message: 'numbers-unbound: 6.0%',
    })
  })

  it('is never ok without a fact', () => {
    expect(of({ facts: [], tables: [] })).toEqual({ status: 'partial', message: 'no-facts' })
  })

  it('is partial where no year is printed', () => {
    expect(of({ fiscalYear: '' })).toEqual({ status: 'partial', message: 'year-not-printed' })
  })

  it('is partial where a money table has no unit; lists, empty tables and counts need none', () => {
    const unknown = { ...table({ unit: '' }), page_first: 4 }
    expect(of({ tables: [unknown], facts: [{ ...fact, unit: '' }] }).message).toBe('unit-unknown: 4')
    expect(
      of({ tables: [unknown, table({ table_id: 't2' })], facts: [fact, { ...fact, table_id: 't2' }] }),
    ).toEqual({ status: 'ok', message: '' })
    expect(of({ tables: [table({ unit: '', type: 'performance-project' })] }).status).toBe('ok')
    expect(of({ tables: [table({ unit: '', empty: true })] }).status).toBe('ok')
  })

  it('is never ok where a page is damaged, and then nobody says that it is no filing', () => {
    const pages = [page(1), page(2, { damaged: 'bytes' }), page(3, { damaged: 'bytes' })]
    expect(statusOf(pages, 'filing', read())).toEqual({ status: 'partial', message: 'page-damaged: 2-3' })
    expect(statusOf(pages, 'other-paper', read())).toEqual({
      status: 'unreadable',
      message: 'page-damaged: 2-3',
    })
    // What was damaged may have left no text at all.
    const lost = page(2, { damaged: 'bytes', doubt: 'no-text' })
    expect(statusOf([page(1), lost], 'too-little', read())).toEqual({
      status: 'unreadable',
      message: 'page-damaged: 2',
    })
  })

  it('names pages that were not read and pages with damaged fonts, and joins what there is', () => {
    const { status, message } = of(
      { facts: [] },
      page(2, { doubt: 'garbage' }),
      page(3, { damaged: 'characters' }),
      page(4, { damaged: 'characters' }),
    )
    expect(status).toBe('partial')
    expect(message).toBe('pages-unread: 2; fonts-damaged: 3-4; no-facts')
    expect(wordsOf(speaker('zh-CN'), message)).toBe(
      '这些页没有可信的文字：2。 这些页的字体损坏，有字读不出：3-4。 没有读到任何数字。',
    )
    expect(wordsOf(speaker('en'), message)).toContain('Damaged fonts on pages 3-4')
  })

  it('of an annex of targets asks for no figure; of another paper it is the reason', () => {
    const none = read({ facts: [], numbers: { printed: 9, unbound: 9, loose: [] } })
    expect(statusOf([page(1)], 'target-annex', none).status).toBe('ok')
    expect(statusOf([page(1)], 'other-paper', none)).toEqual({
      status: 'not-a-filing',
      message: 'other-paper',
    })
  })
})
