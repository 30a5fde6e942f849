import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Fact, Filing } from '../../src/model/filing.js'
import type { PdfEngine } from '../../src/model/reading-choices.js'
import { processAll } from '../../src/run/index.js'
import { agreed } from '../../src/verify/agreement.js'
import { charsOf, stands } from './poppler.js'

const filings = new URL('../../../shared/filings/', import.meta.url).pathname

/** Two passes over all filings on a machine that other tests share. */
const PATIENCE = 900_000

// Scans are left alone: no engine and no other program has a text of theirs to compare.
async function filingsBy(pdfEngine: PdfEngine): Promise<Map<string, Filing>> {
  const output = mkdtempSync(join(tmpdir(), 'engine '))
  const worker = new URL('../../dist/run/worker.js', import.meta.url)
  const { inputs } = await processAll([filings], {
    output,
    worker,
    concurrency: 2,
    pdfEngine,
    ocr: 'off',
    report: false,
    lists: false,
  })
  const read = (id: string) =>
    JSON.parse(readFileSync(join(output, 'filings', `${id}.json`), 'utf8')) as Filing
  return new Map(inputs.filter((i) => i.outcome !== 'duplicate').map((i) => [i.source, read(i.filing_id)]))
}

describe.skipIf(!existsSync(filings))('two engines on the real filings', () => {
  let pdfium: Map<string, Filing>
  let pdfjs: Map<string, Filing>

  beforeAll(async () => {
    pdfium = await filingsBy('pdfium')
    pdfjs = await filingsBy('pdfjs')
  }, PATIENCE)

  it('give at least 99.9 % of the facts alike, counted from either side', () => {
    const count = { facts: 0, alone: 0 }
    const sides = { pdfium: { ...count }, pdfjs: { ...count } }
    const compare = (side: PdfEngine, source: string, facts: Fact[], others: Fact[]) => {
      const alone = agreed(facts, others).filter((agrees) => !agrees).length
      sides[side].facts += facts.length
      sides[side].alone += alone
      if (alone > 0) console.log(`${source}: ${alone} of ${facts.length} facts by ${side} alone`)
    }
    for (const [source, { facts }] of pdfium) {
      const others = pdfjs.get(source)!.facts
      compare('pdfium', source, facts, others)
      compare('pdfjs', source, others, facts)
    }
    console.log(JSON.stringify(sides))
    for (const { facts, alone } of Object.values(sides)) {
      expect(facts).toBeGreaterThan(50_000)
      expect(alone / facts).toBeLessThan(0.001)
    }
  })

  it('give every filing the same outcome, and the same pages to be doubted', () => {
    const outcomes = (all: Map<string, Filing>) =>
      [...all].map(([source, f]) => [source, f.status, f.message, f.pages.map((p) => p.doubt).join()])
    expect(outcomes(pdfjs)).toEqual(outcomes(pdfium))
  })

  // A figure that wraps in its cell, and words that run over a line end, are read line by line by poppler too.
  it(
    'poppler finds the printed characters of at least 99.9 % of the facts in their boxes',
    async () => {
      let all = 0
      const misses: string[] = []
      for (const [source, { facts }] of pdfium) {
        if (facts.length === 0 || !source.endsWith('.pdf')) continue
        const pages = await charsOf(join(filings, '..', source))
        for (const fact of facts) {
          all++
          if (!stands(fact, pages[fact.page - 1] ?? []))
            misses.push(`${source} p${fact.page} ${fact.raw} [${fact.bbox}]`)
        }
      }
      console.log(`${all} facts, ${misses.length} not found in their boxes`)
      for (const miss of misses.slice(0, 40)) console.log(miss)
      expect(all).toBeGreaterThan(50_000)
      expect(misses.length / all).toBeLessThan(0.001)
    },
    PATIENCE,
  )
})
