import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { decimal } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { nameOf } from '../groups.js'
import { at, figureNamed } from '../naming.js'
import { titleOf, wordsFail, wordsHold } from '../print.js'

/** 上年执行数 0.00 万元，增加 100.00%. */
export const wordingZeroBase: Check = {
  id: 'YS-WORDING-ZERO-BASE',
  asserts: {
    zh: '上年数（预算数）为零时，不印增减百分比和完成比例。',
    en: 'Where the base is zero, no percentage of change or completion is printed.',
  },
  basis: '以零为基数的百分比没有意义。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'info',
  example: '2025 年执行数 0.00 万元，2026 年安排 25.00 万元，增加 100.00%',
  passing: {
    sections: [{}],
    facts: [
      { source: 'prose', section_id: 's0', year: '2025', basis: 'execution', value: '100000', raw: '10.00' },
      { source: 'prose', section_id: 's0', measure: 'change-pct', value: '50', raw: '50.00%', unit: '%' },
    ],
  },
  failing: {
    sections: [{}],
    facts: [
      { source: 'prose', section_id: 's0', year: '2025', basis: 'execution', value: '0', raw: '0.00' },
      { source: 'prose', section_id: 's0', measure: 'change-pct', value: '100', raw: '100.00%', unit: '%' },
    ],
  },
  run: (filing) => {
    const prose = filing.facts.filter((f) => f.source === 'prose')
    const groups = groupBy(prose, (f) => `${f.section_id}|${keyOf(f, ['measure', 'year', 'basis'])}`)
    const judged = [...groups.values()].flatMap((group) => judge(filing, group))
    if (judged.length > 0) return judged
    return prose.some((f) => f.measure.endsWith('-pct')) ? [wordsHold('正文的百分比')] : []
  },
}

function judge(filing: Extracted, group: Fact[]): Judgement[] {
  const bases = group.filter((f) => f.measure === 'amount' && isBase(filing, f))
  const grown = group.filter((f) => f.measure === 'change-pct' && isPrinted(f))
  const own = group.filter((f) => f.measure === 'amount' && !isBase(filing, f))
  const [amount, change] = [own[0], group.filter((f) => f.measure === 'change')[0]]
  const allNew =
    own.length === 1 && amount && change && change.value === amount.value && decimal(amount.value).gt(0)
  const fromNothing = bases.length > 0 && bases.every((f) => f.value === '0')
  if (!allNew && !fromNothing) return []
  return grown.flatMap((fact) => {
    const section = filing.sections.find((s) => s.section_id === fact.section_id)
    if (!section) return []
    const evidence = [...group.filter((f) => f.measure !== 'share-pct')]
      .slice(0, 4)
      .map((f) => `${f.label} ${f.raw}`)
      .join('；')
    return wordsFail(
      `${nameOf(fact)} ${fact.raw}`,
      { page: fact.page, bbox: fact.bbox, place: titleOf(section), evidence },
      said('wording-zero-base.percentage', {
        at: at(filing, fact),
        name: figureNamed(fact),
        percentage: `${fact.raw.replace(/[%％]$/, '')}%`,
      }),
    )
  })
}

const isBase = (filing: Extracted, fact: Fact): boolean =>
  fact.year === String(Number(filing.fiscal_year) - 1) && /\d/.test(fact.raw)

const isPrinted = (fact: Fact): boolean => /\d/.test(fact.raw) && fact.value !== '0'
