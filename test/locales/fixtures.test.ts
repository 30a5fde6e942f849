// What every check says of its failing fixture, in both languages.
import { describe, expect, it } from 'vitest'
import { checkFiling } from '../../src/check/index.js'
import { checkRegion } from '../../src/check/region/index.js'
import { REGION_CHECKS } from '../../src/check/region/registry.js'
import { CHECKS } from '../../src/check/registry.js'
import { worded } from '../../src/locales/findings.js'
import type { Language } from '../../src/locales/index.js'
import type { Finding } from '../../src/model/filing.js'
import { filingOf } from '../check/filing-of.js'

type Spoken = Pick<Finding, 'said' | 'message'>

const told = (found: readonly Spoken[], language: Language): string[] =>
  found.map((f) => worded({ ...f, message: '' }, language).message)

/** English with what is printed left out: it is quoted, or the unit of a count. */
const ownEnglish = (message: string): string =>
  message.replace(/“[^“”]*”/g, '“”').replace(/(?<=\d )[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])/g, '')

/** Amounts are said in one unit, but where two units are what is wrong. */
const OF_UNITS = /UNIT-(?:MAGNITUDE|TWICE)/

const sayWell = (id: string, found: readonly Spoken[]): void => {
  expect(found).not.toEqual([])
  for (const message of told(found, 'zh-CN')) {
    expect(message).toMatch(/。$/)
    expect(message).not.toMatch(/[{}]|undefined|\[object/)
    // Keys of ours are English; what a figure is called has words.
    expect(message.replace(/“[^“”]*”/g, '')).not.toMatch(/[a-z]{3,}/)
    if (!OF_UNITS.test(id)) expect(new Set(message.match(/(?<=\d)万?元/g) ?? []).size).toBeLessThan(2)
  }
  for (const message of told(found, 'en')) {
    expect(ownEnglish(message)).not.toMatch(/[\p{Script=Han}{}，。；：、（）《》]|undefined|\[object/u)
    expect(message).toMatch(/^[A-Z“\d].*\.$/)
  }
}

describe.each(CHECKS.map((check) => [check.id, check] as const))('%s', (id, { failing }) => {
  it('says what fails', () => {
    sayWell(
      id,
      checkFiling(filingOf(failing)).findings.filter((f) => f.check_id === id),
    )
  })
})

describe.each(REGION_CHECKS.map((check) => [check.id, check] as const))('%s', (id, { failing }) => {
  it('says what fails', () => {
    sayWell(
      id,
      checkRegion(failing).flatMap((row) => (row.finding ? [row.finding] : [])),
    )
  })
})
