import type { ReportKey } from '../locales/report.zh-CN.js'

/** What a `Voice` says of codes. */
interface Namer {
  name(group: string, code: string): string
  say(key: ReportKey, parts: Record<string, string>): string
}

/** The words of a reason, with its detail where it has one: `departments-missing: 档案局`. */
export function whyOf(reason: string, voice: Namer): string {
  const [code = '', detail] = reason.split(/: (.*)/s)
  if (code === '') return ''
  const words = voice.name('why', code)
  return detail === undefined ? words : voice.say('why.detail', { words, detail })
}
