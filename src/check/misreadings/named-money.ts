import type { Fact } from '../../model/filing.js'
import { names } from './named-items.js'

/** Words that tell one kind of money from another; what they leave open is 财政拨款 or all of it. */
const FUNDS: readonly (readonly [Fact['fund'], string])[] = [
  ['general', '一般公共'],
  ['government-fund', '政府性基金'],
  ['state-capital', '国有资本'],
  ['fiscal', '财政拨款'],
]

const BASES: readonly (readonly [Fact['basis'], string])[] = [
  ['initial', '年初预算'],
  ['execution', '执行'],
  ['final', '决算'],
  ['budget', '预算'],
]

const fundNamed = (words: string): Fact['fund'] => FUNDS.find(([, word]) => words.includes(word))?.[0] ?? ''

function basisNamed(words: string): Fact['basis'] {
  const at = ([, word]: readonly [string, string]) => words.lastIndexOf(word) + word.length
  const named = BASES.filter(([, word]) => words.includes(word))
  return named.sort((a, b) => at(b) - at(a))[0]?.[0] ?? ''
}

/** Whether the printed words name what a figure was read as in this respect. */
export function isNamed(fact: Fact, aspect: keyof Fact, words: string): boolean {
  switch (aspect) {
    case 'fund':
      return fact.fund !== '' && fundNamed(words) === fact.fund
    case 'year':
      return fact.year !== '' && words.match(/20\d\d/g)?.at(-1) === fact.year
    case 'basis':
      return fact.basis !== '' && basisNamed(words) === fact.basis
    case 'entity':
      return fact.entity !== '' && words.includes(fact.entity.replace(/^\S+ /, ''))
    default:
      return names(fact, words)
  }
}
