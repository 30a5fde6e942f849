import type { Extracted, FilingTable } from '../../model/filing.js'
import { ordinalOf } from '../../model/printed/list-number.js'
import { endsLikeOrgan } from '../../model/printed/organ.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { compact, passagesOf, placeOfSpot, type Spot, spotsOf, wordsFail, wordsHold } from '../print.js'

/** 纳入…范围的预算单位共计4家，具体包括：…。 with the list behind it, in the sentence or as a table. */
const COUNTED =
  /(?:所属|下属|下设|归口管理|纳入[^。；]{0,30}范围的)[^。；，：:\d]{0,16}?单位(?:共有|共计|合计|共|有|为)?(\d+|[一二三四五六七八九十]{1,3})[个家][，,]?(?:具体|分别)?(?:包括|为|是|有)[:：]?([^。；;:：]*)(?=[。；;]|$)/g

const listed = (count: string) => ({
  sections: [{ text: `下属预算单位共有${count}家，分别为：云汀市档案馆、云汀市信息中心、云汀市修复所。` }],
})

/** The number of units is that of the units listed. */
export const textUnitCount: Check = {
  id: 'YS-TEXT-UNIT-COUNT',
  asserts: {
    zh: '正文写的下属单位（预算单位）家数等于所列单位的家数。',
    en: 'The number of units that the text states is that of the units it lists.',
  },
  basis: '家数和名单印在同一句或同一节；名单含本级时，家数算不算本级都可以。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '“下属预算单位共有4家，分别为：甲中心、乙所、丙馆”：只列 3 家',
  passing: listed('3'),
  failing: listed('4'),
  run: (filing) => spotsOf(passagesOf(filing), COUNTED).flatMap((spot) => judge(filing, spot)),
}

function judge(filing: Extracted, spot: Spot): Judgement[] {
  const stated = ordinalOf(spot.match[1] as string)
  const list = namesIn(spot.match[2] as string) ?? namesBelow(filing, spot)
  if (stated === undefined || !list || list.least === 0) return []
  const subject = `单位家数 ${spot.match[1]}`
  if (stated >= list.least - (list.hasItself ? 1 : 0) && stated <= list.most) return [wordsHold(subject)]
  const count = list.least === list.most ? `${list.most}` : `${list.least}–${list.most}`
  const says = said('text-unit-count.differ', { stated, listed: count })
  return [wordsFail(subject, placeOfSpot(filing, spot), says, { expected: count, actual: `${stated}` })]
}

interface Names {
  /** A name may have 和 in it: so many at least, and at most. */
  least: number
  most: number
  /** The organization itself is among them: 本级, 机关. */
  hasItself: boolean
}

/** Names in a sentence; undefined where it holds anything else. */
function namesIn(text: string): Names | undefined {
  const bare = text.replace(/[（(](?:本级|机关)[）)]/g, '本级').replace(/[（(][^（）()]*[）)]/g, '')
  const names = bare.split(/[、，,]/).filter(Boolean)
  if (names.length === 0 || !names.every(isName)) return undefined
  const joined = names.flatMap((name) => {
    const parts = name.split(/[和及]/)
    return parts.length > 1 && parts.every(isName) ? parts : [name]
  })
  return { least: names.length, most: joined.length, hasItself: names.some(isItself) }
}

const ITSELF = /(?:本级|机关)$/
const isItself = (name: string): boolean => ITSELF.test(name)
const isName = (name: string): boolean => name.length > 2 && (endsLikeOrgan(name) || isItself(name))

/** The numbered rows of the only list of units in the same section. */
function namesBelow(filing: Extracted, { section, match }: Spot): Names | undefined {
  if (match[2] !== '') return undefined
  const tables = filing.tables.filter((t) => t.section_id === section.section_id && t.type === 'entities')
  const [table] = tables
  if (!table || tables.length > 1) return undefined
  const names = numberedNames(table)
  return {
    least: names.length,
    most: names.length,
    hasItself: names.some((name) => isItself(name.replace(/[（）()]/g, ''))),
  }
}

const numberedNames = (table: FilingTable): string[] =>
  table.cells
    .filter((c) => c.row >= table.header_rows && c.column === 0 && /^\d+$/.test(compact(c.text)))
    .map(({ row }) => compact(table.cells.find((c) => c.row === row && c.column === 1)?.text ?? ''))
