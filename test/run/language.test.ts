// The language of a run is that of its findings; the codes below them stay, and say them in the other language again.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { processAll, recheck } from '../../src/run/index.js'
import { ownEnglish } from '../locales/say-well.js'
import { wholeFilings } from '../whole-filings.js'

const samples = ['云汀', '青屏'].map((place) => new URL(`../../samples/filings/${place}/`, import.meta.url))
const worker = new URL('../../dist/run/worker.js', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'language '))
const output = join(folder, 'out')

const HAN = /\p{Script=Han}/u
const findings = async () => (await wholeFilings(output)).flatMap((f) => f.findings)
const csv = (): string => readFileSync(join(output, 'findings.csv'), 'utf8')
/** The sentence of the one filing that has a message. */
const sentence = (): string =>
  /broken-pdf,.*,0,0,(.*),[0-9a-f]{64}/.exec(readFileSync(join(output, 'filings.csv'), 'utf8'))?.[1] ?? ''

beforeAll(() => {
  mkdirSync(join(folder, 'in'))
  for (const place of samples)
    for (const name of readdirSync(place))
      cpSync(new URL(encodeURIComponent(name), place), join(folder, 'in', name))
  writeFileSync(join(folder, 'in', '坏.pdf'), '%PDF-1.7 nothing')
})
afterAll(() => rmSync(folder, { recursive: true }))

it('is that of all messages, and another for the asking', async () => {
  await processAll([join(folder, 'in')], { output, concurrency: 2, worker, language: 'en', ocr: 'off' })
  const english = await findings()
  expect(english.length).toBeGreaterThan(3)
  expect(
    english.map((f) => ownEnglish(f.message).replaceAll('“”', '')).filter((m) => HAN.test(m) || m === ''),
  ).toEqual([])
  expect(JSON.parse(readFileSync(join(output, 'run.json'), 'utf8')).options.language).toBe('en')
  for (const f of english) expect(csv()).toContain(f.finding_id)
  const inCsv = csv()
  expect(sentence()).toMatch(/^"?The PDF is broken/)

  await recheck(output, { language: 'zh-CN' })
  expect((await findings()).every((f) => /。$/.test(f.message))).toBe(true)
  expect((await findings()).map((f) => f.said)).toEqual(english.map((f) => f.said))
  expect(csv()).not.toBe(inCsv)
  expect(sentence()).toBe('PDF 已损坏，打不开。请重新下载或另存一份。')

  await recheck(output, { language: 'en' })
  expect(await findings()).toEqual(english)
  expect(csv()).toBe(inCsv)
}, 240_000)
