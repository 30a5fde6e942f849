// Rooms speak in codes: every code has words in both languages, and no file of theirs makes sentences itself.
import { readdirSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { concepts } from '../../src/catalogue/index.js'
import { EVERY_CHECK } from '../../src/check/index.js'
import { enSentences } from '../../src/locales/findings.en.js'
import { inWords, worded } from '../../src/locales/findings.js'
import { zhSentences } from '../../src/locales/findings.zh-CN.js'
import { Basis, Fund, Measure, TableType } from '../../src/model/filing.js'
import { said } from '../../src/model/saying.js'

const HAN = /\p{Script=Han}/u

/** Every call `said(code, parts)` of a room, by its file. */
const sayings = ['check', 'dataset'].flatMap((room) =>
  readdirSync(new URL(`../../src/${room}/`, import.meta.url), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .flatMap((entry) => {
      const name = `${entry.parentPath}/${entry.name}`
      const calls = callsIn(ts.createSourceFile(name, readFileSync(name, 'utf8'), ts.ScriptTarget.Latest))
      return calls.map(([code, parts]) => ({ file: entry.name, code, parts }))
    }),
)

function callsIn(node: ts.Node): (readonly [ts.Expression | undefined, ts.Expression | undefined])[] {
  const own =
    ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'said'
      ? [[node.arguments[0], node.arguments[1]] as const]
      : []
  const below: ReturnType<typeof callsIn> = []
  ts.forEachChild(node, (child) => void below.push(...callsIn(child)))
  return [...own, ...below]
}

/** What an expression may be, whichever way its conditions go. */
const branches = (node: ts.Expression | undefined): ts.Expression[] =>
  node && ts.isConditionalExpression(node)
    ? [...branches(node.whenTrue), ...branches(node.whenFalse)]
    : node
      ? [node]
      : []

/** The text that a literal or a template writes itself. */
const ownText = (node: ts.Expression): string =>
  ts.isStringLiteralLike(node)
    ? node.text
    : ts.isTemplateExpression(node)
      ? [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('')
      : ''

/** The same of all values among the parts of a saying. */
const textsAmong = (parts: ts.Expression | undefined): string[] =>
  parts && ts.isObjectLiteralExpression(parts)
    ? parts.properties.flatMap((p) =>
        ts.isPropertyAssignment(p) ? branches(p.initializer).map(ownText) : [],
      )
    : []

const placeholders = (sentence: string): string[] => (sentence.match(/\{[\w-]+\}/g) ?? []).sort()

describe('sentences of findings', () => {
  it.each(Object.entries(zhSentences))('%s names the same in both languages', (code, zh) => {
    const en = enSentences[code as keyof typeof zhSentences]
    expect([...new Set(placeholders(en))]).toEqual([...new Set(placeholders(zh))])
    expect(en).not.toMatch(HAN)
    // Quotes are opened and closed by turns: what stands between them is quoted.
    for (const sentence of [zh, en]) expect(sentence.replace(/[^“”]/g, '')).toMatch(/^(?:“”)*$/)
  })

  it('has words for every code that a check says', () => {
    const codes = sayings.flatMap(({ code }) =>
      branches(code).flatMap((c) => (ts.isStringLiteral(c) ? [c.text] : [])),
    )
    expect(codes.length).toBeGreaterThan(80)
    expect(codes.filter((code) => !(code in zhSentences))).toEqual([])
  })

  it('has words for every code made of a value', () => {
    const made = [
      ...TableType.options.map((t) => `table-type.${t}`),
      ...Measure.options.filter((m) => m !== 'amount' && m !== 'count').map((m) => `measure.${m}`),
      ...Basis.options.filter((b) => b !== '').map((b) => `name.of-${b}`),
      'basis.initial',
      'basis.adjusted',
      'nature.basic',
      'nature.project',
      ...Fund.options.filter((f) => f !== '' && f !== 'all').map((f) => `fund.${f}`),
      ...EVERY_CHECK.filter((c) => c.id.startsWith('YS-HINT-')).map((c) => `hint.${c.id}`),
    ]
    expect(made.filter((code) => !(code in zhSentences))).toEqual([])
    for (const id of concepts().keys()) expect(inWords('zh-CN', said(`concept.${id}`))).not.toContain(id)
  })

  it('have no parts that a room writes itself', () => {
    const writing = sayings.filter(({ parts }) => textsAmong(parts).some((text) => HAN.test(text)))
    expect(writing.map((s) => s.file)).toEqual([])
  })
})

describe('words', () => {
  it('put what is quoted inside of quotes in single ones', () => {
    const table = said('section', { heading: '六、“三公”经费' })
    expect(inWords('zh-CN', table)).toBe('“六、‘三公’经费”一节')
  })

  it('join lists as the language does', () => {
    const parts = {
      code: '30202',
      name: '咨询费',
      year: '2031',
      classification: said('classification.department'),
    }
    const sentence = said('code-name.other', { ...parts, official: '印刷费', codes: ['30203', '30204'] })
    expect(inWords('zh-CN', sentence)).toMatch(/“咨询费”是30203、30204。$/)
    expect(inWords('en', sentence)).toMatch(/“咨询费” is 30203, 30204\.$/)
  })

  it('stay as an earlier version said them, where nothing says them any more', () => {
    const old = { said: [said('gone.code', {})], message: '旧的句子。' }
    expect(worded(old, 'en')).toEqual(old)
    expect(() => worded({ ...old, message: '' }, 'en')).toThrow('gone.code')
  })
})
