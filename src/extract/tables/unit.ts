import type { Table } from '../../model/document.js'
import { folded } from '../../model/printed/folded.js'

const UNIT = /(?:金?额?单?位|单位)[:(（]?\s*(?:人民币)?(亿元|百万元|万元|千元|元)/
/** `单位：万` with 元 wrapped onto the next line. */
const WRAPPED = /单位:万$/
/** `某某局      万元`: a word of its own at the end of a line above the grid. */
const ALONE = /(?:^|\s)[(（]?(亿元|百万元|万元|千元|元)[)）]?\s*$/
const IN_HEAD = /[(（](亿元|百万元|万元|千元|元)[)）]/

/** The unit a table declares over its grid or in its heads; empty where it declares none. */
export function declaredUnit(table: Table): string {
  for (const line of table.captionLines) {
    const text = folded(line)
    const unit = UNIT.exec(text)?.[1]
    if (unit) return unit
    if (WRAPPED.test(text)) return '万元'
    const alone = ALONE.exec(line)?.[1]
    if (alone) return alone
  }
  const title = IN_HEAD.exec(folded(table.title))?.[1]
  if (title) return title
  for (const cell of table.cells) {
    if (cell.row >= table.headerRows) break
    const text = folded(cell.text.text)
    const unit = UNIT.exec(text)?.[1] ?? IN_HEAD.exec(text)?.[1]
    if (unit) return unit
  }
  return ''
}

/** The unit of most tables of a filing: what a table without a unit line is read in. */
export function commonUnit(units: string[]): string {
  const counts = new Map<string, number>()
  for (const unit of units) if (unit) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? ''
}
