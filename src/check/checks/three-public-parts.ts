import { keyOf } from '../../model/fact-key.js'
import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { nameOf } from '../groups.js'
import { judgeSum } from '../sums.js'

/** 三公 = 出国 + 公务用车 + 接待; 公务用车 = 购置 + 运行. */
export const threePublicParts: Check = {
  id: 'YS-TABLE-THREE-PUBLIC',
  asserts: {
    zh: '“三公”经费合计＝因公出国（境）费＋公务用车购置及运行费＋公务接待费；公务用车费＝购置费＋运行费。',
    en: 'Three public expenses = travel abroad + vehicles + receptions; vehicles = purchase + running.',
  },
  basis: '“三公”经费的口径。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '三公 15.00 = 出国 2.00 + 公务用车 10.00 + 接待 3.00',
  passing: [
    { concept: 'three-public', value: '150000', raw: '15.00', decimals: 2, column: 1 },
    { concept: 'three-public.abroad', value: '20000', raw: '2.00', decimals: 2, column: 2 },
    { concept: 'three-public.vehicle', value: '100000', raw: '10.00', decimals: 2, column: 3 },
    { concept: 'three-public.reception', value: '30000', raw: '3.00', decimals: 2, column: 4 },
  ],
  failing: [
    { concept: 'three-public', value: '160000', raw: '16.00', decimals: 2, column: 1 },
    { concept: 'three-public.abroad', value: '20000', raw: '2.00', decimals: 2, column: 2 },
    { concept: 'three-public.vehicle', value: '100000', raw: '10.00', decimals: 2, column: 3 },
    { concept: 'three-public.reception', value: '30000', raw: '3.00', decimals: 2, column: 4 },
  ],
  run: (filing) => {
    const facts = filing.facts.filter(
      (f) => f.source === 'table' && f.concept.startsWith('three-public') && ADD_UP.has(f.measure),
    )
    const rows = groupBy(
      facts,
      (f) => `${f.table_id}|${isVertical(f, facts) ? '' : f.row}|${keyOf(f, ['concept'])}`,
    )
    return [...rows.values()].flatMap(judgeRow)
  },
}

/** Money adds up, percentages do not. */
const ADD_UP: ReadonlySet<string> = new Set(['amount', 'change'])

/** Some print the expenses below each other: then they share a column, not a row. */
const isVertical = (fact: Fact, facts: Fact[]): boolean =>
  !facts.some((f) => f.table_id === fact.table_id && f.row === fact.row && f.concept !== fact.concept)

function judgeRow(row: Fact[]): Judgement[] {
  const of = (concept: string) => row.find((f) => f.concept === concept)
  const present = (list: (Fact | undefined)[]) => list.filter((f): f is Fact => f !== undefined)
  const out: Judgement[] = []
  const total = of('three-public')
  const vehicle = of('three-public.vehicle')
  const wheels = present([of('three-public.vehicle-purchase'), of('three-public.vehicle-operation')])
  const parts = present([
    of('three-public.abroad'),
    of('three-public.reception'),
    ...(vehicle ? [vehicle] : wheels),
  ])
  if (total && parts.length > 0) out.push(judgeSum(`${nameOf(total)}=Σ三公`, total, parts))
  if (vehicle && wheels.length > 0) out.push(judgeSum(`${nameOf(vehicle)}=购置+运行`, vehicle, wheels))
  return out
}
