import { said } from '../../../model/saying.js'
import type { RegionCheck, RegionFiling, RegionJudgement, RosterCase } from '../region.js'
import { paperNamed, titleOf } from '../sentences.js'

const line = {
  line: 2,
  organization: '云汀市水文化局',
  level: 'department' as const,
  parent: '',
  year: '2026',
  kind: 'budget' as const,
}
const filing: RegionFiling = {
  filingId: '1'.padStart(16, '0'),
  source: '1.pdf',
  status: 'ok',
  organizationId: 'o-1',
  organization: '云汀市水文化局',
  kind: 'budget',
  year: '2026',
  level: 'department',
  firstPage: '0.0 0.0 595.3 841.9',
}

/** Who has to file has filed, and who filed is on the roster. */
export const regionRoster: RegionCheck = {
  id: 'YS-REGION-ROSTER',
  asserts: {
    zh: '名单上的每个部门（单位）应当有当年的文件；有文件的应当在名单上。',
    en: 'Every organization of the roster has filed for the year, and whoever filed is on the roster.',
  },
  basis: '名单由使用者以 --roster 提供；名称按简称、改名对应，名称不规范时可能对不上。',
  scope: 'region',
  severity: 'warning',
  example: '名单上有云汀市水文化局，没有它的 2026 年部门预算',
  passing: { of: 'roster', line, filing },
  failing: { of: 'roster', line },
  run: (about) => (about.of === 'roster' ? judge(about) : undefined),
}

function judge({ line, filing, ambiguous }: RosterCase): RegionJudgement | undefined {
  const about = line ?? filing
  if (!about) return undefined
  const open = !filing && ambiguous
  return {
    filing,
    organization: filing?.organization ?? about.organization,
    year: about.year,
    subject: `${about.organization} ${titleOf(about)}`,
    outcome: line && filing ? 'pass' : open ? 'undecided' : 'fail',
    expected: '',
    actual: '',
    difference: '',
    tolerance: '',
    facts: [],
    reason: open ? 'name-of-several' : '',
    ...(line
      ? {
          says: said(line.parent ? 'region-roster.missing-below' : 'region-roster.missing', {
            line: line.line,
            organization: line.organization,
            parent: line.parent,
            paper: paperNamed(line),
          }),
        }
      : {
          says: said('region-roster.unlisted', {
            organization: about.organization,
            paper: paperNamed(about),
          }),
          severity: 'info' as const,
        }),
  }
}
