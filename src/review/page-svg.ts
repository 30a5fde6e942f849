import type { Line } from '../model/document.js'
import type { Fate } from '../model/fate.js'
import type { Filing } from '../model/filing.js'
import { placesOf } from './places.js'

const COLOURS: Record<Fate, string> = {
  proven: '#2e7d32',
  unproven: '#b8860b',
  disputed: '#c62828',
  unsure: '#d81b60',
  settled: '#1565c0',
  explained: '#9e9e9e',
  unbound: '#c62828',
}
/** What a person has to look at is filled, the rest only framed. */
const FILLED: ReadonlySet<Fate> = new Set(['disputed', 'unsure', 'settled', 'unbound'])
/** Below it a character is drawn in the colour of doubt. */
const UNSURE_CHARACTER = 0.8

/**
 * A page as SVG, one unit a point: every character at its place as it was read, a box around every number in the colour
 * of what became of it. `legend` names the colours. Held beside the paper, it shows what was read where.
 */
export function pageSvg(
  filing: Filing,
  lines: readonly Line[],
  page: number,
  legend: (fate: Fate) => string,
): string {
  const { width, height } = filing.pages.find((p) => p.page === page) ?? { width: 0, height: 0 }
  const places = placesOf(filing).get(page) ?? []
  const boxes = places.map(
    (p) =>
      `<rect x="${points(p.x0)}" y="${points(p.y0)}" width="${points(p.x1 - p.x0)}" height="${points(p.y1 - p.y0)}" fill="${FILLED.has(p.fate) ? COLOURS[p.fate] : 'none'}" fill-opacity="0.2" stroke="${COLOURS[p.fate]}" stroke-width="0.6"><title>${escaped(legend(p.fate))}</title></rect>`,
  )
  const characters = lines
    .filter((line) => line.page === page)
    .flatMap(({ text }) => text.glyphs.flatMap((g) => g ?? []))
    .map((g) => {
      const colour = g.confidence < UNSURE_CHARACTER ? COLOURS.unsure : '#222'
      return `<text x="${points(g.x0)}" y="${points(g.y1 - (g.y1 - g.y0) / 6)}" font-size="${points(g.size)}" fill="${colour}">${escaped(g.text)}</text>`
    })
  const fates = [...new Set(places.map((p) => p.fate))]
  const key = fates.map(
    (fate, i) =>
      `<text x="${8 + i * 110}" y="${points(height + 14)}" font-size="10" fill="${COLOURS[fate]}">■ ${escaped(legend(fate))}</text>`,
  )
  const [w, h] = [points(Math.max(width, 8 + fates.length * 110)), points(height + 20)]
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="serif">`,
    `<rect width="${w}" height="${h}" fill="#fff"/>`,
    ...boxes,
    ...characters,
    ...key,
    '</svg>',
    '',
  ].join('\n')
}

const points = (n: number): string => String(Math.round(n * 10) / 10)

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
