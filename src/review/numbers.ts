import { styleText } from 'node:util'
import type { MessageKey, Speak } from '../locales/index.js'
import type { Line } from '../model/document.js'
import type { Fate } from '../model/fate.js'
import type { Filing, NumberReason } from '../model/filing.js'
import type { Glyph } from '../model/page.js'
import { type Place, placesOf } from './places.js'

type Style = Parameters<typeof styleText>[0]

const STYLES: Record<Fate, Style> = {
  proven: 'green',
  unproven: 'yellow',
  disputed: ['red', 'bold'],
  unsure: ['magenta', 'bold'],
  settled: 'cyan',
  explained: 'gray',
  unbound: ['red', 'inverse'],
}
/** Where there is no colour, a sign behind the number says the same; explained numbers stay as they are. */
const SIGNS: Record<Fate, string> = {
  proven: '✓',
  unproven: '·',
  disputed: '✗',
  unsure: '?',
  settled: '≈',
  explained: '',
  unbound: '⁇',
}

/** The printed lines with every number marked: bound to a fact, explained, or left over; and the account of them. */
export function showNumbers(
  filing: Filing,
  lines: Line[],
  speak: Speak,
  { page, colour }: { page?: number | undefined; colour: boolean },
): string {
  const places = placesOf(filing)
  const mark = (text: string, fate: Fate) =>
    colour ? styleText(STYLES[fate], text) : `${text}${SIGNS[fate]}`
  const out = [filing.source, legend(filing, speak, mark), '']
  let on = 0
  for (const line of lines) {
    if (page !== undefined && line.page !== page) continue
    if (line.page !== on) {
      on = line.page
      out.push(`── ${speak('show.page', { page: on })} ──`)
    }
    out.push(marked(line, places.get(line.page) ?? [], mark))
  }
  return [...out, '', ...account(filing, speak, page)].join('\n')
}

/** Boxes are written with one decimal: a character's middle may stand that much outside. */
const ROUNDING = 0.1

function fateOf(glyph: Glyph, places: Place[]): Fate | undefined {
  const x = (glyph.x0 + glyph.x1) / 2
  const y = (glyph.y0 + glyph.y1) / 2
  const inside = (p: Place) =>
    x >= p.x0 - ROUNDING && x <= p.x1 + ROUNDING && y >= p.y0 - ROUNDING && y <= p.y1 + ROUNDING
  return places.find(inside)?.fate
}

function marked({ text }: Line, places: Place[], mark: (text: string, fate: Fate) => string): string {
  let out = ''
  let from = 0
  for (const { 0: number, index } of text.text.matchAll(/\d[\d,.，]*\d|\d/g)) {
    const glyph = text.glyphs[index]
    const fate = glyph ? fateOf(glyph, places) : undefined
    out += text.text.slice(from, index) + (fate ? mark(number, fate) : number)
    from = index + number.length
  }
  return out + text.text.slice(from)
}

const FATES: readonly Fate[] = ['proven', 'unproven', 'disputed', 'explained', 'unbound']
/** Only scanned pages have them. */
const FATES_OF_SCANS: readonly Fate[] = ['unsure', 'settled']

const legend = (filing: Filing, speak: Speak, mark: (text: string, fate: Fate) => string): string =>
  [...FATES, ...(filing.facts.some((f) => f.method === 'ocr') ? FATES_OF_SCANS : [])]
    .map((fate) => mark(speak(`numbers.${fate}`), fate))
    .join('  ')

/** How many numbers there are, and why those that are no facts are none. */
function account(filing: Filing, speak: Speak, page: number | undefined): string[] {
  const loose = filing.loose_numbers.filter((n) => page === undefined || n.page === page)
  const reasons = new Map<NumberReason, number>()
  for (const { reason } of loose) if (reason !== '') reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  const unbound = loose.filter((n) => n.reason === '')
  const { numbers_printed: printed } = filing
  const total =
    page === undefined
      ? [speak('numbers.account', { printed, unbound: unbound.length, bound: printed - loose.length })]
      : []
  return [
    ...total,
    ...[...reasons]
      .sort((a, b) => b[1] - a[1])
      .map(([reason, count]) => `  ${speak(`reason.${reason}` as MessageKey)}  ${count}`),
    ...unbound.map((n) => `  ⁇ ${speak('show.page', { page: n.page })}  ${n.text}`),
  ]
}
