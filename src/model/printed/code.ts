import { LIST_NUMBER } from './list-number.js'

/** A code of any classification and the name printed with it. */
export interface CodedName {
  code: string
  /** Empty where the code stands alone. */
  name: string
  /** Nothing stands between code and name: only a catalogue can tell that the digits are a code. */
  runOn: boolean
}

/** `2014001-行政运行`; a mark behind a code alone is dirt: `2014001:` */
const DASHED = /^(\d{1,9})(?:[-－—](.*\D.*)|[:;.,'|]+)?$/
/** `[2014001]行政运行`, `（201）…`, `【201】…` */
const BRACKETED = /^[[(【〔](\d{3,9})[\])】〕][-－—:：]?(.*)$/
/** `工资福利支出（301）` */
const BEHIND = new RegExp(`^(?:${LIST_NUMBER})?(\\D*[\\u4e00-\\u9fff])[[(【〔](\\d{3,7})[\\])】〕]$`)
const RUN_ON = /^(\d{3}|\d{5}|\d{7})(\p{Script=Han}.*)$/u

/** The code that a folded cell or label prints, alone or with its name; undefined where it prints none. */
export function codedName(text: string): CodedName | undefined {
  const plain = DASHED.exec(text) ?? BRACKETED.exec(text)
  if (plain) return { code: plain[1] as string, name: plain[2] ?? '', runOn: false }
  const behind = BEHIND.exec(text)
  if (behind) return { code: behind[2] as string, name: behind[1] as string, runOn: false }
  const runOn = RUN_ON.exec(text)
  return runOn ? { code: runOn[1] as string, name: runOn[2] as string, runOn: true } : undefined
}
