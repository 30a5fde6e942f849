import type { Extracted } from '../../model/filing.js'
import { UNCHOSEN } from '../../model/printed/direction.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
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
      ...oncePerClause(spotsOf(passages, NEVER_CHOSEN)).map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-template.unchosen', { at: spotNamed(filing, spot), words: spot.match[0] }),
          {
            reason: 'direction-not-chosen',
          },
        ),
      ),
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

/** 增加（减少）0万元，增长（减少）0%: one sentence, one thing to mend. */
const oncePerClause = (spots: Spot[]): Spot[] =>
  spots.filter((spot, i) => {
    const last = spots[i - 1]
    return last?.section !== spot.section || /[。；]/.test(spot.text.slice(last.from, spot.from))
  })

const notesOf = (filing: Extracted): Judgement[] =>
  filing.tables.flatMap((table) =>
    table.notes.flatMap((note) => {
      const text = compact(note)
      const match = [...text.matchAll(INSTRUCTION)][0]
      if (!match) return []
      const at = placeOfTable(table, sentenceAround(text, match.index, match[0].length))
      return wordsFail(
        match[0],
        at,
        said('wording-template.note', { at: tableAt(filing, table, at.page), words: match[0] }),
        {
          reason: 'instruction-left',
        },
      )
    }),
  )
