import type { Fact } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import type { Check, Judgement } from '../check.js'
import { onePerMeaning, proseFrames } from '../prose-lists.js'
import { judgeSum } from '../sums.js'

/** The three public expenses in the text are the sum of those that the same passage lists. */
export const textThreePublicParts: Check = {
  id: 'YS-TEXT-THREE-PUBLIC-PARTS',
  asserts: {
    zh: '正文中“三公”经费＝因公出国（境）费＋公务用车费＋公务接待费，公务用车费＝购置费＋运行维护费（各项都印出时）。',
    en: 'In the text, the three public expenses and the vehicles are the sums of their parts, where all are printed.',
  },
  basis: '“三公”经费的口径；增减额同样可加。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '“三公”经费 15.00 万元：出国 2.00 万元，公务用车 10.00 万元，接待 3.00 万元',
  passing: list('15.00'),
  failing: list('16.00'),
  run: (filing) =>
    proseFrames(filing).flatMap((frame) => {
      const own = frame.filter((f) => f.concept.startsWith('three-public'))
      return [...groupBy(own, (f) => f.fund).values()].flatMap(judge)
    }),
}

function list(total: string): Partial<Fact>[] {
  return [
    { source: 'prose', concept: 'three-public', value: `${Number(total) * 10000}`, raw: total },
    { source: 'prose', concept: 'three-public.abroad', value: '20000', raw: '2.00' },
    { source: 'prose', concept: 'three-public.vehicle', value: '100000', raw: '10.00' },
    { source: 'prose', concept: 'three-public.reception', value: '30000', raw: '3.00' },
  ]
}

function judge(list: Fact[]): Judgement[] {
  const all = onePerMeaning(list.filter((f) => !f.note.includes('part-or-whole'))) ?? []
  const of = (part: string) => all.find((f) => f.concept === `three-public${part}`)
  const total = of('')
  const vehicle = of('.vehicle')
  const wheels = [of('.vehicle-purchase'), of('.vehicle-operation')].filter((f) => f !== undefined)
  const rest = [of('.abroad'), of('.reception')].filter((f) => f !== undefined)
  const parts = vehicle ? [...rest, vehicle] : wheels.length === 2 ? [...rest, ...wheels] : []
  return [
    ...(total && rest.length === 2 && parts.length > 2
      ? [judgeSum(`“三公”经费=Σ p${total.page}`, total, parts)]
      : []),
    ...(vehicle && wheels.length === 2
      ? [judgeSum(`公务用车=购置+运行 p${vehicle.page}`, vehicle, wheels)]
      : []),
  ]
}
