import { describe, expect, it } from 'vitest'
import { withUnitNames } from '../../src/extract/unit-names.js'
import type { Fact } from '../../src/model/filing.js'

const fact = (entity: string, method: Fact['method'] = 'ocr', page = 1): Fact =>
  ({ entity, method, page, note: [] as string[] }) as Fact
const named = (facts: Fact[]): string[] => withUnitNames(facts).map((f) => f.entity)

describe('withUnitNames', () => {
  it('gives a code the name that stands on most figures, and keeps what was read in the note', () => {
    const facts = withUnitNames([
      fact('221003 梅渡市水文执法监察支队'),
      fact('221003 梅渡市水文执法监察支队'),
      fact('221003 梅渡市水文执法监察支B队'),
    ])
    expect(facts.map((f) => f.entity)).toEqual(Array(3).fill('221003 梅渡市水文执法监察支队'))
    expect(facts.map((f) => f.note)).toEqual([[], [], ['unit-read-as 梅渡市水文执法监察支B队']])
  })

  it('believes a text layer more than any number of recognized figures, and never changes it', () => {
    expect(
      named([
        fact('221003 梅渡市水文支队', 'text'),
        fact('221003 梅渡市水文支B队'),
        fact('221003 梅渡市水文支B队'),
      ]),
    ).toEqual(Array(3).fill('221003 梅渡市水文支队'))
    expect(named([fact('221003 甲乙丙丁站', 'text'), fact('221003 甲乙丙丁所', 'text')])).toEqual([
      '221003 甲乙丙丁站',
      '221003 甲乙丙丁所',
    ])
  })

  it('believes two pages more than one with most of the figures', () => {
    const small = Array.from({ length: 9 }, () => fact('221003 梅渡非水文支队', 'ocr', 3))
    const facts = [fact('221003 梅渡市水文支队', 'ocr', 1), fact('221003 梅渡市水文支队', 'ocr', 2), ...small]
    expect(new Set(named(facts))).toEqual(new Set(['221003 梅渡市水文支队']))
  })

  it('completes a recognized code whose name was not read, and takes no code for cut off by a misread longer one', () => {
    const unit = '221003 梅渡市水文支队'
    const read = [fact(unit, 'ocr', 1), fact(unit, 'ocr', 2), fact('221003', 'ocr', 3)]
    expect(named(read)).toEqual(Array(3).fill(unit))
    expect(named([...read.slice(0, 2), fact('2210033 梅渡市水文支队', 'ocr', 3)])).toEqual([
      unit,
      unit,
      '2210033 梅渡市水文支队',
    ])
    expect(named([fact(unit), fact('221003', 'text')])).toEqual([unit, '221003'])
  })

  const UNITS = ['221001 梅渡市水利局', '221002 梅渡市水文执法支队', '221003 梅渡市乡史编修中心']

  it.each([
    ['whose code is cut off', '22100 梅渡市水文执法支队', 1],
    ['whose code cannot be read', '梅渡市水文执法古队', 1],
    ['whose name is cut off', '22100 梅渡市乡史编修', 2],
    ['whose name is misread beyond that of its code', '221003 梅波市乡史编俏中心、', 2],
  ] as const)('gives a recognized row %s to the unit that it nearly names', (_, read, at) => {
    const facts = withUnitNames([...UNITS, ...UNITS, read].map((u) => fact(u)))
    expect(facts.at(-1)?.entity).toBe(UNITS[at])
    expect(facts.at(-1)?.note.join('; ')).toMatch(/^unit-read-as /)
  })

  it('marks a recognized row that may be of several units', () => {
    const units = ['221002 梅渡市第一小学', '221003 梅渡市第三小学'].map((u) => fact(u))
    const lost = withUnitNames([...units, fact('22100 梅渡市第小学')]).at(-1)
    expect(lost).toMatchObject({ entity: '22100 梅渡市第小学', note: ['code-doubtful'] })
  })

  it('gives a printed row whose code is cut off the code of the unit of that name, and of no other', () => {
    const printed = (entity: string) => named([...UNITS, entity].map((u) => fact(u, 'text'))).at(-1)
    expect(printed('22100 梅渡市水文执法支队')).toBe(UNITS[1])
    expect(printed('22100 梅渡市水文支队')).toBe('22100 梅渡市水文支队')
    expect(printed('梅渡市水文执法支队')).toBe('梅渡市水文执法支队')
  })

  it.each([
    ['other codes', '221002 梅渡市水文支队', '221003 梅渡市水文支B队'],
    ['other names under one code', '221003 梅渡市水文支队', '221003 梅渡市乡史编修中心'],
    ['the organization as a whole', '', '221003 梅渡市水文支B队'],
  ])('leaves %s alone', (_, usual, other) => {
    expect(named([fact(usual), fact(usual), fact(other)])).toEqual([usual, usual, other])
  })
  it('leaves a name without a code alone that stands on several pages, or is as near to another', () => {
    const last = (facts: Fact[]) => named(facts).at(-1)
    const school = fact('221002 梅渡市第一小学')
    const other = [fact('梅渡市第二小学', 'ocr', 1), fact('梅渡市第二小学', 'ocr', 2)]
    expect(last([school, ...other])).toBe('梅渡市第二小学')
    expect(last([school, fact('221003 梅渡市第三小学'), fact('梅渡市第二小学')])).toBe('梅渡市第二小学')
  })
})
