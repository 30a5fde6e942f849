import { type Requirement, requirements } from '../../catalogue/index.js'
import type { RequirementAnswer, Section, SectionType } from '../../model/filing.js'
import { fits } from '../../model/printed/fits.js'
import { folded } from '../../model/printed/folded.js'
import { type Saying, said } from '../../model/saying.js'
import type { Check, Checkable, Judgement, PrintedPlace } from '../check.js'
import { pageNamed, sectionNamed } from '../naming.js'
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
      return [missing(filing, requirement, given)]
    })
  },
}

/** Said of the place that shows that it is missing, else of the section where it would stand. */
function missing(filing: Checkable, requirement: Requirement, given: RequirementAnswer): Judgement {
  const { basis, how, what } = requirement
  const severity = requirement.severity || 'info'
  const parts = { what: said(`requirement.${requirement.id}`), basis }
  const bbox = '0.0 0.0 0.0 0.0'
  const fail = (at: Omit<PrintedPlace, 'place'>, says: Saying) =>
    wordsFail(what.zh, { ...at, place: what.zh }, says, { severity })
  if (given.page && given.shown_in === filing.filing_id) {
    const code = how.some((way) => way.kind === 'reason') ? 'unexplained' : 'missing-in'
    const at = pageNamed(filing, given.page)
    return fail(
      { page: given.page, bbox, evidence: given.evidence },
      said(`structure-required.${code}`, { at, ...parts }),
    )
  }
  const section = sectionFor(filing, requirement)
  if (!section) return fail({ page: 1, bbox, evidence: what.zh }, said('structure-required.missing', parts))
  const at = said('at', { page: pageNamed(filing, section.page), place: sectionNamed(section) })
  return fail(
    { page: section.page, bbox: section.bbox, evidence: section.number + section.title },
    said('structure-required.missing-in', { at, ...parts }),
  )
}

/** Sections that forms put under one heading: 其他重要事项. */
const TOGETHER: readonly SectionType[] = ['operating-cost', 'procurement', 'assets', 'performance']

/** By its kind, by its heading, or the one above its neighbours. */
function sectionFor({ sections }: Checkable, { how }: Requirement): Section | undefined {
  const types = how.flatMap((way) =>
    way.kind === 'section' || way.kind === 'words' || way.kind === 'reason' ? way.types : [],
  )
  const words = how.flatMap((way) => ('words' in way ? way.words : []))
  const own =
    sections.find((s) => types.includes(s.type)) ??
    sections.find((s) => fits(folded(s.title), words) && s.type !== 'glossary')
  if (own) return own
  const beside = TOGETHER.some((t) => types.includes(t)) && sections.find((s) => TOGETHER.includes(s.type))
  return beside ? (sections.find((s) => s.section_id === beside.parent_id) ?? beside) : undefined
}
