import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Filing } from '../../src/model/filing.js'
import { processFiling } from '../../src/pipeline.js'
import { gbk } from './gbk.js'
import { PROSE, page, TABLES } from './make-html.js'

const folder = mkdtempSync(join(tmpdir(), 'html '))
let count = 0

function filingOf(html: string | Uint8Array): Promise<Filing> {
  const path = join(folder, `${++count}.html`)
  writeFileSync(path, html)
  const id = String(count).padStart(16, '0')
  return processFiling({
    path,
    source: `${count}.html`,
    sha256: id.repeat(4),
    filingId: id,
    kind: 'html',
    bytes: 1,
  })
}

const stated = (filing: Filing, source: 'table' | 'prose'): string[] =>
  filing.facts
    .filter((f) => f.source === source)
    .map((f) =>
      [f.concept, f.fund, f.function_code, f.nature, f.measure, f.raw]
        .filter((part) => part !== '')
        .join(' '),
    )

const IN_PROSE = [
  'revenue.grand-total all amount 4,567.80',
  'revenue.grand-total all change 67.80',
  'revenue general amount 4,500.00',
  'revenue.institutional amount 67.80',
  'expenditure.grand-total all amount 4,567.80',
  'expenditure.grand-total all change 67.80',
  'expenditure all basic amount 3,000.00',
  'expenditure all project amount 1,567.80',
  'three-public amount 31.40',
  'three-public change 2.60',
  'three-public.abroad amount 0',
  'three-public.reception amount 1.40',
  'three-public.vehicle-operation amount 30.00',
  'three-public.vehicle-purchase amount 0',
]

