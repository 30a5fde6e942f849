import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Fact } from '../../src/model/filing.js'

const run = promisify(execFile)

export interface Char {
  text: string
  x: number
  y: number
}

/** Characters of every page as poppler places them: a word's width shared by its characters. */
export async function charsOf(path: string): Promise<Char[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', path, '-'], { maxBuffer: 1 << 30 })
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [
        ...page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*)<\/word>/g,
        ),
      ].flatMap((m) => {
        const [x0, y0, x1, y1] = m.slice(1, 5).map(Number) as [number, number, number, number]
        const word = (m[5] as string)
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&quot;/g, '"')
          .replace(/&amp;/g, '&')
        // Han characters are as wide as high, digits half of it: a word of both is shared by weight.
        const weights = [...word].map((c) => (/[\u2e80-\uffef]/.test(c) ? 2 : /[.,]/.test(c) ? 0.5 : 1))
        const total = weights.reduce((a, b) => a + b, 0)
        let at = x0
        return [...word].map((text, i) => {
          const width = ((x1 - x0) * (weights[i] as number)) / total
          at += width
          return { text, x: at - width / 2, y: (y0 + y1) / 2 }
        })
      }),
    )
}

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s"“”'‘’]/g, '')

/** The fact's characters stand in its box: in order, half a character of slack at the ends. */
export function stands(fact: Fact, chars: Char[]): boolean {
  const [x0, y0, x1, y1] = fact.bbox.split(' ').map(Number) as [number, number, number, number]
  const slack = Math.max(1.5, (y1 - y0) * 0.2)
  const inside = chars.filter(
    (c) => c.x >= x0 - slack && c.x <= x1 + slack && c.y >= y0 - slack && c.y <= y1 + slack,
  )
  return plain(inside.map((c) => c.text).join('')).includes(plain(fact.raw))
}
