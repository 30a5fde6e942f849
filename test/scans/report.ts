import type { Taken } from './children.js'
import type { Judged, Mishap, TruthName } from './judge.js'
import { percent, type Tally } from './tally.js'

const COLUMNS = [
  'figures',
  'recall',
  'wrong',
  'missed',
  'extra',
  'unsure',
  'silently wrong',
  'silently misplaced',
] as const

export const HEAD = `| scans | truth | of | ${COLUMNS.join(' | ')} |\n|${'---|'.repeat(COLUMNS.length + 3)}`

/** One row of the table: counts, with shares where a target is a share. */
export function row(scans: string, truth: TruthName, of: string, t: Tally): string {
  const share = (part: number, whole: number) => `${part} (${percent(part, whole).toFixed(2)} %)`
  const cells = [
    t.truth,
    `${percent(t.right, t.truth).toFixed(2)} %`,
    t.wrong,
    t.missed,
    t.extra,
    share(t.unsure, t.read),
    share(t.silentWrong, t.truth),
    t.silentMisplaced,
  ]
  return `| ${[scans, truth, of, ...cells].join(' | ')} |`
}

/** `12 pages in 40 s: 18 pages a minute, 4.1 CPU s a page, a worker at most 420 MiB`. */
export function speed(pages: number, { seconds, cpuSeconds, peakMiB }: Taken): string {
  const minute = (60 * pages) / seconds
  return `${pages} pages in ${seconds.toFixed(0)} s: ${minute.toFixed(1)} pages a minute, ${(cpuSeconds / Math.max(1, pages)).toFixed(2)} CPU s a page, a process at most ${peakMiB} MiB`
}

/** Mishaps by cause, the most frequent first, silent ones marked. */
export function mishapList(judged: readonly { filing: string; judged: Judged }[]): string {
  const groups = new Map<string, { filing: string; mishap: Mishap }[]>()
  for (const { filing, judged: j } of judged)
    for (const mishap of j.mishaps) {
      const group = `${mishap.kind}: ${mishap.cause}`
      groups.set(group, [...(groups.get(group) ?? []), { filing, mishap }])
    }
  const sorted = [...groups].sort(([, a], [, b]) => b.length - a.length)
  return sorted
    .flatMap(([group, list]) => [
      `\n${group} — ${list.length}, silent ${list.filter(({ mishap }) => mishap.silent).length}`,
      ...list.map(
        ({ filing, mishap: m }) =>
          `  ${m.silent ? 'SILENT ' : ''}${filing} p${m.page} ${m.printed && `printed ${m.printed} `}${m.read && `read ${m.read} `}[${m.key}]`,
      ),
    ])
    .join('\n')
}

/** Each filing against its text layer, and the errors that only the scan has. */
export const filingList = (
  judged: readonly { filing: string; of: Record<TruthName, Judged>; errors: readonly string[] }[],
): string =>
  judged
    .map(({ filing, of, errors }) => {
      const { all } = of['text layer']
      const silent = all.silentWrong + all.silentMisplaced
      return `${percent(all.right, all.truth).toFixed(2)} % of ${all.truth}, silently different ${silent}, errors of its own ${errors.length}${errors.length > 0 ? ` (${errors.join('; ')})` : ''} · ${filing}`
    })
    .join('\n')
