import type { Extracted, Fact } from '../../model/filing.js'
import { canonical, decimal, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import { amountLike, decimalsOf, printedLike } from '../amounts.js'
import type { Check, Judgement } from '../check.js'
import { at, figureNamed } from '../naming.js'
import { isPenSlip } from '../pen-slips.js'
import { compact } from '../print.js'
import { intervalOfFact, judgeSame } from '../sums.js'

/** The text says that all projects have targets: `个项目…，占…总额的比例为100%`. */
const ALL_PROJECTS = /(?:个项目|项目(?:共)?\d+[个项])[^。；]{0,30}$/
const WHOLE_SHARE = /^[^。]{0,12}占[^。]{0,60}?100%/
/** It says so without a number: `所有项目支出预算纳入绩效管理`, `项目支出均实行绩效目标管理`. */
const EVERY_PROJECT = /(?:(?:所有|全部)项目支出|项目支出(?:均|全部))[^。；]{0,30}$/
/** The text says that all spending has: `整体支出纳入绩效目标管理`, `全覆盖`. */
const ALL_SPENDING = /(?:整体|全覆盖|全面|全部)[^。；]{0,60}$/
/** `整体支出纳入绩效目标管理，涉及财政性资金`: money from the treasury, not all of the department's. */
const FISCAL_WORDS = /财政性资金|财政拨款/

/** Money said to have performance targets is the total that the tables print for it. */
export const prosePerformance: Check = {
  id: 'YS-PROSE-PERFORMANCE',
  asserts: {
    zh: '纳入绩效目标管理的金额与支出表一致：整体支出等于支出合计，全部项目等于项目支出，不超过支出总计；“财政性资金”不含单位自有收入。',
    en: 'Money under performance targets agrees with the tables: all spending, all projects, and never more than total spending; 财政性资金 excludes own income.',
  },
  basis: '绩效目标管理覆盖整体支出或全部项目时，涉及金额就是支出合计或项目支出合计。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example:
    '11 个项目纳入绩效目标管理，涉及财政性资金 5,022.1 万元，占项目支出总额的 100%；项目支出 5,200.10 万元',
  passing: paper('5200.10'),
  failing: paper('5022.10'),
  run: (filing) =>
    filing.facts
      .filter((f) => f.source === 'prose' && f.concept === 'performance.amount' && f.measure === 'amount')
      .filter((f) => f.year === filing.fiscal_year && f.value !== '0')
      .flatMap((f) => judge(filing, f)),
}

function paper(amount: string) {
  return {
    sections: [
      {
        section_id: 's',
        text: `本单位共11个项目纳入绩效目标管理，涉及财政性资金合计${amount}万元，占财政性资金总额的比例为100%。`,
      },
    ],
    facts: [
      {
        source: 'prose' as const,
        section_id: 's',
        concept: 'performance.amount',
        value: `${Number(amount) * 10000}`,
        raw: amount,
      },
      { fund: 'all' as const, nature: 'project' as const, value: '52001000', raw: '5200.10' },
    ],
  }
}

function judge(filing: Extracted, fact: Fact): Judgement[] {
  const printed = filing.facts.filter(
    (f) =>
      f.measure === 'amount' &&
      f.year === fact.year &&
      f.entity + f.function_code + f.economy_code === '' &&
      /^expenditure(?:\.grand-total)?$/.test(f.concept) &&
      (f.nature === '' || f.nature === 'project'),
  )
  const inTables = printed.filter((f) => f.source === 'table')
  // A paper without tables is held against its own text.
  const totals = inTables.length > 0 ? inTables : printed
  const subject = `绩效目标金额 ${fact.label} p${fact.page}`
  const same = totals.filter((t) => overlaps(intervalOfFact(t), intervalOfFact(fact)))
  const projects = totals.find((t) => t.nature === 'project' && t.fund === 'all')
  const spending = totals.find((t) => t.nature === '' && t.fund === (fact.fund || 'all'))
  const all = totals.find((t) => t.concept === 'expenditure.grand-total' && t.fund === 'all')
  const [before, behind] = around(filing, fact)
  const ofProjects = (ALL_PROJECTS.test(before) && WHOLE_SHARE.test(behind)) || EVERY_PROJECT.test(before)
  const ofAll = ALL_SPENDING.test(before)
  if (same[0] && (ofProjects || ofAll))
    return [withOwnIncome(filing, judgeSame(subject, same[0], fact), fact, same, totals, before)]
  if (projects && ofProjects) return [judgeSame(subject, projects, fact)]
  if (spending && ofAll && !ALL_PROJECTS.test(before)) return [judgeSame(subject, spending, fact)]
  if (all && decimal(fact.value).gt(intervalOfFact(all).high)) return [judgeSame(subject, all, fact)]
  return ofSomeProjects(
    fact,
    totals.filter((t) => t.nature === 'project'),
    subject,
  )
}

/** Fewer digits are those of a printed total by chance. */
const FEWEST_DIGITS = 4

/** Projects whose share is not told: they are all where the digits are those of project spending, but for one slip. */
function ofSomeProjects(fact: Fact, projects: readonly Fact[], subject: string): Judgement[] {
  if (fact.raw.replace(/\D/g, '').length < FEWEST_DIGITS) return []
  const same = projects.find((t) => overlaps(intervalOfFact(t), intervalOfFact(fact)))
  if (same) return [judgeSame(subject, same, fact)]
  const slipped = projects.find((t) => isPenSlip(fact, decimal(t.value)))
  return slipped ? [{ ...judgeSame(subject, slipped, fact), severity: 'warning' }] : []
}

/** The sentence before and behind a figure. */
function around(filing: Extracted, fact: Fact): [string, string] {
  const text = compact(filing.sections.find((s) => s.section_id === fact.section_id)?.text ?? '')
  const from = text.indexOf(fact.raw)
  return from < 0 ? ['', ''] : [text.slice(0, from), text.slice(from + fact.raw.length)]
}

/** All money of the department called 财政性资金, where part of it is not. */
function withOwnIncome(
  filing: Extracted,
  judgement: Judgement,
  fact: Fact,
  same: Fact[],
  totals: Fact[],
  before: string,
): Judgement {
  const fiscal = totals.find((t) => t.fund === 'fiscal' && t.nature === '')
  const calledFiscal = FISCAL_WORDS.test(`${before.split(/[，。；]/).at(-1) ?? ''}${fact.label}`)
  if (!calledFiscal || !fiscal || same.some((t) => t.fund !== 'all')) return judgement
  const rest = decimal(fact.value).minus(fiscal.value)
  if (rest.lte(judgement.tolerance)) return judgement
  return {
    ...judgement,
    outcome: 'fail',
    expected: fiscal.value,
    difference: canonical(rest),
    facts: [fact, fiscal],
    severity: 'warning',
    says: said('prose-performance.own-income', {
      at: at(filing, fact),
      name: figureNamed(fact),
      printed: printedLike(fact, fact),
      fiscalAt: at(filing, fiscal),
      fiscal: printedLike(fiscal, fact),
      rest: amountLike(rest, fact, decimalsOf([fact, fiscal], fact)),
    }),
    reason: 'own-income-included',
  }
}
