import type { Extracted, FilingTable, TableCell } from '../../model/filing.js'
import { DOWN, UP } from '../../model/printed/direction.js'
import { type Saying, said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
import {
  compact,
  passagesOf,
  placeOfSpot,
  type Spot,
  spotNamed,
  spotsOf,
  titleOfTable,
  wordsFail,
  wordsHold,
} from '../print.js'

/** 截至2030年12月31日，共有车辆…: the day on which something was counted. */
const AS_OF =
  /截[至止]到?(20\d{2})年(?:(\d{1,2})月|年?[底末])?(?=[^。；]{0,40}?(?:车辆|资产|设备|房屋|人员|编制|实有))/g
/** 实施周期：2030年1月1日-2030年12月31日 */
const PERIOD_LABEL = '(?:项目)?(?:实施|执行)(?:周期|期限|期间|时间)'
const SPAN = String.raw`(20\d{2})年?(?:\d{1,2}月(?:\d{1,2}日)?)?[-—–－~～至到]+(?:(20\d{2})年?)?`
const PERIOD = new RegExp(`${PERIOD_LABEL}(?:为|是|[:：])*${SPAN}`, 'g')
const LABEL_CELL = new RegExp(`^${PERIOD_LABEL}[:：]?$`)
const SPAN_CELL = new RegExp(`^${SPAN}`)
/** 比2031年预算增加: the year that this year is compared with. */
const COMPARED = new RegExp(
  `[比较与同](20\\d{2})年度?([^，。；\\d]{0,12}?)(?:相比)?[，,]?(?:${UP}|${DOWN}|持平|相同|相等|一致)`,
  'g',
)
/** Of one year more than one figure can be compared: what was budgeted, changed, carried out. */
const OTHER_FIGURE = /执行|决算|调整|追加|完成|实际|预计|年初|年中|批复|控制|限额|上限|申报|建议/

/** Days, periods and years that can not be those of this filing. */
export const wordingDate: Check = {
  id: 'YS-WORDING-DATE',
  asserts: {
    zh: '截止日、实施周期和比较的年份与本文件的年度相符：决算截至本年末，预算不截至尚未到来的日子，不与本年自身比较。',
    en: 'Days of count, project periods and years compared with suit the fiscal year: a final account counts at its end, a budget not at a day to come, and no year is compared with itself.',
  },
  basis: '决算反映本年末的情况，预算编制时本年尚未结束；日期不符多是沿用上年文字。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '2031 年决算写“截至2030年12月31日，共有车辆0辆”',
  passing: { kind: 'final', sections: [{ text: '截至2026年12月31日，本部门共有车辆0辆。' }] },
  failing: { kind: 'final', sections: [{ text: '截至2025年12月31日，本部门共有车辆0辆。' }] },
  run: (filing) => {
    // Nothing suits a year that nobody knows, and nothing does not.
    if (filing.fiscal_year === '') return []
    const passages = passagesOf(filing)
    return [
      ...spotsOf(passages, AS_OF).map((spot) => judgeDay(filing, spot)),
      ...spotsOf(passages, PERIOD).map((spot) => {
        const [words, from = '', to = from] = spot.match
        return isWithin(filing, from, to)
          ? wordsHold(words)
          : wordsFail(words, placeOfSpot(filing, spot), outside(filing, spotNamed(filing, spot), words))
      }),
      ...filing.tables.flatMap((table) => judgeTable(filing, table)),
      ...spotsOf(passages, COMPARED).flatMap((spot) => judgeYear(filing, spot)),
    ]
  },
}

/** A budget may have been drawn up in the first months of its year. */
const LAST_MONTH = 6

function judgeDay(filing: Extracted, spot: Spot): Judgement {
  const [words, year = '', month] = spot.match
  const past = Number(filing.fiscal_year) - Number(year)
  const isToCome =
    filing.kind === 'budget' && past <= 0 && !(past === 0 && month && Number(month) <= LAST_MONTH)
  const isStale = filing.kind === 'final' ? past > 0 : past > OLDEST
  if (!isToCome && !isStale) return wordsHold(words)
  return wordsFail(
    words,
    placeOfSpot(filing, spot),
    said(isToCome ? 'wording-date.to-come' : 'wording-date.stale', {
      at: spotNamed(filing, spot),
      words,
      year: filing.fiscal_year,
    }),
    { expected: filing.fiscal_year, actual: year },
  )
}

/** Years: a budget counts at the end of the year before, some at that of the one before it. */
const OLDEST = 2

const isWithin = (filing: Extracted, from: string, to: string): boolean =>
  from <= filing.fiscal_year && filing.fiscal_year <= to

const outside = (filing: Extracted, where: Saying, words: string) =>
  said('wording-date.outside', { at: where, words, year: filing.fiscal_year })

function judgeTable(filing: Extracted, table: FilingTable): Judgement[] {
  const labels = table.cells.filter((c) => LABEL_CELL.test(compact(c.text)))
  return labels.flatMap((label) => {
    const cell = besideOf(table, label)
    const match = cell && SPAN_CELL.exec(compact(cell.text))
    if (!cell || !match) return []
    const [, from = '', to = from] = match
    const words = `${compact(label.text)} ${compact(cell.text)}`
    if (isWithin(filing, from, to)) return [wordsHold(words)]
    const at = { page: cell.page, bbox: cell.bbox, place: titleOfTable(table), evidence: words }
    return [wordsFail(words, at, outside(filing, tableAt(filing, table, cell.page), words))]
  })
}

const besideOf = (table: FilingTable, label: TableCell): TableCell | undefined =>
  table.cells
    .filter((c) => c.row === label.row && c.column > label.column && compact(c.text) !== '')
    .sort((a, b) => a.column - b.column)[0]

/** `2031年“三公”经费预算`, `其中：2031年公用经费`: the last year that opens a clause. */
const SPOKEN_OF = /.*(?:^|[，,、:：])(?:其中)?(20\d{2})年/

/** The year that is spoken of, compared with itself. */
function judgeYear(filing: Extracted, spot: Spot): Judgement[] {
  const [words, year = '', what = ''] = spot.match
  const before = spot.text
    .slice(0, spot.from)
    .split(/[。；;]/)
    .at(-1) as string
  // A reason names the years of something else.
  if (/原因|由于/.test(before)) return []
  const spokenOf = SPOKEN_OF.exec(before)?.[1] ?? filing.fiscal_year
  if (spokenOf !== year) return [wordsHold(words)]
  // A final account compares with the budget of its own year.
  if (filing.kind === 'final' || OTHER_FIGURE.test(what + before)) return []
  // The amount that is compared stands directly before.
  if (!/\d(?:亿|万)?元[，,]?$/.test(before)) return []
  return [
    wordsFail(
      words,
      placeOfSpot(filing, spot),
      said('wording-date.own-year', { at: spotNamed(filing, spot), words, year }),
      {
        severity: 'error',
        expected: String(Number(year) - 1),
        actual: year,
      },
    ),
  ]
}
