import type { MisreadingCode } from '../../model/doubt.js'
import { keyOf } from '../../model/fact-key.js'
import type { Extracted, Fact, FactKey } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { overlaps } from '../../model/money.js'
import type { Judged } from '../judged.js'
import { intervalOfFact } from '../sums.js'
import { isDistinctive, SLIP_OF } from './candidates.js'
import { type Clause, clausesOf } from './clauses.js'
import { figuresOf, holdsWithout, suspectsOf } from './figures.js'
import { isNamed } from './named-money.js'
import type { Hypothesis } from './trial.js'
import { type Meaning, wordedItems } from './worded-item.js'

/** Clauses that disagree, each with what it may be about instead: likeliest first. */
export function clauseHypotheses(failing: readonly Judged[], filing: Extracted): Hypothesis[] {
  const suspects = suspectsOf(failing, filing.facts)
  const totals = failing.flatMap(({ judgement: { sum, facts } }) => (sum && facts[0] ? [facts[0]] : []))
  const sections = new Set([...suspects].map((f) => f.section_id))
  return [...sections].flatMap((id) =>
    sayingAlike(clausesOf(filing, id), filing.facts)
      .filter((c) => figuresOf(c).some((f) => suspects.has(f)) && failing.every((j) => isFreeOf(c.amount, j)))
      .flatMap((c) => meaningsOf(c, filing.facts, totals).map((m) => hypothesisOf(c, m))),
  )
}

/** A sum that fails with a figure as its part has to hold without it. */
const isFreeOf = (figure: Fact, { judgement }: Judged): boolean =>
  !judgement.sum ||
  judgement.facts.length < 3 ||
  !judgement.facts.includes(figure) ||
  holdsWithout(figure, judgement)

/**
 * What one passage says twice in the same figures is one clause, as it was read alike; a figure that was bound to two
 * items (收入支出总计) is one print.
 */
const sayingAlike = (clauses: readonly Clause[], facts: readonly Fact[]): Clause[] =>
  [...groupBy(clauses, ({ amount }) => `${keyOf(amount)}|${amount.raw}`).values()].map((alike) => {
    const [first] = alike as [Clause]
    const own = alike.flatMap((c) => figuresOf(c))
    const prints = new Set(own.map(printOf))
    const all = facts.filter((f) => f.source === 'prose' && prints.has(printOf(f)))
    return { ...first, more: all.filter((f) => f !== first.amount) }
  })

const printOf = (f: Fact): string => `${f.page} ${f.bbox} ${f.raw} ${f.measure}`

interface Meant {
  code: MisreadingCode
  as: Meaning
  isWorded?: true
}

const hypothesisOf = (clause: Clause, { code, as, isWorded }: Meant): Hypothesis => ({
  code,
  meaning: new Map(figuresOf(clause).map((f) => [f, { ...f, ...as }])),
  isWorded: isWorded === true,
  fewest: 1,
})

function meaningsOf(clause: Clause, facts: readonly Fact[], totals: readonly Fact[]): Meant[] {
  const { amount } = clause
  // Where the text is not at hand the label is what was read of it.
  const words = clause.words || amount.label
  const own = figuresOf(clause)
  const elsewhere = facts.filter((f) => !own.includes(f))
  const meant: Meant[] = [
    ...wordedItems(amount, words, elsewhere).map((as) => ({
      code: 'nature' in as ? ('nature-slip' as const) : ('subject-slip' as const),
      as,
      isWorded: true as const,
    })),
    ...ASPECTS.filter((aspect) => !isNamed(amount, aspect, words + amount.label)).flatMap((aspect) =>
      [...valuesNear(amount, aspect, elsewhere, totals)].map((value) => ({
        code: SLIP_OF[aspect],
        as: { [aspect]: value } as Meaning,
      })),
    ),
  ]
  return [...new Map(meant.map((m) => [JSON.stringify(m.as), m])).values()]
}

const ASPECTS = ['fund', 'year', 'basis', 'entity', 'nature'] as const
type Aspect = (typeof ASPECTS)[number]

/** What the figures beside are of, the totals that miss something, and any print of the same item and value. */
function valuesNear(
  figure: Fact,
  aspect: Aspect,
  facts: readonly Fact[],
  totals: readonly Fact[],
): Set<string> {
  const isOfSide = (f: Fact) => f.concept.split('.')[0] === figure.concept.split('.')[0]
  const beside = facts.filter(
    (f) => f.source === 'prose' && f.section_id === figure.section_id && isOfSide(f),
  )
  const prints = isDistinctive(figure)
    ? facts.filter(
        (f) =>
          keyOf(f, [aspect as keyof FactKey]) === keyOf(figure, [aspect as keyof FactKey]) &&
          overlaps(intervalOfFact(f), intervalOfFact(figure)),
      )
    : []
  const values = [...prints, ...totals.filter(isOfSide), ...beside].map((f) => f[aspect])
  return new Set(values.filter((v) => v !== figure[aspect]))
}
