import { folded } from '../../model/printed/folded.js'
import { LIST_NUMBER } from '../../model/printed/list-number.js'

/** In cells the mark behind the number may be missing: `1行政运行`. */
const NUMBERING = new RegExp(`^(?:${LIST_NUMBER}|\\d{1,2}(?=[\\u4e00-\\u9fff]))`)

export interface Label {
  /** Folded, without number and 其中. */
  name: string
  /** The printed number: `一、`, `(1)`; empty if none. */
  number: string
  /** It is one of the parts of the row above. */
  part: boolean
}

/** Splits `其中：（1）一般公共预算拨款` into number, 其中 and name. */
export function labelOf(text: string): Label {
  let rest = folded(text)
  let number = ''
  let part = false
  for (let i = 0; i < 3; i++) {
    const numbered = NUMBERING.exec(rest)
    if (numbered) {
      number ||= numbered[0]
      rest = rest.slice(numbered[0].length)
    }
    const among = /^(?:其中|其他?中)[:,]?/.exec(rest)
    if (among) {
      part = true
      rest = rest.slice(among[0].length)
    }
  }
  return { name: rest.replace(/[:,]$/, ''), number, part }
}
