import type { Extracted, Fact, FilingTable } from '../../model/filing.js'
import { oncePer } from '../../model/once-per.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { printedAmounts } from '../contents.js'
import { at, figureNamed, tableAt } from '../naming.js'
import { placeOfAllTable, titleOfTable, wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** What money a kind of table is about: figures of it elsewhere can not stand beside a blank table. */
const MONEY_OF: Partial<Record<FilingTable['type'], (f: Fact) => boolean>> = {
  'fiscal-summary': (f) => /^(?:fiscal|general)$/.test(f.fund) && IS_FLOW.test(f.concept),
  'fiscal-by-function': (f) => /^(?:fiscal|general)$/.test(f.fund) && f.concept === 'expenditure',
  'general-by-function': (f) => f.fund === 'general' && f.concept === 'expenditure',
  'general-by-economy': (f) => f.fund === 'general' && f.concept === 'expenditure',
  'government-fund': (f) => f.fund === 'government-fund' && f.concept === 'expenditure',
  'state-capital': (f) => f.fund === 'state-capital' && f.concept === 'expenditure',
  'income-summary': (f) => f.concept === 'revenue' && f.fund === 'all',
  'expenditure-summary': (f) => f.concept === 'expenditure' && f.fund === 'all',
  'three-public': (f) => f.concept.startsWith('three-public'),
  procurement: (f) => f.concept.startsWith('procurement') && f.function_code === '',
}
const IS_FLOW = /^(?:revenue|expenditure)(?:\.grand-total)?$/

/** A blank table where the filing prints such money elsewhere. */
export const structureEmptyAgainst: Check = {
  id: 'YS-STRUCTURE-EMPTY-AGAINST',
  asserts: {
    zh: '没有数字的表，其内容在文件别处也没有金额。',
    en: 'Of what a blank table is about the filing prints no money elsewhere.',
  },
  basis: '同一文件里，一处印有金额，另一处以空表表示没有，两者不能同时成立。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '《财政拨款收支总表》没有数字，而收支总表财政拨款收入 171.00 万元',
  passing: paper('0'),
  failing: paper('1710000'),
  run: (filing) =>
    filing.tables.filter((table) => table.empty && MONEY_OF[table.type]).map((t) => judge(filing, t)),
}

function paper(value: string) {
  return {
    tables: [
      {
        table_id: 'e',
        type: 'fiscal-summary' as const,
        title: '财政拨款收支总表',
        empty: true,
        lines: [['合计', '']],
      },
      { table_id: 't', title: '收支总表' },
    ],
    facts: [
      {
        concept: 'revenue',
        fund: 'fiscal' as const,
        value,
        raw: `${Number(value) / 10000}`,
        label: '财政拨款收入',
      },
    ],
  }
}

function judge(filing: Extracted, table: FilingTable): Judgement {
  const subject = `${titleOfTable(table)} 空表与别处金额`
  const other = contradicting(filing, table)
  if (!other) return wordsHold(subject)
  // A table that stands in parts, a page that could not be read: the figures may be there.
  if (!isSurelyBlank(filing, table)) return wordsUndecided(subject, 'table-may-be-elsewhere')
  return wordsFail(
    subject,
    placeOfAllTable(table, titleOfTable(table)),
    said('structure-empty-against.money-elsewhere', {
      table: tableAt(filing, table),
      at: at(filing, other),
      name: figureNamed(other),
      printed: printedLike(other, other),
    }),
    { expected: other.value, facts: [other] },
  )
}

/** A figure of this year, of the whole organization, that the blank table should print. */
export function contradicting(filing: Extracted, table: FilingTable): Fact | undefined {
  const isOf = MONEY_OF[table.type]
  return isOf && ownMoney(filing).find((f) => f.table_id !== table.table_id && isOf(f))
}

/** Asked for every blank table: a whole filing is gone through once. */
const ownMoney = oncePer((filing: Extracted) =>
  filing.facts.filter(
    (f) => f.measure === 'amount' && f.year === filing.fiscal_year && f.value !== '0' && f.entity === '',
  ),
)

function isSurelyBlank(filing: Extracted, table: FilingTable): boolean {
  const pages = filing.pages.filter((p) => p.page >= table.page_first && p.page <= table.page_last)
  const isRead = pages.every((p) => p.doubt === '' && p.method === 'text')
  const isAlone = !filing.tables.some(
    (t) => t !== table && t.type === table.type && printedAmounts(filing, t).length > 0,
  )
  // Money of this year may all be what a table without carry-over leaves out.
  return isRead && isAlone && !/不含/.test(table.title)
}
