import { describe, expect, it } from 'vitest'
import { codeBook } from '../../src/extract/tables/code-book.js'
import { withLocalCodes } from '../../src/extract/tables/own-codes.js'
import { makeTable } from './make-table.js'
import { read, recognized } from './read-tables.js'

/** A table that prints these below 30211, with 5.00 each. */
const tableOf = (...printed: string[]) =>
  makeTable('一般公共预算基本支出表', '单位：元', 1, [
    ['部门预算支出经济分类科目', '合计'],
    ['302-商品和服务支出', '9.00'],
    ['30211-差旅费', '9.00'],
    ...printed.map((code) => [code, '5.00']),
  ])

describe('a code that a filing adds below one of the classification', () => {
  const doubts = (...tables: ReturnType<typeof tableOf>[]) =>
    read(tables.map(recognized)).facts.flatMap((f) =>
      f.raw === '5.00' ? [f.note.includes('code-doubtful')] : [],
    )
  const local = '3021101-差旅费'

  it('is one where it is recognized three times with one name', () => {
    expect(doubts(tableOf(local), tableOf(local), tableOf(local))).toEqual([false, false, false])
    expect(doubts(tableOf(local, local), tableOf(local))).toEqual([false, false, false])
  })

  it('may be misread where it is seldom printed, or with other names', () => {
    expect(doubts(tableOf(local))).toEqual([true])
    expect(doubts(tableOf(local), tableOf(local))).toEqual([true, true])
    expect(doubts(tableOf(local), tableOf(local), tableOf(local), tableOf('3021101-市内差旅费'))).toEqual(
      Array(4).fill(true),
    )
  })

  it('is none below a code that the classification has not either', () => {
    const codes = withLocalCodes(
      [tableOf('3028801-差旅费', '3028801-差旅费', '3028801-差旅费')],
      codeBook(2025),
    )
    expect(codes.isCode('3028801')).toBe(false)
    expect(withLocalCodes([tableOf(local, local, local)], codeBook(2025)).isCode('3021101')).toBe(true)
    expect(codeBook(2025).isCode('3021101')).toBe(false)
  })
})

describe('the name beside a code', () => {
  const book = codeBook(2025)
  it.each([
    ['of the code itself', '30211', '差旅费', false],
    ['of the code that it stands below', '3021101', '差旅费', false],
    ['of another code', '30213', '差旅费', true],
    ['of a code that another stands below', '3021301', '差旅费', true],
    ['of the code above one of the classification', '30211', '商品和服务支出', true],
    ['of no code', '3021101', '渠首巡查', false],
  ])('%s', (_, code, name, isOfAnother) => {
    expect(book.isOfAnother(code, name)).toBe(isOfAnother)
  })
})
