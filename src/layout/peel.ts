import { captionKind, namedBy } from './captions.js'
import { type FilledRow, type PageTable, rowsOf, withoutRows } from './page-tables.js'

/** Some print title, marker and unit inside the frame: leading rows that hold one caption each leave the grid. */
export function peelCaptions(table: PageTable): PageTable {
  const { captionLines, peeled: before } = table.captions
  const captions = { ...table.captions, captionLines: [...captionLines], peeled: [...before] }
  let peeled = 0
  let found = false
  for (const row of rowsOf(table)) {
    const text = captionText(row)
    if (text === undefined) break
    // A blank row between title and header goes along with the rows above it.
    if (text !== '') {
      const kind = captionKind(text)
      if (kind === 'none') break
      found = true
      if (kind === 'marker') captions.marker = text
      else if (kind === 'unit') captions.captionLines.push(text)
      else {
        const { marker, title } = namedBy(text)
        captions.title = title
        captions.marker = marker || captions.marker
      }
    }
    captions.peeled.push(...row.cells.map((c) => c.text))
    peeled++
  }
  return found && peeled < table.grid.ys.length - 2 ? { ...withoutRows(table, peeled), captions } : table
}

/** The row's text where it is one cell's, or organization and unit in two; undefined for a row of columns. */
function captionText(row: FilledRow): string | undefined {
  const filled = row.cells.filter((c) => c.text.text.trim() !== '')
  const texts = filled.map((c) => c.text.text.replace(/\s+/g, ''))
  if (filled.length <= 1) return texts.join('')
  return filled.length === 2 && texts.some((t) => captionKind(t) === 'unit') ? texts.join(' ') : undefined
}
