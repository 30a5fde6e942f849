// Contents in running text against the tables and headings of the filing.
import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { structureContents } from '../../src/check/checks/structure-contents.js'
import { filingOf } from './filing-of.js'

const LISTED = [
  '收入支出决算总表',
  '收入决算表',
  '支出决算表',
  '财政拨款收入支出决算总表',
  '一般公共预算财政拨款支出决算表',
  '一般公共预算财政拨款基本支出决算表',
  '财政拨款“三公”经费支出决算表',
  '政府性基金预算财政拨款收入支出决算表',
  '国有资本经营预算财政拨款收入支出决算表',
]
const contents = (...lines: string[]) => lines.map((text) => ({ page: 1, role: 'contents' as const, text }))
const numbered = LISTED.map((title, i) => `${'一二三四五六七八九'[i]}、${title}…………${i + 4}`)
const tables = (titles: readonly string[]) =>
  titles.map((title) => ({ title: `2031年度青坪区水利局${title}`, type: 'expenditure-summary' as const }))

const outcomes = (sketch: Sketch) =>
  structureContents
    .run(filingOf({ organization: '青坪区水利局', ...sketch }))
    .map(
      (j) => `${j.outcome === 'fail' ? (j.severity ?? structureContents.severity) : j.outcome} ${j.subject}`,
    )

describe('tables that the contents list', () => {
  const paper = (titles: readonly string[]): Sketch => ({
    text_apart: contents(...numbered),
    tables: tables(titles),
  })

  it('are there', () => expect(outcomes(paper(LISTED))).toEqual(['pass 目录所列的表']))

  it('nine are listed and eight printed', () => {
    for (const left of LISTED)
      expect(outcomes(paper(LISTED.filter((t) => t !== left)))).toEqual([
        expect.stringMatching(`^error .*${left}$`),
      ])
  })

  it('a table under another title, one read as text, tables in another file: nobody can tell', () => {
    const eight = LISTED.filter((t) => t !== '支出决算表')
    expect(outcomes(paper([...eight, '费用明细表']))).toEqual(['undecided 目录所列的表'])
    const asText = { ...paper(eight), sections: [{ text: '支出决算表 类 款 项 合计' }] }
    expect(outcomes(asText)).toEqual(['undecided 目录所列的表'])
    expect(outcomes(paper(LISTED.slice(0, 3)))).toEqual(['undecided 目录所列的表'])
  })
})

describe('numbers of parts', () => {
  const listed = contents(
    '第一部分 青坪区水利局概况',
    '第二部分 青坪区水利局2031年度决算表',
    '第三部分 名词解释',
  )
  const headings = (second: string): Sketch => ({
    text_apart: listed,
    sections: [
      { number: '第一部分', title: '青坪区水利局概况' },
      { number: second, title: '青坪区水利局2031年度决算表' },
      { number: '第三部分', title: '名词解释' },
    ],
  })

  it('stand in the text as the contents print them', () => {
    expect(outcomes(headings('第二部分'))).toEqual(['pass 各部分的标题'])
    expect(outcomes(headings(''))).toEqual(['warning 第二部分 青坪区水利局2031年度决算表'])
  })
})
