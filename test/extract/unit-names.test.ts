import { describe, expect, it } from 'vitest'
import { withUnitNames } from '../../src/extract/unit-names.js'
import type { Fact } from '../../src/model/filing.js'

const fact = (entity: string, method: Fact['method'] = 'ocr'): Fact => ({ entity, method, note: '' }) as Fact
const named = (facts: Fact[]): string[] => withUnitNames(facts).map((f) => f.entity)

describe('withUnitNames', () => {
  it('gives a code the name that stands on most figures, and keeps what was read in the note', () => {
    const facts = withUnitNames([
      fact('221003 梅渡市水文执法监察支队'),
      fact('221003 梅渡市水文执法监察支队'),
      fact('221003 梅渡市水文执法监察支B队'),
    ])
    expect(facts.map((f) => f.entity)).toEqual(Array(3).fill('221003 梅渡市水文执法监察支队'))
    expect(facts.map((f) => f.note)).toEqual(['', '', 'unit-read-as 梅渡市水文执法监察支B队'])
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

  it.each([
    ['other codes', '221002 梅渡市水文支队', '221003 梅渡市水文支B队'],
    ['other names under one code', '221003 梅渡市水文支队', '221003 梅渡市乡史编修中心'],
    ['names without a code', '梅渡市水文支队', '梅渡市水文支B队'],
    ['the organization as a whole', '', '221003 梅渡市水文支B队'],
  ])('leaves %s alone', (_, usual, other) => {
    expect(named([fact(usual), fact(usual), fact(other)])).toEqual([usual, usual, other])
  })
})
