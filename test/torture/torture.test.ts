import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Fact, Filing } from '../../src/model/filing.js'
import { judged } from './judge.js'
import { smallFiling } from './small-filing.js'
import { type Ending, spoiled } from './spoiled.js'

/** `.ci/run` has 2,000 more. */
const CASES = 150

const fact = (over: Partial<Fact>) =>
  ({ concept: 'income.total', value: '1', status: 'unproven', ...over }) as Fact
const filing = (status: string, facts: Fact[]) => ({ status, facts }) as unknown as Filing

describe('a spoiled file', () => {
  const ten = Array.from({ length: 10 }, (_, i) => fact({ value: `${i}` }))

  it('lies when it is ok and has lost more than a tenth, or proves what is not printed', () => {
    const whole = filing('ok', ten)
    expect(judged(whole, filing('ok', ten.slice(1))).lies).toEqual([])
    expect(judged(whole, filing('ok', ten.slice(2))).lies).toEqual(['ok-with-loss'])
    expect(judged(whole, filing('partial', [])).lies).toEqual([])
    expect(judged(whole, filing('partial', [fact({ value: '77', status: 'proven' })])).lies).toEqual([
      'proven-wrong',
    ])
    expect(judged(whole, filing('partial', [fact({ value: '77' })])).lies).toEqual([])
    expect(judged(whole, filing('not-a-filing', [])).lies).toEqual(['no-filing'])
  })

  it('never lies, and never stops the program', async () => {
    const endings: Ending[] = []
    const folder = mkdtempSync(join(tmpdir(), 'filing-'))
    const path = join(folder, '决算.pdf')
    writeFileSync(path, await smallFiling())
    for await (const ending of spoiled([path], CASES, 7)) endings.push(ending)
    rmSync(folder, { recursive: true })
    expect(endings.filter((e) => e.lies.length > 0 || e.outcome === 'threw')).toEqual([])
    expect(endings).toHaveLength(CASES)
    expect(endings.filter((e) => e.outcome === 'partial').length).toBeGreaterThan(10)
  }, 600_000)
})
