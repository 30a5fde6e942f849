import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { compact, placeOfTable, titleOf, wordsFail, wordsHold } from '../print.js'

/** `云汀市青坪区XX局2031年度决算表` */
const BLANK = /[×✕]{2,}|(?<![A-Za-zＡ-Ｚａ-ｚ\d])[XＸxｘ]{2,}(?![A-Za-zＡ-Ｚａ-ｚ\d])|某某/

const OF_AN_ORGAN = /(?:[×✕XＸxｘ]{2,}|某某)(?:省|市|区|县|街道|镇|乡|局|委|厅|办|院|部门|单位|中心|年)/

/** Placeholders of the form in titles. */
export const wordingTitleBlank: Check = {
  id: 'YS-WORDING-TITLE-BLANK',
  asserts: {
    zh: '标题和表题里没有模板的占位符“XX”。',
    en: 'Titles of sections and tables hold no placeholders of the form.',
  },
  basis: '标题说明是谁的、哪一年的；留有占位符的标题没有填。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '第二部分 云汀市青坪区XX局2031年度决算表',
  passing: { sections: [{ title: '云汀市青坪区水利局2031年度决算表' }] },
  failing: { sections: [{ title: '云汀市青坪区XX局2031年度决算表' }] },
  run: (filing) => {
    const sections = filing.sections.map((section) => ({
      title: compact(section.title),
      at: {
        page: section.page,
        bbox: section.bbox,
        place: titleOf(section),
        evidence: compact(section.title),
      },
    }))
    const tables = filing.tables.map((table) => ({
      title: compact(table.title),
      at: placeOfTable(table, compact(table.title)),
    }))
    const titles = [...sections, ...tables].filter(
      ({ title }) => title !== '' && title.length <= LONGEST_TITLE,
    )
    const found = titles.filter(({ title }) => BLANK.test(title))
    if (titles.length === 0) return []
    if (found.length === 0) return [wordsHold('标题和表题')]
    return found.map(({ title, at }) =>
      wordsFail(title, at, said('wording-title-blank.found', { title }), {
        // Names of projects may be kept secret.
        ...(OF_AN_ORGAN.test(title) ? {} : { severity: 'warning' as const }),
      }),
    )
  },
}

/** Longer ones are sentences. */
const LONGEST_TITLE = 60
