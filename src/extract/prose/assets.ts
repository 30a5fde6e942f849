import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { numbersOf, yearsIn } from './lexer.js'
import { keyOf, meaning, type ProseContext, type ProseFigure } from './meaning.js'

const ZERO = /(?:无|没有|未)([^，。；]{2,40})/g

/** Vehicles and large equipment that are owned, and those to be bought: `共有车辆3辆，…设备5台（套）`. */
export function readAssets(
  text: Text,
  folded: string,
  context: ProseContext,
  passed: Passed[],
): ProseFigure[] {
  const figures: ProseFigure[] = []
  const events = [
    ...numbersOf(folded)
      .filter((t) => t.kind === 'count' && /[辆台个]/.test(t.unit))
      .map((t) => ({
        start: t.start,
        end: t.end,
        digits: t.digitsEnd,
        value: t.value.toFixed(),
        unit: t.unit,
        words: '',
      })),
    ...[...folded.matchAll(ZERO)]
      .filter((m) => /车辆|设备/.test(m[1] as string) && !/\d(?:辆|台)/.test(m[1] as string))
      .map((m) => {
        const end = m.index + m[0].length
        return { start: m.index, end, digits: end, value: '0', unit: '', words: m[1] as string }
      }),
  ].sort((a, b) => a.start - b.start)
  let cursor = 0
  let planned = false
  let planYear: number | undefined
  let kinds = false
  for (const event of events) {
    if (event.start < cursor) continue
    const before = folded.slice(cursor, event.start) + event.words
    cursor = event.end
    // A new sentence ends both the list of kinds and the plan.
    if (/。/.test(before)) {
      planned = false
      kinds = false
    }
    if (/购置|新增|更新/.test(before)) planned = true
    if (planned) planYear = yearsIn(before, context.fiscalYear).at(-1) ?? planYear
    const clause = before.split(/[，。；、:]/).at(-1) ?? ''
    const equipment = /设备/.test(before.split(/[。；]/).at(-1) ?? '')
    if (equipment) kinds = false
    const concept = equipment ? 'equipment' : /车辆|汽车/.test(before) && !kinds ? 'vehicles' : undefined
    if (/其中|包括/.test(before) && concept !== 'equipment') {
      kinds = true
      continue
    }
    if (!concept || /保有量|其中/.test(clause)) continue
    if (concept === 'vehicles') kinds = /^，?其中/.test(folded.slice(event.end))
    const m = meaning(planned ? `${concept}.planned` : concept, '', clause)
    const stock = yearsIn(before, context.fiscalYear).at(-1)
    const year = planned
      ? (planYear ?? context.fiscalYear)
      : stock !== undefined && stock < context.fiscalYear
        ? stock
        : undefined
    figures.push({
      key: keyOf(m, context, 'count', year === undefined ? {} : { year }),
      value: event.value,
      unit: event.unit,
      raw: slice(text, event.start, event.digits),
      decimals: 0,
      label: clause,
      note: '',
    })
  }
  return figures
}
