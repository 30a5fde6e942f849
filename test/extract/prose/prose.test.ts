import { describe, expect, it } from 'vitest'
import { concat } from '../../../src/model/text.js'
import { textAt } from '../make-table.js'
import { read, readSection, type Setting } from './read.js'

const general: Setting = {
  type: 'by-function',
  title: '支出按功能科目分类',
  ancestors: [{ title: '一般公共预算支出', type: 'general-budget' }],
}
const three: Setting = { type: 'three-public', title: '“三公”经费情况' }

describe('totals and their parts', () => {
  it('reads a head and its parts; a list of parts leaves the change to the head', () => {
    expect(
      read(
        '本部门当年预算收入500.00万元，其中：一般公共预算拨款480.00万元、其他收入20.00万元，较上年增加50.00万元，增长11.11%，主要原因是新增人员30万元。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 5000000',
      'revenue general 2025 budget amount = 4800000',
      'revenue.other 2025 budget amount = 200000',
      'revenue all 2025 budget change = 500000',
      'revenue all 2025 budget change-pct = 11.11',
    ])
  })

  it('gives a change to the part it follows where there is but one', () => {
    expect(
      read(
        '云汀市古渠局收入预算90.00万元，其中：财政拨款收入90.00万元，比2024年预算减少8.50万元；事业收入0万元。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 900000',
      'revenue fiscal 2025 budget amount = 900000',
      'revenue fiscal 2025 budget change = -85000',
      'revenue.institutional 2025 budget amount = 0',
    ])
  })

  it('states two facts where income and spending are named at once', () => {
    expect(
      read(
        '云汀市古渠局2024年度收入支出总计88.20万元。与2023年度相比，收入支出总计减少1.80万元，下降2.00%。',
        { kind: 'final', year: 2024 },
      ),
    ).toEqual([
      'revenue.grand-total all 2024 final amount = 882000',
      'expenditure.grand-total all 2024 final amount = 882000',
      'revenue.grand-total all 2024 final change = -18000',
      'expenditure.grand-total all 2024 final change = -18000',
      'revenue.grand-total all 2024 final change-pct = -2',
      'expenditure.grand-total all 2024 final change-pct = -2',
    ])
  })

  it('tells a grand total from the year by the table total the figure equals', () => {
    const totals = { 'revenue all': ['3000000'], 'revenue.grand-total all': ['3120000'] }
    expect(read('2025年收入预算312.00万元。', { totals })).toEqual([
      'revenue.grand-total all 2025 budget amount = 3120000',
    ])
    expect(read('2025年收入预算300.00万元。', { totals })).toEqual([
      'revenue all 2025 budget amount = 3000000',
    ])
  })

  it('reads shares of the figure before them', () => {
    expect(
      read('本年支出合计80.00万元，其中：基本支出60.00万元，占75.00%；项目支出20.00万元，占25.00%。'),
    ).toEqual([
      'expenditure all 2025 budget amount = 800000',
      'expenditure all basic 2025 budget amount = 600000',
      'expenditure all basic 2025 budget share-pct = 75',
      'expenditure all project 2025 budget amount = 200000',
      'expenditure all project 2025 budget share-pct = 25',
    ])
  })

  it('reads the prior figure that a change is measured from', () => {
    expect(
      read('2025年度收入预算120.00万元，比2024年年初预算数100.00万元增加20.00万元，增长20.00%。'),
    ).toEqual([
      'revenue all 2025 budget amount = 1200000',
      'revenue all 2024 budget amount = 1000000',
      'revenue all 2025 budget change = 200000',
      'revenue all 2025 budget change-pct = 20',
    ])
  })

  it('takes nothing narrowed for the whole', () => {
    expect(read('渠首闸门更新工程验算支出17.60万元。')).toEqual([])
  })
})

