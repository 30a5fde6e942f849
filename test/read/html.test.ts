import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/layout/index.js'
import type { Page } from '../../src/model/page.js'
import type { Source } from '../../src/model/source.js'
import { readPages } from '../../src/read/index.js'
import { gbk } from './gbk.js'
import { PROSE, page, TABLES } from './make-html.js'

const source: Source = {
  path: '',
  source: 'a.html',
  sha256: '0'.repeat(64),
  filingId: '0'.repeat(16),
  kind: 'html',
  bytes: 1,
}

async function pagesOf(html: string | Uint8Array): Promise<Page[]> {
  const result = await readPages(source, typeof html === 'string' ? Buffer.from(html) : html)
  if ('unreadable' in result) throw new Error(result.unreadable)
  return result.pages
}

const textOf = (pages: Page[]): string => pages.flatMap((p) => p.glyphs.map((g) => g.text)).join('')
const read = async (html: string | Uint8Array): Promise<string> => textOf(await pagesOf(html))

describe('a page of the web on virtual pages', () => {
  it('has a glyph per character with its box on the page, one for a surrogate pair', async () => {
    const [only] = await pagesOf('<p>𠮷林1&amp;2&#x3002;</p>')
    expect(only!.glyphs.map((g) => g.text)).toEqual(['𠮷', '林', '1', '&', '2', '。'])
    for (const g of only!.glyphs) {
      expect(g).toMatchObject({ page: 1, confidence: 1, size: 12 })
      expect(g.x0 >= 0 && g.x1 <= only!.width && g.y0 >= 0 && g.y1 <= only!.height).toBe(true)
    }
    expect(only).toMatchObject({ number: 1, method: 'text', hidden: [], pictures: [] })
  })

  it('leaves menus, the way there, lines of the site, its foot and lists of files out', async () => {
    const text = await read(page(PROSE))
    expect(text.startsWith('梅渡市水文站网管理局2031年部门预算说明一、部门基本情况')).toBe(true)
    expect(text.endsWith('指为保障机构运转而发生的支出。')).toBe(true)
  })

  it('joins figures cut into elements and reads nothing that is hidden', async () => {
    const text = await read(page(PROSE))
    expect(text).toContain('2031年收入预算总计4,567.80万元')
    expect(text).not.toContain('77.70')
    expect(
      await read('<p>见<i hidden>甲</i><b style="visibility:hidden">乙</b><noscript>丙</noscript></p>'),
    ).toBe('见')
  })

  it('draws tables as ruled grids, merged cells without a line through them', async () => {
    const [only] = await pagesOf(
      '<table><tr><td rowspan=2>科目</td><td colspan=2>预算数</td></tr><tr><td>上年</td><td>当年</td></tr><tr><td>水利</td><td>7.00</td></tr></table>',
    )
    const across = only!.rulings.filter((r) => r.direction === 'horizontal').sort((a, b) => a.at - b.at)
    const down = only!.rulings.filter((r) => r.direction === 'vertical').sort((a, b) => a.at - b.at)
    expect([across.length, down.length]).toEqual([4, 4])
    const [left, second, third, right] = down.map((r) => r.at) as [number, number, number, number]
    // Under the cell over two rows there is no line, and none through the cell over two columns.
    expect(across[1]).toMatchObject({ from: second, to: right })
    expect(down[2]).toMatchObject({ at: third, from: across[1]!.at })
    // The last row lacks a cell: the grid is closed all the same.
    expect(across[3]).toMatchObject({ from: left, to: right })
  })

  it('keeps the text of every cell inside the cell and widens the page for wide tables', async () => {
    const cells = Array.from({ length: 30 }, (_, i) => `<td>${i}1,234.00</td>`).join('')
    const [only] = await pagesOf(`<table><tr>${cells}</tr><tr>${cells.replaceAll('11,', '22,')}</tr></table>`)
    const edges = only!.rulings.filter((r) => r.direction === 'vertical').map((r) => r.at)
    expect(only!.width).toBeGreaterThan(1500)
    for (const g of only!.glyphs) expect(edges.some((x) => x > g.x0 && x < g.x1)).toBe(false)
    expect(Math.max(...edges)).toBeLessThan(only!.width)
  })

  it('unfolds tables that only place things', async () => {
    const inner =
      '<table border=1><tr><td>科目</td><td>预算数</td></tr><tr><td>水利</td><td>7.00</td></tr></table>'
    const [only] = await pagesOf(
      `<table><tr><td>单位名称：梅渡</td><td>单位：万元</td></tr><tr><td colspan=2>${inner}</td></tr></table>`,
    )
    expect(only!.rulings).toHaveLength(6)
    const line = only!.glyphs.slice(0, 12)
    expect(new Set(line.map((g) => g.y0)).size).toBe(1)
  })

  it('parts a table of more rows than a page takes where no cell is merged, and layout joins it again', async () => {
    const row = (i: number) =>
      i === 499
        ? '<tr><td rowspan=3>水文499</td><td>499.25</td></tr>'
        : `<tr>${i === 500 || i === 501 ? '' : `<td>水文${i}</td>`}<td>${i}.25</td></tr>`
    const pages = await pagesOf(`<table>${Array.from({ length: 1200 }, (_, i) => row(i)).join('')}</table>`)
    const lines = pages.map((p) => new Set(p.glyphs.map((g) => g.y0)).size)
    expect(lines).toEqual([502, 500, 198])
    for (const { glyphs, height } of pages) expect(glyphs.every((g) => g.y0 > 0 && g.y1 < height)).toBe(true)

    const tables = layOut(pages).blocks.filter((b) => b.kind === 'table')
    expect(tables.map((t) => [t.rows, t.pageFirst, t.pageLast])).toEqual([[1200, 1, 3]])
    const figures = tables[0]!.cells.filter((c) => c.column === 1).map((c) => c.text.text)
    expect(figures).toEqual(Array.from({ length: 1200 }, (_, i) => `${i}.25`))
  })

  it('goes on to the next page without parting a table from its title and unit', async () => {
    const pages = await pagesOf(Array.from({ length: 12 }, () => TABLES).join(PROSE))
    expect(pages.length).toBeGreaterThan(5)
    for (const p of pages) {
      expect(p.height).toBeLessThan(2500)
      const first = p.glyphs
        .slice(0, 5)
        .map((g) => g.text)
        .join('')
      expect(['单位：万元', '合计因公出', '功能分类科']).not.toContain(first)
    }
  })

  it('takes a broken line that is set in, or follows a sentence, for a paragraph', async () => {
    const [only] = await pagesOf('<div>　　测报水情。<br>　　整编资料<br>和图件<br><br>发布</div>')
    const lines = new Map(only!.glyphs.map((g) => [g.y0, 0]))
    const tops = [...lines.keys()].sort((a, b) => a - b)
    const gaps = tops.slice(1).map((y, i) => Math.round(y - tops[i]!))
    expect(gaps).toEqual([40, 18, 40])
  })
})

