import type { Meaning } from './meaning.js'
import type { Subject } from './subject.js'

/** Natures and kinds of spending among the parts of a coded item are that item's. */
export function partsOfItem(topics: Meaning[], { among, head: whole, current, listed }: Subject): Meaning[] {
  // 商品和服务支出，其中：公用经费…。专项业务经费…: the list goes on behind its full stop.
  const isListed =
    current[0]?.nature === '' && listed.some((l) => l.nature !== '' && isSameItem(l, current[0]))
  // Behind an economic item without 其中, 项目支出 is the next item of the list.
  const item = isListed || current[0]?.functionCode ? current[0] : undefined
  const head = isListed ? item : among ? whole[0] : item
  return topics.map((topic) => {
    if (!head || topic.functionCode !== '') return topic
    if (topic.economyCode !== '') return among ? { ...topic, functionCode: head.functionCode } : topic
    return topic.nature === ''
      ? topic
      : { ...topic, functionCode: head.functionCode, economyCode: head.economyCode }
  })
}

const isSameItem = (a: Meaning, b: Meaning | undefined): boolean =>
  b !== undefined &&
  (a.functionCode || a.economyCode) !== '' &&
  a.functionCode === b.functionCode &&
  a.economyCode === b.economyCode
