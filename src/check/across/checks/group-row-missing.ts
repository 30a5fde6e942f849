import type { Fact, FilingTable, TableType } from '../../../model/filing.js'
import { said } from '../../../model/saying.js'
import type { AcrossCheck, AcrossJudgement, Paper } from '../across.js'
import { type Group, groupsOf } from '../pairs.js'
import { perPaper } from '../per-paper.js'
import { fileOf, saysOf, tableOf } from '../sentences.js'

const row = (function_code: string, raw: string, table_id: string): Partial<Fact> => ({
  function_code,
  raw,
  value: `${Number(raw) * 10000}`,
  table_id,
})
const table = (table_id: string): Partial<FilingTable> => ({
  table_id,
  title: '一般公共预算支出表',
  type: 'general-by-function',
  total_status: 'proven',
})
const rows = (id: string) => [
  row('', '40.00', id),
  row('201', '30.00', id),
  row('208', '8.00', id),
  row('210', '2.00', id),
]

/** Every function that a unit spends on stands in the department's table of the same kind. */
export const groupRowMissing: AcrossCheck<Group> = {
  id: 'YS-GROUP-ROW-MISSING',
  asserts: {
    zh: '单位表中有数的功能科目，部门的同一张表中也应当有。',
    en: "A function code with money in a unit's table stands in the department's table of the same kind.",
  },
  basis: '部门表包含所属单位的全部支出；只在部门表合计与各行相符（没有漏读的行）时判断。',
  scope: 'group',
  severity: 'error',
  example: '单位表有“222 粮油物资储备支出”388.25 万元，部门的同一张表没有 222 类',
  proves: false,
  passing: {
    papers: [
      { level: 'department', facts: rows('a'), tables: [table('a')] },
      { level: 'unit', facts: [row('208', '5.00', 'b')], tables: [table('b')] },
    ],
  },
  failing: {
    papers: [
      { level: 'department', facts: rows('a'), tables: [table('a')] },
      { level: 'unit', facts: [row('222', '5.00', 'b')], tables: [table('b')] },
    ],
  },
  casesOf: groupsOf,
  judge: ({ department, units }) => units.flatMap((unit) => missingOf(department, unit)),
}

/** So many codes of one length show that the department prints this level. */
const FEWEST_CODES = 3

function missingOf(department: Paper, unit: Paper): AcrossJudgement[] {
  const own = codesByTable(department)
  return [...codesByTable(unit)].flatMap(([type, ofUnit]) => {
    const ofDepartment = own.get(type)
    if (!ofDepartment) return []
    const missing = [...ofUnit.facts].filter(
      ([code, fact]) =>
        !ofDepartment.facts.has(code) &&
        Number(fact.value) > 0 &&
        [...ofDepartment.facts.keys()].filter((c) => c.length === code.length).length >= FEWEST_CODES,
    )
    const codes = new Set(missing.map(([code]) => code))
    // The class that is missing says it for its subdivisions.
    const top = missing.filter(([code]) => !codes.has(code.slice(0, -2)) && !codes.has(code.slice(0, -4)))
    const lead = [...ofDepartment.facts.values()][0] as Fact
    const paper = department
    if (top.length === 0) {
      const [first] = ofUnit.facts.values()
      return first ? [judgement(`${type} 功能科目齐全`, 'pass', '', '', [lead, first], paper, '')] : []
    }
    return top.map(([code, fact]) => {
      const subject = `${type} ${code} ${fact.label}`
      if (!ofDepartment.whole)
        return judgement(subject, 'undecided', fact.value, '', [lead, fact], paper, 'table-not-proven')
      return {
        ...judgement(
          subject,
          'fail',
          fact.value,
          '',
          [neighbourOf(code, ofDepartment.facts) ?? lead, fact],
          paper,
          '',
        ),
        says: said('group-row-missing.code', {
          organization: fileOf(unit, fact).organization,
          file: fileOf(unit, fact).source.split('/').at(-1) ?? '',
          print: saysOf(unit, fact),
          code,
          table: tableOf(department, lead),
        }),
      }
    })
  })
}

/** The department's row before which, or behind which, the missing one would stand. */
const neighbourOf = (code: string, facts: ReadonlyMap<string, Fact>): Fact | undefined => {
  const alike = [...facts].filter(([c]) => c.length === code.length).sort(([a], [b]) => a.localeCompare(b))
  return (alike.findLast(([c]) => c < code) ?? alike[0])?.[1]
}

const judgement = (
  subject: string,
  outcome: AcrossJudgement['outcome'],
  expected: string,
  actual: string,
  facts: Fact[],
  paper: Paper,
  reason: string,
): AcrossJudgement => ({
  subject,
  outcome,
  expected,
  actual,
  difference: '',
  tolerance: '',
  facts,
  paper,
  reason,
})

interface Coded {
  facts: Map<string, Fact>
  /** Its total is the sum of its rows: no row was lost in reading. */
  whole: boolean
}

/** Amounts by function code in each kind of table; kinds that a paper prints twice are left out. */
const codesByTable = perPaper((paper): Map<TableType, Coded> => {
  const tables = paper.filings.flatMap((f) => f.tables).filter((t) => t.type !== 'unknown')
  const found = new Map<TableType, Coded>()
  for (const table of tables) {
    if (tables.some((t) => t !== table && t.type === table.type)) continue
    const facts = new Map<string, Fact>()
    for (const f of paper.facts)
      if (
        f.table_id === table.table_id &&
        f.measure === 'amount' &&
        f.entity === '' &&
        f.year === String(paper.year) &&
        /^(?:expenditure|revenue)$/.test(f.concept) &&
        f.function_code !== '' &&
        !facts.has(f.function_code)
      )
        facts.set(f.function_code, f)
    if (facts.size > 0) found.set(table.type, { facts, whole: table.total_status === 'proven' })
  }
  return found
})
