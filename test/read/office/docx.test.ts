import { describe, expect, it } from 'vitest'
import type { Page } from '../../../src/model/page.js'
import { readPages } from '../../../src/read/index.js'
import { readDocx } from '../../../src/read/office/docx/reader.js'
import { zip } from '../../ingest/make-zip.js'
import { cell, definition, docx, list, listed, paragraph, run, table } from './make-docx.js'

const noPicture = async () => []

/** The lines of each page, as they stand below each other. */
const linesOf = (pages: Page[]): string[][] =>
  pages.map((page) => {
    const lines = new Map<number, string>()
    for (const g of page.glyphs) lines.set(g.y0, `${lines.get(g.y0) ?? ''}${g.text}`)
    return [...lines].sort(([a], [b]) => a - b).map(([, text]) => text)
  })

async function read(parts: Parameters<typeof docx>[0]): Promise<string[][]> {
  const result = await readDocx(docx(parts), noPicture)
  if ('fault' in result) throw new Error(result.fault)
  return linesOf(result.pages)
}

describe('numbers that Word sets before paragraphs', () => {
  const item = (text: string, number: number, level = 0) => paragraph(text, listed(number, level))

  it('counts levels below each other, each in its own format', async () => {
    const levels = definition(0, [
      ['chineseCountingThousand', '第%1部分'],
      ['japaneseCounting', '%2、'],
      ['chineseCounting', '（%3）'],
      ['decimal', '%4.'],
    ])
    const body = [
      item('概况', 1),
      item('职责', 1, 1),
      item('机构', 1, 1),
      item('内设科室', 1, 2),
      item('下属单位', 1, 2),
      item('甲站', 1, 3),
      item('预算表', 1),
      item('收支总表', 1, 1),
    ].join('')
    expect(await read({ body, numbering: levels + list(1, 0) })).toEqual([
      [
        '第一部分概况',
        '一、职责',
        '二、机构',
        '（一）内设科室',
        '（二）下属单位',
        '1.甲站',
        '第二部分预算表',
        '一、收支总表',
      ],
    ])
  })

  it('goes on over lists on one definition, and begins anew where a list says so', async () => {
    const body = [1, 1, 2, 3, 3].map((n) => item('项', n)).join('')
    const numbering = definition(0, [['decimal', '%1）']]) + list(1, 0) + list(2, 0) + list(3, 0, 1)
    expect(await read({ body, numbering })).toEqual([['1）项', '2）项', '3）项', '1）项', '2）项']])
  })

  it.each([
    ['japaneseCounting', '十二、'],
    ['chineseLegalSimplified', '壹拾贰、'],
    ['decimalEnclosedCircleChinese', '⑫、'],
    ['decimalFullWidth', '１２、'],
    ['upperRoman', 'XII、'],
    ['lowerLetter', 'l、'],
    ['ideographDigital', '一二、'],
  ])('%s', async (format, number) => {
    const body = Array.from({ length: 12 }, () => item('项', 1)).join('')
    const lines = (await read({ body, numbering: definition(0, [[format, '%1、']]) + list(1, 0) })).flat()
    expect(lines.at(-1)).toBe(`${number}项`)
  })

  it('comes from styles, where a level names its style, and is taken back by list 0', async () => {
    const level = (i: number) =>
      `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H${i}"/><w:lvlText w:val="${i === 0 ? '%1' : '%1.%2'}"/></w:lvl>`
    const style = (i: number) =>
      `<w:style w:type="paragraph" w:styleId="H${i}"><w:name w:val="heading ${i + 1}"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`
    const styled = (text: string, i: number, more = '') => paragraph(text, `<w:pStyle w:val="H${i}"/>${more}`)
    const lines = await read({
      body: [styled('甲', 0), styled('乙', 1), styled('丙', 1), styled('丁', 1, listed(0))].join(''),
      styles: style(0) + style(1),
      numbering: `<w:abstractNum w:abstractNumId="5">${level(0)}${level(1)}</w:abstractNum>${list(1, 5)}`,
    })
    expect(lines).toEqual([['1甲', '1.1乙', '1.2丙', '丁']])
  })
})

