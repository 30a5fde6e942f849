import type { Fact, Severity } from '../model/filing.js'
import { isReadWithDoubt } from '../model/reading.js'

/** Says which figures of a finding may be misread; empty where none is. */
export function doubtOf(facts: readonly Fact[]): string {
  const [first, ...more] = facts.filter(isReadWithDoubt)
  if (!first) return ''
  const others = more.length > 0 ? `等${more.length + 1}个数字` : ''
  return `其中“${first.label || first.concept}”${first.raw}（第${first.page}页）${others}在扫描页上识别不清，可能是读错。`
}

/** A figure that may be misread makes no fault of the filing certain. */
export const inDoubt = (severity: Severity, doubt: string): Severity =>
  doubt !== '' && severity === 'error' ? 'warning' : severity
