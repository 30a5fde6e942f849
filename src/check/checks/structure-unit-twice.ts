import { said } from '../../model/saying.js'
import { unitNamed } from '../amounts.js'
import type { Check } from '../check.js'
import { tableAt } from '../naming.js'
import { compact, placeOfTable, titleOfTable, wordsFail, wordsHold } from '../print.js'

const NAMES_UNIT = /(?:金额|计量|货币)?单位[：:](?:人民币)?(万元|元|亿元)/g

/** 单位：元 above a table and 单位：万元 inside it. */
export const structureUnitTwice: Check = {
  id: 'YS-STRUCTURE-UNIT-TWICE',
  asserts: {
    zh: '一张表只印一个计量单位，表头、表内和附注不另写一个。',
    en: 'A table names one unit: title, cells and notes name no other.',
  },
  basis: '同一张表印两个单位时，数字按哪个读不能确定，相差一万倍。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '表上方印“单位：元”，表内又印“单位：万元”',
  passing: { tables: [{ title: '收支总表', unit: '万元', lines: [['单位：万元'], ['合计']] }] },
  failing: { tables: [{ title: '收支总表', unit: '元', lines: [['单位：万元'], ['合计']] }] },
  run: (filing) =>
    filing.tables.flatMap((table) => {
      if (!/^(?:亿|万)?元$/.test(table.unit)) return []
      const words = [table.title, ...table.notes, ...table.cells.map((c) => c.text)].map(compact)
      const named = words.flatMap((w) => [...w.matchAll(NAMES_UNIT)].map((m) => m[1] as string))
      if (named.length === 0) return []
      const subject = `${titleOfTable(table)} 单位`
      const other = named.find((unit) => unit !== table.unit)
      if (!other) return [wordsHold(subject)]
      const says = said('structure-unit-twice.units', {
        at: tableAt(filing, table),
        unit: unitNamed(table.unit),
        other: unitNamed(other),
      })
      return [
        wordsFail(subject, placeOfTable(table, `单位：${other}`), says, {
          expected: table.unit,
          actual: other,
        }),
      ]
    }),
}
