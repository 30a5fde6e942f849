import type { Extracted, Fact } from '../../model/filing.js'
import { canonical } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { type Passage, passagesOf, placeOfSpot, spotNamed, wordsFail, wordsHold } from '../print.js'
import { MONEY, moneyNamed, moneyOf, type PrintedMoney } from '../printed-money.js'
import { intervalOfFact } from '../sums.js'

/** What stands between two amounts says what the second is; money has its unit here. */
const AMOUNT = new RegExp(`([^。]*?)${MONEY}(?<=元)`, 'g')
const IS_OF_PROCUREMENT = /采购|合同|预留/
const SMALL = /小微企业|小型[和、]?微型/
const MEDIUM = /中小企业/
/** Set aside in the budget, or given out in the end; a share is of neither. */
const RESERVED = /预留(?!的?(?:政府采购)?项目中)/
const AWARDED = /授予|中标|成交/
const ELSEWHERE = /其他(?:的)?(?:政府)?采购项目/

type Kind = 'reserved' | 'awarded'

/** Procurement for small firms, told by the words before its amount. */
interface SetAside {
  kind: Kind
  size: 'small' | 'medium'
  elsewhere: boolean
  /** Said to be among what is printed before it. */
  among: boolean
  money: PrintedMoney
  at: number
  match: RegExpExecArray
}

/** Procurement for small firms is part of that for small and medium ones, and that of all procurement. */
export const textSetAside: Check = {
  id: 'YS-TEXT-SET-ASIDE',
  asserts: {
    zh: '授予（预留）小微企业的采购金额不大于中小企业的，中小企业的不大于采购总额。',
    en: 'Procurement for small and micro firms is no greater than that for small and medium ones, which is no greater than all procurement.',
  },
  basis: '小微企业是中小企业的一部分，预留项目和其他项目中由中小企业成交的金额都在采购总额之内。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '授予中小企业合同金额 20.00 万元，其中授予小微企业合同金额 25.00 万元',
  passing: text('15.00'),
  failing: text('25.00'),
  run: (filing) => passagesOf(filing).flatMap((passage) => judgePassage(filing, passage)),
}

function text(small: string) {
  return { sections: [{ text: `授予中小企业合同金额20.00万元，其中：授予小微企业合同金额${small}万元。` }] }
}

function judgePassage(filing: Extracted, passage: Passage): Judgement[] {
  const found = setAsides(passage.text)
  return (['reserved', 'awarded'] as const).flatMap((kind) => {
    const own = found.filter((a) => a.kind === kind)
    const medium = own.filter((a) => a.size === 'medium')
    const small = own.filter((a) => a.size === 'small' && !a.elsewhere)
    const [first, second] = medium.filter((a) => !a.elsewhere)
    if (!first || second) return []
    return [
      ...small.map((a) => judge(filing, passage, [a], first.money, 'text-set-aside.small', !a.among)),
      ...ofTotal(filing, passage, kind, medium),
    ]
  })
}

/** Both kinds of projects in which small firms won, against all procurement printed in the same section. */
function ofTotal(filing: Extracted, passage: Passage, kind: Kind, medium: readonly SetAside[]): Judgement[] {
  const total = filing.facts.find((f) => isTotal(f, filing, passage))
  if (!total || (kind === 'reserved' && filing.kind === 'final')) return []
  const money = {
    value: moneyOf(total.value).value,
    interval: intervalOfFact(total),
    printed: `${total.raw}${total.unit}`,
  }
  return [judge(filing, passage, medium, money, 'text-set-aside.total', kind === 'reserved')]
}

const isTotal = (f: Fact, filing: Extracted, { section }: Passage): boolean =>
  f.source === 'prose' &&
  f.section_id === section.section_id &&
  f.concept === 'procurement' &&
  f.measure === 'amount' &&
  f.year === filing.fiscal_year &&
  f.entity === '' &&
  f.fund === ''

function setAsides(text: string): SetAside[] {
  return [...text.matchAll(AMOUNT)].flatMap((match): SetAside[] => {
    const [, words = '', amount = ''] = match
    if (!IS_OF_PROCUREMENT.test(words)) return []
    const size = SMALL.test(words) ? 'small' : MEDIUM.test(words) ? 'medium' : undefined
    const kind = AWARDED.test(words) ? 'awarded' : RESERVED.test(words) ? 'reserved' : undefined
    if (!size || !kind) return []
    const elsewhere = ELSEWHERE.test(words)
    return [
      {
        kind,
        size,
        elsewhere,
        among: /其中|包括/.test(words),
        money: moneyOf(amount),
        at: match.index,
        match,
      },
    ]
  })
}

function judge(
  filing: Extracted,
  passage: Passage,
  parts: readonly SetAside[],
  whole: PrintedMoney,
  says: string,
  isUncertain: boolean,
): Judgement {
  const [low, sum] = parts.reduce(
    ([l, s], { money }) => [l.plus(money.interval.low), s.plus(money.value)],
    [moneyOf('0').value, moneyOf('0').value],
  )
  const subject = `采购 ${parts.map((p) => p.money.printed).join('+')}≤${whole.printed}`
  if (low.lte(whole.interval.high)) return wordsHold(subject)
  const { at, match } = parts.at(-1) as SetAside
  const spot = { ...passage, from: at, match }
  return wordsFail(
    subject,
    placeOfSpot(filing, spot),
    said(says, {
      at: spotNamed(filing, spot),
      parts: parts.map((p) => moneyNamed(p.money)),
      whole: moneyNamed(whole),
    }),
    {
      ...(isUncertain ? { severity: 'warning' as const } : {}),
      expected: canonical(whole.value),
      actual: canonical(sum),
      difference: canonical(sum.minus(whole.value)),
    },
  )
}
