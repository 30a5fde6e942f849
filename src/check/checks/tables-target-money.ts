import { foldName } from '../../catalogue/index.js'
import type { Extracted, Fact, FilingTable } from '../../model/filing.js'
import { groupBy } from '../../model/group-by.js'
import { addIntervals, canonical, type Decimal, decimal, type Interval, overlaps } from '../../model/money.js'
import { type Saying, said } from '../../model/saying.js'
import { printedLike } from '../amounts.js'
import { type CellFigure, figureIn } from '../cell-figures.js'
import type { Check, Judgement } from '../check.js'
import { at, cellNamed, tableAt } from '../naming.js'
import { compact, titleOfTable, wordsFail, wordsHold, wordsUndecided } from '../print.js'
import { intervalOfFact } from '../sums.js'
import {
  amountIn,
  nameInForm,
  placeOfForm,
  printedIn,
  type TargetForm,
  targetForms,
} from '../target-forms.js'

/** Money of forms of targets against the tables of spending and the list of projects. */
export const tablesTargetMoney: Check = {
  id: 'YS-TABLES-TARGET-MONEY',
  asserts: {
    zh: '部门整体支出绩效目标表的金额与支出总表一致；项目绩效目标表的金额与项目支出表中同名项目一致。',
    en: 'The form of targets for all spending agrees with the spending tables, that of a project with the list of projects.',
  },
  basis: '整体支出绩效目标表反映部门全部支出；项目绩效目标表反映该项目的预算。',
  kinds: ['budget'],
  years: {},
  scope: 'filing',
  severity: 'error',
  example: '项目支出表“食堂服务”13.10 万元，其绩效目标表资金总额 17.30 万元',
  passing: paper('13.10'),
  failing: paper('17.30'),
  run: (filing) => {
    const forms = targetForms(filing)
    const named = groupBy(
      forms.filter((f) => f.of === 'project' && f.name !== ''),
      (f) => f.name,
    )
    const listed = projectsOf(filing)
    const wholes = forms.filter((f) => f.of === 'whole')
    return [
      // A department that prints one form per unit has none of the whole.
      ...(wholes.length === 1
        ? judgeWhole(filing, wholes[0] as TargetForm, forms.filter(isOfSpecialFund))
        : []),
      ...[...named].flatMap(([name, own]) => {
        // Some of its money may stand in rows that only name it: 博览会（外经贸专项资金）.
        const isShared = [...listed.keys()].some((other) => other !== name && other.includes(name))
        return judgeProject(filing, own, listed.get(name) ?? [], isShared)
      }),
    ]
  },
}

/** Money for a purpose that a city hands on: some keep its form apart from that of the whole department. */
const isOfSpecialFund = ({ of, table }: TargetForm): boolean =>
  of === 'project' && /专项资金/.test(table.title)

function paper(total: string) {
  return {
    tables: [
      {
        type: 'projects' as const,
        title: '项目支出表',
        header_rows: 1,
        lines: [
          ['项目名称', '项目金额'],
          ['食堂服务', '13.10'],
        ],
      },
      {
        type: 'performance-project' as const,
        title: '项目绩效目标表',
        lines: [
          ['项目名称', '食堂服务', ''],
          ['项目资金（万元）', '年度资金总额：', total],
        ],
      },
    ],
  }
}

/** All spending, basic and project spending: what differs is one finding, for one wrong figure shows in two of them. */
function judgeWhole(filing: Extracted, form: TargetForm, special: readonly TargetForm[]): Judgement[] {
  const { total, basic, project, table } = form
  if (!total) return []
  const subject = `${titleOfTable(table)} ${total.printed}`
  const year = /20\d{2}/.exec(table.title)?.[0]
  if (year && year !== filing.fiscal_year) return [wordsUndecided(subject, 'form-of-another-year')]
  const spending = spendingOf(filing)
  if (spending.length === 0) return [wordsUndecided(subject, 'no-spending-table')]
  const apart = special.flatMap((f) => (f.ofTerm ? [] : (f.total ?? [])))
  const differs = (parts: readonly CellFigure[], nature: Fact['nature']): Saying[] => {
    const printed = spending.filter((f) => f.nature === nature)
    const [first] = printed
    if (parts.length === 0 || !first) return []
    const sums = [parts, [...parts, ...apart]].map((all) => addIntervals(all.map((p) => p.interval)))
    if (printed.some((f) => sums.some((sum) => overlaps(intervalOfFact(f), sum)))) return []
    return [
      said('tables-target-money.figure', {
        name: nature === '' ? nameInForm(form, total) : said(NAMES[nature] ?? nature),
        printed: nature === '' ? printedIn(form.unit, total) : amountIn(form.unit, totalOf(parts)),
        at: at(filing, first),
        tableName: cellNamed(filing, first),
        table: printedLike(first, { ...first, unit: form.unit }),
      }),
    ]
  }
  const all = [...differs([total], ''), ...differs(basic, 'basic'), ...differs(project, 'project')]
  if (all.length === 0) return [wordsHold(subject)]
  const expected = spending.find((f) => f.nature === '')
  const away = expected ? total.value.minus(expected.value) : decimal(0)
  const isLastPlace = all.length === 1 && away.abs().lte(total.interval.high.minus(total.interval.low))
  // A list of main tasks may leave out what is none; more than all spending it can not be.
  const isPartly = form.tasks.length > 0 && away.lt(0)
  const severity = isLastPlace ? 'info' : isPartly ? 'warning' : undefined
  return [
    wordsFail(
      subject,
      placeOfForm(form, total),
      said('tables-target-money.whole', { form: tableAt(filing, table, total.cell.page), figures: all }),
      {
        ...(severity ? { severity } : {}),
        expected: expected?.value ?? '',
        actual: canonical(total.value),
        difference: expected ? canonical(away) : '',
      },
    ),
  ]
}

