import type { Random } from '../../samples/generator/random.js'
import type { Extracted, Fact } from '../../src/model/filing.js'

/** What we do to a figure that we understand wrongly; the print stays as it is. */
export const SLIPS = [
  'item',
  'whole',
  'fund',
  'year',
  'basis',
  'nature',
  'unit',
  'column-fund',
  'column-year',
  'page-lost',
] as const
export type Slip = (typeof SLIPS)[number]

/** The filing as it would be read with one misreading; undefined where it holds nothing to misread so. */
export function misread(filing: Extracted, slip: Slip, random: Random): Extracted | undefined {
  return slip === 'page-lost'
    ? withoutPage(filing, random)
    : slip.startsWith('column')
      ? withColumn(filing, slip, random)
      : withClause(filing, slip, random)
}

const FUNDS = ['all', 'fiscal', 'general', 'government-fund'] as const

/** A clause of the text: an amount with its change and its percentages. */
function withClause(filing: Extracted, slip: Slip, random: Random): Extracted | undefined {
  const amounts = filing.facts.filter(
    (f) => f.source === 'prose' && f.measure === 'amount' && f.value !== '0',
  )
  const usable = amounts.filter((f) => APPLIES[slip]?.(f) ?? true)
  if (usable.length === 0) return undefined
  const amount = random.pick(usable)
  const as = keyAfter(amount, slip, amounts, random)
  if (!as) return undefined
  const isOfClause = (f: Fact) =>
    f.source === 'prose' &&
    f.section_id === amount.section_id &&
    f.label === amount.label &&
    isSameKey(f, amount)
  return { ...filing, facts: filing.facts.map((f) => (isOfClause(f) ? { ...f, ...as } : f)) }
}

const APPLIES: Partial<Record<Slip, (f: Fact) => boolean>> = {
  item: (f) => f.function_code + f.economy_code !== '',
  whole: (f) => f.function_code + f.economy_code !== '',
  nature: (f) => f.nature !== '',
  unit: (f) => f.entity !== '',
  fund: (f) => f.fund !== '',
}

function keyAfter(
  amount: Fact,
  slip: Slip,
  amounts: readonly Fact[],
  random: Random,
): Partial<Fact> | undefined {
  switch (slip) {
    case 'item': {
      const beside = amounts.filter(
        (f) => f.section_id === amount.section_id && f.concept === amount.concept && !isSameItem(f, amount),
      )
      if (beside.length === 0) return undefined
      const { function_code, economy_code, label } = random.pick(beside)
      return { function_code, economy_code, label }
    }
    case 'whole':
      return { function_code: '', economy_code: '', nature: '', label: '支出' }
    case 'fund':
      return { fund: random.pick(FUNDS.filter((f) => f !== amount.fund)) }
    case 'year':
      return { year: String(Number(amount.year) - 1) }
    case 'basis':
      return { basis: amount.basis === 'final' ? 'budget' : 'final' }
    case 'nature':
      return { nature: '' }
    default:
      return { entity: '' }
  }
}

/** A column of a table of which we misread the head. */
function withColumn(filing: Extracted, slip: Slip, random: Random): Extracted | undefined {
  const cells = filing.facts.filter((f) => f.row !== null && f.fund !== '' && f.value !== '0')
  if (cells.length === 0) return undefined
  const { table_id, column, fund, year } = random.pick(cells)
  const as: Partial<Fact> =
    slip === 'column-fund'
      ? { fund: random.pick(FUNDS.filter((f) => f !== fund)) }
      : { year: String(Number(year) - 1) }
  return {
    ...filing,
    facts: filing.facts.map((f) => (f.table_id === table_id && f.column === column ? { ...f, ...as } : f)),
  }
}

/** The last page of a table that we did not know to belong to it. */
function withoutPage(filing: Extracted, random: Random): Extracted | undefined {
  const long = filing.tables.filter(
    (t) =>
      t.page_last > t.page_first &&
      filing.facts.some((f) => f.table_id === t.table_id && f.page === t.page_last),
  )
  if (long.length === 0) return undefined
  const table = random.pick(long)
  const isLost = (page: number) => page === table.page_last
  const lost = table.cells.filter((c) => isLost(c.page))
  return {
    ...filing,
    facts: filing.facts.filter((f) => f.table_id !== table.table_id || !isLost(f.page)),
    tables: filing.tables.flatMap((t) =>
      t === table
        ? [
            { ...t, page_last: t.page_last - 1, cells: t.cells.filter((c) => !isLost(c.page)) },
            {
              ...t,
              table_id: `${t.table_id}-lost`,
              title: '',
              type: 'unknown' as const,
              page_first: t.page_last,
              cells: lost,
            },
          ]
        : [t],
    ),
  }
}

const KEY = ['concept', 'fund', 'function_code', 'economy_code', 'nature', 'entity', 'year', 'basis'] as const
const isSameKey = (a: Fact, b: Fact): boolean => KEY.every((k) => a[k] === b[k])
const isSameItem = (a: Fact, b: Fact): boolean =>
  a.function_code === b.function_code && a.economy_code === b.economy_code
