import type { Extracted, FilingTable } from '../../model/filing.js'
import { type Saying, said } from '../../model/saying.js'
import { factsOfTable } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { listedTables, printedAmounts } from '../contents.js'
import { pageNamed, tableAt } from '../naming.js'
import { compact, placeOfAllTable, titleOfTable, wordsFail, wordsHold } from '../print.js'

/** 故本表为空表, 故此表无数据; a note on a part of the table says neither. */
const SAYS_EMPTY = /[本此该]表(?:为空|无数据|没有数据|无内容|空白)/
/** Notes of forms for one fund: 没有使用政府性基金预算拨款安排的支出. */
const NO_SPENDING = /(?:没有|未|无)(?:使用)?(?:政府性基金|国有资本经营)[^。，；]{0,20}安排的支出/

/** A table said to be empty prints figures. */
export const structureEmptyStatement: Check = {
  id: 'YS-STRUCTURE-EMPTY-STATEMENT',
  asserts: {
    zh: '注明或在目录中列为空表的表没有数字。',
    en: 'A table that its note or the list of tables calls empty prints no figures.',
  },
  basis: '“本表为空表”与表内的数字不能同时成立。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '注：本部门无“三公”经费预算，故本表为空表。而表中合计 47.91 万元',
  passing: {
    tables: [
      {
        title: '政府性基金支出表',
        empty: true,
        notes: ['注：本部门无政府性基金预算，故本表为空表。'],
        lines: [['合计', '']],
      },
    ],
  },
  failing: {
    tables: [
      {
        title: '“三公”经费表',
        notes: ['注：本部门无“三公”经费预算，故本表为空表。'],
        lines: [['合计', '47.91']],
      },
    ],
  },
  run: (filing) => [...byNotes(filing), ...byContents(filing)],
}

/** 如无…，本表为空表: what holds if. */
const CONDITION = /[若如]|应当|请|则/
/** What a note speaks of; the note of the table beside it may have come along. */
const ABOUT = /政府性基金|国有资本|三公|机关运行|采购|结转/g

const isAbout = (note: string, table: FilingTable): boolean => {
  const named = note.match(ABOUT) ?? []
  return named.length === 0 || named.some((subject) => table.title.includes(subject))
}

const byNotes = (filing: Extracted): Judgement[] =>
  filing.tables.flatMap((table) => {
    const ofOneFund = table.type === 'government-fund' || table.type === 'state-capital'
    const note = table.notes
      .map(compact)
      .find((n) => !CONDITION.test(n) && (SAYS_EMPTY.test(n) || (ofOneFund && NO_SPENDING.test(n))))
    if (!note || !isAbout(note, table)) return []
    // Last year's column may hold figures where there is no spending this year.
    const figures = factsOfTable(filing, table.table_id).filter((f) => f.value !== '0')
    const earlier = figures.length > 0 && figures.every((f) => f.year !== filing.fiscal_year)
    if (earlier && !SAYS_EMPTY.test(note)) return []
    return judge(filing, table, said('structure-empty-statement.note', { note }), note)
  })

const byContents = (filing: Extracted): Judgement[] =>
  listedTables(filing)
    .filter((line) => line.isEmpty === '是')
    .flatMap((line) =>
      line.found.flatMap((table) =>
        judge(
          filing,
          table,
          said('structure-empty-statement.contents', {
            page: pageNamed(filing, line.list.page_first),
            number: line.number,
          }),
          `${line.number} ${line.title}`,
        ),
      ),
    )

function judge(filing: Extracted, table: FilingTable, statement: Saying, evidence: string): Judgement {
  const subject = `${titleOfTable(table)} 空表`
  const amounts = printedAmounts(filing, table)
  if (amounts.length === 0) return wordsHold(subject)
  const some = [...new Set(amounts)].slice(0, 3)
  return wordsFail(
    subject,
    placeOfAllTable(table, evidence),
    said(amounts.length > 3 ? 'structure-empty-statement.figures' : 'structure-empty-statement.few-figures', {
      statement,
      at: tableAt(filing, table),
      figures: some,
      count: amounts.length,
    }),
    { expected: '空表', actual: some.join('、') },
  )
}
