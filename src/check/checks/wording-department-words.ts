import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { compact, passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

/** `部门预算安排购置车辆0辆`, `下属1家机关和1家事业单位`: what only a department has. */
const OF_A_DEPARTMENT =
  /部门[预决]算安排|(?:下属|所属)[^，。；\d]{0,8}\d+[家个](?:机关|行政单位)[和、，及]\d+[家个][^，。；\d]{0,8}单位/g

/** The department's text in the filing of one of its units. */
export const wordingDepartmentWords: Check = {
  id: 'YS-WORDING-DEPARTMENT-WORDS',
  asserts: {
    zh: '单位预算（决算）里不用部门的说法：“部门预算安排……”“下属几家机关和几家事业单位”。',
    en: 'The filing of a unit does not speak as a department: 部门预算安排, how many units are below it.',
  },
  basis: '单位预算只反映本单位；部门的说法多是沿用部门预算的文本。标题自称部门预算的不判断。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '单位预算写“2031 年部门预算安排购置车辆 0 辆”',
  passing: paper('2031年单位预算安排购置车辆0辆。'),
  failing: paper('2031年部门预算安排购置车辆0辆。'),
  run: (filing) => {
    if (filing.organization_level !== 'unit' || speaksAsDepartment(filing)) return []
    const passages = passagesOf(filing)
    const found = spotsOf(passages, OF_A_DEPARTMENT)
    if (found.length === 0) return passages.length > 0 ? [wordsHold('部门的说法')] : []
    return found.map((spot) =>
      wordsFail(
        spot.match[0],
        placeOfSpot(filing, spot),
        said('wording-department-words.found', {
          at: spotNamed(filing, spot),
          words: spot.match[0],
          organization: filing.organization,
        }),
      ),
    )
  },
}

function paper(text: string) {
  return {
    organization: '云汀市青坪区水文站',
    organization_level: 'unit' as const,
    sections: [{ title: '2031年单位预算编制说明', text }],
  }
}

/** Some places call the paper of an office without units a department's. */
const speaksAsDepartment = (filing: Extracted): boolean =>
  [...filing.sections.map((s) => s.title), ...filing.tables.map((t) => t.title)].some((title) =>
    /部门(?:综合)?[预决]算(?!(?:支出)?经济)/.test(compact(title)),
  )
