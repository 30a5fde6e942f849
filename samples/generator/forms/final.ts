import type { Faults } from '../faults.js'
import type { Paper } from '../paper.js'
import { PdfPaper } from '../pdf-paper.js'
import type { DepartmentYear } from '../world.js'
import { duties, organization } from './explained/duties.js'
import { glossary } from './explained/glossary.js'
import { posts } from './explained/posts.js'
import { changes, finalProse, items } from './final-prose.js'
import {
  basicTable,
  byFunction,
  emptyTable,
  fiscalTable,
  incomeTable,
  summaryTable,
  threePublicTable,
} from './final-tables.js'
import { unitList } from './unit-list.js'

/** What was spent, what had been planned, and the year before. */
export interface Account {
  spent: DepartmentYear
  planned: DepartmentYear
  before: DepartmentYear
}

/** A final account (决算) in four parts: overview, tables 公开01–09 in 万元, explanations, terms. */
export function finalAccount(account: Account, faults: Faults): Paper {
  const { spent } = account
  const paper = covered(spent)
  const part = (number: string, title: string) => {
    paper.newPage()
    paper.heading(1, number, title)
  }
  part('第一部分', `${spent.name}概况`)
  paper.heading(2, '一、', '主要职责')
  duties(paper, spent)
  paper.heading(2, '二、', '机构设置')
  organization(paper, spent)
  posts(paper, spent)
  unitList(paper, spent, '决算')
  part('第二部分', `${spent.year}年度部门决算表`)
  summaryTable(paper, spent)
  incomeTable(paper, spent)
  byFunction(paper, spent, 'all')
  fiscalTable(paper, spent)
  byFunction(paper, spent, 'general')
  basicTable(paper, spent)
  threePublicTable(paper, account)
  const fund = '政府性基金预算财政拨款收入支出'
  const capital = '国有资本经营预算财政拨款支出'
  emptyTable(paper, spent, '公开08表', fund, 'government-fund', ['revenue', 'expenditure'])
  emptyTable(paper, spent, '公开09表', capital, 'state-capital', ['expenditure'])
  part('第三部分', `${spent.year}年度部门决算情况说明`)
  finalProse(paper, account, faults)
  part('第四部分', '名词解释')
  glossary(paper)
  return paper
}

/** Some sheets of it: tables of spending and what is said of them. */
export function finalExcerpt(account: Account, faults: Faults): Paper {
  const { spent } = account
  const paper = covered(spent)
  summaryTable(paper, spent)
  byFunction(paper, spent, 'all')
  byFunction(paper, spent, 'general')
  paper.newPage()
  paper.heading(1, '第三部分', `${spent.year}年度部门决算情况说明`)
  items(paper, account, changes(paper, account, faults))
  return paper
}

function covered(d: DepartmentYear): Paper {
  const paper = new PdfPaper(`${d.name}${d.year}final`)
  paper.newPage()
  paper.skip(160)
  paper.centred(`${d.name}`, 22)
  paper.centred(`${d.year}年度部门决算`, 20)
  return paper
}
