import { type BookType, type CellObject, type Range, utils, write } from '@e965/xlsx'
import { type Cell, Paper, raw, type TableOptions } from '../../../samples/generator/paper.js'

type Grid = (CellObject | string | null)[][]

/** The tables of a paper as a bureau's own system exports them: one a sheet, title and unit in its first rows. */
export class SheetPaper extends Paper {
  readonly extension = 'xlsx'
  private readonly book = utils.book_new()
  private readonly cover: string[] = []

  constructor(private readonly format: BookType = 'xlsx') {
    super()
  }

  newPage(): void {}
  skip(): void {}
  prose(): void {}
  heading(): void {}

  centred(text: string): void {
    this.cover.push(text)
  }

  table(o: TableOptions): void {
    const width = o.widths.length
    const grid: Grid = []
    const merges: Range[] = []
    const line = (text: string) => {
      merges.push({ s: { r: grid.length, c: 0 }, e: { r: grid.length, c: width - 1 } })
      grid.push([text])
    }
    if (o.marker) grid.push([o.marker])
    line(o.title)
    // Who and in what stand on one line, at its ends.
    grid.push([o.left ?? '', ...new Array<null>(width - 2).fill(null), `单位：${o.unit}`])
    const top = grid.length
    o.head.forEach((cells, r) => {
      grid.push(new Array<null>(width).fill(null))
      for (const { text, columns = 1, rows = 1 } of cells) {
        const c = freeColumn(merges, grid, top + r)
        ;(grid[top + r] as Grid[0])[c] = text
        if (columns > 1 || rows > 1)
          merges.push({ s: { r: top + r, c }, e: { r: top + r + rows - 1, c: c + columns - 1 } })
      }
    })
    o.rows.forEach((cells, r) => {
      const span = o.spans?.get(r) ?? 1
      if (span > 1) merges.push({ s: { r: grid.length, c: 0 }, e: { r: grid.length, c: span - 1 } })
      const shown = cells.map((cell) => this.cell(cell, o.unit))
      grid.push([shown[0] ?? null, ...new Array<null>(span - 1).fill(null), ...shown.slice(1)])
    })
    if (o.note) grid.push([o.note])
    const sheet = utils.aoa_to_sheet(grid)
    sheet['!merges'] = merges
    utils.book_append_sheet(this.book, sheet, `表${this.truth.tables.length + 1}`)
    const { title, unit, noFigures } = o
    this.truth.tables.push({ title, unit, page_first: 0, page_last: 0, empty: noFigures ?? false })
  }

  finish(): Promise<Buffer> {
    const cover = utils.aoa_to_sheet(this.cover.map((line) => [line]))
    utils.book_append_sheet(this.book, cover, '封面')
    this.book.SheetNames.unshift(this.book.SheetNames.pop() as string)
    return Promise.resolve(write(this.book, { type: 'buffer', bookType: this.format }) as Buffer)
  }

  /** Numbers are numbers here, and their format makes of them what is printed. */
  private cell(cell: Cell, unit: string): CellObject | string | null {
    if (cell === null || typeof cell === 'string') return cell
    this.note(cell, raw(cell), unit, 'table')
    const decimals = cell.decimals ?? 2
    return {
      t: 'n',
      v: (cell.printed ?? cell.value) / (cell.per ?? 1),
      z: `${cell.commas === false ? '0' : '#,##0'}${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`,
    }
  }
}

/** The first column of a row that no cell stands in or goes on into. */
function freeColumn(merges: readonly Range[], grid: Grid, r: number): number {
  const taken = (c: number) =>
    grid[r]?.[c] != null || merges.some((m) => m.s.r <= r && r <= m.e.r && m.s.c <= c && c <= m.e.c)
  let c = 0
  while (taken(c)) c++
  return c
}
