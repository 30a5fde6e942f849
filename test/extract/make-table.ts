import type { Cell, Table } from '../../src/model/document.js'
import type { Glyph } from '../../src/model/page.js'
import type { Text } from '../../src/model/text.js'

/** A text whose glyphs stand one after the other at a place of page 1. */
export function textAt(text: string, x = 0, y = 0): Text {
  const glyphs: Glyph[] = [...text].map((c, i) => ({
    text: c,
    page: 1,
    x0: x + i,
    x1: x + i + 1,
    y0: y,
    y1: y + 1,
    size: 1,
    bold: false,
    confidence: 1,
  }))
  return { text, glyphs }
}

/** A table as layout gives it; `>` in a cell continues the cell on its left, an indent is written as spaces. */
export function makeTable(title: string, unit: string, headerRows: number, rows: string[][]): Table {
  const cells: Cell[] = []
  rows.forEach((row, r) => {
    row.forEach((raw, c) => {
      if (raw === '>') return
      let columnSpan = 1
      while (row[c + columnSpan] === '>') columnSpan++
      const text = raw.trim()
      const box = { x0: c * 100, y0: r * 10, x1: (c + columnSpan) * 100, y1: r * 10 + 10 }
      const indent = (raw.length - raw.trimStart().length) * 6 + 2
      cells.push({
        row: r,
        column: c,
        rowSpan: 1,
        columnSpan,
        text: textAt(text, box.x0 + indent, box.y0),
        indent,
        page: 1,
        box,
      })
    })
  })
  return {
    kind: 'table',
    title,
    marker: '',
    captionLines: unit ? [`单位：${unit}`] : [],
    notes: [],
    noteTexts: [],
    captionTexts: [],
    repeatedHeader: [],
    pageFirst: 1,
    pageLast: 1,
    box: { x0: 0, y0: 0, x1: 100, y1: 100 },
    columns: Math.max(...rows.map((r) => r.length)),
    headerRows,
    rows: rows.length,
    cells,
    ruled: true,
  }
}
