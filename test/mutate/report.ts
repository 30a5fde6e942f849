import type { Result } from './sample.js'

const HEAD = [
  'changes',
  'noticed',
  'still proven',
  'out of every interval',
  'of these noticed',
  'of these still proven',
]

/** The whole report as Markdown. */
export function report(results: Result[]): string {
  return [
    table('kind of change', results, (r) => r.change),
    table('unit', results, (r) => r.unit),
    table('source', results, (r) => r.source),
    table('place', results, (r) => r.place),
    causes('not noticed, why', silent(results), (r) => r.reason),
    causes(
      'in no identity',
      silent(results).filter((r) => r.reason === 'in no identity'),
      (r) => r.kind,
    ),
    causes(
      'out of every interval, yet not noticed or still proven',
      results.filter((r) => r.leaves && (!r.noticed || r.proven)),
      (r) => `${r.reason || 'noticed'}${r.proven ? ', proven' : ''}; ${r.kind}`,
    ),
  ]
    .filter(Boolean)
    .join('\n\n')
}

const silent = (results: Result[]): Result[] => results.filter((r) => !r.noticed)

/** One row per value of a key and one for all. */
export function table(name: string, results: Result[], key: (r: Result) => string): string {
  const names = [...new Set(results.map(key))].sort()
  return [
    `| ${[name, ...HEAD].join(' | ')} |`,
    `|${'---|'.repeat(HEAD.length + 1)}`,
    ...names.map((n) =>
      line(
        n,
        results.filter((r) => key(r) === n),
      ),
    ),
    line('**all**', results),
  ].join('\n')
}

function line(name: string, results: Result[]): string {
  const out = results.filter((r) => r.leaves)
  const count = (list: Result[], test: (r: Result) => boolean) => list.filter(test).length
  return `| ${[
    name,
    results.length,
    share(
      count(results, (r) => r.noticed),
      results.length,
    ),
    count(results, (r) => r.proven),
    out.length,
    share(
      count(out, (r) => r.noticed),
      out.length,
    ),
    count(out, (r) => r.proven),
  ].join(' | ')} |`
}

const share = (part: number, all: number): string =>
  all === 0 ? '-' : `${part} (${((100 * part) / all).toFixed(1)} %)`

/** The commonest first, with one example of each. */
export function causes(title: string, results: Result[], key: (r: Result) => string, most = 25): string {
  if (results.length === 0) return ''
  const groups = new Map<string, Result[]>()
  for (const result of results) groups.set(key(result), [...(groups.get(key(result)) ?? []), result])
  const sorted = [...groups].sort((a, b) => b[1].length - a[1].length)
  return [
    `### ${title}: ${results.length}`,
    '',
    ...sorted.slice(0, most).map(([name, list]) => `- ${list.length} × ${name} — e.g. ${list[0]?.example}`),
    ...(sorted.length > most ? [`- and ${sorted.length - most} kinds more`] : []),
  ].join('\n')
}
