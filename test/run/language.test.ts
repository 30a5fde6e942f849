// The language of a run is that of its findings; the codes below them stay, and say them in the other language again.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { processAll, recheck } from '../../src/run/index.js'
import { ownEnglish } from '../locales/say-well.js'

const samples = ['云汀', '青屏'].map((place) => new URL(`../../samples/filings/${place}/`, import.meta.url))
const worker = new URL('../../dist/run/worker.js', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'language '))
const output = join(folder, 'out')

const HAN = /\p{Script=Han}/u
const filings = (): Filing[] =>
  readdirSync(join(output, 'filings')).map((f) =>
    JSON.parse(readFileSync(join(output, 'filings', f), 'utf8')),
  )
const findings = () => filings().flatMap((f) => f.findings)
const csv = (): string => readFileSync(join(output, 'findings.csv'), 'utf8')

beforeAll(() => {
  mkdirSync(join(folder, 'in'))
  for (const place of samples)
    for (const name of readdirSync(place))
      cpSync(new URL(encodeURIComponent(name), place), join(folder, 'in', name))
})
afterAll(() => rmSync(folder, { recursive: true }))

it('is that of all messages, and another for the asking', async () => {
  await processAll([join(folder, 'in')], { output, concurrency: 2, worker, language: 'en', ocr: 'off' })
  const english = findings()
  expect(english.length).toBeGreaterThan(3)
  expect(
    english.map((f) => ownEnglish(f.message).replaceAll('“”', '')).filter((m) => HAN.test(m) || m === ''),
  ).toEqual([])
  expect(JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')).options.language).toBe('en')
  for (const f of english) expect(csv()).toContain(f.finding_id)
  const inCsv = csv()

  await recheck(output, { language: 'zh-CN' })
  expect(findings().every((f) => /。$/.test(f.message))).toBe(true)
  expect(findings().map((f) => f.said)).toEqual(english.map((f) => f.said))
  expect(csv()).not.toBe(inCsv)

  await recheck(output, { language: 'en' })
  expect(findings()).toEqual(english)
  expect(csv()).toBe(inCsv)
}, 240_000)
