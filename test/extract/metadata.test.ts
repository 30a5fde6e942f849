import { describe, expect, it } from 'vitest'
import { parseTitle } from '../../src/extract/front-page.js'
import { readMetadata } from '../../src/extract/metadata.js'
import type { Block, Document, Heading, Line, Paragraph, Table } from '../../src/model/document.js'
import type { Text } from '../../src/model/text.js'

const box = { x0: 0, y0: 0, x1: 100, y1: 10 }
const text = (t: string): Text => ({ text: t, glyphs: [...t].map(() => null) })
const paragraph = (t: string, role: Paragraph['role'] = 'body', page = 1): Paragraph => ({
  kind: 'paragraph',
  text: text(t),
  role,
  page,
  box,
})
const cover = (...lines: string[]) => lines.map((l) => paragraph(l, 'cover'))
const contents = (...lines: string[]) => lines.map((l) => paragraph(l, 'contents', 2))
const heading = (t: string, number = '', page = 3): Heading => ({
  kind: 'heading',
  style: number === '' ? 'none' : number.startsWith('第') ? 'part' : 'han',
  number,
  numberText: text(number),
  title: text(t),
  runIn: false,
  page,
  box,
})
const table = (title: string, captionLines: string[] = [], rows: string[][] = [], headerRows = 1): Table => ({
  kind: 'table',
  title,
  marker: '',
  captionLines,
  notes: [],
  noteTexts: [],
  captionTexts: [],
  repeatedHeader: [],
  pageFirst: 4,
  pageLast: 4,
  box,
  columns: rows[0]?.length ?? 0,
  headerRows,
  rows: rows.length,
  cells: rows.flatMap((cells, row) =>
    cells.map((t, column) => ({
      row,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: text(t),
      indent: 0,
      page: 4,
      box,
    })),
  ),
  ruled: true,
})
const line = (t: string): Line => ({ page: 1, box, text: text(t), size: 9, bold: false })
const documentOf = (
  blocks: Block[],
  more: { furniture?: string[]; pages?: number; characters?: number } = {},
) =>
  ({
    blocks,
    furniture: (more.furniture ?? []).map(line),
    unplaced: [],
    pages: Array.from({ length: more.pages ?? 20 }, (_, i) => ({
      number: i + 1,
      width: 595,
      height: 842,
      method: 'text',
      characters: more.characters ?? 500,
    })),
  }) satisfies Document

const moneyTables = (caption: string) => [
  table('收支总表', [caption]),
  table('收入总表', [caption]),
  table('支出总表', [caption]),
  table('财政拨款收支总表', [caption]),
]

describe('titles', () => {
  it.each([
    ['云溪市林业局2031年度部门预算公开', '2031', 'budget', '部门', '云溪市林业局'],
    ['2031年度云溪市林业局部门预算', '2031', 'budget', '部门', '云溪市林业局'],
    ['中共云溪市委宣传部2031年部门综合预算说明', '2031', 'budget', '部门', '中共云溪市委宣传部'],
    ['2031年中共云溪市委宣传部（本级）部门预算', '2031', 'budget', '部门', '中共云溪市委宣传部（本级）'],
    ['云溪市林业局部门2031年度部门预算信息公开', '2031', 'budget', '部门', '云溪市林业局'],
    ['关于云溪市林业局2031年部门预算的说明', '2031', 'budget', '部门', '云溪市林业局'],
    ['附件1：云溪市林业局2031度部门决算', '2031', 'final', '部门', '云溪市林业局'],
    ['2032年公开的2031年度部门决算', '2031', 'final', '部门', '2032年公开的'],
    ['云溪大学二〇三一年度部门决算', '2031', 'final', '部门', '云溪大学'],
    ['云溪大学2031年度预算', '2031', 'budget', '', '云溪大学'],
    ['云溪市财政预算编审中心 2031 年单位预算', '2031', 'budget', '单位', '云溪市财政预算编审中心'],
    ['上海市2031年市级单位预算', '2031', 'budget', '单位', '上海市'],
    ['2031年市本级部门预算', '2031', 'budget', '部门', ''],
    ['2031年8月', '', '', '', ''],
    ['二〇三一年八月', '', '', '', ''],
  ])('%s', (title, year, kind, edition, name) => {
    expect(parseTitle(title)).toMatchObject({ year, kind, edition, name })
  })
})

