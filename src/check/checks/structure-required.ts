import { requirements } from '../../catalogue/index.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { wordsFail, wordsHold, wordsUndecided } from '../print.js'

const answer = {
  requirement: 'table-three-public',
  page: null,
  shown_in: '',
  evidence: '',
  reason: '',
}

/** Something that a filing has to publish is not in it. */
export const structureRequired: Check = {
  id: 'YS-STRUCTURE-REQUIRED',
  asserts: {
    zh: '公开清单要求的表、说明和细化程度都在文件里。',
    en: 'The tables, explanations and detail that the checklist asks for are in the filing.',
  },
  basis: '公开清单（docs/completeness.md）每一项各自的依据；没有读全、可能在别的文件里的不判。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '部门预算没有“三公”经费支出表',
  passing: { completeness: [{ ...answer, outcome: 'yes', page: 1, evidence: '三公经费支出预算表' }] },
  failing: { completeness: [{ ...answer, outcome: 'no' }] },
  run: (filing) => {
    const byId = new Map(requirements().map((r) => [r.id, r]))
    return (filing.completeness ?? []).flatMap((given): Judgement[] => {
      const requirement = byId.get(given.requirement)
      if (!requirement || requirement.severity === '' || given.outcome === 'not-applicable') return []
      const subject = requirement.what.zh
      if (given.outcome === 'yes') return [wordsHold(subject)]
      if (given.outcome === 'undecidable') return [wordsUndecided(subject, given.reason)]
      const page = given.shown_in === filing.filing_id && given.page ? given.page : 1
      const { basis, severity } = requirement
      return [
        wordsFail(
          subject,
          { page, bbox: '0.0 0.0 0.0 0.0', place: subject, evidence: given.evidence },
          said('structure-required.missing', { what: said(`requirement.${requirement.id}`), basis }),
          { severity },
        ),
      ]
    })
  },
}
