import type { Extracted, FilingTable } from '../../model/filing.js'
import { UNCHOSEN } from '../../model/printed/direction.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement, PrintedPlace } from '../check.js'
import { pageNamed, tableAt } from '../naming.js'
import {
  compact,
  passagesOf,
  placeOfSpot,
  placeOfTable,
  type Spot,
  sentenceAround,
  spotNamed,
  spotsOf,
  wordsFail,
  wordsHold,
} from '../print.js'

/** The form's alternatives, never chosen between: the direction is unknown. 增减情况 and 增加（减少）额 name columns. */
const NEVER_CHOSEN = new RegExp(`${UNCHOSEN}(?!情况|变[动化]|额|率|幅度|数$)`, 'g')
const BLANK =
  /[×✕]{2,}|(?<![A-Za-zＡ-Ｚａ-ｚ\d])[XＸ]{2,}(?![A-Za-zＡ-Ｚａ-ｚ\d])|[_＿]{2,}|(?<![一二三四五六七八九○〇])[○〇]{2,}(?![年○〇一二三四五六七八九])/g
const INSTRUCTION =
  /不涉及的?(?:内容|部分|事项)?(?:可以?)?(?:不列|删除|删去)|如持平(?:，|作|请|则)|请核实|请(?:各(?:部门|单位))?(?:自行|据实|如实)(?:填[写列报]|修改|调整|补充)|请填[写列报]|此处(?:请)?(?:填|应|列|说明)|根据实际情况(?:填写|选择|增减|修改)|格式不得随意改变|一定要在目录说明理由|(?:的，?)?仍(?:应|需)?保留(?:该|此|本)?(?:表|表格|空表)(?:格式)?[^。]{0,12}(?:下述|以下|如下)?说明|[”"]?为必填项/g

/** Blanks, alternatives and instructions of the form. */
export const wordingTemplate: Check = {
  id: 'YS-WORDING-TEMPLATE',
  asserts: {
    zh: '正文和表注里没有留下模板的待填处、未选的“增加（减少）”和填报说明。',
    en: 'Text and notes hold no blanks, unchosen alternatives or instructions of the form.',
  },
  basis: '公开文本应当是填好的文本；“增加（减少）”没有选定时，增减方向不明。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '与上年相比增加（减少）5.00 万元：是增加还是减少，没有说',
  passing: { sections: [{ text: '收入预算50.00万元，比上年增加5.00万元。' }] },
  failing: { sections: [{ text: '收入预算50.00万元，比上年增加（减少）5.00万元。' }] },
  run: (filing) => {
    const passages = passagesOf(filing)
    const found = [
      ...neverChosen(filing, oncePerClause(spotsOf(passages, NEVER_CHOSEN))),
      ...spotsOf(passages, BLANK).map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-template.blank', { at: spotNamed(filing, spot), words: spot.match[0] }),
          {
            reason: 'blank-left',
          },
        ),
      ),
      ...spotsOf(passages, INSTRUCTION).map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-template.instruction', { at: spotNamed(filing, spot), words: spot.match[0] }),
          {
            reason: 'instruction-left',
          },
        ),
      ),
      ...notesOf(filing),
    ]
    if (found.length > 0) return found
    return passages.length > 0 || filing.tables.some((t) => t.notes.length > 0)
      ? [wordsHold('正文和表注')]
      : []
  },
}

/** One form, filled in carelessly everywhere: one thing to look at, with all its places. */
function neverChosen(filing: Extracted, spots: readonly Spot[]): Judgement[] {
  const [first] = spots
  if (!first) return []
  const places = spots.map((spot) => ({ ...placeOfSpot(filing, spot), evidence: itemAround(spot) }))
  const at = places[0] as PrintedPlace
  const pages = [...new Set(places.map((p) => p.page))]
  const isFlat = spots.every((spot) => FLAT.test(behind(spot)))
  const code = `wording-template.unchosen${spots.length > 1 ? '-often' : ''}${isFlat ? '-flat' : ''}`
  return [
    wordsFail(
      first.match[0],
      spots.length > 1
        ? { ...at, evidence: places.map((p) => `${p.evidence}（p${p.page}）`).join('；') }
        : at,
      said(code, {
        at: spotNamed(filing, first),
        words: first.match[0],
        count: spots.length,
        pages: pages.map((page) => pageNamed(filing, page)),
      }),
      { reason: 'direction-not-chosen' },
    ),
  ]
}

/** 增加（减少）0万元: nothing moved. */
const FLAT = /^0(?:\.0+)?(?:万元|元|[%％])/
const behind = ({ text, from, match }: Spot): string => text.slice(from + match[0].length)

/** The sentence, with the one before it where that names what 与上年相比 is of. */
function itemAround({ text, from, match }: Spot): string {
  const own = sentenceAround(text, from, match[0].length)
  if (!/^(?:与|比|较|同)/.test(own)) return own
  const before = /[^。；]*[。；]$/.exec(text.slice(0, text.lastIndexOf(own, from)))?.[0] ?? ''
  return before.slice(-MOST_BEFORE) + own
}

const MOST_BEFORE = 60

/** 增加（减少）0万元，增长（减少）0%: one sentence, one thing to mend. */
const oncePerClause = (spots: Spot[]): Spot[] =>
  spots.filter((spot, i) => {
    const last = spots[i - 1]
    return last?.section !== spot.section || /[。；]/.test(spot.text.slice(last.from, spot.from))
  })

/** A note stands below its table. */
function placeOfNote(table: FilingTable, evidence: string): PrintedPlace {
  const place = placeOfTable(table, evidence)
  return place.page === table.page_last ? place : { ...place, page: table.page_last, bbox: '0.0 0.0 0.0 0.0' }
}

const MOST_OF_NOTE = 160

const notesOf = (filing: Extracted): Judgement[] =>
  filing.tables.flatMap((table) =>
    table.notes.flatMap((note) => {
      const text = compact(note)
      const found = [...text.matchAll(INSTRUCTION)]
      const [match] = found
      if (!match) return []
      const words = [...new Set(found.map(([w]) => w))]
      const at = placeOfNote(table, text.slice(0, MOST_OF_NOTE))
      return wordsFail(
        match[0],
        at,
        said('wording-template.note', {
          at: tableAt(filing, table, at.page),
          words: words.map((w) => said('quoted', { words: w })),
        }),
        {
          reason: 'instruction-left',
        },
      )
    }),
  )
