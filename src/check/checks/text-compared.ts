import type { Extracted } from '../../model/filing.js'
import { canonical, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import {
  type Passage,
  passagesOf,
  placeOfSpot,
  type Spot,
  spotNamed,
  wordsFail,
  wordsHold,
} from '../print.js'
import { MONEY, moneyNamed, moneyOf, type PrintedMoney, unitOfMoney } from '../printed-money.js'

/** `年初预算为62.30万元，支出决算为61.00万元`: the two figures that words compare. */
const PAIR = new RegExp(
  `(年初|全年|调整)?预算(?:数|金额)?(?:安排)?(?:为|是|[:：])?${MONEY}[，,；;。]?[^，。；\\d]{0,8}?决算(?:数|金额|支出)?(?:为|是|[:：])?${MONEY}`,
  'g',
)
/** `决算数大于预算数`, `决算数与年初预算数持平`; what is only nearly level is no statement. */
const WORDS =
  /决算(?:数|金额|支出)?(?:(大于|高于|多于|超过|小于|低于|少于|等于)(年初|全年|调整)?预算|[与和同](年初|全年|调整)?预算(?:数|金额)?(持平|相等|一致|相同|相符))/g
/** Between the figures and the words stands nothing but the completion. */
const BETWEEN =
  /^(?:[，,；;。]?(?:完成|占)(?:年初|全年|调整)?预算(?:数|金额)?的?[\d.,]+[%％])?[，,；;。]?(?:20\d\d年度?)?(?:其中[:：]?)?(?:支出)?$/
/** `“三公”经费支出决算数小于预算数`: the words name what they compare. */
const NAMED = /(?:^|[，。；;:：])(?:20\d\d年度?)?(?:本(?:部门|单位))?([^，。；;:：\d]{2,24}?)(?:支出)?$/

/** Words that compare two figures, held against the figures. */
export const textCompared: Check = {
  id: 'YS-TEXT-COMPARED',
  asserts: {
    zh: '“决算数大于（小于、等于）预算数”与紧邻印出的预算数和决算数相符。',
    en: 'Where the text says that the final figure is greater than, less than or equal to the budget, the two figures beside it agree.',
  },
  basis: '大于、小于、等于是对两个印出数字的陈述；多是沿用模板文字。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '年初预算为 156.00 万元，支出决算为 151.00 万元。决算数大于预算数的主要原因：……',
  passing: text('156.00', '161.00'),
  failing: text('156.00', '151.00'),
  run: (filing) => passagesOf(filing).flatMap((passage) => judgePassage(filing, passage)),
}

function text(budget: string, final: string) {
  return {
    sections: [
      {
        text: `年初预算为${budget}万元，支出决算为${final}万元，完成年初预算的96.00%。决算数大于预算数的主要原因：人员变动。`,
      },
    ],
  }
}

interface Pair {
  from: number
  end: number
  base: string
  budget: PrintedMoney
  final: PrintedMoney
}

function judgePassage(filing: Extracted, passage: Passage): Judgement[] {
  const { text } = passage
  const pairs = [...text.matchAll(PAIR)].map(pairOf)
  return [...text.matchAll(WORDS)].flatMap((match): Judgement[] => {
    const pair = pairFor(text, match.index, pairs)
    if (!pair) return []
    const base = match[2] ?? match[3] ?? ''
    if (base !== '' && pair.base !== '' && base !== pair.base) return []
    const spot = { ...passage, from: match.index, match }
    return [judge(filing, spot, pair)]
  })
}

function pairOf(match: RegExpExecArray): Pair {
  const [whole, base = '', budget = '0', final = '0'] = match
  return {
    from: match.index,
    end: match.index + whole.length,
    base,
    budget: moneyOf(budget, unitOfMoney(final)),
    final: moneyOf(final, unitOfMoney(budget)),
  }
}

/** The pair directly before the words, or the last one of what the words name. */
function pairFor(text: string, at: number, pairs: readonly Pair[]): Pair | undefined {
  const before = pairs.filter((p) => p.end <= at)
  const last = before.at(-1)
  if (last && BETWEEN.test(text.slice(last.end, at))) return last
  const name = NAMED.exec(text.slice(0, at))?.[1]?.replace(/(?:财政拨款|支出)+$/, '')
  if (!name || name.length < 4) return undefined
  return before.filter((p) => clauseUpTo(text, p.from).includes(name)).at(-1)
}

/** Characters: what two figures are of stands directly before them. */
const NAME_BEFORE = 30

const clauseUpTo = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - NAME_BEFORE), at)
    .split(/[，。；;:：]/)
    .at(-1) ?? ''

function judge(filing: Extracted, spot: Spot, { budget, final }: Pair): Judgement {
  const word = (spot.match[1] ?? spot.match[4]) as string
  const subject = `${spot.match[0]} ${budget.printed} ${final.printed}`
  const same = overlaps(budget.interval, final.interval)
  const isMore = final.value.gt(budget.value)
  const saysMore = /大于|高于|多于|超过/.test(word)
  const saysLess = /小于|低于|少于/.test(word)
  const holds = saysMore || saysLess ? !same && isMore === saysMore : same
  if (holds) return wordsHold(subject)
  const nearly = budget.value.minus(final.value).abs().lte(budget.value.abs().times(NEARLY))
  // Of two figures printed alike one may be greater by what was rounded away.
  const severity = same ? 'warning' : word === '持平' && nearly ? 'info' : undefined
  return wordsFail(
    subject,
    placeOfSpot(filing, spot),
    said('text-compared.differs', {
      at: spotNamed(filing, spot),
      words: spot.match[0],
      budget: moneyNamed(budget),
      final: moneyNamed(final),
      relation: said(same ? 'text-compared.same' : isMore ? 'text-compared.more' : 'text-compared.less'),
    }),
    {
      ...(severity ? { severity } : {}),
      expected: canonical(budget.value),
      actual: canonical(final.value),
      difference: canonical(final.value.minus(budget.value)),
    },
  )
}

/** 持平 is said of figures that differ this little. */
const NEARLY = 0.01
