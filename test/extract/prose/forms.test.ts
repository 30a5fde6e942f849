import { describe, expect, it } from 'vitest'
import { passed, read, type Setting } from './read.js'

const general: Setting = {
  type: 'by-function',
  title: '支出按功能科目分类',
  ancestors: [{ title: '一般公共预算支出', type: 'general-budget' }],
}
const economy: Setting = { ...general, type: 'by-economy', title: '支出按经济科目分类' }
const three: Setting = { type: 'three-public', title: '一般公共预算“三公”经费情况' }
const final = (title = '支出决算情况说明'): Setting => ({ kind: 'final', year: 2024, title })

describe('a whole and its parts', () => {
  it('lists the spending of a fund among the parts of spending, and no sources of money', () => {
    expect(
      read(
        '本部门当年预算支出86.00万元，其中：一般公共预算拨款80.00万元、其他收入5.00万元、上年结转1.00万元，较上年减少9.00万元，下降9.47%。',
      ),
    ).toEqual([
      'expenditure all 2025 budget amount = 860000',
      'expenditure general 2025 budget amount = 800000',
      'expenditure all 2025 budget change = -90000',
      'expenditure all 2025 budget change-pct = -9.47',
    ])
  })

  it('keeps the spending half of a paragraph apart from its income half', () => {
    expect(
      read(
        '收入预算50.00万元，其中：一般公共预算拨款收入50.00万元；支出预算50.00万元，其中：一般公共预算拨款支出50.00万元。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 500000',
      'revenue general 2025 budget amount = 500000',
      'expenditure all 2025 budget amount = 500000',
      'expenditure general 2025 budget amount = 500000',
    ])
  })

  it('speaks of the whole again where a new sentence begins', () => {
    expect(
      read(
        '收入预算为90.00万元，其中：一般公共预算拨款收入88.00万元、事业收入2.00万元。比上年减少3.00万元，下降3.23%。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 900000',
      'revenue general 2025 budget amount = 880000',
      'revenue.institutional 2025 budget amount = 20000',
      'revenue all 2025 budget change = -30000',
      'revenue all 2025 budget change-pct = -3.23',
    ])
  })

  it('takes the words before a colon for what a bare amount is about', () => {
    expect(
      read(
        '（一）收入预算：2025年年初预算数45.00万元，其中：政府性基金预算拨款5.00万元；收入比2024年增加2.00万元。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 450000',
      'revenue government-fund 2025 budget amount = 50000',
      'revenue all 2025 budget change = 20000',
    ])
  })

  it('reads the year and what is carried over in one total', () => {
    expect(
      read(
        '本校2025年收支总预算70.00万元，其中本年收入预算60.00万元，上年结转10.00万元；本年支出预算65.00万元，结转下年5.00万元。',
      ),
    ).toEqual([
      'revenue.grand-total all 2025 budget amount = 700000',
      'expenditure.grand-total all 2025 budget amount = 700000',
      'revenue all 2025 budget amount = 600000',
      'revenue.carry-in all 2025 budget amount = 100000',
      'expenditure all 2025 budget amount = 650000',
      'expenditure.carry-out all 2025 budget amount = 50000',
    ])
  })

  it('gives the parts in the paragraphs after it the side and money of the whole', () => {
    expect(
      read(
        [
          '2025年当年财政拨款支出预算比上年增加6.00万元。其中：',
          '1.教育支出比上年增加7.00万元。',
          '2.科学技术支出比上年减少1.00万元。',
        ],
        {
          title: '财政拨款支出预算情况说明',
        },
      ),
    ).toEqual([
      'expenditure fiscal 2025 budget change = 60000',
      'expenditure fiscal 205 2025 budget change = 70000',
      'expenditure fiscal 206 2025 budget change = -10000',
    ])
  })

  it('gives natures behind a reason the code of their item', () => {
    expect(
      read(
        '商品和服务支出（302）44.60万元，较上年减少2.00万元，主要原因是厉行节约。具体为：公用经费6.20万元，较上年无变化；专项业务经38.40万元，较上年减少2.00万元。',
        economy,
      ),
    ).toEqual([
      'expenditure general 302 2025 budget amount = 446000',
      'expenditure general 302 2025 budget change = -20000',
      'expenditure general 302 public 2025 budget amount = 62000',
      'expenditure general 302 public 2025 budget change = 0',
      'expenditure general 302 project 2025 budget amount = 384000',
      'expenditure general 302 project 2025 budget change = -20000',
    ])
  })

  it('gives 均 to every part listed', () => {
    expect(
      read(
        '其中：因公出国（境）费用1.00万元，公务接待费2.00万元，公务用车购置费0万元，均与上年持平。',
        three,
      ).filter((f) => /change/.test(f)),
    ).toEqual([
      'three-public.abroad general 2025 budget change = 0',
      'three-public.reception general 2025 budget change = 0',
      'three-public.vehicle-purchase general 2025 budget change = 0',
    ])
  })

  it('reads 全部为 as the same figure under a narrower name', () => {
    expect(read('工资福利支出（301）78.00万元，全部为人员经费，较上年减少1.00万元。', economy)).toEqual([
      'expenditure general 301 2025 budget amount = 780000',
      'expenditure general 301 personnel 2025 budget amount = 780000',
      'expenditure general 301 2025 budget change = -10000',
    ])
    expect(read('财政拨款收入预算总计18.00万元，全部为一般公共预算拨款。')).toEqual([
      'revenue.grand-total fiscal 2025 budget amount = 180000',
      'revenue.grand-total general 2025 budget amount = 180000',
    ])
  })
})

