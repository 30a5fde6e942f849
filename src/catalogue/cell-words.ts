// Words in the cells of printed tables by which the layout tells heads, bodies and rows apart; texts without spaces.
import { LIST_NUMBER } from '../model/printed/list-number.js'

/** The name of a total's row, alone in its cell: `合计`, `总计：`. */
export const TOTAL_WORD = /^(?:合计|总计|小计|共计)[:：]?$/

/** The same, or a part of it that its letter-spacing tore off: `合`, `计`. */
export const TOTAL_PIECE = /^(?:合|总|小|共)计?$|^计$/

/** A cell of the row that counts the columns: `**`, `栏次`, `1`, `2=3+4`, `A`, `—`. */
export const COUNTER_CELL = /^(?:[*＊×]+|栏次|序号|行次|\d{1,2}(?:=[\d+\-－]+)?|[A-Z]|[—-]+)$/

/** The number of a column there: `1`, `2=3+4`. */
export const COLUMN_COUNT = /^\d{1,2}(?:=[\d+\-－]+)?$/

/** How the first cell of a body begins: `一、`, `（一）`, `1.`, `①`, `其中：`. */
export const LIST_OPENER = new RegExp(`^(?:${LIST_NUMBER}|其中[:：])`)

/** Heads of two characters that forms set wide apart: one word, not two columns. */
export const SPREAD_WORD = /^(?:收入|支出|合计|总计|小计|项目|科目|名称|编码|单位|部门|备注|金额|序号)$/
