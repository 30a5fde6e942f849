import { beforeAll, describe, expect, it } from 'vitest'
import { Random } from '../../samples/generator/random.js'
import { checkFiling } from '../../src/check/index.js'
import { type Placed, readFilings } from './filings.js'
import { misread, SLIPS } from './misread.js'

describe('a filing that we misread in one place', () => {
  let filings: Placed[]
  beforeAll(async () => {
    filings = await readFilings(`${new URL('../../samples/filings/', import.meta.url).pathname}云汀`)
  })

  it('prints what it printed, and means something else by it', () => {
    const random = new Random(2)
    const [{ filing }] = filings as [Placed]
    for (const slip of SLIPS) {
      const other = misread(filing, slip, random)
      if (!other) continue
      const kept = new Map(other.facts.map((f) => [f.fact_id, f]))
      for (const fact of filing.facts) expect(kept.get(fact.fact_id)?.raw ?? fact.raw).toBe(fact.raw)
      expect(other.facts).not.toEqual(filing.facts)
    }
  })

  it('gives fewer false errors than it would without the doubts of ours', () => {
    const random = new Random(5)
    let errors = 0
    let doubts = 0
    for (let n = 0; n < 60; n++) {
      const { filing } = random.pick(filings)
      const other = misread(filing, SLIPS[n % SLIPS.length] as (typeof SLIPS)[number], random)
      if (!other) continue
      const checked = checkFiling(other)
      if (checked.findings.some((f) => f.severity === 'error')) errors++
      else if (checked.doubts.length > 0) doubts++
    }
    expect(doubts).toBeGreaterThan(errors)
  })
})
