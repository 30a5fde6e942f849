import { type CellObject, type Range, utils, type WorkSheet } from '@e965/xlsx'

/** A cell with text where a person sees it: rows and columns that are shown, counted from 0. */
export interface ShownCell {
  row: number
  column: number
  rows: number
  columns: number
  /** As its number format shows it. */
  text: string
}

/** The cells of a sheet as it is seen: formatted, merged, without hidden rows and columns. */
export function shownCells(sheet: WorkSheet): ShownCell[] {
  const data = (sheet['!data'] ?? []) as (CellObject[] | undefined)[]
  const width = data.reduce((most, row) => Math.max(most, row?.length ?? 0), 0)
  const rowAt = shownBefore(data.length, (row) => sheet['!rows']?.[row]?.hidden === true)
  const columnAt = shownBefore(width, (column) => sheet['!cols']?.[column]?.hidden === true)
  const merges = mergesByRow(sheet['!merges'] ?? [], data.length)
  const cells: ShownCell[] = []
  data.forEach((row, r) => {
    row?.forEach((cell, c) => {
      const text = cell ? utils.format_cell(cell).trim() : ''
      if (text === '') return
      const merge = merges[r]?.find((m) => m.s.c <= c && c <= m.e.c)
      // What stands below the first cell of a merge is kept by the file and shown to nobody.
      if (merge && (merge.s.r !== r || merge.s.c !== c)) return
      const end = merge?.e ?? { r, c }
      const [top, left] = [rowAt(r), columnAt(c)]
      const [rows, columns] = [rowAt(end.r + 1) - top, columnAt(end.c + 1) - left]
      if (rows > 0 && columns > 0) cells.push({ row: top, column: left, rows, columns, text })
    })
  })
  return cells
}

/** How many of the first so many rows or columns are shown; those behind the last one count as one. */
function shownBefore(count: number, hidden: (index: number) => boolean): (index: number) => number {
  const before = [0]
  for (let i = 0; i < count; i++) before.push((before[i] as number) + (hidden(i) ? 0 : 1))
  return (index) => before[Math.min(index, count)] as number
}

function mergesByRow(merges: readonly Range[], rows: number): Range[][] {
  const byRow: Range[][] = []
  for (const merge of merges)
    for (let r = merge.s.r; r <= Math.min(merge.e.r, rows - 1); r++) {
      byRow[r] ??= []
      byRow[r]?.push(merge)
    }
  return byRow
}
