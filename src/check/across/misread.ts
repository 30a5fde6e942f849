import type { Doubt, Fact } from '../../model/filing.js'
import { blockHypotheses } from '../misreadings/block-trials.js'
import { isFault, type Told } from '../misreadings/hearing.js'
import type { Misreading } from '../misreadings/misreading.js'
import { MOST_TRIALS, Trial } from '../misreadings/trial.js'
import type { AcrossCase, AcrossCheck, AcrossJudgement, Paper, PaperFamily } from './across.js'
import { FamilyPrints } from './family-prints.js'
import { ACROSS_CHECKS } from './registry.js'
import { judgedIn, judgedOneByOne, wholeOf } from './sets.js'

/** A judgement between papers, with its check and what it was asked of. */
export interface AcrossTold extends Told {
  check: AcrossCheck
  judgement: AcrossJudgement
  papers: AcrossCase['papers']
}

export const toldOf = (family: PaperFamily): AcrossTold[] => [...toldOneByOne(family)]

function* toldOneByOne(
  family: PaperFamily,
  isAsked = (_checkId: string) => true,
  isDue = (_of: AcrossCase) => true,
): Generator<AcrossTold> {
  for (const check of ACROSS_CHECKS.filter((c) => isAsked(c.id)))
    for (const of of check.casesOf(family).filter(isDue))
      for (const judgement of check.judge(of)) yield { check, judgement, papers: of.papers }
}

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
  const prints = new FamilyPrints(family)
  return [
    ...known,
    ...family.papers.flatMap((paper) => {
      const own = open.filter((j) => j.papers.includes(paper))
      return own.length > 0 ? slipsOf(paper, family, told, own, prints) : []
    }),
  ]
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
  prints: FamilyPrints,
): Misreading<AcrossTold>[] {
  const whole = wholeOf(paper)
  const hypotheses = blockHypotheses(failing, whole, prints.seenFrom(paper, whole.facts))
  if (hypotheses.length === 0) return []
  // Other papers are asked first: they refute most of what is tried.
  const trial = new Trial<Told>(whole, [
    {
      judged: () => judgedIn(whole, paper),
      again: (other, isAsked) => judgedOneByOne(other, paper, isAsked),
    },
    {
      judged: () => told.filter((t) => t.papers.includes(paper)),
      again: (other, isAsked) => toldAgain(family, paper, other.facts, isAsked),
    },
  ])
  return hypotheses.slice(0, MOST_TRIALS).flatMap((hypothesis) => {
    const misreading = trial.of(hypothesis)
    const explains = failing.filter((j) => misreading?.explains.includes(j))
    return misreading && explains.length > 0 ? [{ ...misreading, explains }] : []
  })
}

/** What is said where one paper takes part, had it other figures; what others say of each other stands. */
function toldAgain(
  family: PaperFamily,
  paper: Paper,
  facts: Fact[],
  isAsked: (checkId: string) => boolean,
): Iterable<AcrossTold> {
  const other = { ...paper, facts }
  const papers = family.papers.map((p) => (p === paper ? other : p))
  return toldOneByOne({ ...family, papers }, isAsked, (of) => of.papers.includes(other))
}
