import { canonical, decimal } from '../../../model/money.js'
import { said } from '../../../model/saying.js'
import type { DuplicateCase, RegionCheck, RegionFiling, RegionJudgement, RegionPrint } from '../region.js'
import { against, paperNamed, titleOf } from '../sentences.js'

const filing = (n: number): RegionFiling => ({
  filingId: `${n}`.padStart(16, '0'),
  source: `${n}.pdf`,
  status: 'ok',
  organizationId: 'o-1',
  organization: '云汀市水文化局',
  kind: 'budget',
  year: '2026',
  level: 'department',
  firstPage: '0.0 0.0 595.3 841.9',
})

const print = (n: number, raw: string): RegionPrint => ({
  factId: `${filing(n).filingId}-f1-0`,
  filing: filing(n),
  value: canonical(decimal(raw).times(10000)),
  half: '50',
  raw,
  unit: '万元',
  label: '支出总计',
  page: 3,
  bbox: '1.0 1.0 2.0 2.0',
  place: '《收支总表》',
  contradicts: false,
})

/** An organization files once for a year and kind. */
export const regionDuplicate: RegionCheck = {
  id: 'YS-REGION-DUPLICATE',
  asserts: {
    zh: '一个部门（单位）一年的同一种文件应当只有一份（说明与附表分开的算一份）。',
    en: 'An organization has one filing for a year and kind; explanation and tables apart are one.',
  },
  basis: '重复的文件在汇总时会重复计算；数字不同的两份，可能是更正前后的文件。',
  scope: 'region',
  severity: 'warning',
  example: '同一部门的两份 2026 年部门预算：一份支出总计 30.00 万元，一份 31.00 万元',
  passing: { of: 'duplicate', filings: [filing(1)], compared: 0, figures: 9, differ: 0, differing: [] },
  failing: {
    of: 'duplicate',
    filings: [filing(1), filing(2)],
    compared: 9,
    figures: 9,
    differ: 1,
    differing: [{ first: print(1, '30.00'), second: print(2, '31.00') }],
  },
  run: (about) => (about.of === 'duplicate' ? judge(about) : undefined),
}

function judge(about: DuplicateCase): RegionJudgement | undefined {
  const { filings, compared, differ, differing } = about
  const [first, second] = filings
  if (!first) return undefined
  const lead = differing[0]
  const reason = second ? whyOpen(about) : ''
  const [a, b] = [lead?.first, lead?.second]
  return {
    filing: second ?? first,
    organization: first.organization,
    year: first.year,
    subject: `${titleOf(first)} ${filings.map((f) => f.source).join(' / ')}`,
    outcome: reason ? 'undecided' : second ? 'fail' : 'pass',
    expected: a?.value ?? '',
    actual: b?.value ?? '',
    difference: a && b ? canonical(decimal(b.value).minus(a.value)) : '',
    tolerance: a && b ? canonical(decimal(a.half).plus(b.half)) : '',
    facts: a && b ? [b, a] : [],
    reason,
    says: said(differ === 0 ? 'region-duplicate.same' : 'region-duplicate.differ', {
      organization: first.organization,
      paper: paperNamed(first),
      first: nameOfFile(first.source),
      second: nameOfFile(second?.source ?? ''),
      compared,
      differ,
      differing: differing.slice(0, 3).map((d) => against(d.first, d.second)),
    }),
  }
}

/** A clerk knows the file, not where we found it. */
const nameOfFile = (source: string): string => source.split('/').at(-1) ?? source

function whyOpen({ compared, figures, differ }: DuplicateCase): string {
  if (compared === 0) return 'no-common-figures'
  // Name and level alone make the two one: where most figures differ they may be two organizations.
  if (differ * 2 > compared && compared > 3) return 'perhaps-two-organizations'
  // An explanation repeats some of the figures of its tables.
  return differ === 0 && compared * 2 < figures ? 'perhaps-parts-of-one-filing' : ''
}
