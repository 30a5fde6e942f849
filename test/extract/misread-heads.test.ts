import { describe, expect, it } from 'vitest'
import { headNearly } from '../../src/extract/tables/misread-heads.js'
import { makeTable } from './make-table.js'
import { read, recognized } from './read-tables.js'

describe('a recognized head', () => {
  it.each([
    ['with some characters misread', '公开用车运行推护', '公务用车运行维护费'],
    ['with one lost', '对附属单补助支出', '对附属单位补助支出'],
    ['with one doubled', '项目支支出', '项目支出'],
  ])('%s is the one of the forms that it nearly is', (_, text, head) => {
    expect(headNearly(text)).toBe(head)
  })

  it.each([
    ['near none of them', '渠首养护专款'],
    ['with too much misread', '公开田车远行推户'],
    ['as near to two that mean something else', '土年预算数'],
    ['of too few characters', '预算敷'],
    ['of another year, as far as it is legible', '上年支出合十'],
    ['of the other side, as far as it is legible', '基本收入'],
  ])('%s is none', (_, text) => {
    expect(headNearly(text)).toBeUndefined()
  })
})

describe('a column below a misread head', () => {
  const table = () =>
    makeTable('一般公共预算“三公”经费支出表', '单位：元', 1, [
      ['单位名称', '公务接待费', '公开用车运行推护'],
      ['梅渡市水文支队', '5.00', '7.00'],
    ])
  const meanings = (of: ReturnType<typeof table>) =>
    read(of).facts.map((f) => `${f.raw} ${f.concept} ${f.note.join(' ')}`.trim())

  it('means what the head that it nearly is says, in doubt', () => {
    expect(meanings(recognized(table()))).toEqual([
      '5.00 three-public.reception',
      '7.00 three-public.vehicle-operation head-doubtful',
    ])
  })

  it('means nothing where a text layer prints it so', () => {
    expect(meanings(table())).toEqual(['5.00 three-public.reception'])
  })
})
