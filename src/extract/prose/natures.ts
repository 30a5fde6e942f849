import type { Nature } from '../../model/filing.js'
import { withoutListNumbers } from '../../model/printed/list-number.js'
import { topicWords } from './words.js'

/** `①人员经费：`, `（3）专项业务经费（302）`: what stands over the items listed below it. */
const HEADING = /^(?:其中:?)?([\u4e00-\u9fff]{4,10}?)(?:支出)?(?:\([35]\d\d\))?:?$/

/** The nature that words name and nothing else; empty where they name another thing. */
export function natureHeading(words: string): Nature {
  const name = HEADING.exec(withoutListNumbers(words))?.[1]
  if (!name) return ''
  const [word] = topicWords(name)
  return word?.nature && word.text === name ? word.nature : ''
}
