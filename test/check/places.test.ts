// A finding stands where its own first character is printed, not where the last figure before it is.
import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { lineAt } from '../../src/check/print.js'
import { readSections } from '../../src/extract/sections.js'
import { layOut } from '../../src/layout/index.js'
import { PageDrawing } from '../layout/make-page.js'
import { filingOf } from './filing-of.js'

const BODY = 60

/** Two pages of one section; the second begins with an item of its own. */
function sections() {
  const first = new PageDrawing(1)
    .text('一、支出情况', 84, 60, 16)
    .text('1、行政运行支出50.00万元，比上年增加5.00万元，主要原因是：人员增加。', 84, 760)
  const second = new PageDrawing(2)
    .text('2、培训支出4.00万元，比上年减少1.00万元，主要原因是：培训增加。', 84, BODY)
    .text('3、会议支出2.00万元，与上年持平。', 84, 90)
  return readSections(layOut([first.page(), second.page()]), 'a'.repeat(16)).sections.map((s) => s.section)
}

describe('the place of words', () => {
  it('is known line by line: where each begins in the text, on which page and at which height', () => {
    const found = sections()
    const text = found.map((s) => s.text).join('')
    expect(text).toContain('2、培训支出')
    const lines = found.flatMap((s) =>
      s.lines.map((line) => {
        const [offset = '', page, , top] = line.split(' ')
        return [s.text.slice(Number(offset), Number(offset) + 6), Number(page), Number(top)]
      }),
    )
    expect(lines).toEqual([
      ['1、行政运行', 1, 760],
      ['2、培训支出', 2, BODY],
      ['3、会议支出', 2, 90],
    ])
  })

  it('is the page of an item that begins it, whatever figures stand before', () => {
    const { findings } = checkFiling(filingOf({ sections: sections() }))
    expect(findings.map((f) => [f.check_id, f.page, f.bbox.split(' ')[1]])).toEqual([
      ['YS-WORDING-DIRECTION', 2, '60.0'],
    ])
  })

  it('is the figure itself where the words have one on their page', () => {
    const figure = {
      source: 'prose' as const,
      measure: 'change' as const,
      raw: '1.00',
      value: '-10000',
      page: 2,
      bbox: '300.0 60.0 330.0 72.0',
    }
    const [section] = sections()
    const facts = [{ ...figure, section_id: section?.section_id ?? '' }]
    const [finding] = checkFiling(filingOf({ sections: sections(), facts })).findings
    expect(finding).toMatchObject({ page: 2, bbox: figure.bbox })
  })

  it('counts characters without spaces, as patterns do', () => {
    const section = {
      text: '甲 乙\n丙丁',
      lines: ['0 1 0.0 0.0 9.0 9.0', '4 2 0.0 0.0 9.0 9.0'],
    } as unknown as Parameters<typeof lineAt>[0]
    expect([0, 1, 2, 3].map((offset) => lineAt(section, offset)?.page)).toEqual([1, 1, 2, 2])
    expect(lineAt({ ...section, lines: [] }, 0)).toBeUndefined()
  })
})