describe('what a figure is about', () => {
  it('is the title of the section where the sentence names nothing', () => {
    expect(
      read('2025年预算安排6.10万元，比上年减少0.10万元，下降1.61%。', {
        type: 'three-public',
        title: '公务接待费',
        ancestors: [{ title: '一般公共预算“三公”经费支出情况', type: 'three-public' }],
      }),
    ).toEqual([
      'three-public.reception general 2025 budget amount = 61000',
      'three-public.reception general 2025 budget change = -1000',
      'three-public.reception general 2025 budget change-pct = -1.61',
    ])
  })

  it('is the item that the clause before names', () => {
    expect(
      read('1.小学教育（2050202），2024年度决算数为79.70万元，比2023年度决算数增长0.39%。', {
        ...final('财政拨款支出决算情况说明'),
      }),
    ).toEqual([
      'expenditure fiscal 2050202 2024 final amount = 797000',
      'expenditure fiscal 2050202 2024 final change-pct = 0.39',
    ])
  })

  it('is a fund where a paper speaks of 当年拨款', () => {
    expect(read('2025年一般公共预算当年拨款57.30万元，比上年执行数增加1.30万元，增长2.3%。')).toEqual([
      'expenditure general 2025 budget amount = 573000',
      'expenditure general 2025 budget change = 13000',
      'expenditure general 2025 budget change-pct = 2.3',
    ])
  })

  it('is the narrower fund of the section where 财政拨款 is said of it', () => {
    expect(
      read(
        '与上年相比，财政拨款支出减少1.50万元，下降5.00%。',
        final('一般公共预算财政拨款支出决算情况说明'),
      ),
    ).toEqual([
      'expenditure general 2024 final change = -15000',
      'expenditure general 2024 final change-pct = -5',
    ])
  })

  it('is a unit where the section is one unit’s', () => {
    expect(
      read(
        '云汀市渠首管理所预算21.50万元，包括公用经费2.50万元、对个人和家庭的补助支出1.00万元、增人增资0.70万元、项目支出14.00万元。',
        {
          title: '云汀市渠首管理所',
          unit: '云汀市渠首管理所',
        },
      ),
    ).toEqual([
      'expenditure all 云汀市渠首管理所 2025 budget amount = 215000',
      'expenditure all public 云汀市渠首管理所 2025 budget amount = 25000',
      'expenditure all 303 云汀市渠首管理所 2025 budget amount = 10000',
      'expenditure all project 云汀市渠首管理所 2025 budget amount = 140000',
    ])
  })

  it('is nothing where a name is not understood: no change is given to what stood before', () => {
    expect(read('人员经费20.00万元；闸门养护补贴5.00万元，较上年增加1.00万元。', general)).toEqual([
      'expenditure general personnel 2025 budget amount = 200000',
    ])
  })

  it('is nothing for the second of two amounts in a row', () => {
    expect(read('对个人和家庭的补助（509）10.00万元，12.00万元，其中：人员经费1.30万元。', economy)).toEqual([
      'expenditure general 509 2025 budget amount = 100000',
      'expenditure general 509 personnel 2025 budget amount = 13000',
    ])
  })

  it('is nothing for a number that is none, but its name is kept', () => {
    expect(read('人员经费1,541.50.00万元，较上年增加9.00万元。', general)).toEqual([
      'expenditure general personnel 2025 budget change = 90000',
    ])
  })
})

