import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { figuresAt } from '../figures-at.js'
import { figureNamed } from '../naming.js'
import { passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

/** 主要用于：宣传等基本支出; what names both natures says nothing. */
const PURPOSE = /(?:主要)?用于[:：]?[^。；，]{0,40}?等?(基本支出|项目支出)(?=[，。；]|$)/g

const NATURES = { 基本支出: 'basic', 项目支出: 'project' } as const
type Name = keyof typeof NATURES

const item = (name: Name) => ({
  sections: [{ text: `档案馆（2012604）35.00万元，主要用于：档案宣传等${name}。` }],
  facts: [
    { function_code: '2012604', value: '350000', raw: '35.00' },
    { function_code: '2012604', nature: 'project' as const, value: '350000', raw: '35.00', column: 1 },
    { source: 'prose' as const, section_id: 's0', function_code: '2012604', value: '350000', raw: '35.00' },
  ],
})

/** An item that the tables hold to be wholly project spending is not said to be for basic spending. */
export const prosePurposeNature: Check = {
  id: 'YS-PROSE-PURPOSE-NATURE',
  asserts: {
    zh: '正文说某科目用于“基本支出”或“项目支出”时，表中该科目有这一类支出。',
    en: 'Where the text says an item is for basic or for project spending, the tables have such spending there.',
  },
  basis: '支出表按基本支出、项目支出分列各科目；用途照抄另一项时，性质没有改。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '“主要用于：宣传等基本支出”；表中该科目全部为项目支出',
  passing: item('项目支出'),
  failing: item('基本支出'),
  run: (filing) => spotsOf(passagesOf(filing), PURPOSE).flatMap((spot) => judge(filing, spot)),
}

function judge(filing: Extracted, spot: Spot): Judgement[] {
  // The item whose amount stands before the words.
  const item = figuresAt(filing, spot.section, spot.text)
    .filter(({ offset }) => offset < spot.from)
    .at(-1)?.fact
  if (item?.function_code.length !== 7 || item.nature !== '' || item.entity !== '') return []
  const name = spot.match[1] as Name
  const inTables = filing.facts.filter((f) => f.source === 'table' && isSameItem(f, item))
  const wholes = inTables.filter((f) => f.nature === '')
  const own = inTables.filter((f) => f.nature === NATURES[name] && f.value !== '0')
  const others = inTables.filter((f) => f.nature !== '' && f.nature !== NATURES[name])
  const isWhollyOther =
    own.length === 0 && wholes.length > 0 && wholes.every((w) => others.some((f) => f.value === w.value))
  const subject = `${item.function_code} 用途的性质`
  if (!isWhollyOther) return own.length > 0 ? [wordsHold(subject)] : []
  const other: Name = name === '基本支出' ? '项目支出' : '基本支出'
  const says = said('prose-purpose-nature.other-nature', {
    at: spotNamed(filing, spot),
    item: figureNamed(item),
    name: said(`nature.${NATURES[name]}`),
    other: said(`nature.${NATURES[other]}`),
  })
  return [wordsFail(subject, placeOfSpot(filing, spot), says, { expected: other, actual: name })]
}

const isSameItem = (f: Fact, item: Fact): boolean =>
  f.concept === 'expenditure' &&
  f.measure === 'amount' &&
  f.function_code === item.function_code &&
  f.fund === item.fund &&
  f.year === item.year &&
  f.entity === ''
