import { ORGAN_ENDING } from '../../model/printed/organ.js'
import { slice, type Text } from '../../model/text.js'
import type { Passed } from '../number-account.js'
import { stockDate } from './assets.js'
import { numbersOf } from './lexer.js'
import { keyOf, meaning, type ProseContext, type ProseFigure } from './meaning.js'
import { isOwnName } from './plain.js'

const SUBORDINATE = new RegExp(
  `(?:下设|下属|所属)[^，。；:]*?(?:单位|机构)(?:为|是|有)?:?([\\u4e00-\\u9fff]{3,}${ORGAN_ENDING})(?=，|\\(|。)`,
  'g',
)
const OTHER_POSTS =
  /(?:其中|，|、|:)(?:离休|退休)(?:人员)?$|供养|附属|编外|工勤|聘用|临聘|领导|职数|主任|局长|处长|书记|遗属|学生|其他/
/** Kinds of institutional posts by who pays; several beside each other are parts that no concept counts. */
const BY_FUNDING = /(?:全额|差额|部分)(?:补助|拨款|供给)?|自收自支|参照公务员(?:法)?(?:管理)?|参公/g
const BY_FUNDING_ONE = new RegExp(BY_FUNDING.source)
const ZERO = /(?:无|没有)(行政编制|事业编制|离退休人员|行政人员|事业人员)/g

/** 编制 and 实有 with their kinds, and retired people: `人员编制12人，其中行政编制8人…；实有人员11人…`. */
export function readStaff(
  text: Text,
  folded: string,
  context: ProseContext,
  passed: Passed[],
): ProseFigure[] {
  const figures: ProseFigure[] = []
  let stock: 'established' | 'actual' = 'established'
  let cursor = 0
  const year = stockDate(folded, context)
  const events = [
    ...numbersOf(folded)
      .filter((t) => t.kind === 'count' && /[人名个]/.test(t.unit))
      .map((t) => ({
        start: t.start,
        end: t.end,
        digits: t.digitsEnd,
        value: t.value.toFixed(),
        unit: t.unit,
        words: '',
      })),
    ...[...folded.matchAll(ZERO)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      digits: m.index + m[0].length,
      value: '0',
      unit: '',
      words: m[1] as string,
    })),
  ].sort((a, b) => a.start - b.start)
  const isByFunding = new Set([...folded.matchAll(BY_FUNDING)].map((m) => m[0])).size > 1
  for (const event of events) {
    const before = folded.slice(cursor, event.start) + event.words
    cursor = event.end
    // 下设…单位：X，核定编制5名: the posts are that unit's.
    const entity = unitIn(before, context) ?? subordinateBefore(folded.slice(0, event.start))
    if (/实有|在职(?!人员编制)|在编在职|在岗/.test(before)) stock = 'actual'
    else if (/(?:人员|在职人员)?(?:总)?编制(?!数?.*实有)/.test(before) && !/(?:行政|事业)编制/.test(before))
      stock = 'established'
    const clause = before.split(/[，；。:、]/).at(-1) ?? ''
    const isKind = isByFunding && BY_FUNDING_ONE.test(clause)
    const concept = isKind ? undefined : conceptOf(before.split(/[，；。:]/).at(-1) ?? '', stock)
    if (!concept) {
      // Posts of other kinds, leaders, offices: no concept counts them.
      if (isKind || OTHER_POSTS.test(before))
        passed.push({ text: slice(text, event.start, event.digits), reason: 'quantity' })
      continue
    }
    const m = meaning(concept, '', before.replace(/^.*[，；。、:]/, ''))
    figures.push({
      key: { ...keyOf(m, context, 'count', year === undefined ? {} : { year }), entity },
      value: event.value,
      unit: event.unit,
      raw: slice(text, event.start, event.digits),
      decimals: 0,
      label: m.label,
      note: [],
    })
  }
  return figures
}

/** `某保障中心编制8人`: a unit that the clause itself names, but the organization's own. */
const NAMED_UNIT = new RegExp(
  `(?:^|[，；。、:])(?:其中|目前)?([\\u4e00-\\u9fff]{2,24}?${ORGAN_ENDING})(?:人员|事业|行政)?(?:核定|共有|现有|实有)?(?:人员|事业|行政)?编制`,
)

function unitIn(before: string, context: ProseContext): string | undefined {
  const name = NAMED_UNIT.exec(before)?.[1]
  return name && !/[本我]/.test(name) && !isOwnName(name, context) ? name : undefined
}

/** The one subordinate unit that is spoken of; empty for the organization itself. */
function subordinateBefore(text: string): string {
  const last = [...text.matchAll(SUBORDINATE)].at(-1)
  if (!last || /(?:本|我)(?:部门|单位|局)|全系统/.test(text.slice(last.index + last[0].length))) return ''
  return last[1] as string
}

function conceptOf(phrase: string, stock: 'established' | 'actual'): string | undefined {
  if (/离退休|退休人员/.test(phrase)) return 'staff.retired'
  if (/行政(?!附属)/.test(phrase)) return `staff.${stock}.administrative`
  if (/事业/.test(phrase)) return `staff.${stock}.institutional`
  if (/附属编制|编外|工勤|临聘|聘用/.test(phrase)) return undefined
  if (/编制/.test(phrase)) return 'staff.established'
  if (/实有|在职/.test(phrase)) return 'staff.actual'
  return undefined
}
