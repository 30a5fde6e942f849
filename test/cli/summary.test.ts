import { expect, it } from 'vitest'
import { summaryTable } from '../../src/cli/summary.js'
import { speaker } from '../../src/locales/index.js'
import { columnsOf } from '../../src/review/width.js'
import type { RunSummary } from '../../src/run/index.js'

const summary: RunSummary = {
  output: '/结果',
  totals: { inputs: 1203, ok: 1190, partial: 9, not_a_filing: 0, unreadable: 4, failed: 0, duplicates: 0 },
  inputs: [],
  problems: [],
  facts: 20,
  numbers: { printed: 0, unbound: 0 },
  checks: { pass: 7, fail: 2, undecided: 1 },
  findings: { error: 12, warning: 3, info: 5 },
  doubts: 0,
  worst: {
    filings: [
      { filing_id: 'a', source: '夹/水文局.pdf', organization: '', fiscal_year: '', errors: 11, warnings: 0 },
      {
        filing_id: 'b',
        source: '夹/\u001b[31m.pdf',
        organization: '',
        fiscal_year: '',
        errors: 1,
        warnings: 3,
      },
    ],
    departments: [{ organization_id: 'o', name: '水文局', errors: 12, warnings: 3 }],
  },
  interrupted: false,
  outputs: [],
  removed: 0,
  kept: 0,
}

it('is a table by outcome and severity, and names the worst, in columns that stand below each other', () => {
  expect(summaryTable(summary, speaker('zh-CN'))).toBe(
    [
      '处理结果',
      '  文件        1203',
      '    完成      1190',
      '    部分读出     9',
      '    无法读取     4',
      '  发现          20',
      '    错误        12',
      '    可疑         3',
      '    提示         5',
      '  数字          20',
      '  核对        相符 7，不符 2，无法判断 1',
      '问题最多的文件',
      '  错误  可疑  文件',
      '    11     0  夹/水文局.pdf',
      '     1     3  夹/\\x1b[31m.pdf',
      '问题最多的部门（含所属单位）',
      '  错误  可疑  部门',
      '    12     3  水文局',
      '结果在：/结果',
    ].join('\n'),
  )
})

it('is in English, and names nobody where nothing was found', () => {
  const nothing = { ...summary, output: '/out', worst: { filings: [], departments: [] } }
  const text = summaryTable(nothing, speaker('en'))
  expect(text).not.toMatch(/\p{sc=Han}/u)
  expect(summaryTable(summary, speaker('en'))).toContain(
    '  error  warning  filing\n     11        0  夹/水文局.pdf',
  )
  const ends = text.split('\n').filter((line) => /\d$/.test(line))
  expect(new Set(ends.map(columnsOf)).size).toBe(1)
})