describe('reasons and purposes', () => {
  it('goes on behind a purpose where a comparison begins', () => {
    expect(
      read(
        '公务用车购置支出15.00万元，主要用于更新5辆公务用车，比上年预算数增加2.80万元，增长22.9%。',
        three,
      ),
    ).toEqual([
      'three-public.vehicle-purchase general 2025 budget amount = 150000',
      'three-public.vehicle-purchase general 2025 budget change = 28000',
      'three-public.vehicle-purchase general 2025 budget change-pct = 22.9',
    ])
  })

  it('reads nothing in a reason of several points, and the statement after it', () => {
    expect(
      read(
        '本部门当年预算收入50.00万元，较上年增加8.00万元，主要原因是：一是闸门维修增加3.00万元；二是人员经费较上年增加5.00万元；本部门当年预算支出50.00万元。',
      ),
    ).toEqual([
      'revenue all 2025 budget amount = 500000',
      'revenue all 2025 budget change = 80000',
      'expenditure all 2025 budget amount = 500000',
    ])
    expect(read('预算收支增加主要原因说明：1.渠道清淤较上年增加4.00万元；2.水文测报增加2.00万元。')).toEqual(
      [],
    )
  })

  it('takes an agreement of two tables for no change', () => {
    expect(read('财政拨款收入数、支出安排数与《收支预算总表》的财政拨款数对应一致。')).toEqual([])
    expect(read('财政拨款收入支出持平的主要原因是工作量相当。')).toEqual([])
  })
})

describe('two bases of one year', () => {
  it('tells budget, outcome and carry-over of one fund apart', () => {
    expect(
      read(
        '政府性基金预算财政拨款年初结转和结余5.00万元，收入决算50.00万元，支出决算52.00万元，年末结转和结余3.00万元。',
        final('政府性基金预算财政拨款收入支出决算情况'),
      ),
    ).toEqual([
      'revenue.carry-in government-fund 2024 final amount = 50000',
      'revenue government-fund 2024 final amount = 500000',
      'expenditure government-fund 2024 final amount = 520000',
      'expenditure.carry-out government-fund 2024 final amount = 30000',
    ])
  })

  it('takes a difference from the budget for no change', () => {
    expect(
      read('“三公”经费支出预算6.00万元，支出决算5.90万元，完成预算的98.33%，决算数较预算数减少0.10万元。', {
        ...final(),
        type: 'three-public',
        title: '财政拨款“三公”经费支出决算情况说明',
      }),
    ).toEqual([
      'three-public fiscal 2024 budget amount = 60000',
      'three-public fiscal 2024 final amount = 59000',
      'three-public fiscal 2024 final completion-pct = 98.33',
    ])
  })
})

