import { type AnyCheck, type Check, EVERY_CHECK } from '../check/index.js'
import type { Language, Speak } from '../locales/index.js'
import { columnsOf, padded } from '../review/width.js'

/** All checks, one line each: code, severity, what it asserts. */
export function listChecks(speak: Speak, language: Language): string {
  const width = Math.max(...EVERY_CHECK.map((c) => c.id.length))
  const severities = EVERY_CHECK.map((c) => speak(`severity.${c.severity}`))
  const column = Math.max(...severities.map(columnsOf))
  return EVERY_CHECK.map(
    (check, i) =>
      `${check.id.padEnd(width)}  ${padded(severities[i] as string, column)}  ${assertsIn(check, language)}`,
  ).join('\n')
}

/** A check by its code, whatever its case, with or without YS-. */
export const findCheck = (code: string): AnyCheck | undefined =>
  EVERY_CHECK.find((c) => [c.id, c.id.replace(/^YS-/, '')].includes(code.toUpperCase()))

/** The code that was probably meant. */
export function similarCheck(code: string): string {
  const asked = code.toUpperCase().replace(/^(?:YS-)?/, 'YS-')
  const ranked = EVERY_CHECK.map((c) => ({ id: c.id, away: distance(asked, c.id) })).sort(
    (a, b) => a.away - b.away,
  )
  return ranked[0]?.id ?? ''
}

/** Everything that is written in a check. Basis and example are in the language of the filings. */
export function explainCheck(check: AnyCheck, speak: Speak, language: Language): string {
  const lines: [string, string][] = [
    [speak('checks.basis'), check.basis],
    [speak('checks.severity'), speak(`severity.${check.severity}`)],
    [speak('checks.scope'), speak(`checks.scope.${check.scope}`)],
    ...('years' in check ? [[speak('checks.holds-for'), holdsFor(check, speak)] as [string, string]] : []),
    [speak('checks.example'), check.example],
    [speak('checks.passing'), JSON.stringify(check.passing)],
    [speak('checks.failing'), JSON.stringify(check.failing)],
  ]
  return [
    check.id,
    assertsIn(check, language),
    '',
    ...lines.map(([label, text]) => `${label}${speak('checks.colon')}${text}`),
  ].join('\n')
}

function holdsFor({ years, kinds }: Pick<Check, 'years' | 'kinds'>, speak: Speak): string {
  const { from, to } = years
  const named = kinds.filter((k) => k !== '').map((k) => speak(`show.kind.${k}`))
  const span = from || to ? `${from ?? '…'}–${to ?? '…'}` : speak('checks.all-years')
  return `${named.join(speak('checks.and'))}${speak('checks.comma')}${span}`
}

const assertsIn = (check: AnyCheck, language: Language): string =>
  check.asserts[language === 'en' ? 'en' : 'zh']

/** Insertions, deletions and replacements from one word to another. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1))
    }
    row = next
  }
  return row[b.length] as number
}
