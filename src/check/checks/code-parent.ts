import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import { tableOfId } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
import { titleOfTable, wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** 21011 stands below 210, not below 208. */
export const codeParent: Check = {
  id: 'YS-CODE-PARENT',
  asserts: {
    zh: '逐级列示的表里，款在它的类下面，项在它的款下面：上级编码都印出来了。',
    en: 'In a table that lists all levels, every section has its class and every item its section printed.',
  },
  basis: '科目编码的前三位是类，前五位是款；没有上级的编码是编码印错，或缺一行。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '表中印有 208、20805、2080505 和 2101101，没有 21011：2101101 没有上级',
  passing: {
    tables: [{ table_id: 't', title: '支出总表' }],
    facts: ['208', '20805', '2080505', '210', '21011', '2101101'].map((function_code) => ({ function_code })),
  },
  failing: {
    tables: [{ table_id: 't', title: '支出总表' }],
    facts: ['208', '20805', '2080505', '20808', '2080801', '210', '2101101'].map((function_code) => ({
      function_code,
    })),
  },
  run: (filing) => {
    // Rows of several units repeat some levels only.
    const rows = filing.facts.filter((f) => f.source === 'table' && f.function_code !== '' && f.entity === '')
    return [...groupBy(rows, (f) => f.table_id)].flatMap(([id, facts]) => judge(filing, id, facts))
  },
}

/** Fewer do not show that a table lists all levels. */
const FEWEST_WITH_PARENT = 2
/** Share of codes without the level above from which on the table does not list that level. */
const MOST_ORPHANS = 1 / 3

function judge(filing: Extracted, tableId: string, facts: Fact[]): Judgement[] {
  const table = tableOfId(filing, tableId)
  if (!table) return []
  const byCode = groupBy(facts, (f) => f.function_code)
  const below = [...byCode.keys()].filter((code) => code.length > 3)
  const orphans = below.filter((code) => !byCode.has(code.slice(0, -2)))
  if (below.length - orphans.length < FEWEST_WITH_PARENT || orphans.length > below.length * MOST_ORPHANS)
    return []
  const subject = `${titleOfTable(table)} 上级科目`
  if (orphans.length === 0) return [wordsHold(subject)]
  if (filing.pages.some((p) => p.doubt !== '')) return [wordsUndecided(subject, 'pages-unread')]
  return orphans.flatMap((code) => {
    const fact = byCode.get(code)?.[0]
    if (!fact) return []
    const at = {
      page: fact.page,
      bbox: fact.bbox,
      place: titleOfTable(table),
      evidence: `${code} ${fact.label} ${fact.raw}`,
    }
    const above = code.slice(0, -2)
    return wordsFail(
      `${code} 的上级`,
      at,
      said('code-parent.missing', {
        at: tableAt(filing, table, fact.page),
        item: said('code.with-name', { code, name: fact.label }),
        above,
      }),
      {
        expected: above,
        actual: code,
      },
    )
  })
}
