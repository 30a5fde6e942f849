import { existsSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Hints } from '../../src/check/index.js'
import { Piles } from '../../src/run/piles.js'
import { ranked } from '../../src/second-look/index.js'
import { inTurn, listOf } from '../piles.js'
import { rowOf } from '../second-look/rows.js'

const newFolder = (): string => join(mkdtempSync(join(tmpdir(), '堆 ')), 'piles')

/** Numbers below 50 in an order that is always the same, each with when it came. */
const rows = Array.from({ length: 1000 }, (_, at) => ({ at, n: (at * 7919) % 50, text: `甲\n"${at}"` }))

describe.each([
  ['all in memory', 5000],
  ['in parts', 300],
  ['in so many parts that they are merged', 7],
  ['where the last part is full', 500],
])('a pile %s', (_, inMemory) => {
  const pileOf = async (compare?: (a: (typeof rows)[0], b: (typeof rows)[0]) => number) => {
    const piles = new Piles(newFolder(), inMemory)
    const pile = piles.of(compare)
    for (const row of rows) await pile.add(row)
    return { piles, pile }
  }

  it('gives its rows in their order, equals as they came, as often as it is asked', async () => {
    const { pile } = await pileOf((a, b) => b.n - a.n)
    const sorted = rows.toSorted((a, b) => b.n - a.n)
    expect(await listOf(pile.rows())).toEqual(sorted)
    expect(await listOf(pile.rows())).toEqual(sorted)
  })

  it('keeps the order in which they came without another', async () => {
    const { pile } = await pileOf()
    expect(await listOf(pile.rows())).toEqual(rows)
  })

  it('leaves no file, even where its rows were not all taken', async () => {
    const folder = newFolder()
    const piles = new Piles(folder, inMemory)
    const pile = piles.of<(typeof rows)[0]>((a, b) => a.n - b.n)
    for (const row of rows) await pile.add(row)
    for await (const { n } of pile.rows()) if (n === 3) break
    if (inMemory < rows.length) expect(readdirSync(folder).length).toBeGreaterThan(0)
    await piles.remove()
    expect(existsSync(folder)).toBe(false)
  })
})

it('findings are ranked alike whether they wait in memory or on disk', async () => {
  const findings = rows.map(({ at, n }) =>
    rowOf({
      finding_id: `x${at}`,
      difference: n === 0 ? '' : `${n}.${at % 10}`,
      severity: n % 3 === 0 ? 'error' : 'warning',
      root_cause_id: n % 5 === 0 ? `r${n}` : '',
    }),
  )
  const rankedBy = async (inMemory: number) =>
    listOf(ranked(inTurn(findings), new Piles(newFolder(), inMemory).of))
  const all = await rankedBy(5000)
  expect(new Set(all.map((r) => r.finding.finding_id)).size).toBe(rows.length)
  expect(await rankedBy(60)).toEqual(all)
})

it('a pile without a row has none', async () => {
  const piles = new Piles(newFolder())
  expect(await listOf(piles.of().rows())).toEqual([])
  expect(await listOf(new Hints(piles.of).rows())).toEqual([])
})
