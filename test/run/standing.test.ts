// What filings say of each other lies beside them: a filing's own JSON is the same whoever lies beside it.
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { Standing } from '../../src/model/standing.js'
import { processAll, recheck } from '../../src/run/index.js'
import { placed, standingOf, withStanding } from '../../src/run/standing.js'
import { wholeFilings } from '../whole-filings.js'

const worker = new URL('../../dist/run/worker.js', import.meta.url)
const place = new URL('../../samples/filings/云汀/', import.meta.url)
const BUDGET = '云汀市水文化局2025年部门预算.pdf'
const EARLIER = '云汀市水文化局2024年部门预算.pdf'

const folder = join(mkdtempSync(join(tmpdir(), '一家 ')), '云汀')
const output = mkdtempSync(join(tmpdir(), '结果 '))
const put = (name: string) => copyFileSync(new URL(encodeURIComponent(name), place), join(folder, name))
const run = () => processAll([folder], { output, worker, report: false, lists: false, ocr: 'off' })
const textsIn = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(output, name)).map((f) => [f, readFileSync(join(output, name, f), 'utf8')]),
  )
const standingsIn = () => Object.values(textsIn('standing')).map((text) => Standing.parse(JSON.parse(text)))

describe('what filings say of each other', () => {
  let alone: Record<string, string>
  let id: string
  beforeAll(async () => {
    mkdirSync(folder)
    put(BUDGET)
    await run()
    alone = textsIn('filings')
    id = Object.keys(alone)[0]?.replace('.json', '') as string
  }, 60_000)

  it('lies beside a filing, whose own JSON stays as it was read', async () => {
    expect(standingsIn()).toMatchObject([{ filing_id: id, outcomes: [], judged_anew: [] }])
    put(EARLIER)
    await run()
    const both = textsIn('filings')
    expect(Object.keys(both)).toHaveLength(2)
    expect(both[`${id}.json`]).toBe(alone[`${id}.json`])
    expect((JSON.parse(both[`${id}.json`] as string) as Filing).organization_id).toBe('')
    const between = standingsIn().flatMap((s) => s.outcomes.map((o) => o.scope))
    expect(between.length).toBeGreaterThan(0)
    expect(new Set(between)).toEqual(new Set(['series']))
    const whole = await wholeFilings(output)
    expect(new Set(whole.map((f) => f.organization_id)).size).toBe(1)
    expect(whole.flatMap((f) => f.outcomes).filter((o) => o.scope === 'series')).toHaveLength(between.length)
  }, 60_000)

  it('says which figures another filing disputes, and leaves the filing as it is', () => {
    const alone = JSON.parse(textsIn('filings')[`${id}.json`] as string) as Filing
    const fact = alone.facts.find((f) => f.status === 'proven') as Filing['facts'][0]
    const outcome = {
      ...(alone.outcomes[0] as Filing['outcomes'][0]),
      outcome_id: `${id}-c-1`,
      check_id: 'YS-SERIES-CARRY',
      scope: 'series' as const,
      outcome: 'fail' as const,
      facts: [fact.fact_id],
    }
    const across = { outcomes: [outcome], findings: [], doubts: [], telling: new Set([outcome.outcome_id]) }
    const at = { set_id: id, organization_id: 'o-1', year_of_set: '' }
    const standing = standingOf(alone, placed(alone, at), at, across, {})
    expect(standing.status[fact.fact_id]).toBe('disputed')
    expect(standing.outcomes).toEqual([outcome])
    const whole = withStanding(alone, standing)
    expect(whole.facts.filter((f, i) => f.status !== alone.facts[i]?.status).map((f) => f.fact_id)).toEqual(
      Object.keys(standing.status),
    )
    expect(whole.outcomes).toEqual([...alone.outcomes, outcome])
    expect(fact.status).toBe('proven')
  })

  it('is not written again where nothing changed, and made anew where somebody did', async () => {
    const path = join(output, 'standing', `${id}.json`)
    const tables = readFileSync(join(output, 'checks.csv'), 'utf8')
    const [stood, at] = [readFileSync(path, 'utf8'), statSync(path).mtimeMs]
    const again = () => recheck(output, { worker, report: false, lists: false })
    await again()
    expect(statSync(path).mtimeMs).toBe(at)
    for (const spoiled of [
      '',
      stood.slice(0, 200),
      '{"filing_id":"../../etc"}',
      stood.replace('series', 'serial'),
    ]) {
      writeFileSync(path, spoiled)
      await again()
      expect(readFileSync(path, 'utf8')).toBe(stood)
      expect(readFileSync(join(output, 'checks.csv'), 'utf8')).toBe(tables)
    }
  }, 60_000)

  it('goes with its filing', async () => {
    rmSync(join(folder, EARLIER))
    await run()
    expect(Object.keys(textsIn('standing'))).toEqual([`${id}.json`])
    expect(standingsIn()[0]?.outcomes).toEqual([])
    expect(textsIn('filings')).toEqual(alone)
  }, 60_000)
})
