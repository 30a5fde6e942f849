import type { Extracted, Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { overlaps } from '../../model/money.js'
import { tableOfId } from '../by-table.js'
import { compact } from '../print.js'
import { intervalOfFact } from '../sums.js'
import { SLIP_OF } from './candidates.js'
import { headOf } from './heads.js'
import type { Told } from './hearing.js'
import { ASPECTS, type Aspect, type KnownPrints, printsIn } from './known-prints.js'
import { isNamed } from './named-money.js'
import type { Hypothesis } from './trial.js'

/** What may be left out: the whole of an item, the whole organization. */
const OPEN: ReadonlySet<Aspect> = new Set(['nature', 'entity'])

/** One figure of another kind that agrees may do so by chance. */
const FEWEST = 2

/** Figures that owe one meaning to one print: a head, a title, a heading. */
interface Block {
  facts: Fact[]
  /** The words of that print. */
  words: string
  /** Columns beside have meanings of their own, with which this one has to add up. */
  beside: Fact[]
}

/**
 * Columns, tables and passages with failing figures, all of whose figures may be of other money, another year or basis.
 * `known` are the prints that may say so, those of the filing among them.
 */
export function blockHypotheses(
  failing: readonly Told[],
  filing: Extracted,
  known: KnownPrints = printsIn(filing.facts),
): Hypothesis[] {
  const suspects = new Set(failing.flatMap((j) => j.judgement.facts))
  return ASPECTS.flatMap((aspect) => {
    const values = [...new Set(known.values(aspect))].filter((v) => v !== '' || OPEN.has(aspect))
    return blocksOf(suspects, filing, aspect).flatMap((block) =>
      values
        .filter((value) => value !== block.facts[0]?.[aspect] && mayAgree(block, aspect, value, known))
        .map((value) => ({
          code: SLIP_OF[aspect],
          meaning: new Map(block.facts.map((f) => [f, { ...f, [aspect]: value } as Fact])),
          isWorded: false,
          fewest: FEWEST,
        })),
    )
  })
}

/** Of each failing figure its column, its table or its passage, as far as they are of one kind. */
function blocksOf(suspects: ReadonlySet<Fact>, filing: Extracted, aspect: Aspect): Block[] {
  const table = (f: Fact) => `${f.table_id}|${f[aspect]}`
  const column = (f: Fact) => `${f.table_id}|${f.column}|${f[aspect]}`
  const passage = (f: Fact) => `${f.section_id}|${f[aspect]}`
  // A row or a sentence that names its kind owes it to no head.
  const open = filing.facts.filter((f) => !isNamed(f, aspect, f.label))
  const inTables = open.filter((f) => f.row !== null)
  const inText = open.filter((f) => f.source === 'prose')
  const blocks = (of: (f: Fact) => string, facts: readonly Fact[]) => {
    const suspected = new Set(facts.filter((f) => suspects.has(f)).map(of))
    return [...groupBy(facts, of)].filter(([key]) => suspected.has(key)).map(([, block]) => block)
  }
  const columns = blocks(column, inTables).map((facts) => ({
    facts,
    words: headOf(filing, facts[0] as Fact),
    beside: inTables.filter((f) => f.table_id === facts[0]?.table_id && !facts.includes(f)),
  }))
  const tables = blocks(table, inTables).map((facts) => ({
    facts,
    words: compact(tableOfId(filing, facts[0]?.table_id)?.title ?? ''),
    beside: [],
  }))
  const passages = blocks(passage, inText).map((facts) => ({ facts, words: '', beside: [] }))
  return [...columns, ...tables, ...passages].filter(
    ({ facts, words }) => facts.length >= FEWEST && !isNamed(facts[0] as Fact, aspect, words),
  )
}

/** Whether it is worth a trial: something prints these figures in the other meaning, or stands beside in it. */
function mayAgree(block: Block, aspect: Aspect, value: string, known: KnownPrints): boolean {
  if (aspect !== 'entity' && block.beside.some((f) => f[aspect] === value)) return true
  const own = new Set(block.facts)
  const agreeing = block.facts.filter(
    (f) =>
      f.value !== '0' &&
      known
        .at({ ...f, [aspect]: value })
        .some((p) => !own.has(p) && overlaps(intervalOfFact(p), intervalOfFact(f))),
  )
  return new Set(agreeing.map((f) => f.value)).size >= FEWEST
}