describe('what a reader of a Word document sees', () => {
  it('is without deleted and hidden text and instructions, with insertions, results and boxes', async () => {
    const box = `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const body = paragraph(
      run('收入') +
        `<w:del>${run('9').replace('w:t ', 'w:delText ').replace('/w:t>', '/w:delText>')}</w:del>` +
        `<w:ins>${run('1,2')}</w:ins>` +
        run('34.50') +
        run('隐', '<w:vanish/>') +
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE 77</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
        run('万元') +
        box,
    )
    expect(await read({ body })).toEqual([['收入1,234.50万元', '框内']])
  })

  it('begins pages where the document says so, and leads from contents to pages', async () => {
    const page = '<w:r><w:br w:type="page"/></w:r>'
    const section = (type: string) => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`
    const toc = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    const lines = await read({
      styles: toc,
      body: [
        paragraph('封面'),
        paragraph(page + run('目录')),
        paragraph(`${run('一、概况')}<w:r><w:tab/></w:r>${run('3')}`, '<w:pStyle w:val="T1"/>'),
        paragraph('节末', section('nextPage')),
        paragraph('一、概况', '<w:pageBreakBefore/>'),
        paragraph('连续', section('nextPage')),
        paragraph('同页'),
        section('continuous'),
      ].join(''),
    })
    expect(lines).toEqual([['封面'], ['目录', '一、概况……3', '节末'], ['一、概况', '连续', '同页']])
  })

  it('has tables with cells merged in both directions; rows of nothing but such cells are none', async () => {
    const both = '<w:vMerge w:val="restart"/>'
    const below = '<w:vMerge/>'
    const result = await readDocx(
      docx({
        body: table([
          [cell('项目', both), cell('预算数', '<w:gridSpan w:val="2"/>')],
          [cell('', below), cell('基本'), cell('项目支出')],
          [cell('甲', both), cell('1.00', both), cell('2.00', both)],
          [cell('', below), cell('', below), cell('', below)],
          [cell('乙'), cell('3.00'), cell('4.00')],
        ]),
      }),
      noPicture,
    )
    if ('fault' in result) throw new Error(result.fault)
    const [page] = result.pages as [Page]
    const rules = (direction: string) => page.rulings.filter((r) => r.direction === direction)
    // Five borders of four rows; the one below the first goes from the second column on.
    const levels = [...new Set(rules('horizontal').map((r) => r.at))].sort((a, b) => a - b)
    expect(levels).toHaveLength(5)
    const [left] = rules('vertical')
      .map((r) => r.at)
      .sort((a, b) => a - b)
    expect(
      rules('horizontal')
        .filter((r) => r.at === levels[1])
        .every((r) => r.from > left!),
    ).toBe(true)
    expect(linesOf([page])[0]).toEqual(
      ['项目预算数', '基本项目支出', '甲1.00 2.00', '乙3.004.00'].map((l) => l.replace(' ', '')),
    )
  })
})

describe('scans that somebody put into a document', () => {
  const drawn = (id: string, cx: number, cy: number) =>
    `<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="${cx}" cy="${cy}"/><a:blip xmlns:a="a" xmlns:r="r" r:embed="${id}"/></wp:inline></w:drawing></w:r>`
  const old = (id: string, style: string) =>
    `<w:r><w:pict><v:shape xmlns:v="v" style="${style}"><v:imagedata xmlns:r="r" r:id="${id}"/></v:shape></w:pict></w:r>`
  const recognized = async (bytes: Uint8Array): Promise<Page[]> => {
    const result = await readDocx(docx({ body: paragraph(Buffer.from(bytes).toString()) }), noPicture)
    return 'pages' in result ? result.pages : []
  }

  it('are pages in their places; smaller pictures are none', async () => {
    const body = [
      paragraph('前'),
      paragraph(drawn('s1', 5_400_000, 7_600_000)),
      paragraph(old('s2', 'width:420pt;height:600pt') + run('中')),
      paragraph(drawn('s3', 1_500_000, 1_500_000)),
      paragraph('后'),
    ].join('')
    const result = await readDocx(docx({ body, pictures: { s1: '扫一', s2: '扫二', s3: '章' } }), recognized)
    if ('fault' in result) throw new Error(result.fault)
    expect(linesOf(result.pages)).toEqual([['前'], ['扫一'], ['中'], ['扫二'], ['后']])
    expect(result.pages.map((p) => [p.number, p.glyphs[0]?.page])).toEqual([1, 2, 3, 4, 5].map((n) => [n, n]))
  })

  it('are in doubt where nobody recognizes them', async () => {
    const bytes = docx({ body: paragraph(drawn('s1', 5_400_000, 7_600_000)), pictures: { s1: 'x' } })
    const source = { path: '', source: 'a.docx', sha256: '', filingId: '', kind: 'docx' as const, bytes: 1 }
    const result = await readPages(source, bytes, { ocr: 'off' })
    expect('pages' in result && result.pages.map((p) => [p.number, p.doubt])).toEqual([[1, 'no-text']])
  })
})

describe('Word documents that are none', () => {
  const types = { name: '[Content_Types].xml', content: '<Types/>' }
  const laughs = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`
  it.each<[string, string, Uint8Array]>([
    ['without a document', 'broken-office', zip([types, { name: 'word/styles.xml', content: '<a/>' }])],
    [
      'cut inside',
      'broken-office',
      zip([types, { name: 'word/document.xml', content: '<w:document xmlns:w="w"><w:body><w:p>' }]),
    ],
    [
      'with entities of its own',
      'broken-office',
      zip([types, { name: 'word/document.xml', content: laughs }]),
    ],
    ['without text', 'empty-office', docx({ body: paragraph('<w:r/>') })],
    ['that is no ZIP', 'broken-office', Buffer.from('PK')],
  ])('%s: %s', async (_, fault, bytes) => {
    expect(await readDocx(bytes, noPicture)).toEqual({ fault })
  })

  it('reads nesting of any depth without falling over', async () => {
    const deep = `${'<w:tbl><w:tr><w:tc>'.repeat(3000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`
    expect(await readDocx(docx({ body: paragraph('浅') + deep }), noPicture)).toHaveProperty('pages')
  })
})