describe('zeros', () => {
  it('reads 0 without a unit, 0 beside both alternatives, and a base of zero', () => {
    expect(read('政府性基金拨款支出预算为0；其他收入为0。')).toEqual([
      'expenditure government-fund 2025 budget amount = 0',
      'revenue.other 2025 budget amount = 0',
    ])
    expect(read('财政专户管理资金收入预算总计0万元。与上年相比增加（减少）0万元，增长（减少）0%。')).toEqual([
      'revenue.fiscal-account 2025 budget amount = 0',
      'revenue.fiscal-account 2025 budget change = 0',
      'revenue.fiscal-account 2025 budget change-pct = 0',
    ])
    expect(read('国家司法救助支出（2049902）15.00万元，较上年不可比，上年基数为零；', general)).toEqual([
      'expenditure general 2049902 2025 budget amount = 150000',
      'expenditure general 2049902 2024 budget amount = 0',
    ])
  })

  it('reads a section that says nothing but 无', () => {
    expect(read('无', { type: 'government-fund', title: '政府性基金预算支出情况说明' })).toEqual([
      'expenditure government-fund 2025 budget amount = 0',
    ])
  })

  it('takes carried-over funds for zero, and nothing that can not be carried over', () => {
    expect(read('本部门无2024年结转的政府性基金预算拨款支出。')).toEqual([
      'revenue.carry-in government-fund 2025 budget amount = 0',
    ])
    expect(read('本部门无2024年结转的“三公”经费支出。', three)).toEqual([])
  })
})

describe('procurement', () => {
  const buying: Setting = { type: 'procurement', title: '政府采购情况' }

  it('knows kinds by the words before and behind 政府采购', () => {
    expect(
      read(
        '政府采购支出预算9.00万元，其中，货物类政府采购支出预算3.00万元；服务类政府采购支出预算6.00万元。',
        buying,
      ),
    ).toEqual([
      'procurement 2025 budget amount = 90000',
      'procurement.goods 2025 budget amount = 30000',
      'procurement.services 2025 budget amount = 60000',
    ])
  })

  it('keeps the money of a second group', () => {
    expect(
      read(
        '政府采购预算总额9.00万元：政府采购货物预算3.00万元；其中一般公共预算拨款政府采购5.00万元：政府采购货物预算2.00万元。',
        buying,
      ),
    ).toEqual([
      'procurement 2025 budget amount = 90000',
      'procurement.goods 2025 budget amount = 30000',
      'procurement general 2025 budget amount = 50000',
      'procurement.goods general 2025 budget amount = 20000',
    ])
  })
})

describe('counts', () => {
  it('knows equipment to be bought by what the paragraph began with', () => {
    expect(
      read('2025年部门预算安排购置车辆2辆，其中：执法执勤用车2辆。单位价值100万元（含）以上设备1台（套）。', {
        type: 'assets',
      }),
    ).toEqual(['vehicles.planned 2025 budget count = 2', 'equipment.planned 2025 budget count = 1'])
  })

  it('reads posts wherever they are stated, those of a subordinate as its own', () => {
    expect(
      read('核定事业编制8名。下设1个事业单位：云汀市渠首监测中心，核定事业编制5名。', {
        type: 'organization',
      }),
    ).toEqual([
      'staff.established.institutional 2024 count = 8',
      'staff.established.institutional 云汀市渠首监测中心 2024 count = 5',
    ])
  })

  it('dates a stock of a final account by the print', () => {
    expect(
      read('截至2024年末，本部门共有车辆17辆；单价100万元以上设备3台（套）。', {
        ...final(),
        type: 'assets',
      }),
    ).toEqual(['vehicles 2024 count = 17', 'equipment 2024 count = 3'])
  })
})

