import type { Extracted } from '../../model/filing.js'
import { said } from '../../model/saying.js'
import type { Check, Judgement } from '../check.js'
import { pageNamed } from '../naming.js'
import {
  compact,
  passagesOf,
  placeOfSpot,
  placeOfTable,
  spotNamed,
  spotsOf,
  titleOf,
  wordsFail,
  wordsHold,
} from '../print.js'

/** `2031年部门收入预算总表`, `2031年度部门预算编制说明`: whose year a title names. */
const TITLE = /(20\d{2})年度?(?=.{0,30}(?:预算|决算|收入|支出|收支|三公|绩效目标|明细))/
/** What rightly looks back: evaluations and results, carry-over, comparisons. */
const LOOKS_BACK = /自评|评价|执行|完成|回顾|总结|结转|上年|比|较|增减|[-－—~～至]20\d{2}/
/** The organ speaks of its own budget: 现将2031年部门预算…说明如下, 2031年部门预算编制说明. */
const OWN =
  /(?:(?<=^|。)(?:现将)?|本部门|本单位|我(?:部门|单位|局|委))(20\d{2})年度?(?:部门|单位)(?:综合)?(预算|决算)(?=(?:编制|公开|情况)?的?说明|编制情况|收支[总均]|收入(?:总计|预算)?为?\d|支出(?:总计|预算)?为?\d)/g

/** Titles and own words name the filing's year. */
export const wordingYear: Check = {
  id: 'YS-WORDING-YEAR',
  asserts: {
    zh: '表题、标题和正文称本文件的预算（决算）时，年份是本文件的年度。',
    en: "Titles of tables and sections, and the text where it names its own budget, name the filing's fiscal year.",
  },
  basis: '一份文件只有一个年度；年份不同多是沿用上年文本，或放错了上年的表。',
  kinds: ['budget', 'final'],
  years: {},
  scope: 'filing',
  severity: 'warning',
  example: '2026 年预算中有一张“2025 年部门收入预算总表”',
  passing: { tables: [{ title: '2026年部门收入预算总表' }, { title: '2025年项目绩效自评表' }] },
  failing: { tables: [{ title: '2026年部门收入预算总表' }, { title: '2025年部门支出预算总表' }] },
  run: (filing) => {
    const named = titlesOf(filing)
    const own = named.filter((t) => t.year === filing.fiscal_year)
    const passages = passagesOf(filing)
    const prose = spotsOf(passages, OWN).filter((s) => s.match[1] !== filing.fiscal_year)
    if (named.length === 0 && passages.length === 0) return []
    // Where no title names the filing's year, the year itself is in doubt, not the titles.
    const wrong = own.length > 0 ? named.filter((t) => t.year !== filing.fiscal_year) : []
    const failed = [
      ...wrong.map((t) => t.judgement),
      ...prose.map((spot) =>
        wordsFail(
          spot.match[0],
          placeOfSpot(filing, spot),
          said('wording-year.text', {
            at: spotNamed(filing, spot),
            words: spot.match[0],
            year: filing.fiscal_year,
          }),
          { expected: filing.fiscal_year, actual: spot.match[1] as string },
        ),
      ),
    ]
    return failed.length > 0 ? failed : [wordsHold('标题和正文的年份')]
  },
}

interface NamedYear {
  year: string
  judgement: Judgement
}

function titlesOf(filing: Extracted): NamedYear[] {
  const years = { expected: filing.fiscal_year }
  const tables = filing.tables.flatMap((table) => {
    const title = compact(table.title)
    const year = yearOf(title, filing)
    if (!year) return []
    const says = said('wording-year.table', {
      page: pageNamed(filing, table.page_first),
      title,
      year: filing.fiscal_year,
    })
    return { year, judgement: wordsFail(title, placeOfTable(table, title), says, { ...years, actual: year }) }
  })
  const sections = filing.sections.flatMap((section) => {
    const title = compact(section.title)
    const year = title.length > LONGEST_TITLE ? undefined : yearOf(title, filing)
    if (!year) return []
    const at = { page: section.page, bbox: section.bbox, place: titleOf(section), evidence: title }
    const says = said('wording-year.heading', {
      page: pageNamed(filing, section.page),
      title,
      year: filing.fiscal_year,
    })
    return { year, judgement: wordsFail(title, at, says, { ...years, actual: year }) }
  })
  return [...tables, ...sections]
}

/** Longer ones are sentences. */
const LONGEST_TITLE = 40

function yearOf(title: string, filing: Extracted): string | undefined {
  if (LOOKS_BACK.test(title)) return undefined
  // A budget may report the last account, an account the budget it began with.
  const other = filing.kind === 'budget' ? '决算' : '预算'
  if (title.includes(other) && !title.includes(filing.kind === 'budget' ? '预算' : '决算')) return undefined
  return TITLE.exec(title)?.[1]
}
