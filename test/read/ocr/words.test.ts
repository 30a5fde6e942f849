import { describe, expect, it } from 'vitest'
import type { ReadCharacter } from '../../../src/read/ocr/engine.js'
import { settleWords } from '../../../src/read/ocr/words.js'

const character = (
  text: string,
  x: number,
  alternatives: ReadCharacter['alternatives'] = [],
): ReadCharacter => ({
  text,
  confidence: 0.9,
  alternatives,
  x0: x,
  y0: 0,
  x1: x + 19,
  y1: 20,
})
const line = (text: string): ReadCharacter[] => [...text].map((c, i) => character(c, i * 20))
const settled = (text: string): string =>
  settleWords([line(text)])
    .flat()
    .map((c) => c.text)
    .join('')

describe('settleWords', () => {
  it.each([
    ['收人总计', '收入总计'],
    ['白然资源支山', '自然资源支出'],
    ['30101-基本T资', '30101-基本工资'],
    ['预算续效目标', '预算绩效目标'],
    ['五丶部门预算', '五、部门预算'],
  ])('reads %s as %s: the field has no other name', (read, printed) => {
    expect(settled(read)).toBe(printed)
  })

  it.each(['工作人员', '接收人数', '日常公用经费', '白云山路', 'T3航站楼', '2026年1月1日'])(
    'leaves %s as it is',
    (text) => {
      expect(settled(text)).toBe(text)
    },
  )

  it('takes a rival that makes a name, and never a digit', () => {
    const read = [
      character('社', 0),
      character('公', 20, [{ text: '会', confidence: 0.3 }]),
      character('保', 40),
    ]
    expect(settleWords([read]).flat()[1]).toMatchObject({
      text: '会',
      alternatives: [{ text: '公', confidence: 0.9 }],
    })
    const digit = [character('收', 0), character('8', 20, [{ text: '入', confidence: 0.3 }])]
    expect(settleWords([digit]).flat()[1]?.text).toBe('8')
  })

  it('joins the characters of a head that stand far apart', () => {
    const [first, second] = settleWords([[character('收', 0)], [character('人', 120)]])
    expect([first?.[0]?.text, second?.[0]?.text]).toEqual(['收', '入'])
    const [, far] = settleWords([[character('收', 0)], [character('人', 400)]])
    expect(far?.[0]?.text).toBe('人')
  })

  const unsure = (text: string, ...unsureAt: number[]) =>
    line(text).map((c, i) => (unsureAt.includes(i) ? { ...c, confidence: 0.4 } : c))
  const textOf = (read: ReadCharacter[]) =>
    settleWords([read])
      .flat()
      .map((c) => c.text)
      .join('')

  it('takes a line for the one head of a form that its sure characters leave', () => {
    const read = unsure('公务输传费', 2, 3)
    expect(textOf(read)).toBe('公务接待费')
    expect(settleWords([read]).flat()[2]).toMatchObject({ confidence: 0.4, alternatives: [{ text: '输' }] })
  })

  it.each([
    ['a sure character stands against it', unsure('公务输传费', 2)],
    ['it may be several heads', unsure('公年', 0)],
    ['too little of it was read', unsure('乙丙丁戊费', 0, 1, 2, 3)],
  ])('leaves a line where %s', (_, read) => {
    expect(textOf(read)).toBe(read.map((c) => c.text).join(''))
  })
})