describe('numbers that are no facts', () => {
  it.each([
    ['2025年预算收入的增加，主要原因是新增渠道2条、资金30万元。', '主要原因是新增渠道2条、资金30万元 reason'],
    ['单位资金12.00万元。', '12.00 no-concept'],
    ['44.12%', '44.12% chart'],
    ['图2：支出预算', '图2：支出预算 chart'],
  ])('%s', (text, reason) => {
    expect(passed(text)).toContain(reason)
  })

  it.each(['支出预算图', '图3：支出结构图'])('are labels below the title of a chart: %s', (title) => {
    const labels = ['基本支出12.00万元', '项目支出8.00万元']
    const noise = '差;9万元占(14.88%)'
    const sentence = '基本支出13.00万元，占本年支出的60.00%。'
    const paragraphs = [title, ...labels, noise, sentence]
    expect(read(labels)).toHaveLength(2)
    expect(read(paragraphs)).toEqual(read(sentence))
    expect(read(sentence)).not.toEqual([])
    expect(passed(paragraphs)).toEqual([title, ...labels, noise].map((text) => `${text} chart`))
    // Behind the sentence stands no chart any more.
    expect(read([...paragraphs, ...labels])).toEqual(read([sentence, ...labels]))
  })

  it('reads no row of a form of targets whose lines are lost', () => {
    const row = '成本指标经济成本指标支出金额≤9.50万元'
    expect(read(row)).toEqual([])
    expect(passed(row)).toEqual([`${row} listed`])
  })

  it('lists the projects below project spending', () => {
    expect(passed(['（五）项目支出16.00万元，具体包括：', '1.闸门养护8.00万元。'])).toContain(
      '1.闸门养护8.00万元。 listed',
    )
  })
})

describe('levels that are marked wrong', () => {
  it('reads a section marked as a class below the heading of its class', () => {
    const below: Setting = { ...general, title: '社会保障和就业支出（类）' }
    expect(
      read('1．行政事业单位养老支出（类）机关事业单位职业年金缴费支出（项）242.84万元。', {
        ...below,
        ancestors: [{ title: '一般公共预算支出', type: 'general-budget' }],
      }),
    ).toEqual(['expenditure general 2080506 2025 budget amount = 2428400'])
  })
})

describe('what is not understood', () => {
  it('is no figure of what was named before it, nor of the whole', () => {
    expect(
      read(
        '人员经费20.00万元；闸门养护补贴较上年增加1.00万元，增长5.00%，占一般公共预算支出的4.00%。',
        general,
      ),
    ).toEqual(['expenditure general personnel 2025 budget amount = 200000'])
    expect(read('闸门养护补贴：2025年预算5.00万元，其中：人员经费2.00万元。', general)).toEqual([])
  })

  it('is a unit of another name, and a sum of several kinds', () => {
    expect(read('云汀市渠首管理所公用经费3.00万元。', general)).toEqual([])
    expect(read('公务接待费和会议费共3.00万元。', three)).toEqual([])
  })

  it('is a figure behind 比上年 without a direction, and a change on other terms', () => {
    expect(read('公务接待费3.00万元，比上年1.00万元。', three)).toEqual([
      'three-public.reception general 2025 budget amount = 30000',
    ])
    expect(read('公务接待费3.00万元。扣除外事活动后比2024年增加1.00万元。', three)).toEqual([
      'three-public.reception general 2025 budget amount = 30000',
    ])
  })

  it('is named by its own organization in a shorter form', () => {
    expect(read('云汀古渠局公用经费3.00万元。', general)).toEqual([
      'expenditure general public 2025 budget amount = 30000',
    ])
  })
})

describe('basic spending', () => {
  it('is what the classes of its section split', () => {
    expect(
      read('（一）工资福利支出8.00万元，占支出预算的40.00%；', {
        type: 'general-budget',
        title: '一般公共预算基本支出情况',
      }),
    ).toEqual([
      'expenditure general 301 basic 2025 budget amount = 80000',
      'expenditure general 301 basic 2025 budget share-pct = 40',
    ])
  })
})
