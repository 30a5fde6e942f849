import { describe, expect, it } from 'vitest'
import type { Sketch } from '../../src/check/check.js'
import { CHECKS } from '../../src/check/registry.js'
import { filingOf } from './filing-of.js'

/** What the checks whose code begins so find in a small filing. */
const found = (family: string, sketch: Sketch) =>
  CHECKS.filter((c) => c.id.startsWith(`YS-${family}`)).flatMap((c) =>
    c
      .run(filingOf(sketch))
      .filter((j) => j.outcome === 'fail')
      .map((j) => `${c.id} ${j.severity ?? c.severity}`),
  )

const text = (...sentences: string[]): Sketch => ({ sections: [{ text: sentences.join('') }] })

describe('words that look wrong and are right', () => {
  it.each([
    '收入预算50.00万元，与2025年部门预算相比增加5.00万元。',
    '比上年减少5.00万元，主要原因是退休人员增加。',
    '年末结转5.00万元，比上年减少2.00万元，主要原因是支出增加。',
    '与上年持平，主要原因是厉行节约，减少开支。',
    '比上年减少5.00万元。主要原因一是社保缴费增加；二是人员经费减少。',
    '主要用于以下方面：基本支出5.00万元。',
    '主要原因：其中，人员经费增加5.00万元。',
    '以下金额单位为万元。',
    '二〇〇八年成立。',
    '收入、支出增减情况：支出增加5.00万元……详见附表。',
  ])('%s', (sentence) => expect(found('WORDING', text(sentence))).toEqual([]))

  it('a title that looks back, in a filing of the next year', () => {
    const titles = [
      '2026年收支总表',
      '2025年项目支出绩效自评表',
      '2025年预算执行情况表',
      '2024-2026年项目支出表',
    ]
    expect(found('WORDING', { tables: titles.map((title) => ({ title })) })).toEqual([])
  })

  it('the short name of the organ, and that of a unit below it', () => {
    const sketch: Sketch = {
      organization: '江苏省人大常委会办公厅',
      sections: [
        { title: '江苏省人大办公厅主要职能' },
        { title: '江苏省会议中心主要职能', text: '江苏省会议中心2026年收入预算5.00万元。' },
      ],
      tables: [{ type: 'entities', lines: [['1', '江苏省会议中心']] }],
    }
    expect(found('WORDING', sketch)).toEqual([])
  })

  it('the level of a development zone, which its place does not tell', () => {
    const glossary = { type: 'glossary', text: '财政拨款收入：区级财政当年拨付的资金。' } as const
    const place = { region: '陕西省西安市', sections: [glossary] }
    expect(found('WORDING', { ...place, organization: '西安高新区管委会' })).toEqual([])
    expect(found('WORDING', { ...place, organization: '西安市财政局' })).toEqual(['YS-WORDING-LEVEL warning'])
  })

  it('an item that pays for everything', () => {
    const path = (item: string) => `住房保障支出（类）住房改革支出（款）${item}（项）5万元。`
    const said = '一般公共服务支出（类）财政事务（款）行政运行（项）5万元。主要原因是：住房公积金基数调整。'
    expect(found('WORDING', text(path('住房公积金'), said))).toEqual([])
  })
})

describe('codes that look wrong and are right', () => {
  it.each([
    ['行政运行（公安）', '2040201'],
    ['政府办公厅(室)及相关机构事务', '20103'],
    ['社会保障和就业', '208'],
    ['其它社会保障和就业支出', '20899'],
    // Cut off by the cell.
    ['灾害防治及应急', '224'],
  ])('%s for %s', (label, function_code) => {
    expect(found('CODE', { facts: [{ function_code, label }] })).toEqual([])
  })

  it('a name of another code where no code is printed: the name was what was read', () => {
    const facts = [{ economy_code: '30202', label: '咨询费' }]
    expect(found('CODE-NAME', { facts, tables: [{ table_id: 't', lines: [['咨询费', '2.00']] }] })).toEqual(
      [],
    )
  })

  it('seven digits below an economic code are of the place', () => {
    expect(found('CODE', { facts: [{ economy_code: '3010201', label: '规范津贴' }] })).toEqual([])
  })

  it('a section of the name of its class, where the classification has one', () => {
    expect(found('CODE', text('其他支出（类）其他支出（款）其他支出（项）5万元。'))).toEqual([])
  })

  it('a name that the catalogue does not know', () => {
    expect(found('CODE', text('教育支出（类）普通教育（款）山村小学（项）5万元。'))).toEqual([])
  })

  it('a table that lists items only', () => {
    const codes = ['208', '2080505', '2080506', '2101101']
    const sketch = { facts: codes.map((function_code) => ({ function_code })), tables: [{ table_id: 't' }] }
    expect(found('CODE-PARENT', sketch)).toEqual([])
  })
})

describe('tables that look wrong and are right', () => {
  const empty = '注：本部门无国有资本经营预算，故本表为空表。'

  it('the note of the empty table beside it', () => {
    const tables = [{ title: '政府性基金预算支出表', notes: [empty], lines: [['合计', '5.00']] }]
    expect(found('STRUCTURE-EMPTY', { tables })).toEqual([])
  })

  it('a note on what would be', () => {
    const tables = [{ title: '收支总表', notes: ['如无此项收支，本表为空表。'], lines: [['合计', '5.00']] }]
    expect(found('STRUCTURE-EMPTY', { tables })).toEqual([])
  })

  it('zeros in a table that the list calls empty', () => {
    const list = { type: 'contents' as const, lines: [['表9', '政府性基金收支表', '是', '不涉及']] }
    const table = { marker: '表9', title: '政府性基金收支总表', lines: [['合计', '0.00']] }
    expect(found('STRUCTURE', { tables: [list, table] })).toEqual([])
  })

  it('a list of tables that are in another file', () => {
    const lines = [1, 2, 3].map((n) => [`表${n}`, `收支${n}表`, '否'])
    expect(found('STRUCTURE', { tables: [{ type: 'contents', lines }] })).toEqual([])
  })

  it('small figures that are ten thousand times another by chance', () => {
    const facts = [
      { value: '2', raw: '2', unit: '元', decimals: 0 },
      { value: '20000', raw: '2.00', source: 'prose' as const, table_id: '' },
    ]
    expect(found('STRUCTURE', { facts, tables: [{ table_id: 't', title: '支出表', unit: '元' }] })).toEqual(
      [],
    )
  })
})
