import type { Doubt, Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { blockHypotheses } from '../misreadings/block-trials.js'
import type { Misreading } from '../misreadings/misreading.js'
import { isFault, MOST_TRIALS, type Told, Trial } from '../misreadings/trial.js'
import type { AcrossCheck, AcrossJudgement, Paper, PaperFamily } from './across.js'
import { ACROSS_CHECKS } from './registry.js'
import { judgedIn, wholeOf } from './sets.js'

/** A judgement between papers, with its check. */
export interface AcrossTold extends Told {
  check: AcrossCheck
  judgement: AcrossJudgement
}

export const toldOf = (family: PaperFamily): AcrossTold[] =>
  ACROSS_CHECKS.flatMap((check) => check.run(family).map((judgement) => ({ check, judgement })))

/**
 * Misreadings of ours that explain why papers disagree: a figure that is in doubt in its own paper already, or a column,
 * a table or a passage of one paper of another kind of money, year, basis or scope, under which all of its own paper
 * and all between the papers agrees.
 */
export function misreadingsAcross(
  family: PaperFamily,
  told: readonly AcrossTold[],
  doubts: readonly Doubt[],
): Misreading<AcrossTold>[] {
  const failing = told.filter(isFault)
  if (failing.length === 0) return []
  const known = failing.flatMap((j) => inDoubtAlready(j, family, doubts))
  const open = failing.filter((j) => !known.some((m) => m.explains.includes(j)))
  return [...known, ...family.papers.flatMap((paper) => slipsOf(paper, family, told, open))]
}

function inDoubtAlready(
  told: AcrossTold,
  family: PaperFamily,
  doubts: readonly Doubt[],
): Misreading<AcrossTold>[] {
  for (const fact of told.judgement.facts) {
    const doubt = doubts.find((d) => d.doubted.includes(fact.fact_id))
    if (!doubt) continue
    const as = family.papers.flatMap((p) => p.facts.filter((f) => doubt.agrees_with.includes(f.fact_id)))
    return [{ code: doubt.misreading, facts: [fact], as, explains: [told] }]
  }
  return []
}

function slipsOf(
  paper: Paper,
  family: PaperFamily,
  told: readonly AcrossTold[],
  failing: readonly AcrossTold[],
): Misreading<AcrossTold>[] {
  const whole = wholeOf(paper)
  const hypotheses = blockHypotheses(failing, whole, printsOfOthers(paper, family))
  if (hypotheses.length === 0) return []
  const judge = (other: Extracted, isAsked = (_id: string) => true): Told[] => [
    ...judgedIn(other, paper, isAsked),
    ...(ACROSS_CHECKS.some((c) => isAsked(c.id)) ? toldOf(withFacts(family, paper, other.facts)) : []),
  ]
  const trial = new Trial<Told>(whole, [...judgedIn(whole, paper), ...told], judge)
  return hypotheses.slice(0, MOST_TRIALS).flatMap((hypothesis) => {
    const misreading = trial.of(hypothesis)
    const explains = failing.filter((j) => misreading?.explains.includes(j))
    return misreading && explains.length > 0 ? [{ ...misreading, explains }] : []
  })
}

const withFacts = (family: PaperFamily, paper: Paper, facts: Fact[]): PaperFamily => ({
  ...family,
  papers: family.papers.map((p) => (p === paper ? { ...p, facts } : p)),
})

/** Figures of the other papers, those of a unit under the name by which this paper's rows call it. */
function printsOfOthers(paper: Paper, { papers, units }: PaperFamily): Fact[] {
  const ids = new Set(paper.filings.map((f) => f.filing_id))
  const names = groupBy(
    units.filter((u) => ids.has(u.filingId) && u.organizationId !== ''),
    (u) => u.organizationId,
  )
  return papers
    .filter((p) => p !== paper)
    .flatMap((p) => [
      ...p.facts,
      ...(names.get(p.organizationId) ?? []).flatMap(({ entity }) =>
        p.facts.filter((f) => f.entity === '').map((f) => ({ ...f, entity })),
      ),
    ])
}
