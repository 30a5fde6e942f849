import { formHeads } from '../../catalogue/index.js'
import type { Aspects } from '../../model/aspects.js'
import { distance } from '../../model/printed/edit-distance.js'
import { folded } from '../../model/printed/folded.js'
import { meet } from '../aspects/meet.js'
import { understand } from '../aspects/printed-words.js'

/** Shorter heads differ in too little … */
const SHORTEST = 4
/** … and so much of a head may be misread, lost or doubled. */
const MISREAD = 1 / 3

/**
 * The head of the forms that a recognized one nearly is, folded: `公开用车运行推护` is 公务用车运行维护费. Undefined where it is
 * near none, or equally near to two that mean something else; what is legible of it stands: 上年… is no 本年….
 */
export function headNearly(text: string): string | undefined {
  const said = understand(text, 'head').aspects
  let best = Number.POSITIVE_INFINITY
  let nearest: string[] = []
  for (const head of formHeads()) {
    const known = folded(head)
    if (known.length < SHORTEST) continue
    const away = distance(text, known)
    if (away > MISREAD * known.length || away > best || contradicts(said, understand(known, 'head').aspects))
      continue
    nearest = away < best ? [known] : [...nearest, known]
    best = away
  }
  const meanings = new Set(nearest.map((head) => JSON.stringify(understand(head, 'head').aspects)))
  return meanings.size === 1 ? nearest[0] : undefined
}

/** Whether legible words say what the head does not: another kind of money, another side, another year. */
const contradicts = (said: Aspects, head: Aspects): boolean =>
  meet(said, head) === undefined || (timeOf(said) !== undefined && timeOf(said) !== timeOf(head))

/** A year, or one counted from the filing's own. */
const timeOf = ({ year, yearOffset, ofTheYear }: Aspects): string | number | undefined =>
  year ?? yearOffset ?? (ofTheYear ? 0 : undefined)
