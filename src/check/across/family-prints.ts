import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { type KnownPrints, printsIn } from '../misreadings/known-prints.js'
import type { Paper, PaperFamily } from './across.js'
import { perPaper } from './per-paper.js'

const printsOf = perPaper(({ facts }) => printsIn(facts))
const printsOfItself = perPaper(({ facts }) => facts.some((f) => f.entity === ''))

/** Figures of a family by their meaning: indexed once, however many of its papers ask for those of the others. */
export class FamilyPrints {
  private readonly prints = new Map<string, Fact[]>()
  private readonly paperOf = new Map<Fact, Paper>()

  constructor(private readonly family: PaperFamily) {
    for (const paper of family.papers)
      for (const fact of paper.facts) {
        this.paperOf.set(fact, paper)
        const key = keyOf(fact)
        const same = this.prints.get(key)
        if (same) same.push(fact)
        else this.prints.set(key, [fact])
      }
  }

  /** `own` of a paper and those of the others, of a unit also under the name by which this paper's rows call it. */
  seenFrom(paper: Paper, own: readonly Fact[]): KnownPrints {
    const others = this.family.papers.filter((p) => p !== paper)
    const ids = new Set(paper.filings.map((f) => f.filing_id))
    const listed = this.family.units.filter((u) => ids.has(u.filingId) && u.organizationId !== '')
    const namesOf = groupBy(listed, (u) => u.organizationId)
    const namedSo = groupBy(listed, (u) => u.entity)
    const ownPrints = printsIn(own)
    const ofOthers = (key: string, isDue = (_of: Paper) => true) =>
      (this.prints.get(key) ?? []).filter((f) => {
        const of = this.paperOf.get(f) as Paper
        return of !== paper && isDue(of)
      })
    return {
      at: (meaning) => {
        const units = new Set(namedSo.get(meaning.entity)?.map((u) => u.organizationId))
        return [
          ...ownPrints.at(meaning),
          ...ofOthers(keyOf(meaning)),
          ...(units.size > 0
            ? ofOthers(keyOf({ ...meaning, entity: '' }), (p) => units.has(p.organizationId))
            : []),
        ]
      },
      *values(aspect) {
        yield* ownPrints.values(aspect)
        for (const p of others) {
          yield* printsOf(p).values(aspect)
          if (aspect === 'entity' && printsOfItself(p))
            for (const { entity } of namesOf.get(p.organizationId) ?? []) yield entity
        }
      },
    }
  }
}