describe('classified items', () => {
  it('reads codes in brackets, changes without amounts of their own and no change', () => {
    expect(read('1.行政运行（2070101）4,702.02万元，较上年增加121.66万元，增长2.66%；', general)).toEqual([
      'expenditure general 2070101 2025 budget amount = 47020200',
      'expenditure general 2070101 2025 budget change = 1216600',
      'expenditure general 2070101 2025 budget change-pct = 2.66',
    ])
    expect(read('死亡抚恤（2080801）6.00万元，较上年无变化；', general)).toEqual([
      'expenditure general 2080801 2025 budget amount = 60000',
      'expenditure general 2080801 2025 budget change = 0',
    ])
  })

  it('reads two units in one sentence', () => {
    expect(read('（16）其他城乡社区公共设施支出（2120399）0元，较上年减少400万元；', general)).toEqual([
      'expenditure general 2120399 2025 budget amount = 0',
      'expenditure general 2120399 2025 budget change = -4000000',
    ])
  })

  it.each([
    ['“公共安全支出（类）司法（款）行政运行（项）”科目'],
    ['“公共安全支出-司法-行政运行”科目'],
    ['公共安全支出（204类）司法（06款）行政运行（01项）'],
    ['2040601-行政运行'],
  ])('resolves %s', (words) => {
    expect(
      read(`3、${words}12.50万元，主要用于日常工作的5项开支。`, {
        title: '财政拨款支出',
        type: 'fiscal-appropriation',
      }),
    ).toEqual(['expenditure fiscal 2040601 2025 budget amount = 125000'])
  })

  it('leaves a figure unbound whose name has no code, instead of taking it for the total', () => {
    expect(read('1.“公共安全支出（类）水闸看护（款）夜巡（项）”9.00万元。')).toEqual([])
  })

  it('reads execution and budget of two years, the change in percent only', () => {
    expect(
      read(
        '公共安全支出（204类）司法（06款）行政运行（01项）16.50万元。主要用于：日常工作。2024年当年预算执行数为20.00万元，2025年预算安排16.50万元，比2024年预算执行数减少17.50%。主要原因是：人员退休。',
        { title: '财政拨款支出' },
      ),
    ).toEqual([
      'expenditure fiscal 2040601 2025 budget amount = 165000',
      'expenditure fiscal 2040601 2024 execution amount = 200000',
      'expenditure fiscal 2040601 2025 budget amount = 165000',
      'expenditure fiscal 2040601 2025 budget change-pct = -17.5',
    ])
  })

  it('gives natures among the parts of an item that item’s code', () => {
    expect(
      read(
        '（2）商品和服务支出（302）44.60万元，其中：公用经费6.20万元，较上年减少1.40万元；专项业务经费支出38.40万元。',
        { ...general, type: 'by-economy' },
      ),
    ).toEqual([
      'expenditure general 302 2025 budget amount = 446000',
      'expenditure general 302 public 2025 budget amount = 62000',
      'expenditure general 302 public 2025 budget change = -14000',
      'expenditure general 302 project 2025 budget amount = 384000',
    ])
  })

  it('reads initial budget, outcome and completion of a final account', () => {
    expect(
      read('一般公共预算财政拨款支出年初预算为50.00万元，支出决算为45.00万元，完成年初预算的90.00%。', {
        kind: 'final',
        year: 2024,
        title: '一般公共预算财政拨款支出决算情况说明',
      }),
    ).toEqual([
      'expenditure general 2024 initial amount = 500000',
      'expenditure general 2024 final amount = 450000',
      'expenditure general 2024 final completion-pct = 90',
    ])
  })
})

describe('zeros in words', () => {
  it('takes 无 for a zero of what it names, one per year and item', () => {
    expect(read('2024年和2025年，本部门无公务用车运行维护费和购置费经费预算。', three).sort()).toEqual([
      'three-public.vehicle-operation 2024 budget amount = 0',
      'three-public.vehicle-operation 2025 budget amount = 0',
      'three-public.vehicle-purchase 2024 budget amount = 0',
      'three-public.vehicle-purchase 2025 budget amount = 0',
    ])
    expect(read('本部门无当年政府性基金预算收支，并已公开空表。')).toEqual([
      'revenue government-fund 2025 budget amount = 0',
      'expenditure government-fund 2025 budget amount = 0',
    ])
  })

  it('binds 上年无… behind an item to that item’s prior year', () => {
    expect(
      read('工资福利支出（301）89.80万元，因编制人员未到位，上年无工资福利支出；', {
        ...general,
        type: 'by-economy',
      }),
    ).toEqual([
      'expenditure general 301 2025 budget amount = 898000',
      'expenditure general 301 2024 budget amount = 0',
    ])
  })

  it('takes no zero from 无变化, 无法 or an object without a figure', () => {
    expect(read('本年无新增建设支出，无法计算增减比率。')).toEqual([])
  })
})

