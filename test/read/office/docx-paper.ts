import {
  type Cell,
  type Figure,
  type HeadCell,
  Paper,
  raw,
  type TableOptions,
} from '../../../samples/generator/paper.js'
import { cell, definition, docx, list, listed, paragraph, run, table } from './make-docx.js'

/** How the numbers of each level look; Word counts them. */
const FORMATS: readonly [RegExp, [string, string]][] = [
  [/^第.+部分$/, ['chineseCountingThousand', '第%1部分']],
  [/^.+、$/, ['japaneseCounting', '%1、']],
  [/^（.+）$/, ['chineseCounting', '（%1）']],
  [/^\d+[.．]$/, ['decimal', '%1.']],
]
/** The first of a list, by which a paper shows that it counts anew. */
const FIRST = /^(?:第?一|（一|1)/

/** A paper as a department's clerk writes it in Word: no number of a heading is typed. */
export class DocxPaper extends Paper {
  readonly extension = 'docx'
  private readonly parts: string[] = []
  private readonly lists: string[] = []
  private readonly current = new Map<number, number>()
  private breaks = false

  newPage(): void {
    this.breaks = this.parts.length > 0
  }
  skip(): void {}

  centred(text: string): void {
    this.put(run(text, '<w:b/><w:sz w:val="44"/>'), '<w:jc w:val="center"/>')
  }

  heading(level: number, number: string, title: string): void {
    this.truth.sections.push({ level, number, title, page: 0 })
    const format = FORMATS.findIndex(([form]) => form.test(number))
    if (format < 0) {
      this.put(run(number + title, '<w:b/>'), '')
      return
    }
    if (FIRST.test(number) || !this.current.has(format)) {
      this.lists.push(list(this.lists.length + 1, format, 1))
      this.current.set(format, this.lists.length)
    }
    const list_ = listed(this.current.get(format) as number)
    const style = format < 2 ? `<w:pStyle w:val="${format + 1}"/>` : ''
    this.put(run(title, '<w:b/>'), style + list_)
  }

  prose(parts: (string | Figure)[], unit = '万元'): void {
    const runs = parts.map((part) => {
      if (typeof part === 'string') return run(part)
      this.note(part, raw(part), unit, 'prose')
      // Word parts text where somebody corrected it.
      const [text, at] = [raw(part), raw(part).length >> 1]
      return run(text.slice(0, at)) + run(text.slice(at), '<w:lang w:val="en-US"/>')
    })
    this.put(runs.join(''), '<w:ind w:firstLineChars="200"/>')
  }

  table(o: TableOptions): void {
    if (o.marker) this.put(run(o.marker), '')
    this.put(run(o.title, '<w:b/>'), '<w:jc w:val="center"/>')
    if (o.left) this.put(run(o.left), '')
    if (o.unit) this.put(run(`单位：${o.unit}`), '<w:jc w:val="right"/>')
    const rows = [
      ...headRows(o.head),
      ...o.rows.map((cells, r) =>
        cells.map((c, i) => this.cell(c, o.unit, i === 0 ? (o.spans?.get(r) ?? 1) : 1)),
      ),
    ]
    this.parts.push(table(rows))
    if (o.note) this.put(run(o.note), '')
    const { title, unit, noFigures } = o
    this.truth.tables.push({ title, unit, page_first: 0, page_last: 0, empty: noFigures ?? false })
  }

  finish(): Promise<Buffer> {
    return Promise.resolve(
      docx({
        body: this.parts.join('\n'),
        styles: [1, 2]
          .map(
            (n) =>
              `<w:style w:type="paragraph" w:styleId="${n}"><w:name w:val="heading ${n}"/><w:pPr><w:outlineLvl w:val="${n - 1}"/></w:pPr></w:style>`,
          )
          .join(''),
        numbering: FORMATS.map(([, level], i) => definition(i, [level])).join('') + this.lists.join(''),
      }),
    )
  }

  private put(content: string, properties: string): void {
    const breaks = this.breaks ? '<w:r><w:br w:type="page"/></w:r>' : ''
    this.breaks = false
    this.parts.push(paragraph(breaks + content, properties))
  }

  private cell(shown: Cell, unit: string, columns: number): string {
    const span = columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : ''
    if (shown === null || typeof shown === 'string') return cell(shown ?? '', span)
    this.note(shown, raw(shown), unit, 'table')
    return cell(paragraph(raw(shown), '<w:jc w:val="right"/>'), span)
  }
}

/** Heads over several rows, as Word merges them: each row says of each cell whether it goes on below. */
function headRows(head: HeadCell[][]): string[][] {
  const covered = new Map<string, string>()
  return head.map((cells, r) => {
    const row: string[] = []
    let column = 0
    const fill = () => {
      for (let span = covered.get(`${r} ${column}`); span; span = covered.get(`${r} ${column}`)) {
        row.push(cell('', `<w:gridSpan w:val="${span}"/><w:vMerge/>`))
        column += Number(span)
      }
    }
    for (const { text, columns = 1, rows = 1 } of cells) {
      fill()
      const merge = rows > 1 ? '<w:vMerge w:val="restart"/>' : ''
      row.push(cell(text, `<w:gridSpan w:val="${columns}"/>${merge}`))
      for (let below = 1; below < rows; below++) covered.set(`${r + below} ${column}`, String(columns))
      column += columns
    }
    fill()
    return row
  })
}
