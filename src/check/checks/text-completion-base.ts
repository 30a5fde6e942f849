import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { figuresAt } from '../figures-at.js'
import { nameOf, single } from '../groups.js'
import { passagesOf, placeOfSpot, type Spot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'
import { judgeQuotient, quotientOf } from '../quotients.js'

/** 完成年初预算的95.00%. */
const COMPLETED = /完成了?(年初|全年|调整后?)预算数?的?([\d.]+)[%％]/g

const BASIS_OF: Readonly<Record<string, 'initial' | 'adjusted'>> = { 年初: 'initial', 全年: 'adjusted' }

const item = (budget: string) => ({
  kind: 'final' as const,
  sections: [
    { text: `年初预算为0万元，全年预算为320.00万元，支出决算为304.00万元，完成${budget}预算的95.00%。` },
  ],
  facts: [
    { basis: 'initial' as const, value: '0', raw: '0', decimals: 0 },
    { basis: 'adjusted' as const, value: '3200000', raw: '320.00' },
    { basis: 'final' as const, value: '3040000', raw: '304.00' },
    { basis: 'final' as const, measure: 'completion-pct' as const, value: '95', raw: '95.00', unit: '%' },
  ].map((fact, i) => ({ ...fact, source: 'prose' as const, section_id: 's0', bbox: `${i} 0 1 1` })),
})

/** The budget that a rate of completion names is the one it is a rate of. */
export const textCompletionBase: Check = {
  id: 'YS-TEXT-COMPLETION-BASE',
  asserts: {
    zh: '“完成年初预算的…%”以年初预算数为基数，“完成全年预算的…%”以全年预算数为基数。',
    en: 'A rate of completion is a rate of the budget that it names: the initial one or that of the full year.',
  },
  basis: '两个预算数都印出时，完成率只与其中一个相符，写的却是另一个。',
  kinds: ['final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '年初预算 0 万元，全年预算 320.00 万元，支出决算 304.00 万元，“完成年初预算的 95.00%”',
  passing: item('全年'),
  failing: item('年初'),
  run: (filing) => spotsOf(passagesOf(filing), COMPLETED).flatMap((spot) => judge(filing, spot)),
}

function judge(filing: Extracted, spot: Spot): Judgement[] {
  const pct = figuresAt(filing, spot.section, spot.text).find(
    ({ fact, offset }) =>
      fact.measure === 'completion-pct' && offset >= spot.from && offset < spot.from + spot.match[0].length,
  )?.fact
  if (!pct) return []
  const beside = filing.facts.filter(
    (f) =>
      f.source === 'prose' &&
      f.section_id === pct.section_id &&
      f.measure === 'amount' &&
      keyOf(f, ['measure', 'basis']) === keyOf(pct, ['measure', 'basis']),
  )
  const amount = (basis: Fact['basis']) => single(beside.filter((f) => f.basis === basis))
  const holdsFor = (basis: Fact['basis']) => {
    const [final, budget] = [amount('final'), amount(basis)]
    return final && budget
      ? judgeQuotient('', [pct], quotientOf(final, budget)).outcome === 'pass'
      : undefined
  }
  const named = BASIS_OF[spot.match[1] as string] ?? 'adjusted'
  const other = named === 'initial' ? 'adjusted' : 'initial'
  const subject = `${nameOf(pct)} 完成率的基数`
  if (holdsFor(named)) return [wordsHold(subject)]
  if (holdsFor(named) === undefined || !holdsFor(other)) return []
  const says = said('text-completion-base.other-budget', {
    at: spotNamed(filing, spot),
    rate: spot.match[0],
    named: said(`basis.${named}`),
    other: said(`basis.${other}`),
  })
  return [
    wordsFail(subject, placeOfSpot(filing, spot), says, { expected: NAME_OF[other], actual: NAME_OF[named] }),
  ]
}

const NAME_OF = { initial: '年初预算', adjusted: '全年预算' } as const