describe('a cover', () => {
  it('gives year, kind, name and level, wrapped lines joined, dates left out', () => {
    const { metadata, isFiling, reason } = readMetadata(
      documentOf([
        ...cover('附件2', '苏州市园林绿化管理', '局2031年度部', '门决算', '2032年9月'),
        ...contents('目录', '第一部分部门概况', '第四部分名词解释'),
        heading('收入支出决算总体情况说明', '一、'),
        heading('“三公”经费支出情况说明', '二、'),
        heading('政府采购支出情况', '三、'),
      ]),
    )
    expect(metadata).toEqual({
      kind: 'final',
      fiscal_year: '2031',
      region: '江苏省苏州市',
      organization: '苏州市园林绿化管理局',
      organization_level: 'department',
    })
    expect([isFiling, reason]).toEqual([true, 'filing'])
  })

  it('that names only the place has the organ in its label, wrapped or not', () => {
    const { metadata } = readMetadata(
      documentOf([
        ...cover('上海市普陀区2031年区级单位预算', '预算单位：上海市普陀区文化遗产保护', '研究所'),
        ...contents('目录'),
      ]),
    )
    expect(metadata).toMatchObject({
      organization: '上海市普陀区文化遗产保护研究所',
      organization_level: 'unit',
      region: '上海市普陀区',
    })
  })

  it('takes the more precise place of title and name', () => {
    const { metadata } = readMetadata(
      documentOf(cover('上海市普陀区2031年区级单位预算', '预算单位：上海市某某实验学校')),
    )
    expect(metadata.region).toBe('上海市普陀区')
  })

  it('with a unit and the department above it is about the unit', () => {
    const { metadata } = readMetadata(
      documentOf(cover('2031年单位预算', '主管部门：西安市水务局', '预算单位：西安市节水中心')),
    )
    expect(metadata.organization).toBe('西安市节水中心')
  })

  it('passes over statements that are not about the organization', () => {
    const { metadata } = readMetadata(
      documentOf(
        cover(
          '2031年部门综合预算公开报表',
          '部门名称：西安市水务局（汇总）',
          '保密审查情况：已审查',
          '部门主要负责人审签情况：已审签',
        ),
      ),
    )
    expect(metadata).toMatchObject({
      organization: '西安市水务局（汇总）',
      organization_level: 'department',
      fiscal_year: '2031',
    })
  })

  it('wins over years left from the edition before', () => {
    const { metadata } = readMetadata(
      documentOf([
        ...cover('西安市水务局2031年部门预算'),
        ...contents('目录', '2030年部门预算收支说明', '2030年部门预算编制情况'),
        paragraph('纳入本部门2030年部门汇总预算编制范围的单位共1家。'),
      ]),
    )
    expect(metadata.fiscal_year).toBe('2031')
  })

  it.each([
    ['西安市水务局（本级）', '部门', 'unit'],
    ['西安市水务局（汇总）', '单位', 'department'],
    ['西安市水务局', '单位', 'unit'],
  ])('%s %s预算 is of a %3$s', (name, edition, level) => {
    const { metadata } = readMetadata(documentOf(cover(`${name}2031年${edition}预算`)))
    expect(metadata).toMatchObject({ organization: name, organization_level: level })
  })
})