describe('a filing that is a page of the web', () => {
  it('is read from its first paragraph on, though no heading stands above it', async () => {
    const filing = await filingOf(
      page(
        '<p>2031年，梅渡市水文站网管理局收入预算4,567.80万元，其中：财政拨款收入4,500.00万元；事业收入67.80万元。</p>' +
          '<p>支出预算4,567.80万元，其中：财政拨款支出预算4,500.00万元，比2030年预算减少120.50万元。</p>',
      ),
    )
    expect(filing.sections).toEqual([])
    expect(filing.loose_numbers.filter((n) => n.reason === '')).toEqual([])
    expect(stated(filing, 'prose')).toEqual([
      'revenue all amount 4,567.80',
      'revenue fiscal amount 4,500.00',
      'revenue.institutional amount 67.80',
      'expenditure all amount 4,567.80',
      'expenditure fiscal amount 4,500.00',
      'expenditure fiscal change 120.50',
    ])
    expect(new Set(filing.facts.map((f) => f.section_id))).toEqual(new Set(['']))
  })

  it('says who, when and what, in sections and facts', async () => {
    const filing = await filingOf(page(PROSE))
    expect(filing).toMatchObject({
      status: 'ok',
      message: '',
      kind: 'budget',
      fiscal_year: '2031',
      organization: '梅渡市水文站网管理局',
      organization_level: 'department',
    })
    expect(filing.sections.map((s) => s.number + s.title)).toEqual([
      '一、部门基本情况',
      '二、收支总体情况',
      '三、“三公”经费情况',
      '四、名词解释',
    ])
    expect(stated(filing, 'prose')).toEqual(IN_PROSE)
    expect(filing.facts.every((f) => f.method === 'text' && f.confidence === 1)).toBe(true)
    expect(filing.pages.map((p) => [p.page, p.width, p.method, p.doubt])).toEqual([[1, 595, 'text', '']])
  })

  it('has tables with merged heads, unit, notes and captions', async () => {
    const filing = await filingOf(page(PROSE + TABLES))
    expect(filing.tables.map((t) => [t.title, t.type, t.unit, t.notes])).toEqual([
      ['一般公共预算支出表', 'general-by-function', '万元', ['注：本表反映当年一般公共预算支出。']],
      ['“三公”经费支出表', 'three-public', '万元', []],
    ])
    expect(stated(filing, 'table')).toEqual([
      'expenditure general amount 4,500.00',
      'expenditure general basic amount 3,000.00',
      'expenditure general project amount 1,500.00',
      'expenditure general 213 amount 4,500.00',
      'expenditure general 213 basic amount 3,000.00',
      'expenditure general 213 project amount 1,500.00',
      'expenditure general 21303 amount 4,500.00',
      'expenditure general 21303 basic amount 3,000.00',
      'expenditure general 21303 project amount 1,500.00',
      'expenditure general 2130301 amount 3,000.00',
      'expenditure general 2130301 basic amount 3,000.00',
      'expenditure general 2130313 amount 1,500.00',
      'expenditure general 2130313 project amount 1,500.00',
      'three-public amount 31.40',
      'three-public.abroad amount 0.00',
      'three-public.vehicle amount 30.00',
      'three-public.vehicle-purchase amount 0.00',
      'three-public.vehicle-operation amount 30.00',
      'three-public.reception amount 1.40',
    ])
    expect(filing.facts.find((f) => f.function_code === '2130313')?.label).toBe('水文测报')
    expect(stated(filing, 'prose')).toEqual(IN_PROSE)
    // Its second table prints no unit and takes that of the first: the one thing to look at.
    expect(filing.findings.map((f) => [f.check_id, f.place])).toEqual([
      ['YS-STRUCTURE-UNIT-MISSING', '《“三公”经费支出表》'],
    ])
  })

  it('is the same in GBK, inside a layout table, with its title in the page head alone', async () => {
    const whole = await filingOf(page(PROSE + TABLES))
    const title = '<title>梅渡市水文站网管理局2031年部门预算说明-梅渡水文</title>'
    const menu = '<ul><li><a href="/a">站网要闻</a></li><li><a href="/b">政务公开</a></li></ul>'
    const others = [
      gbk(page(PROSE + TABLES).replace('utf-8', 'gb2312')),
      `${title}<table><tr><td width=180>${menu}</td><td>${PROSE + TABLES}</td></tr></table>`,
      `${title}<div>${menu}</div>${PROSE}<center>${TABLES}</center>`,
    ]
    for (const html of others) {
      const filing = await filingOf(html)
      expect(filing.organization).toBe(whole.organization)
      expect(filing.sections.map((s) => s.title)).toEqual(whole.sections.map((s) => s.title))
      for (const source of ['table', 'prose'] as const)
        expect(stated(filing, source)).toEqual(stated(whole, source))
    }
  })

  it('keeps its contents apart from the heads that follow them', async () => {
    const heads = ['部门基本情况', '收支总体情况', '“三公”经费情况', '名词解释']
    const contents = heads.map((h, i) => `<p><a href="#${i}">${'一二三四'[i]}、${h}</a></p>`).join('')
    const filing = await filingOf(page(`<p align="center">目　录</p>${contents}${PROSE}`))
    expect(filing.sections.map((s) => s.title)).toEqual(heads)
    expect(stated(filing, 'prose')).toEqual(IN_PROSE)
  })
})

describe('pages that are no filing', () => {
  const links = ['水文站网管理局', '渔政大队', '渡口管理处']
    .map((name, i) => `<li><a href="/${i}.pdf">梅渡市${name}2031年部门预算</a> 2031-02-11</li>`)
    .join('')

  it.each([
    ['a list of files', page(`<ul>${links}</ul>`, '2031年部门预算公开')],
    [
      'a notice',
      page(
        '<p>各单位：</p><p>请于二十日内公开2031年部门预算收支总表，逾期说明理由。</p>',
        '关于公开2031年部门预算的通知',
      ),
    ],
    ['news', page('<p>昨日，梅渡市财政局召开2031年预算编制会，要求压减一般性支出5%。</p>', '梅渡召开预算会')],
  ])('%s', async (_, html) => {
    const filing = await filingOf(html)
    expect(filing.status).toBe('not-a-filing')
    expect(filing.facts).toEqual([])
  })

  it.each([
    ['unreadable', 'empty-html', '<img src="1.jpg">'],
    ['failed', 'huge-html', `<p>${'水'.repeat(2_100_000)}</p>`],
  ])('%s: %s', async (status, message, html) => {
    expect(await filingOf(html)).toMatchObject({ status, message })
  })
})
