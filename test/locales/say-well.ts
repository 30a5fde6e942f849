import { expect } from 'vitest'
import { worded } from '../../src/locales/findings.js'
import type { Language } from '../../src/locales/index.js'
import type { Finding } from '../../src/model/filing.js'

type Spoken = Pick<Finding, 'said' | 'message'>

const told = (found: readonly Spoken[], language: Language): string[] =>
  found.map((f) => worded({ ...f, message: '' }, language).message)

/** English with what is printed left out: it is quoted, or the unit of a count. */
export const ownEnglish = (message: string): string =>
  message.replace(/“[^“”]*”/g, '“”').replace(/(?<=\d )[\u4e00-\u9fff]{1,2}(?![\u4e00-\u9fff])/g, '')

/** Amounts are said in one unit, but where two units are what is wrong. */
const OF_UNITS = /UNIT-(?:MAGNITUDE|TWICE)/

/** What is printed in another unit is converted behind it. */
const inOneUnit = (message: string): string => message.replace(/[\d,.]+[千万百亿]*元（折([^）]*)）/g, '$1')

/** Holds what a check found against what sentences have to be, in both languages. */
export const sayWell = (id: string, found: readonly Spoken[]): void => {
  expect(found).not.toEqual([])
  for (const message of told(found, 'zh-CN')) {
    expect(message).toMatch(/。$/)
    expect(message).not.toMatch(/[{}]|undefined|\[object/)
    // Keys of ours are English; what a figure is called has words.
    expect(message.replace(/“[^“”]*”/g, '')).not.toMatch(/[a-z]{3,}/)
    if (!OF_UNITS.test(id))
      expect(new Set(inOneUnit(message).match(/(?<=\d)万?元/g) ?? []).size).toBeLessThan(2)
  }
  for (const message of told(found, 'en')) {
    expect(ownEnglish(message)).not.toMatch(/[\p{Script=Han}{}，。；：、（）《》]|undefined|\[object/u)
    expect(message).toMatch(/^[A-Z“\d].*\.$/)
  }
}
