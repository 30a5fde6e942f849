import type { Random } from '../../samples/generator/random.js'
import type { Checked } from '../../src/check/index.js'
import type { Fact } from '../../src/model/filing.js'
import { type Figure, figuresOf, withFigure } from './alter.js'
import type { Placed } from './filings.js'
import { judge, said, type Verdict } from './judge.js'
import { checksWithKin } from './kin.js'
import { CHANGES, type Change, changed } from './print.js'

/** One changed figure and what the checks said of it. */
export interface Result extends Verdict {
  change: Change
  place: string
  source: string
  unit: string
  /** Where the figure stands and what it means, for the list of causes. */
  kind: string
  /** For a look by hand. */
  example: string
}

/**
 * Changes `count` figures, every filing as often as any other and with as many changes of each kind. Figures that are
 * in dispute already stay as they are: nothing could be noticed there that is not.
 */
export function sample(filings: Placed[], count: number, random: Random): Result[] {
  const checkOf = checksWithKin(filings)
  const usable = filings
    .map((placed) => ({ placed, check: checkOf(placed.filing) }))
    .map((f) => ({ ...f, checked: f.check(f.placed.filing) }))
    .map((f) => ({ ...f, figures: undisputed(f.placed, f.checked) }))
    .filter(({ figures }) => figures.length > 0)
  return usable.flatMap((f, i) => {
    const share = Math.floor(((i + 1) * count) / usable.length) - Math.floor((i * count) / usable.length)
    const before = said(f.checked)
    return Array.from({ length: share }, (_, n) => CHANGES[(n + i) % CHANGES.length] as Change).flatMap(
      (change) => {
        const drawn = draw(f.figures, change, random)
        if (!drawn) return []
        const { figure, next } = drawn
        const after = said(f.check(withFigure(f.placed.filing, figure, next)))
        const [fact] = figure.facts as [Fact]
        return [
          {
            ...judge(figure, next, before, after),
            change,
            place: f.placed.place,
            source: fact.source,
            unit: fact.unit,
            kind: kindOf(f.placed, fact),
            example: `${f.placed.filing.source} p${fact.page} ${fact.label} ${fact.raw} → ${next.raw}`,
          },
        ]
      },
    )
  })
}

/** A figure that this change can print otherwise; large numbers of tries end where a filing has none. */
function draw(figures: Figure[], change: Change, random: Random) {
  for (let tries = 0; tries < 200; tries++) {
    const figure = random.pick(figures)
    const next = changed(figure.print, change, random)
    if (next) return { figure, next }
  }
  return undefined
}

function undisputed({ filing }: Placed, { facts }: Checked): Figure[] {
  const disputed = new Set(facts.filter((f) => f.status === 'disputed').map((f) => f.fact_id))
  return figuresOf(filing).filter(({ facts }) => !facts.some((f) => disputed.has(f.fact_id)))
}

function kindOf({ filing }: Placed, fact: Fact): string {
  const where =
    fact.source === 'table'
      ? filing.tables.find((t) => t.table_id === fact.table_id)?.type
      : filing.sections.find((s) => s.section_id === fact.section_id)?.type
  const code = fact.function_code
    ? ' by function'
    : fact.economy_code || fact.government_economy_code
      ? ' by economy'
      : ''
  const part = fact.entity ? ' of a unit or part' : ''
  const measure = fact.measure === 'change' ? ' (change)' : ''
  return `${fact.source} ${where || 'no section'}: ${fact.concept}${measure}${code}${part}`
}
