import type { FilingTable } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { listedTables } from '../contents.js'
import { tableAt } from '../naming.js'
import {
  compact,
  passagesOf,
  placeOfAllTable,
  titleOfTable,
  wordsFail,
  wordsHold,
  wordsUndecided,
} from '../print.js'
import { contradicting } from './structure-empty-against.js'

const STATES = /空表|无数据|不涉及|没有|未安排|未编制|无/
/** What a blank table is about, and the words that say there is none of it. */
const SUBJECTS: readonly [RegExp, RegExp][] = [
  [/政府性基金/, /政府性基金/],
  [/国有资本/, /国有资本/],
  [/三公/, /三公/],
  [/结转/, /结转/],
  [/采购/, /采购/],
]
const NONE = /无|没有|未|不涉及|(?<![\d.])0(?:\.0+)?(?![\d.])/
/** Forms of targets are filled with words: blank or not is not told by their figures. */
const NO_MONEY = /^(?:contents|entities|unknown|performance-.*|meetings|trainings)$/

/** Nobody says why a table is blank. */
export const structureEmptyUnstated: Check = {
  id: 'YS-STRUCTURE-EMPTY-UNSTATED',
  asserts: {
    zh: '空表有说明：表下的注、目录的“是否空表”，或者正文。',
    en: 'An empty table is explained: by its note, the list of tables, or the text.',
  },
  basis: '预决算公开要求空表公开并说明；没有说明时看不出是没有，还是漏填。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'info',
  example: '“国有资本经营预算支出表”没有数字，也没有说明',
  passing: {
    sections: [{ text: '本部门收入预算50.00万元。' }],
    tables: [
      { title: '国有资本经营预算支出表', type: 'state-capital', empty: true, notes: ['本部门无此项预算。'] },
    ],
  },
  failing: {
    sections: [{ text: '本部门收入预算50.00万元。' }],
    tables: [{ title: '国有资本经营预算支出表', type: 'state-capital', empty: true }],
  },
  run: (filing) => {
    const text = passagesOf(filing).map((p) => p.text)
    const listed = listedTables(filing)
    return (
      filing.tables
        // One that should print money is reported as that.
        .filter((t) => t.empty && !NO_MONEY.test(t.type) && !contradicting(filing, t))
        .map((table): Judgement => {
          const subject = `${titleOfTable(table)} 空表说明`
          const declared = listed.some((l) => l.isEmpty === '是' && l.found.includes(table))
          if (declared || table.notes.some((n) => STATES.test(n)) || isSaid(text, table))
            return wordsHold(subject)
          // Some places print tables and text in two files.
          if (text.length === 0) return wordsUndecided(subject, 'no-text')
          const says = said('structure-empty-unstated.blank', { at: tableAt(filing, table) })
          return wordsFail(subject, placeOfAllTable(table, titleOfTable(table)), says)
        })
    )
  },
}

function isSaid(text: readonly string[], table: FilingTable): boolean {
  const about = SUBJECTS.find(([title]) => title.test(table.title))?.[1]
  if (!about) return false
  return text.some((t) =>
    t.split(/[。；]/).some((sentence) => about.test(sentence) && NONE.test(compact(sentence))),
  )
}
