import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { listedTables } from '../contents.js'
import { pageNamed } from '../naming.js'
import { placeOfTable, wordsFail, wordsHold, wordsUndecided } from '../print.js'

/** The list of tables names one that is not there. */
export const structureTableMissing: Check = {
  id: 'YS-STRUCTURE-TABLE-MISSING',
  asserts: {
    zh: '报表目录列出的每一张表都在文件里。',
    en: 'Every table that the list of tables names is in the filing.',
  },
  basis: '预决算公开要求空表也要公开；目录列出而没有的表是漏放，或编号、标题与目录不符。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '目录列有“表9 政府性基金收支表”，文件中没有这张表',
  passing: {
    tables: [
      {
        type: 'contents',
        lines: [
          ['表1', '收支总表', '否'],
          ['表2', '收入总表', '否'],
        ],
      },
      { title: '收支总表', marker: '表1' },
      { title: '收入总表', marker: '表2' },
    ],
  },
  failing: {
    tables: [
      {
        type: 'contents',
        lines: [
          ['表1', '收支总表', '否'],
          ['表2', '收入总表', '否'],
        ],
      },
      { title: '收支总表', marker: '表1' },
    ],
  },
  run: (filing) => {
    const lines = listedTables(filing)
    // Where less than half are found the tables are in another file, or were read without their titles.
    const present = lines.filter((line) => line.found.length > 0)
    const isHere = present.length * 2 >= lines.length
    // A page that could not be read may hold the table.
    const isWhole = filing.pages.every((p) => p.doubt === '')
    return lines.map((line) => {
      const subject = `表${line.number} ${line.title}`
      if (line.found.length > 0) return wordsHold(subject)
      if (!isHere || !isWhole) return wordsUndecided(subject, isHere ? 'pages-unread' : 'tables-elsewhere')
      return wordsFail(
        subject,
        placeOfTable(line.list, subject),
        said('structure-table-missing.listed', {
          page: pageNamed(filing, line.list.page_first),
          number: line.number,
          title: line.title,
        }),
      )
    })
  },
}
