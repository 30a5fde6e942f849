import { describe, expect, it } from 'vitest'
import { expanded, type LexiconRow, lexicon, lexiconOf } from '../../src/catalogue/lexicon.js'
import { folded } from '../../src/model/printed/folded.js'

const { rows } = lexicon()

describe('the lexicon', () => {
  it('cuts a text into as few words as cover it, the longest first', () => {
    const read = lexicon().read('事业单位经营收入合计', 'row')
    expect(read.words.map((w) => '事业单位经营收入合计'.slice(w.start, w.end))).toEqual([
      '事业单位经营收入',
      '合计',
    ])
    expect(read.rest).toBe('')
  })

  it('leaves over what it does not know', () => {
    expect(lexicon().read('非财政拨款收入', 'head').rest).toBe('非')
  })

  it('spells out what may be missing and what may stand for each other', () => {
    expect(expanded('车[辆]{费|经费}')).toEqual(['车费', '车辆费', '车经费', '车辆经费'])
  })

  it('refuses two meanings of one word in one place', () => {
    const row = (sets: LexiconRow['sets']): LexiconRow => ({
      words: '款[项]',
      at: ['head'],
      sets,
      example: '款',
    })
    expect(() => lexiconOf([row({ fund: 'general' }), row({ fund: 'fiscal' })])).toThrow('two meanings')
    expect(() => lexiconOf([row({ fund: 'general' }), row({ fund: 'general' })])).not.toThrow()
  })
})

describe('every row of the lexicon', () => {
  const places = rows.flatMap((row) => row.at.map((place) => ({ row, place })))

  it.each(places.map(({ row, place }) => [`${row.words} · ${place}`, row, place] as const))(
    '%s: its example is understood, and is not without it',
    (_, row, place) => {
      const text = folded(row.example)
      const whole = lexicon().read(text, place)
      expect(whole.rest).toBe('')
      const without = lexiconOf(rows.filter((other) => other !== row)).read(text, place)
      expect({ rest: without.rest, sets: without.words.map((w) => w.sets) }).not.toEqual({
        rest: '',
        sets: whole.words.map((w) => w.sets),
      })
    },
  )
})