describe('encodings', () => {
  const text = '<meta charset="gb2312"><p>水文测报堃預算1,200.00万元</p>'
  const wanted = '水文测报堃預算1,200.00万元'

  it.each([
    ['GBK as declared', gbk(text)],
    ['GBK that declares itself UTF-8', gbk(text.replace('gb2312', 'utf-8'))],
    ['GBK without a word about it', gbk(text.replace(/<meta.*?>/, ''))],
    ['UTF-8 that declares itself GB 2312', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('%s', async (_, bytes) => {
    expect(await read(new Uint8Array(bytes))).toBe(wanted)
  })

  it('an encoding of another country as declared, in the long form', async () => {
    const head = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
    expect(await read(Buffer.concat([Buffer.from(head), Buffer.from([0xc0, 0xc1, 0xff])]))).toBe('АБя')
  })
})

describe('pages that are hard to read', () => {
  it.each([
    ['nothing but pictures', '<body><img src="1.jpg"><img src="2.jpg"></body>', 'empty-html'],
    ['text that only programs write', '<div id="app"></div><script>write("水文")</script>', 'empty-html'],
    ['more text than a filing has', `<p>${'水'.repeat(2_100_000)}</p>`, 'huge-html'],
  ])('%s', async (_, html, code) => {
    expect(await readPages(source, Buffer.from(html))).toEqual({ unreadable: code })
  })

  it.each([
    ['hostile nesting', `${'<div><table><tr><td>'.repeat(5000)}水文`],
    ['spans without end', '<table><tr><td rowspan=99999 colspan=99999>水<td>文</tr><tr><td>1<td>2</table>'],
    ['tables cut off', '<table><tr><td>水<table><tr></td><td>文<p></b>'],
    ['very many paragraphs', '<p>水'.repeat(150_000)],
    ['very many broken lines', `<div>${'水。<br>'.repeat(150_000)}</div>`],
    ['bytes of no encoding', Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0x80, 0x00, 0x31])],
  ])('%s does not throw', async (_, html) => {
    expect((await pagesOf(typeof html === 'string' ? html : new Uint8Array(html))).length).toBeGreaterThan(0)
  })
})

describe('a page whose text is placed by coordinates', () => {
  const line = (i: number) => `<div style="left:40pt;top:${60 + i * 20}pt">第${i}行</div>`
  const lines = Array.from({ length: 14 }, (_, i) => line(i)).join('')
  const drawn = (more = '') =>
    `<div style="position:relative;width:595pt;height:842pt">${lines}<i style="position:absolute;left:40pt;top:55pt;width:200pt;border-top:1pt solid"></i>${more}</div>`

  it('is a page per drawn one, its characters and rules where they stand', async () => {
    const pages = await pagesOf(drawn() + drawn())
    expect(pages.map((p) => [p.number, p.width, p.height])).toEqual([
      [1, 595, 842],
      [2, 595, 842],
    ])
    const [first] = pages
    expect(first!.glyphs[0]).toMatchObject({ text: '第', page: 1, x0: 40, size: 12 })
    expect(first!.rulings).toEqual([{ direction: 'horizontal', at: 55, from: 40, to: 240, thickness: 1 }])
    expect(pages[1]!.glyphs.every((g) => g.page === 2)).toBe(true)
  })

  it('loses neither its title nor what stands beside the drawn pages or has no place on them', async () => {
    const pages = await pagesOf(
      `<title>梅渡市水文站网管理局2031年部门预算_政务公开</title>${drawn('<p>无处可放的话。</p>')}<p>旁边的话。</p>`,
    )
    expect(pages.map((p) => textOf([p]).slice(0, 4))).toEqual(['梅渡市水', '第0行第', '旁边的话'])
    expect(textOf(pages)).toContain('无处可放的话。')
  })

  it('is none where the article flows and a chart in it is placed', async () => {
    const pages = await pagesOf(`<p>${'说明收支情况的一句话。'.repeat(40)}</p>${drawn()}`)
    expect(textOf(pages).startsWith('说明收支')).toBe(true)
    expect(pages).toHaveLength(1)
  })
})
