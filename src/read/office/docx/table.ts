import type { Element as XmlElement } from '@xmldom/xmldom'
import { type Element, elementOf } from '../../html/tree.js'
import { attributeOf, childOf, childrenOf, isOn, numberOf, propertyOf } from '../xml.js'

/** A cell as the grid has it. */
interface Cell {
  columns: number
  rows: number
  content: XmlElement | undefined
}

/** The rows of a table as HTML has them: what Word writes as cells that go on below becomes one with a span. */
export function tableOf(table: XmlElement, contents: (cell: XmlElement) => Element[]): Element {
  const rows: Cell[][] = []
  /** The cell that covers each column, if it may go on below. */
  let above = new Map<number, Cell>()
  for (const tr of rowsIn(table)) {
    const row: Cell[] = []
    const covering = new Map<number, Cell>()
    const going = new Set<Cell>()
    let column = 0
    const skipped = numberOf(childOf(tr, 'trPr'), 'gridBefore') ?? 0
    if (skipped > 0) row.push({ columns: skipped, rows: 1, content: undefined })
    column += skipped
    for (const tc of cellsIn(tr)) {
      const tcPr = childOf(tc, 'tcPr')
      const columns = Math.max(1, numberOf(tcPr, 'gridSpan') ?? 1)
      const merge = childOf(tcPr, 'vMerge')
      const before = above.get(column)
      if (merge && attributeOf(merge, 'val') !== 'restart' && before && before.columns === columns) {
        going.add(before)
        covering.set(column, before)
      } else if (propertyOf(tcPr, 'hMerge') === 'continue' && row.length > 0) {
        ;(row.at(-1) as Cell).columns += columns
      } else {
        const cell = { columns, rows: 1, content: tc }
        row.push(cell)
        if (merge) covering.set(column, cell)
      }
      column += columns
    }
    above = covering
    // A row of nothing but cells that go on is no row of its own.
    if (row.length === 0) continue
    for (const cell of going) cell.rows++
    rows.push(row)
  }
  return {
    ...elementOf('table', {}),
    children: rows.map((row) => ({ ...elementOf('tr', {}), children: row.map(cellOf) })),
  }

  function cellOf({ columns, rows: span, content }: Cell): Element {
    const td = elementOf('td', { colspan: String(columns), rowspan: String(span) })
    return { ...td, children: content ? contents(content) : [] }
  }
}

/** Rows and cells may stand in controls and tracked changes; deleted and hidden rows are not shown. */
function rowsIn(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.localName === 'tr') {
      const trPr = childOf(child, 'trPr')
      return childOf(trPr, 'del') || isOn(trPr, 'hidden') ? [] : [child]
    }
    return isWrapper(child) ? rowsIn(child) : []
  })
}

function cellsIn(row: XmlElement): XmlElement[] {
  return childrenOf(row).flatMap((child) =>
    child.localName === 'tc' ? [child] : isWrapper(child) ? cellsIn(child) : [],
  )
}

const isWrapper = ({ localName }: XmlElement): boolean =>
  /^(?:sdt|sdtContent|customXml|ins)$/.test(localName ?? '')
