import type { Extracted } from '../../model/filing.js'
import { addIntervals, canonical, type Decimal, decimal, overlaps } from '../../model/money.js'
import { said } from '../../model/saying.js'
import type { CellFigure } from '../cell-figures.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
import { titleOfTable, wordsFail, wordsHold } from '../print.js'
import { bestOf } from '../sums.js'
import {
  amountIn,
  nameInForm,
  placeOfForm,
  printedIn,
  type TargetForm,
  targetForms,
} from '../target-forms.js'

/** The total of a form of targets is what its sources, its natures or its tasks add up to. */
export const tableTargetParts: Check = {
  id: 'YS-TABLE-TARGET-PARTS',
  asserts: {
    zh: '绩效目标表的资金总额＝财政拨款＋结转＋其他资金，＝各项任务之和，＝基本支出＋项目支出。',
    en: 'The money of a form of targets is the sum of its sources, of its tasks, and of basic and project spending.',
  },
  basis: '绩效目标表的资金总额是其下各栏的合计。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'error',
  example: '年度资金总额 60.00 万元，其中：财政拨款 50.00，其他资金 5.00',
  passing: form('10.00'),
  failing: form('5.00'),
  run: (filing) => targetForms(filing).flatMap((form) => judge(filing, form)),
}

function form(other: string) {
  return {
    tables: [
      {
        type: 'performance-project' as const,
        title: '项目绩效目标表',
        lines: [
          ['项目名称', '道路养护', ''],
          ['项目资金（万元）', '年度资金总额：', '60.00'],
          ['', '其中：财政拨款', '50.00'],
          ['', '其他资金', other],
        ],
      },
    ],
  }
}

function judge(filing: Extracted, form: TargetForm): Judgement[] {
  const { total, sources, carried, basic, project, tasks } = form
  if (!total) return []
  const natures = basic.length > 0 && project.length > 0 ? [...basic, ...project] : []
  const others = sources.filter((s) => s !== carried)
  const judged = (parts: CellFigure[]) => (parts.length > 0 ? [judgeParts(filing, form, total, parts)] : [])
  return [
    ...bestOf([...judged(sources), ...(carried ? judged(others) : [])]),
    // Rows of tasks may have been lost where a table goes on over the page.
    ...judged(tasks).map((j) => (form.table.page_last > form.table.page_first ? milder(j) : j)),
    ...judged(natures),
  ]
}

const milder = (j: Judgement): Judgement => (j.outcome === 'fail' ? { ...j, severity: 'warning' } : j)

function judgeParts(
  filing: Extracted,
  form: TargetForm,
  total: CellFigure,
  parts: readonly CellFigure[],
): Judgement {
  const subject = `${titleOfTable(form.table)} ${form.name} ${total.printed}=${parts.map((p) => p.printed).join('+')}`
  const sum = parts.reduce((s: Decimal, p) => s.plus(p.value), decimal(0))
  if (overlaps(addIntervals(parts.map((p) => p.interval)), total.interval)) return wordsHold(subject)
  return wordsFail(
    subject,
    placeOfForm(form, total),
    said(parts.length === 1 ? 'table-target-parts.one' : 'table-target-parts.differs', {
      form: tableAt(filing, form.table, total.cell.page),
      name: nameInForm(form, total),
      total: printedIn(form.unit, total),
      parts: parts.map((p) =>
        said('figure.operand', { name: nameInForm(form, p), printed: printedIn(form.unit, p) }),
      ),
      sum: amountIn(form.unit, sum),
      difference: amountIn(form.unit, total.value.minus(sum).abs()),
    }),
    {
      expected: canonical(sum),
      actual: canonical(total.value),
      difference: canonical(total.value.minus(sum)),
    },
  )
}
