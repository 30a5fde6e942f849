import { expect, it } from 'vitest'
import { hasMeaning } from '../../src/check/meaning.js'
import type { Fact } from '../../src/model/filing.js'

const fact = (over: Partial<Fact>): Fact =>
  ({
    function_code: '',
    economy_code: '',
    government_economy_code: '',
    label: '',
    method: 'text',
    note: [],
    ...over,
  }) as Fact
const stands = (over: Partial<Fact>, year = '2025'): boolean => hasMeaning({ fiscal_year: year })(fact(over))

it.each([
  ['a code that bears its name', { economy_code: '30203', label: '咨询费' }, true],
  ['a code that bears the name of another', { economy_code: '30202', label: '咨询费' }, false],
  ['a code beside the words of a project', { function_code: '2130550', label: '山乡产业路建设' }, true],
  ['a figure without a code', { label: '会议费' }, true],
  ['a head that was hardly legible', { label: '会议费', note: ['head-doubtful'] }, false],
] as const)('proves no more than what is printed means: %s', (_, over, is) => {
  expect(stands({ ...over, note: [...('note' in over ? over.note : [])] })).toBe(is)
})

it('asks the names of codes from the year on that it knows them', () => {
  expect(stands({ economy_code: '30311', label: '住房公积金' }, '2017')).toBe(true)
})

it.each([
  ['its name with a character misread', { economy_code: '30213', label: '维修（护）赀' }, true],
  ['its name cut off', { function_code: '2080505', label: '机关事业单位基本养老保' }, true],
  [
    'words of a project, where the code may be misread',
    { function_code: '2130550', label: '山乡产业路建设' },
    false,
  ],
  ['a code that there is none', { function_code: '2178888', label: '住房公积金' }, false],
] as const)('asks more of what was recognized: %s', (_, over, is) => {
  expect(stands({ ...over, method: 'ocr' })).toBe(is)
})