describe('a file without a cover', () => {
  it('of tables is told by their captions and titles', () => {
    const { metadata, isFiling } = readMetadata(
      documentOf([
        ...moneyTables('部门： 江苏省某某办公厅 单位：万元'),
        table('2031年政府采购预算表', ['部门：江苏省某某办公 单位：万元']),
      ]),
    )
    expect(metadata).toEqual({
      kind: 'budget',
      fiscal_year: '2031',
      region: '江苏省',
      organization: '江苏省某某办公厅',
      organization_level: 'department',
    })
    expect(isFiling).toBe(true)
  })

  it('with 单位： for the organ and 单位： for the amounts is of a unit', () => {
    const { metadata } = readMetadata(
      documentOf(moneyTables('单位：[024001]苏州市某某局 公开01表 单位：万元')),
    )
    expect(metadata).toMatchObject({ organization: '苏州市某某局', organization_level: 'unit' })
  })

  it('and without captions is told by the form of the whole department', () => {
    const { metadata, isFiling } = readMetadata(
      documentOf([
        ...moneyTables('金额单位：万元'),
        table('项目支出预算绩效目标表', [], [['项目单位', '北京市别处']]),
        table('整体支出绩效目标表', ['（2031年度）'], [['部门名称', '北京市某某局']], 0),
      ]),
    )
    expect(metadata).toEqual({
      kind: 'budget',
      fiscal_year: '2031',
      region: '北京市',
      organization: '北京市某某局',
      organization_level: 'department',
    })
    expect(isFiling).toBe(true)
  })

  it('is told by its running head', () => {
    const { metadata } = readMetadata(
      documentOf([heading('部门概况', '第一部分')], {
        furniture: ['苏州市某某局 2031 年度部门预算公开', '- 3 -'],
      }),
    )
    expect(metadata).toMatchObject({ organization: '苏州市某某局', fiscal_year: '2031' })
  })

  it('is told by its opening sentences when the title is a picture', () => {
    const { metadata, isFiling } = readMetadata(
      documentOf([
        ...contents('目录', '第二部分2031年度部门预算表'),
        heading('收支预算总体情况说明', '一、'),
        paragraph('江苏省某某办公厅2031年度收入、支出预算总计812.5万元，与上年相比增加2.5万元。'),
        heading('一般公共预算支出情况说明', '二、'),
        heading('政府采购情况说明', '三、'),
        heading('名词解释', '第四部分'),
      ]),
    )
    expect(metadata).toMatchObject({ organization: '江苏省某某办公厅', fiscal_year: '2031', kind: 'budget' })
    expect(isFiling).toBe(true)
  })

  it.each([
    '2031年，福州市某某支队收入预算为62.50万元，比上年增加1.00万元。',
    '总体情况：按照规定编制，福州市某某支队2031年收支总预算62.50万元。',
    '截至2030年12月31日，福州市某某支队共有车辆3辆，其中执法用车3辆，没有单价100万元以上的设备。',
  ])('is told by whom its sentences are about: %s', (sentence) => {
    const { metadata } = readMetadata(documentOf([heading('单位概况', '第一部分'), paragraph(sentence)]))
    expect(metadata.organization).toBe('福州市某某支队')
  })

  it('has no name where sentences speak of us alone', () => {
    const { metadata } = readMetadata(
      documentOf([
        heading('部门主要职责', '一、'),
        paragraph(
          '2031年本部门收入预算总计62.50万元。2031年一般公共预算财政拨款收入预算62.50万元，与上年持平。',
        ),
      ]),
    )
    expect(metadata.organization).toBe('')
  })

  it('takes the later of two years in column heads', () => {
    const { metadata } = readMetadata(
      documentOf([
        table(
          '“三公”经费支出表',
          [],
          [
            ['2030年预算数', '2031年预算数'],
            ['1.00', '2.00'],
          ],
        ),
      ]),
    )
    expect(metadata.fiscal_year).toBe('2031')
  })

  it('of a final account has titles that say 决算', () => {
    const { metadata } = readMetadata(
      documentOf([table('收入支出决算总表'), table('收入决算表'), table('一般公共预算财政拨款支出决算表')]),
    )
    expect(metadata.kind).toBe('final')
  })
})

describe('region', () => {
  it('of a district whose name several cities have comes from the text', () => {
    const { metadata } = readMetadata(
      documentOf([
        ...cover('鼓楼区民政局2031年部门预算'),
        heading('主要职责', '一、'),
        paragraph('根据福州市鼓楼区人民政府的规定，本局承担以下职责。'),
      ]),
    )
    expect(metadata.region).toBe('福建省福州市鼓楼区')
  })

  it('is empty where none is printed', () => {
    expect(readMetadata(documentOf(cover('云山大学2031年度部门预算'))).metadata.region).toBe('')
  })
})