const NAMES: Partial<Record<Fact['nature'], string>> = {
  basic: 'tables-target-money.basic',
  project: 'tables-target-money.projects',
}

const totalOf = (figures: readonly CellFigure[]): Decimal =>
  figures.reduce((s: Decimal, f) => s.plus(f.value), decimal(0))

/** What tables print as the department's spending of the year, whatever money it is. */
const spendingOf = (filing: Extracted): Fact[] =>
  filing.facts
    .filter(
      (f) =>
        f.source === 'table' &&
        f.measure === 'amount' &&
        f.year === filing.fiscal_year &&
        /^expenditure(?:\.grand-total)?$/.test(f.concept) &&
        f.entity + f.function_code + f.economy_code + f.government_economy_code === '',
    )
    .sort((a, b) => Number(b.fund === 'all') - Number(a.fund === 'all'))

/** Lists may leave out what is carried over, or what is not the treasury's. */
const amountsOf = ({ sources }: TargetForm, { interval }: CellFigure): Interval[] => [
  interval,
  ...sources.map((s) => s.interval),
  ...sources.map((s) => ({
    low: interval.low.minus(s.interval.high),
    high: interval.high.minus(s.interval.low),
  })),
]

interface ListedProject extends CellFigure {
  table: FilingTable
}

/** Rows of the lists of projects: a name and one amount. */
function projectsOf(filing: Extracted): Map<string, ListedProject[]> {
  const all = filing.tables
    .filter((t) => t.type === 'projects')
    .flatMap((table) => {
      const rows = groupBy(
        table.cells.filter((c) => c.row >= table.header_rows),
        (c) => String(c.row),
      )
      return [...rows.values()].flatMap((cells): (ListedProject & { name: string })[] => {
        const figures = cells.flatMap((c) => (/\.\d/.test(c.text) ? (figureIn(c, table.unit) ?? []) : []))
        const [figure] = figures
        const names = cells.map((c) => foldName(compact(c.text))).filter((n) => /[\u4e00-\u9fff]/.test(n))
        if (!figure || figures.some((f) => !f.value.eq(figure.value))) return []
        return names.map((name) => ({ ...figure, table, name }))
      })
    })
  return groupBy(all, (p) => p.name)
}

function judgeProject(
  filing: Extracted,
  forms: readonly TargetForm[],
  listed: readonly ListedProject[],
  isShared: boolean,
): Judgement[] {
  const [form, second] = forms
  const [project] = listed
  if (!form?.total || !project) return []
  const { total } = form
  const subject = `${titleOfTable(form.table)} ${form.name} ${total.printed}`
  // Several units have a project of that name: whose the form is of is not said.
  if (second || listed.some((p) => !p.value.eq(project.value)))
    return [wordsUndecided(subject, 'name-printed-several-times')]
  if (amountsOf(form, total).some((i) => overlaps(i, project.interval))) return [wordsHold(subject)]
  if (isShared) return [wordsUndecided(subject, 'name-in-other-rows')]
  return [
    wordsFail(
      subject,
      placeOfForm(form, total),
      said('tables-target-money.project', {
        list: tableAt(filing, project.table, project.cell.page),
        project: form.name,
        listed: printedIn(project.table.unit, project),
        form: tableAt(filing, form.table, total.cell.page),
        name: nameInForm(form, total),
        total: printedIn(form.unit, total),
      }),
      {
        ...(form.ofTerm ? { severity: 'warning' as const } : {}),
        expected: canonical(project.value),
        actual: canonical(total.value),
        difference: canonical(total.value.minus(project.value)),
      },
    ),
  ]
}
