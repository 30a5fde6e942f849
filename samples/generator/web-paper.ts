import { type Cell, type Figure, type HeadCell, Paper, raw, type TableOptions } from './paper.js'

const MENU = ['首页', '本局概况', '政务公开', '办事服务', '互动交流', '水乡风物']
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** A paper as a page of its department's site: what is around it is written as such sites write it. */
export class WebPaper extends Paper {
  readonly extension = 'html'
  private readonly parts: string[] = []
  private readonly title: string[] = []
  private figures = 0

  constructor(private readonly place: string) {
    super()
  }

  newPage(): void {}
  skip(): void {}

  /** The lines of the cover are the article's title; the page has no others. */
  centred(text: string): void {
    this.title.push(text)
  }

  heading(level: number, number: string, title: string): void {
    this.truth.sections.push({ level, number, title, page: 0 })
    this.parts.push(`<p>　　<b>${number}</b><b>${title}</b></p>`)
  }

  prose(parts: (string | Figure)[], unit = '万元'): void {
    const text = parts.map((part) => {
      if (typeof part === 'string') return escaped(part)
      this.note(part, raw(part), unit, 'prose')
      return this.cut(raw(part))
    })
    this.parts.push(`<p align="justify"><font size="4">　　${text.join('')}</font></p>`)
  }

  table(o: TableOptions): void {
    if (o.marker) this.parts.push(`<p>${o.marker}</p>`)
    this.parts.push(`<p style="text-align: center"><strong>${escaped(o.title)}</strong></p>`)
    if (o.left) this.parts.push(`<p>${escaped(o.left)}</p>`)
    if (o.unit) this.parts.push(`<p align="right">单位：${o.unit}</p>`)
    this.parts.push('<table border="1" cellspacing="0">')
    for (const cells of o.head) this.parts.push(`<tr>${cells.map(headCell).join('')}</tr>`)
    o.rows.forEach((cells, r) => {
      const span = o.spans?.get(r) ?? 1
      const row = cells.map((cell, i) => this.cell(cell, o.unit, i === 0 ? span : 1))
      this.parts.push(`<tr>${row.join('')}</tr>`)
    })
    this.parts.push('</table>')
    if (o.note) this.parts.push(`<p>${escaped(o.note)}</p>`)
    const { title, unit, noFigures } = o
    this.truth.tables.push({ title, unit, page_first: 0, page_last: 0, empty: noFigures ?? false })
  }

  finish(): Promise<Buffer> {
    const title = this.title.join('')
    const menu = MENU.map((name, i) => `<li><a href="/c${i}/">${name}</a></li>`).join('')
    const page = [
      `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>${title}_政务公开_${this.place}政务网</title></head>`,
      `<body><div class="logo"><h1><a href="/">${this.place}政务网</a></h1></div><ul>${menu}</ul>`,
      '<p>当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; 正文</p>',
      `<div class="main"><h2>${title}</h2><p>发布时间：2025-02-14　浏览次数：<span id="n">0</span></p>`,
      '<script>document.getElementById("n").innerText = "35.70万元"</script>',
      '<div class="text">',
      ...this.parts,
      '<p style="display:none">本部门当年预算收入99.90万元。</p>',
      '<p><a href="/files/1.pdf">附件：绩效目标表.pdf</a></p></div></div>',
      `<div class="foot"><p>主办：${this.place}人民政府办公室　电话：000-1234567</p><p>备案号：00000000</p></div>`,
      '</body></html>\n',
    ]
    return Promise.resolve(Buffer.from(page.join('\n')))
  }

  private cell(cell: Cell, unit: string, columns: number): string {
    const span = columns > 1 ? ` colspan="${columns}"` : ''
    if (cell === null || cell === '') return `<td${span}>&nbsp;</td>`
    if (typeof cell === 'string') return `<td${span}>${escaped(cell)}</td>`
    this.note(cell, raw(cell), unit, 'table')
    return `<td align="right"${span}><p>${this.cut(raw(cell))}</p></td>`
  }

  /** Editors leave figures in pieces where somebody corrected them: every third one here. */
  private cut(text: string): string {
    if (++this.figures % 3 !== 0 || text.length < 3) return text
    const at = text.length >> 1
    return `<span>${text.slice(0, at)}</span><span>${text.slice(at)}</span>`
  }
}

const headCell = ({ text, columns, rows }: HeadCell): string => {
  const spans = `${rows ? ` rowspan="${rows}"` : ''}${columns ? ` colspan="${columns}"` : ''}`
  return `<th${spans}>${escaped(text)}</th>`
}
