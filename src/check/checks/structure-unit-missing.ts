import { groupBy } from '../../model/group-by.js'
import { said } from '../../model/saying.js'
import { unitNamed } from '../amounts.js'
import { tableOfId } from '../by-table.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
import { placeOfTable, titleOfTable, wordsFail, wordsHold } from '../print.js'

/** A table of money that does not say in what. */
export const structureUnitMissing: Check = {
  id: 'YS-STRUCTURE-UNIT-MISSING',
  asserts: {
    zh: '金额表印有计量单位（元、万元）。',
    en: 'A table of money prints its unit.',
  },
  basis: '没有单位的金额不能确定是元还是万元，相差一万倍。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '“部门收入总表”没有“单位：万元”，同一文件的其他表都有',
  passing: { tables: [{ title: '部门收入总表', unit: '万元' }], facts: [{ table_id: 't0' }] },
  failing: {
    tables: [{ title: '部门收入总表', unit: '' }],
    facts: [{ table_id: 't0', note: ['unit-inherited'] }],
  },
  run: (filing) => {
    const amounts = filing.facts.filter((f) => f.source === 'table' && /^(?:amount|change)$/.test(f.measure))
    return [...groupBy(amounts, (f) => f.table_id)].flatMap(([id, facts]): Judgement[] => {
      const table = tableOfId(filing, id)
      if (!table) return []
      const subject = `${titleOfTable(table)} 单位`
      if (!facts.every((f) => f.note.includes('unit-inherited'))) return [wordsHold(subject)]
      const says = said('structure-unit-missing.inherited', {
        at: tableAt(filing, table),
        unit: unitNamed(facts[0]?.unit ?? ''),
      })
      return [wordsFail(subject, placeOfTable(table, titleOfTable(table)), says)]
    })
  },
}
