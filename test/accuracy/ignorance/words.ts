// Which words are made unknown.

import { readData } from '../../../src/catalogue/csv.js'
import { expanded, lexicon } from '../../../src/catalogue/lexicon.js'
import type { Printed, Spot } from './print.js'

/** A word of the lexicon, a name of a classification, a word of the sentence, or all that stands in a head, row or title. */
export interface Word {
  word: string
  from: 'lexicon' | 'name' | 'grammar' | 'whole'
  spot: Spot | 'all'
}

/** Words that the grammar of prose knows. */
const GRAMMAR = [
  ...[
    '增加',
    '减少',
    '增长',
    '下降',
    '持平',
    '上年',
    '本年',
    '当年',
    '年初',
    '全年',
    '调整',
    '其中',
    '包括',
    '主要',
    '原因',
  ],
  ...[
    '用于',
    '完成',
    '预算',
    '决算',
    '执行',
    '安排',
    '万元',
    '合计',
    '总计',
    '小计',
    '分别',
    '去年',
    '同比',
    '总额',
    '上升',
    '降低',
  ],
]
const SHORTEST = 2
const LONGEST_WHOLE = 24

/** Every word that some of the texts print, at every spot where it stands. */
export function wordsOf(texts: readonly Printed[]): Word[] {
  const bySpot = new Map<Spot, string>()
  for (const { spot, text } of texts) bySpot.set(spot, `${bySpot.get(spot) ?? ''}\n${text.text}`)
  const words: Word[] = []
  const seen = new Set<string>()
  const add = (word: string, from: Word['from'], spots: readonly Spot[]) => {
    const standing = spots.filter((spot) => bySpot.get(spot)?.includes(word))
    if (word.length < SHORTEST || standing.length === 0 || seen.has(word)) return
    seen.add(word)
    for (const spot of standing) words.push({ word, from, spot })
    if (standing.length > 1) words.push({ word, from, spot: 'all' })
  }
  const all = [...bySpot.keys()]
  for (const word of GRAMMAR) add(word, 'grammar', all)
  for (const row of lexicon().rows) for (const word of expanded(row.words)) add(word, 'lexicon', all)
  for (const file of ['functional.csv', 'economic-department.csv', 'economic-government.csv'])
    for (const row of readData(file)) add(row.name ?? '', 'name', all)
  const wholes = new Set<string>()
  for (const { spot, text } of texts) {
    const id = `${spot}|${text.text}`
    if (spot === 'prose' || wholes.has(id) || text.text.length > LONGEST_WHOLE) continue
    wholes.add(id)
    words.push({ word: text.text, from: 'whole', spot })
  }
  return words
}