describe('filing or not', () => {
  it('one page of a filing is one, though it shows little', () => {
    const page = documentOf([table('2031年单位收入预算总表', ['编制单位：上海市某某中心 单位：元'])], {
      pages: 1,
    })
    expect(readMetadata(page)).toMatchObject({ isFiling: true, signs: ['title', 'declared-table'] })
  })

  it.each([
    ['a notice', ['云溪市财政局文件', '关于下达2031年项目资金预算的通知']],
    ['an evaluation', ['云溪市水务局2031年度部门整体支出绩效评价报告']],
    ['a form', ['云溪市水务局政府信息公开申请表']],
    ['the budget of a whole government', ['云溪市2030年预算执行情况和2031年预算草案']],
  ])('%s is none, whatever tables it has', (_, lines) => {
    const paper = documentOf([...cover(...lines), ...moneyTables('部门：云溪市水务局 单位：万元')])
    expect(readMetadata(paper)).toMatchObject({ isFiling: false, reason: 'other-paper' })
  })

  it('a paper with the words of a filing and none of its parts is none', () => {
    const paper = documentOf([
      ...cover('云溪市水务局2031年部门预算'),
      paragraph('请各单位按部门预算、绩效目标和政府采购的要求填报，单位：万元。'),
      table('统计指标', ['单位：万元'], [['指标', '数值']]),
    ])
    expect(readMetadata(paper)).toMatchObject({ isFiling: false, reason: 'too-little' })
  })

  it('a scan without text is undecided here and says so', () => {
    expect(readMetadata(documentOf([], { characters: 0 }))).toMatchObject({
      isFiling: false,
      reason: 'no-text',
    })
  })
})

describe('a year that was read from pictures', () => {
  const isDoubtful = (blocks: Block[], method: 'text' | 'ocr' = 'ocr') => {
    const document = documentOf(blocks)
    return readMetadata({ ...document, pages: document.pages.map((p) => ({ ...p, method })) }).yearDoubtful
  }
  const titled = cover('云汀市水文局', '2031年部门预算')
  const income = table('2031年收入预算总表', [], [['项目', '预算数']])

  it('is borne out by titles, sentences or heads behind the title page', () => {
    expect(isDoubtful([...titled, income])).toBe(false)
    expect(isDoubtful([...titled, paragraph('2031年实行绩效管理的项目4个。截至2030年底有车辆3辆。')])).toBe(
      false,
    )
    const years = table('收支表', [], [['项目', '2030年', '2031年']])
    expect(isDoubtful([...titled, years])).toBe(false)
  })

  it('is in doubt where they name another, or none', () => {
    const other = table('2030年收入预算总表', [], [['项目', '预算数']])
    expect(isDoubtful([...titled, other])).toBe(true)
    expect(isDoubtful([...titled, table('收入总表', [], [['项目', '预算数']])])).toBe(true)
    expect(isDoubtful([...titled, other], 'text')).toBe(false)
  })

  it('is in doubt where one title alone names it', () => {
    expect(isDoubtful([income])).toBe(true)
    expect(isDoubtful([income, table('2031年支出预算总表', [], [['项目', '预算数']])])).toBe(false)
  })

  const named = (cells: string[], body = '') => [
    table('支出表', [], [['项目', '2031年预算数'], ...cells.map((cell) => [cell, '3.00'])]),
    ...(body === '' ? [] : [paragraph(body)]),
  ]

  it('is borne out by cells or sentences where one head alone names it', () => {
    expect(isDoubtful(named(['2031年渠首养护', '2031年水文监测', '2030年结转']))).toBe(false)
    expect(isDoubtful(named(['渠首养护'], '2031年渠首养护有序开展。'))).toBe(false)
    expect(isDoubtful(named(['渠首养护']))).toBe(true)
  })

  it('is in doubt where cells or sentences name another more often', () => {
    expect(isDoubtful(named(['2030年渠首养护', '2030年水文监测', '2031年结转']))).toBe(true)
    expect(isDoubtful(named(['2031年渠首养护', '2030年水文监测'], '2030年渠首养护有序开展。'))).toBe(true)
  })

  it('is that of the title where nothing but cells names it again', () => {
    const plans = (year: string) =>
      table(
        '绩效目标表',
        [],
        [
          ['目标', '指标'],
          [`${year}年养护渠首`, '4处'],
        ],
      )
    expect(isDoubtful([...titled, plans('2031')])).toBe(false)
    expect(isDoubtful([...titled, plans('2030')])).toBe(true)
  })
})
