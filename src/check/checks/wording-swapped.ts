import type { Extracted, FilingTable, TableCell } from '../../model/filing.js'
import { endsLikeOrgan } from '../../model/printed/organ.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { tableAt } from '../naming.js'
import { compact, titleOfTable, wordsFail, wordsHold } from '../print.js'

const PROJECT = /^(?:专项)?(?:[（(]项目[）)])?(?:项目)?名称$/
const OFFICE = /^(?:项目)?(?:市级|区级|县级)?主管(?:部门|单位)(?:及代码)?$/
const IS_PROJECT = /(?:资金|经费|项目|工程|补助|补贴|专项)$/

const form = (name: string, office: string) => ({
  type: 'performance-project' as const,
  title: '绩效目标表',
  lines: [
    ['专项（项目）名称', name],
    ['主管部门', office],
  ],
})

/** In the form of a project's targets, the project's name and the office in charge are in their own boxes. */
export const wordingSwapped: Check = {
  id: 'YS-WORDING-SWAPPED',
  asserts: {
    zh: '绩效目标表中“项目名称”填项目、“主管部门”填部门，没有填反。',
    en: "In a form of project targets, the project's name and the office in charge stand in their own boxes.",
  },
  basis: '绩效目标表的表样。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'table',
  severity: 'warning',
  example: '项目名称：某某局；主管部门：安全生产专项资金',
  passing: { tables: [form('安全生产专项资金', '某市某局')] },
  failing: { tables: [form('某市某局', '安全生产专项资金')] },
  run: (filing: Extracted) =>
    filing.tables.filter((t) => t.type.startsWith('performance')).flatMap((table) => judge(filing, table)),
}

function judge(filing: Extracted, table: FilingTable): Judgement[] {
  const headOf = (label: RegExp) => table.cells.find((c) => label.test(compact(c.text)))
  const boxOf = (head: TableCell | undefined) =>
    head && table.cells.find((c) => c.row === head.row && c.column > head.column && compact(c.text) !== '')
  const [projectHead, officeHead] = [headOf(PROJECT), headOf(OFFICE)]
  const [name, office] = [boxOf(projectHead), boxOf(officeHead)]
  if (!name || !office) return []
  const [project, department] = [compact(name.text), compact(office.text)]
  const swapped = endsLikeOrgan(project) && !IS_PROJECT.test(project) && IS_PROJECT.test(department)
  if (!swapped) return [wordsHold(`${titleOfTable(table)} 项目名称`)]
  return [
    wordsFail(
      `${titleOfTable(table)} 项目名称`,
      { page: name.page, bbox: name.bbox, place: titleOfTable(table), evidence: `${project}；${department}` },
      said('wording-swapped.boxes', {
        at: tableAt(filing, table, name.page),
        projectBox: compact(projectHead?.text ?? ''),
        project,
        officeBox: compact(officeHead?.text ?? ''),
        department,
      }),
      { expected: department, actual: project },
    ),
  ]
}