describe('directions', () => {
  it('binds no change where the alternatives of the form were left in', () => {
    expect(read('“三公”经费预算为5.00万元，比上年增加（减少）1.00万元，增长（下降）20.00%。', three)).toEqual(
      ['three-public 2025 budget amount = 50000'],
    )
  })

  it('reads bracketed percentages and every word for less', () => {
    expect(read('“三公”经费预算支出34.30万元，较上年降低27.47万元（44.47%）。', three)).toEqual([
      'three-public 2025 budget amount = 343000',
      'three-public 2025 budget change = -274700',
      'three-public 2025 budget change-pct = -44.47',
    ])
  })

  it('takes no comparison of budget and outcome for a change against the year before', () => {
    expect(
      read('公务接待费支出决算为2.00万元，决算数与预算数持平。', { ...three, kind: 'final', year: 2024 }),
    ).toEqual(['three-public.reception 2024 final amount = 20000'])
  })
})

describe('other matters', () => {
  it('reads procurement and leaves out what is set aside for small firms', () => {
    expect(
      read(
        '2025年本部门政府采购预算38.20万元，其中：政府采购货物预算7.80万元、政府采购工程预算0万元、政府采购服务预算30.40万元。2025年本部门面向中小企业预留政府采购项目预算金额30.00万元。',
        { type: 'procurement', title: '政府采购情况' },
      ),
    ).toEqual([
      'procurement 2025 budget amount = 382000',
      'procurement.goods 2025 budget amount = 78000',
      'procurement.works 2025 budget amount = 0',
      'procurement.services 2025 budget amount = 304000',
    ])
  })

  it('reads posts, people and zeros of the year named', () => {
    expect(
      read(
        '截止2024年底，本部门人员编制12人，其中行政编制9人、事业编制3人；实有人员11人，其中行政8人、事业3人，无离退休人员。',
        { type: 'staff' },
      ),
    ).toEqual([
      'staff.established 2024 count = 12',
      'staff.established.administrative 2024 count = 9',
      'staff.established.institutional 2024 count = 3',
      'staff.actual 2024 count = 11',
      'staff.actual.administrative 2024 count = 8',
      'staff.actual.institutional 2024 count = 3',
      'staff.retired 2024 count = 0',
    ])
  })

  it('reads vehicles and equipment, owned and planned; thresholds and kinds are no figures', () => {
    expect(
      read(
        '截至2024年底，本部门共有车辆7辆，其中：执法用车5辆、其他用车2辆；单价20万元以上的设备26台（套）。2025年部门预算安排购置车辆1辆；安排购置单价20万元以上的设备2台（套）。',
        { type: 'assets' },
      ),
    ).toEqual([
      'vehicles 2024 count = 7',
      'equipment 2024 count = 26',
      'vehicles.planned 2025 budget count = 1',
      'equipment.planned 2025 budget count = 2',
    ])
  })

  it('reads targets: projects and the money they cover', () => {
    expect(
      read('本部门2个预算单位编报绩效目标的项目20个，涉及项目预算资金70.50万元。', { type: 'performance' }),
    ).toEqual([
      'performance.projects 2025 budget count = 20',
      'performance.amount 2025 budget amount = 705000',
    ])
  })

  it('binds the glyphs of the printed characters', () => {
    const { figures } = readSection(['2025年收入预算1,234.50万元。'])
    const [figure] = figures
    expect(figure?.raw.text).toBe('1,234.50')
    expect(figure?.raw.glyphs.map((g) => g?.text).join('')).toBe('1,234.50')
  })

  it('knows a unit that is not printed from one that is no character: a sign drawn as a picture', () => {
    const [words, rest] = ['会议费预算3.00万元，比上年减少1.00万元（25.00', '），原因是会议减少。']
    const before = textAt(words)
    const text = (gap: number) => concat([before, textAt(rest, words.length + gap)])
    const notes = (gap: number) =>
      readSection([text(gap)], three)
        .figures.filter((f) => f.raw.text === '25.00')
        .map((f) => f.note)
    expect(notes(0)).toEqual([['unit-missing']])
    expect(notes(0.1)).toEqual([['unit-missing']])
    expect(notes(0.45)).toEqual([['unit-unread']])
  })
})
