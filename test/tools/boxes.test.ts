import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import type { Fact } from '../../src/model/filing.js'
import type { Source } from '../../src/model/source.js'
import { processFiling } from '../../src/pipeline.js'

const run = promisify(execFile)
const filings = new URL('../../../shared/filings/', import.meta.url).pathname

interface Char {
  text: string
  x: number
  y: number
}

/** Characters of every page as poppler places them: a word's width shared by its characters. */
async function charsOf(path: string): Promise<Char[][]> {
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
function stands(fact: Fact, chars: Char[]): boolean {
  const [x0, y0, x1, y1] = fact.bbox.split(' ').map(Number) as [number, number, number, number]
  const slack = Math.max(1.5, (y1 - y0) * 0.2)
  const inside = chars.filter(
    (c) => c.x >= x0 - slack && c.x <= x1 + slack && c.y >= y0 - slack && c.y <= y1 + slack,
  )
  return plain(inside.map((c) => c.text).join('')).includes(plain(fact.raw))
}

// A figure that wraps in its cell, and words that run over a line end, are read line by line by poppler too.
it('poppler finds the printed characters of at least 99.9 % of the facts in their boxes', async () => {
  expect(existsSync(filings)).toBe(true)
  const paths = readdirSync(filings, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile() && e.name.endsWith('.pdf'))
    .map((e) => join(e.parentPath, e.name))
    .sort()
  let all = 0
  const misses: string[] = []
  for (const path of paths) {
    const source: Source = {
      path,
      source: path.slice(filings.length),
      sha256: 'd'.repeat(64),
      filingId: 'd'.repeat(16),
      kind: 'pdf',
      bytes: 1,
    }
    const filing = await processFiling(source)
    if (filing.facts.length === 0) continue
    const pages = await charsOf(path)
    for (const fact of filing.facts) {
      all++
      if (!stands(fact, pages[fact.page - 1] ?? []))
        misses.push(`${source.source} p${fact.page} ${fact.raw} [${fact.bbox}]`)
    }
  }
  console.log(`${all} facts, ${misses.length} not found in their boxes`)
  for (const miss of misses.slice(0, 40)) console.log(miss)
  expect(misses.length / all).toBeLessThan(0.001)
}, 400_000)
