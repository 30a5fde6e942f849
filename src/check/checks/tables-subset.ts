import { economyCodes, subsets } from '../../catalogue/index.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { canonical, decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { at, figureNamed } from '../naming.js'
import { intervalOfFact } from '../sums.js'

/** An economic item that is greater than the whole it belongs to. */
export const tablesSubset: Check = {
  id: 'YS-TABLES-SUBSET',
  asserts: {
    zh: '经济分类的公务接待费、公务用车运行维护费等科目，不大于“三公”经费（会议费、培训费）中的同一项。',
    en: 'Economic items such as official receptions are no greater than the same item of the three public expenses.',
  },
  basis:
    '“三公”经费表包括基本支出和项目支出，经济分类表的同名科目只是其中一部分；高校教学科研出国等另有规定。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '基本支出经济分类表公务接待费 8.31 万元，“三公”经费表公务接待费 0.30 万元',
  passing: paper('3000'),
  failing: paper('83100'),
  run: (filing) => subsets().flatMap(({ economy, concept }) => judge(filing, economy, concept)),
}

function paper(part: string): Partial<Fact>[] {
  return [
    {
      economy_code: '30217',
      nature: 'basic',
      value: part,
      raw: `${Number(part) / 10000}`,
      label: '公务接待费',
    },
    { concept: 'three-public.reception', table_id: 'u', value: '3000', raw: '0.30', label: '公务接待费' },
  ]
}

function judge(filing: Extracted, economy: string, concept: string): Judgement[] {
  const own = filing.facts.filter(
    (f) =>
      f.measure === 'amount' &&
      f.source === 'table' &&
      f.year === filing.fiscal_year &&
      f.entity === '' &&
      f.function_code === '',
  )
  // A code beside another name is misprinted, which is a finding of its own.
  const items = own.filter(
    (f) =>
      f.concept === 'expenditure' &&
      f.economy_code === economy &&
      economyCodes(f.label).some((e) => e.code === economy),
  )
  const part = greatest(items.filter((f) => f.nature !== '' || !isSplit(f, items)))
  if (!part) return []
  const wholes = own.filter(
    (f) => f.concept === concept && f.basis === part.basis && (f.fund === '' || isWithin(part.fund, f.fund)),
  )
  const whole = greatest(wholes)
  if (!whole) return []
  const holds = intervalOfFact(part).low.lte(intervalOfFact(whole).high)
  const base = {
    subject: `${economy}≤${concept}`,
    expected: '',
    actual: part.value,
    tolerance: '',
    reason: '',
  }
  // A bound that holds confirms no digit.
  if (holds) return [{ ...base, outcome: 'pass', difference: '', facts: [] }]
  return [
    {
      ...base,
      outcome: 'fail',
      difference: canonical(decimal(part.value).minus(whole.value)),
      facts: [part, whole],
      says: said('tables-subset.above', {
        at: at(filing, part),
        name: figureNamed(part),
        printed: printedLike(part, part),
        wholeAt: at(filing, whole),
        whole: figureNamed(whole),
        of: printedLike(whole, part),
      }),
    },
  ]
}

/** A row whose total its natures contradict is wrong in itself: its natures are asked. */
const isSplit = (total: Fact, items: readonly Fact[]): boolean =>
  items.some((f) => f.nature !== '' && f.table_id === total.table_id && f.row === total.row)

/** Money of one fund is part of the same fund's, of the treasury's and of all. */
const isWithin = (fund: Fact['fund'], whole: Fact['fund']): boolean =>
  fund === whole || whole === 'all' || (whole === 'fiscal' && fund !== 'all' && fund !== '')

const greatest = (facts: readonly Fact[]): Fact | undefined =>
  [...facts].sort((a, b) => decimal(b.value).cmp(a.value))[0]
