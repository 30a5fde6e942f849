import { said } from '../../../model/saying.js'
import type { PublicationCase, RegionCheck, RegionJudgement } from '../region.js'
import { paperNamed, titleOf } from '../sentences.js'

const sketch = (published: string): PublicationCase => ({
  of: 'publication',
  line: {
    line: 2,
    organization: '云汀市水文化局',
    level: 'department',
    parent: '',
    year: '2026',
    kind: 'budget',
    due: '2026-02-28',
    published,
  },
})

/** What the roster says was published, was published in time. */
export const regionOverdue: RegionCheck = {
  id: 'YS-REGION-OVERDUE',
  asserts: {
    zh: '名单印有公开期限的，文件在期限之前公开。',
    en: 'Where the roster names a day by which to publish, the filing was published by then.',
  },
  basis:
    '预算、决算经批复后二十日内公开（预算法第十四条）；期限和公开日期由使用者在 --roster 的 due、published 两栏提供。',
  scope: 'region',
  severity: 'warning',
  example: '期限 2026-02-28，公开日期 2026-03-05：迟 5 天',
  passing: sketch('2026-02-20'),
  failing: sketch('2026-03-05'),
  run: (about) => (about.of === 'publication' ? judge(about) : undefined),
}

function judge({ line, filing }: PublicationCase): RegionJudgement {
  const { due = '', published = '' } = line
  const late = published === '' ? 0 : daysBetween(due, published)
  return {
    filing,
    organization: filing?.organization ?? line.organization,
    year: line.year,
    subject: `${line.organization} ${titleOf(line)} 公开期限`,
    outcome: published === '' ? 'undecided' : late > 0 ? 'fail' : 'pass',
    expected: due,
    actual: published,
    difference: '',
    tolerance: '',
    facts: [],
    reason: published === '' ? 'publication-date-missing' : '',
    says: said('region-overdue.late', {
      line: line.line,
      organization: line.organization,
      paper: paperNamed(line),
      due,
      published,
      days: late,
    }),
  }
}

const DAY = 24 * 60 * 60 * 1000
const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY)
