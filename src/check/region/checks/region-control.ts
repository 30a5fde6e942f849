import { canonical, decimal } from '../../../model/money.js'
import { type SaidPart, said } from '../../../model/saying.js'
import type { ControlCase, RegionCheck, RegionFiling, RegionJudgement, RegionPrint } from '../region.js'
import { figureNamed, figureOf, paperNamed, some, titleOf, yuan } from '../sentences.js'

const print = (n: number, value: string): RegionPrint => ({
  factId: `${n}`.padStart(16, '0').concat('-f1-0'),
  filing: {
    filingId: `${n}`.padStart(16, '0'),
    source: `${n}.pdf`,
    status: 'ok',
    organizationId: `o-${n}`,
    organization: `云汀市第${n}局`,
    kind: 'budget',
    year: '2026',
    level: 'department',
    firstPage: '0.0 0.0 595.3 841.9',
  },
  value,
  half: '50',
  raw: canonical(decimal(value).div(10000)),
  unit: '万元',
  label: '支出合计',
  page: 3,
  bbox: '1.0 1.0 2.0 2.0',
  place: '《支出总表》',
  contradicts: false,
})

const sketch = (amount: string): ControlCase => ({
  of: 'control',
  line: {
    line: 2,
    kind: 'budget',
    year: '2026',
    basis: 'budget',
    concept: 'expenditure',
    fund: 'all',
    function_code: '',
    amount,
  },
  label: '本年支出合计',
  prints: [print(1, '200000'), print(2, '100000')],
  silent: [],
  missing: [],
  unlisted: [],
  nameless: 0,
})

/** The departments of a region add up to the control total that the bureau supplies. */
export const regionControl: RegionCheck = {
  id: 'YS-REGION-CONTROL',
  asserts: {
    zh: '各部门文件之和（不含所属单位）应当等于财政部门提供的控制数。',
    en: 'The filings of all departments (their units left out) add up to the control total that the bureau supplies.',
  },
  basis: '本级预算由各部门预算汇总而成；控制数由使用者以 --control 提供，文件不齐时不能判断。',
  scope: 'region',
  severity: 'error',
  example: '控制数 300,000 元；两个部门的文件印 20.00 万元和 10.00 万元',
  passing: sketch('300080'),
  failing: sketch('310000'),
  run: (about) => (about.of === 'control' ? judge(about) : undefined),
}

function judge(about: ControlCase): RegionJudgement {
  const { line, prints } = about
  const sum = prints.reduce((total, p) => total.plus(p.value), decimal(0))
  const half = prints.reduce((total, p) => total.plus(p.half), decimal(0))
  const difference = sum.minus(line.amount)
  const holds = difference.abs().lte(half)
  const reason = whyOpen(about, holds)
  const name = figureOf(about.label, line.fund, line.function_code)
  const title = titleOf({ ...line, level: 'department' })
  const paper = paperNamed({ ...line, level: 'department' })
  const figure = figureNamed(line.concept, line.fund, line.function_code)
  return {
    filing: carrier(prints),
    organization: '',
    year: line.year,
    subject: `${title} ${name} Σ部门＝控制数（${[line.basis, line.fund].filter(Boolean).join(' ')}）`,
    outcome: reason ? 'undecided' : holds ? 'pass' : 'fail',
    expected: line.amount,
    actual: prints.length > 0 ? canonical(sum) : '',
    difference: prints.length > 0 ? canonical(difference) : '',
    tolerance: canonical(half),
    facts: prints,
    unit: '元',
    reason,
    ...(reason
      ? {
          says: said('region-control.open', { paper, figure, line: line.line, why: whyInWords(about) }),
          severity: 'warning' as const,
          isOpenFinding: true as const,
        }
      : {
          says: said(difference.lt(0) ? 'region-control.less' : 'region-control.more', {
            paper,
            figure,
            count: prints.length,
            sum: yuan(sum),
            control: yuan(line.amount),
            line: line.line,
            difference: yuan(difference.abs()),
            besides:
              about.unlisted.length > 0
                ? said('region-control.not-counted', { departments: names(about.unlisted) })
                : '',
          }),
        }),
  }
}

/** Why the sum says nothing yet; empty where it does. */
function whyOpen({ line, prints, missing, silent, nameless }: ControlCase, holds: boolean): string {
  if (missing.length > 0) return `departments-missing: ${some(missing)}`
  if (prints.length === 0) return 'no-figures'
  const several = prints.filter((p) => p.contradicts)
  if (several.length > 0) return `printed-several-times: ${some(several.map((p) => p.filing.organization))}`
  if (holds) return ''
  if (nameless > 0) return `organization-unknown: ${nameless}`
  // Every department prints its totals; a class that it does not print is one it has no money for.
  const open = silent.filter((s) => s.partly || isTotal(line))
  return open.length > 0 ? `department-figure-missing: ${some(open.map((s) => s.organization))}` : ''
}

/** Everything that stands in the way of the sum, with the names of those who have to be asked. */
function whyInWords(about: ControlCase): SaidPart[] {
  const { prints, missing, unlisted, nameless, silent } = about
  const several = prints.filter((p) => p.contradicts).map((p) => p.filing.organization)
  const without = silent.filter((s) => s.partly || isTotal(about.line)).map((s) => s.organization)
  const naming = (code: string, who: readonly string[]) =>
    who.length > 0 ? [said(`region-control.${code}`, { departments: names(who) })] : []
  return [
    ...naming('missing', missing),
    ...naming('unlisted', unlisted),
    ...naming('contradicting', several),
    ...naming('silent', without),
    ...(nameless > 0 ? [said('region-control.nameless', { count: nameless })] : []),
    ...(prints.length === 0 ? [said('region-control.nobody')] : []),
  ]
}

/** More names than these are counted. */
const MOST_NAMES = 20
const names = (all: readonly string[]): SaidPart =>
  all.length > MOST_NAMES
    ? [...all.slice(0, MOST_NAMES), said('region-control.others', { count: all.length - MOST_NAMES })]
    : all

const isTotal = ({ concept, fund, function_code }: ControlCase['line']): boolean =>
  /^(?:revenue|expenditure)(?:\.grand-total)?$/.test(concept) &&
  function_code === '' &&
  ['all', 'fiscal', 'general'].includes(fund)

/** All are of one year: the first by its path. */
const carrier = (prints: readonly RegionPrint[]): RegionFiling | undefined =>
  prints.map((p) => p.filing).sort((a, b) => (a.source < b.source ? -1 : 1))[0]
