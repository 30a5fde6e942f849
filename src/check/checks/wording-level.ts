import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check } from '../check.js'
import { passagesOf, placeOfSpot, spotNamed, spotsOf, wordsFail, wordsHold } from '../print.js'

/** Whose money the glossary speaks of. */
const WHOSE = /(中央|省级|市级|区级|县级)(?=预算主管部门|财政拨款|财政当年|财政部门|部门预算)/g

/** The glossary of another level's form. */
export const wordingLevel: Check = {
  id: 'YS-WORDING-LEVEL',
  asserts: {
    zh: '名词解释说的是本级财政：区（县）的文件不写“市级财政拨款”。',
    en: 'The glossary speaks of the own level of government: no 市级财政拨款 in a filing of a district.',
  },
  basis: '部门预算由本级财政拨款，名词解释照搬上级模板时级次写错。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '某市某区财政局的名词解释：“市级预算主管部门及所属预算单位……”',
  passing: {
    region: '上海市普陀区',
    sections: [{ type: 'glossary', text: '基本支出预算：是区级预算主管部门的预算。' }],
  },
  failing: {
    region: '上海市普陀区',
    sections: [{ type: 'glossary', text: '基本支出预算：是市级预算主管部门的预算。' }],
  },
  run: (filing) => {
    const own = ownLevels(filing)
    const glossary = passagesOf(filing).filter((p) => p.section.type === 'glossary')
    const spots = spotsOf(glossary, WHOSE)
    if (own.length === 0 || spots.length === 0) return []
    const wrong = spots.filter((spot) => !own.includes(spot.match[1] as string))
    const first = wrong[0]
    if (!first) return [wordsHold('名词解释的级次')]
    const words = first.match[0]
    return [
      wordsFail(
        '名词解释的级次',
        placeOfSpot(filing, first),
        said('wording-level.other', {
          at: spotNamed(filing, first),
          words,
          count: wrong.length,
          region: filing.region,
          own: own[0] as string,
        }),
        { expected: own[0] as string, actual: words },
      ),
    ]
  },
}

/** 市级 is right for a municipality, a city, and for a city of county rank; the wording of districts varies. */
function ownLevels({ region, organization }: Extracted): string[] {
  // Development zones and towns stand below the place that their name prints.
  if (/市$/.test(region) && /区|县|街道|镇|乡|管委会|管理委员会/.test(organization)) return []
  if (/[省市].*(?:区|县|旗)$/.test(region)) return region.endsWith('区') ? ['区级'] : ['县级', '区级']
  if (/(?:省|自治区)$/.test(region)) return ['省级', '中央']
  if (/(?:省|自治区).*市$/.test(region) || /^..市$/.test(region)) return ['市级']
  return []
}
