// A person who opens the report reads words, not codes: every reason of a check or of a requirement has some.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { requirements } from '../../src/catalogue/index.js'
import { checkReasonsEn, checkReasonsZh } from '../../src/locales/check-reasons.js'
import { type ReportKey, reportZh } from '../../src/locales/report.zh-CN.js'
import { requirementNames } from '../../src/run/report-words.js'
import { whyOf } from '../../src/viewer/why.js'

/** Codes as they are written where a judgement or an answer gets its reason. */
const WRITTEN = {
  check: [
    /\breason: (?:\w+ \? )?'([a-z-]+)'/g,
    /\b(?:wordsU|u)ndecided\([^;{}]*?'([a-z-]+)'\)/g,
    /\bshortIsMilder\([^;{}]*?'([a-z-]+)'\)/g,
  ],
  requirements: [/\bunclear: '([a-z-]+)'/g, /\bwithout\('[a-z-]+', '([a-z-]+)'\)/g],
}

const reasons = (['check', 'requirements'] as const).flatMap((room) =>
  readdirSync(new URL(`../../src/${room}/`, import.meta.url), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => {
      const text = readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')
      return WRITTEN[room].flatMap((form) => [...text.matchAll(form)].map((m) => m[1] as string))
    }),
)

const voice = {
  name: (group: string, code: string) => reportZh[`${group}.${code}` as ReportKey] ?? code,
  say: (key: ReportKey, parts: Record<string, string>) =>
    reportZh[key].replace(/\{(\w+)\}/g, (_, part: string) => parts[part] ?? ''),
}

describe('the reasons of checks and requirements', () => {
  it('have words in both languages', () => {
    expect(reasons.length).toBeGreaterThan(40)
    expect([...new Set(reasons)].filter((code) => !(`why.${code}` in checkReasonsZh))).toEqual([])
    expect(Object.values(checkReasonsZh).filter((words) => !/\p{Script=Han}/u.test(words))).toEqual([])
    expect(Object.values(checkReasonsEn).filter((words) => /\p{Script=Han}/u.test(words))).toEqual([])
  })

  it('are said with their detail', () => {
    expect(whyOf('', voice)).toBe('')
    expect(whyOf('last-place', voice)).toBe('只差在末位')
    expect(whyOf('departments-missing: 档案局', voice)).toBe('缺部门的文件：档案局')
  })

  it('do not leave a person wondering why a score is whole although something is missing', () => {
    const names = requirementNames()
    const unscored = requirements().filter((r) => r.weight === 0)
    expect(unscored.length).toBeGreaterThan(0)
    for (const { id } of unscored) expect(names[id]?.zh).toMatch(/（不计分）$/)
  })
})
